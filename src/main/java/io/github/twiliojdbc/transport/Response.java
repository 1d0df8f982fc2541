package io.github.twiliojdbc.transport;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A whole answer.
 *
 * @param status HTTP status
 * @param headers headers by lower-case name
 * @param body the body, decompressed; not to be changed
 * @param retries how often the request was sent again until it was answered so
 */
@SuppressWarnings("ArrayRecordComponent") // A body is handed over once and never compared.
public record Response(int status, Map<String, String> headers, byte[] body, int retries) {

  /** Creates the answer to a request that was sent once. */
  public Response(int status, Map<String, String> headers, byte[] body) {
    this(status, headers, body, 0);
  }

  /** Returns the same answer to a request that was sent more often. */
  Response after(int moreRetries) {
    return moreRetries == 0 ? this : new Response(status, headers, body, moreRetries);
  }

  /** Returns whether the status is one of success. */
  public boolean isSuccess() {
    return status >= 200 && status < 300;
  }

  /** Returns how many requests of the account Twilio was answering at the time, if it says so. */
  OptionalInt concurrentRequests() {
    String count = headers.getOrDefault("twilio-concurrent-requests", "");
    return count.matches("\\d{1,9}")
        ? OptionalInt.of(Integer.parseInt(count))
        : OptionalInt.empty();
  }

  /** Returns a header, if the answer has it. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
  }
}
