package io.github.twiliojdbc.transport;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A whole answer.
 *
 * @param status HTTP status
 * @param protocol protocol that it came over, such as h2
 * @param headers headers by lower-case name
 * @param body the body, decompressed; not to be changed
 * @param retries how often the request was sent again until it was answered so
 */
@SuppressWarnings("ArrayRecordComponent") // A body is handed over once and never compared.
public record Response(
    int status, String protocol, Map<String, String> headers, byte[] body, int retries) {

  /** Creates the answer to a request that was sent once, over no network. */
  public Response(int status, Map<String, String> headers, byte[] body) {
    this(status, "none", headers, body, 0);
  }

  /** Returns what there is to write down, which is all but the body. */
  public Response withoutBody() {
    return new Response(status, protocol, headers, new byte[0], retries);
  }

  /** Returns the same answer to a request that was sent more often. */
  Response after(int moreRetries) {
    return moreRetries == 0 ? this : new Response(status, protocol, headers, body, moreRetries);
  }

  /** Returns whether the status is one of success. */
  public boolean isSuccess() {
    return status >= 200 && status < 300;
  }

  /** Returns how many requests of the account Twilio was answering at the time, if it says so. */
  public OptionalInt concurrentRequests() {
    String count = headers.getOrDefault("twilio-concurrent-requests", "");
    return count.matches("\\d{1,9}")
        ? OptionalInt.of(Integer.parseInt(count))
        : OptionalInt.empty();
  }

  /** Returns how many milliseconds Twilio says that it took. */
  public OptionalInt serverMilliseconds() {
    String seconds = headers.getOrDefault("twilio-request-duration", "");
    return seconds.matches("\\d{1,5}(\\.\\d{1,9})?")
        ? OptionalInt.of((int) Math.round(Double.parseDouble(seconds) * 1000))
        : OptionalInt.empty();
  }

  /** Returns a header, if the answer has it. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
  }
}
