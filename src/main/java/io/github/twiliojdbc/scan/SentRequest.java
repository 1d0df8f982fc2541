package io.github.twiliojdbc.scan;

import io.github.twiliojdbc.transport.Response;
import java.time.Instant;
import java.util.Optional;

/**
 * A request that was sent, or that was not since its answer was at hand.
 *
 * @param startedAt when it began
 * @param url its URL, in which there is no secret
 * @param answer the answer, if there was one; its body is not kept
 * @param milliseconds how long it took, waiting and retries included
 * @param bytes size of the answer, decompressed; 0 if there was none
 * @param isKept whether the answer was at hand
 * @param retries how often it was sent again
 * @param statement statement that it was sent for
 */
public record SentRequest(
    Instant startedAt,
    String url,
    Optional<Response> answer,
    long milliseconds,
    long bytes,
    boolean isKept,
    int retries,
    String statement) {

  /** Returns what there is to tell of it, in a line. */
  String line() {
    String outcome;
    if (isKept) {
      outcome = "at hand";
    } else if (answer.isEmpty()) {
      outcome = "no answer after %d ms".formatted(milliseconds);
    } else {
      Response response = answer.get();
      outcome =
          "%d, %d bytes, %d ms, %s%s%s"
              .formatted(
                  response.status(),
                  bytes,
                  milliseconds,
                  response.protocol(),
                  response.header("content-encoding").map(" "::concat).orElse(""),
                  retries == 0 ? "" : retries == 1 ? ", 1 retry" : ", " + retries + " retries");
    }
    return "GET " + url + ": " + outcome;
  }
}
