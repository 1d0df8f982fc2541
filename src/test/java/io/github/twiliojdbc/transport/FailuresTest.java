package io.github.twiliojdbc.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of a request that failed, and whether it is sent again. */
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

  /**
   * How long a policy waits that would wait 60 seconds at most, in milliseconds; -1 is not at all.
   */
  @ParameterizedTest
  @CsvSource({
    "408, '', 0",
    "425, '', 0",
    "429, '', 0",
    "429, 7, 7000",
    "429, -7, 0",
    "429, soon, 0",
    "429, 86400, -1",
    "429, 99999999999999999999, -1",
    "503, 'Tue, 30 Jun 2026 12:00:09 GMT', 9000",
    "503, 'Tue, 30 Jun 2026 11:00:00 GMT', 0",
    "503, 'Wed, 30 Jun 2027 12:00:00 GMT', -1",
    "404, '', -1",
    "407, '', -1",
    "410, '', -1"
  })
  void aRequestWaitsAsItIsTold(int status, String wait, long milliseconds) {
    Clock clock =
        Clock.fixed(java.time.Instant.parse("2026-06-30T12:00:00Z"), java.time.ZoneOffset.UTC);
    assertThat(
            RetryPolicy.of(5)
                .after(answer(status, Map.of("retry-after", wait)), 0, 0.0, clock, true)
                .map(Duration::toMillis))
        .isEqualTo(milliseconds < 0 ? Optional.empty() : Optional.of(milliseconds));
  }

  @Test
  void aHandshakeThatIsCutIsTriedAgainButNoCertificate() {
    IOException cut = new SSLHandshakeException("Remote host terminated the handshake");
    cut.initCause(new EOFException());
    IOException untrusted = new SSLHandshakeException("untrusted");
    untrusted.initCause(new CertificateException());
    assertThat(Failures.isPassing(cut)).isTrue();
    assertThat(Failures.isPassing(untrusted)).isFalse();
    assertThat(Failures.isPassing(new SSLPeerUnverifiedException("another host"))).isFalse();
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
