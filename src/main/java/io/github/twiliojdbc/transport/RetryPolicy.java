package io.github.twiliojdbc.transport;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;

/**
 * Decides whether a request is sent again, and after how long.
 *
 * <p>Every request is a GET, so sending it twice does no harm. Twilio documents that a request
 * answered 429 was not processed (<a
 * href="https://www.twilio.com/docs/api/errors/20429">20429</a>).
 *
 * @param maxRetries how often a request is sent again
 * @param firstDelay upper bound of the first wait; each further bound is twice the one before
 * @param longestDelay upper bound of any wait, and the longest Retry-After that is heeded
 */
record RetryPolicy(int maxRetries, Duration firstDelay, Duration longestDelay) {
  /** Statuses below 500 that say "not now": a time-out, too early, too many requests. */
  private static final Set<Integer> PASSING = Set.of(408, 425, 429);

  /** So many digits are a number of seconds that nobody waits for. */
  private static final int MOST_DIGITS = 9;

  /** Returns the policy of a connection. */
  static RetryPolicy of(int maxRetries) {
    return new RetryPolicy(maxRetries, Duration.ofMillis(250), Duration.ofSeconds(60));
  }

  /**
   * Returns how long to wait before sending a request again, or empty to give up.
   *
   * @param retries how often the request was sent again already
   * @param jitter random number of at least 0 and less than 1
   * @param clock time at which the answer came, for a Retry-After that is a date
   * @param isTrusted whether the same credentials were good before and were not refused since: a
   *     refusal (401) is asked about once more then, since Twilio's front refuses in passing
   */
  Optional<Duration> after(
      Response response, int retries, double jitter, Clock clock, boolean isTrusted) {
    boolean passing =
        PASSING.contains(response.status())
            || response.status() >= 500
            || (response.status() == 401 && isTrusted);
    if (!passing || retries >= maxRetries) {
      return Optional.empty();
    }
    Duration asked =
        response
            .header("Retry-After")
            .flatMap(text -> retryAfter(text, clock))
            .orElse(Duration.ZERO);
    if (asked.compareTo(longestDelay) > 0) {
      return Optional.empty();
    }
    return Optional.of(asked.plus(backoff(retries, jitter)));
  }

  /** Returns how long to wait after a broken connection, or empty to give up. */
  Optional<Duration> after(IOException failure, int retries, double jitter) {
    return retries < maxRetries && Failures.isPassing(failure)
        ? Optional.of(backoff(retries, jitter))
        : Optional.empty();
  }

  private Duration backoff(int retries, double jitter) {
    long bound = Math.min(longestDelay.toMillis(), firstDelay.toMillis() << Math.min(retries, 20));
    return Duration.ofMillis((long) (bound * jitter));
  }

  private static Optional<Duration> retryAfter(String text, Clock clock) {
    try {
      if (text.chars().allMatch(Character::isDigit)) {
        return Optional.of(
            Duration.ofSeconds(
                text.length() > MOST_DIGITS ? Integer.MAX_VALUE : Long.parseLong(text)));
      }
      Instant until = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      Duration wait = Duration.between(clock.instant(), until);
      return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
    } catch (DateTimeParseException | NumberFormatException e) {
      return Optional.empty();
    }
  }
}
