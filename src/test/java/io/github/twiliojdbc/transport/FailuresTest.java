package io.github.twiliojdbc.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of a request that failed. */
class FailuresTest {
  private static final String URL = "https://api.twilio.com/x";

  static Stream<Arguments> answers() {
    return Stream.of(
        Arguments.of(400, "Check the conditions of the query."),
        Arguments.of(401, "Check accountSid and authToken, or apiKey and apiSecret."),
        Arguments.of(404, "Check accountSid, and endpoint if it is set."),
        Arguments.of(407, "Check proxyUser and proxyPassword."),
        Arguments.of(408, "Try again later, or raise maxRetries."),
        Arguments.of(
            410,
            "Twilio has ended this resource; a newer version of the driver may do without it."),
        Arguments.of(425, "Try again later, or raise maxRetries."),
        Arguments.of(429, "Lower maxConcurrency or raise maxRetries."),
        Arguments.of(500, "Try again later, or raise maxRetries."));
  }

  @ParameterizedTest
  @MethodSource("answers")
  void everyStatusHasItsAdvice(int status, String advice) {
    assertThat(Failures.of(URL, answer(status, Map.of()), Optional.empty()))
        .hasMessage("GET %s answered %d. %s", URL, status, advice);
  }

  @Test
  void aLongWaitIsSaid() {
    assertThat(Failures.of(URL, answer(429, Map.of("retry-after", "86400")), Optional.empty()))
        .hasMessage(
            "GET %s answered 429. Lower maxConcurrency or raise maxRetries. Twilio asks to wait 86400"
                + " seconds.",
            URL);
    assertThat(
            Failures.of(
                URL,
                answer(503, Map.of("retry-after", "Wed, 25 Nov 2026 00:00:00 GMT")),
                Optional.empty()))
        .hasMessage(
            "GET %s answered 503. Try again later, or raise maxRetries. Twilio asks to wait until"
                + " Wed, 25 Nov 2026 00:00:00 GMT.",
            URL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<html>Bad gateway</html>", "[1", "{\"code\":{},\"message\":[]}"})
  void aBodyOfAnyKindLeavesTheStatus(String body) {
    assertThat(
            Failures.of(
                URL,
                new Response(502, Map.of(), body.getBytes(StandardCharsets.UTF_8)),
                Optional.empty()))
        .hasMessage("GET %s answered 502. Try again later, or raise maxRetries.", URL);
  }

  private static Response answer(int status, Map<String, String> headers) {
    return new Response(status, headers, new byte[0]);
  }
}
