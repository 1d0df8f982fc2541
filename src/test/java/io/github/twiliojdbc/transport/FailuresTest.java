package io.github.twiliojdbc.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
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

  @Test
  void allThatTwilioSaysIsSaid() {
    Response answer =
        new Response(
            400,
            Map.of("twilio-request-id", "RQ1"),
            ("{\"code\":20001,\"message\":\"Page size must be lower\","
                    + "\"more_info\":\"https://www.twilio.com/docs/errors/20001\"}")
                .getBytes(StandardCharsets.UTF_8));
    assertThat(Failures.of(URL, answer, Optional.empty()))
        .hasMessage(
            "GET %s answered 400: Page size must be lower (Twilio error 20001,"
                + " https://www.twilio.com/docs/errors/20001) [request RQ1]. Check the conditions"
                + " of the query.",
            URL);
  }

  static Stream<Arguments> ends() {
    String network =
        "Check the network, and endpoint, region, edge and proxyHost or socksProxy if they are set.";
    return Stream.of(
        Arguments.of(
            new UnknownHostException("h: no"), "could not be sent: unknown host h", network),
        Arguments.of(new ConnectException("refused"), "could not be sent: refused", network),
        Arguments.of(new NoRouteToHostException("no way"), "could not be sent: no way", network),
        Arguments.of(new SSLException("cut"), "could not be sent: cut", network),
        Arguments.of(
            new EOFException(), "broke off: EOFException", "Try again, or raise maxRetries."));
  }

  @ParameterizedTest
  @MethodSource("ends")
  void everyEndHasItsAdvice(IOException end, String what, String advice) {
    assertThat(Failures.of(URL, end)).hasMessage("GET %s %s. %s", URL, what, advice);
  }

  private static Response answer(int status, Map<String, String> headers) {
    return new Response(status, headers, new byte[0]);
  }
}
