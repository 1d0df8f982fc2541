package io.github.twiliojdbc.scan;

import java.time.Instant;
import java.util.OptionalInt;

/**
 * A request that was sent, or that was not since its answer was at hand.
 *
 * @param startedAt when it began
 * @param url its URL, in which there is no secret
 * @param status status of the answer, if there was one
 * @param milliseconds how long it took, waiting and retries included
 * @param bytes size of the answer, decompressed
 * @param isKept whether the answer was at hand
 * @param retries how often it was sent again
 * @param statement statement that it was sent for
 */
public record SentRequest(
    Instant startedAt,
    String url,
    OptionalInt status,
    long milliseconds,
    long bytes,
    boolean isKept,
    int retries,
    String statement) {}
