package io.github.twiliojdbc.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryPolicyTest {
  private static final RetryPolicy POLICY =
      new RetryPolicy(3, Duration.ofMillis(100), Duration.ofSeconds(10));
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-06-30T12:00:00Z"), ZoneOffset.UTC);

  @ParameterizedTest
  @ValueSource(ints = {408, 425, 429, 500, 502, 503, 504})
  void whatPassesIsSentAgain(int status) {
    assertThat(after(status, Map.of(), 0)).contains(Duration.ofMillis(50));
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 301, 400, 401, 403, 404, 407, 410})
  void whatStaysIsNot(int status) {
    assertThat(after(status, Map.of(), 0)).isEmpty();
  }

  @Test
  void waitsDoubleUpToTheLongest() {
    RetryPolicy patient = new RetryPolicy(100, Duration.ofMillis(100), Duration.ofSeconds(1));
    assertThat(patient.after(new IOException(), 1, 0.5)).contains(Duration.ofMillis(100));
    assertThat(patient.after(new IOException(), 3, 0.5)).contains(Duration.ofMillis(400));
    assertThat(patient.after(new IOException(), 99, 0.5)).contains(Duration.ofMillis(500));
  }

  @Test
  void retriesEnd() {
    assertThat(after(503, Map.of(), 2)).isPresent();
    assertThat(after(503, Map.of(), 3)).isEmpty();
    assertThat(POLICY.after(new IOException(), 3, 0.5)).isEmpty();
  }

  @Test
  void retryAfterInSeconds() {
    assertThat(after(429, Map.of("retry-after", "7"), 0)).contains(Duration.ofMillis(7050));
  }

  @Test
  void retryAfterAsADate() {
    assertThat(after(503, Map.of("retry-after", "Tue, 30 Jun 2026 12:00:04 GMT"), 0))
        .contains(Duration.ofMillis(4050));
    assertThat(after(503, Map.of("retry-after", "Tue, 30 Jun 2026 11:00:00 GMT"), 0))
        .contains(Duration.ofMillis(50));
  }

  @Test
  void retryAfterAsLongAsTheLongestWait() {
    assertThat(after(429, Map.of("retry-after", "10"), 0)).contains(Duration.ofMillis(10_050));
    assertThat(after(429, Map.of("retry-after", "11"), 0)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"3600", "99999999999999999999", "Wed, 30 Jun 2027 12:00:00 GMT"})
  void retryAfterThatIsTooLongGivesUp(String wait) {
    assertThat(after(429, Map.of("retry-after", wait), 0)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"soon", "-7", ""})
  void retryAfterThatIsNothing(String wait) {
    assertThat(after(429, Map.of("retry-after", wait), 0)).contains(Duration.ofMillis(50));
  }

  @Test
  void aBrokenConnectionIsTriedAgainButNoWrongHost() {
    assertThat(POLICY.after(new EOFException(), 0, 0.5)).isPresent();
    assertThat(POLICY.after(new UnknownHostException("x"), 0, 0.5)).isEmpty();
    assertThat(POLICY.after(new SSLPeerUnverifiedException("another host"), 0, 0.5)).isEmpty();
  }

  @Test
  void aHandshakeThatIsCutIsTriedAgainButNoCertificate() {
    IOException cut = new SSLHandshakeException("Remote host terminated the handshake");
    cut.initCause(new EOFException());
    IOException untrusted = new SSLHandshakeException("untrusted");
    untrusted.initCause(new CertificateException());
    assertThat(POLICY.after(cut, 0, 0.5)).isPresent();
    assertThat(POLICY.after(untrusted, 0, 0.5)).isEmpty();
  }

  /** Twilio's front refuses in passing what it let in before. */
  @Test
  void aRefusalAfterASuccessIsAskedAboutOnceMore() {
    Response refusal = new Response(401, Map.of(), new byte[0]);
    assertThat(POLICY.after(refusal, 0, 0.5, CLOCK, true)).contains(Duration.ofMillis(50));
    assertThat(POLICY.after(refusal, 0, 0.5, CLOCK, false)).isEmpty();
  }

  private static Optional<Duration> after(int status, Map<String, String> headers, int retries) {
    return POLICY.after(new Response(status, headers, new byte[0]), retries, 0.5, CLOCK, false);
  }
}
