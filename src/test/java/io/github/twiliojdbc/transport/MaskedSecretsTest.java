package io.github.twiliojdbc.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The secrets of a connection, as they are and as a URL has them. */
class MaskedSecretsTest {
  private static final HttpTwilioClient.ProxyServer PROXY =
      new HttpTwilioClient.ProxyServer("h", 1, Optional.of("me"), Optional.of("pw"));

  @Test
  void aTokenAndAPassword() {
    Secrets secrets = Secrets.of(new Credentials.Basic("AC1", "a+b"), Optional.of(PROXY));
    assertThat(secrets.masked("AC1 a+b a%2Bb pw me")).isEqualTo("AC1 *** *** *** me");
    assertThat(secrets.toString()).isEqualTo("Secrets[***]");
  }

  @Test
  void anApplication() {
    Secrets secrets = Secrets.of(new Credentials.Client("OQ1", "secret"), Optional.empty());
    assertThat(secrets.masked("OQ1 secret")).isEqualTo("OQ1 ***");
  }

  @Test
  void nothingIsNoSecret() {
    Secrets secrets = Secrets.of(new Credentials.Basic("AC1", ""), Optional.empty());
    assertThat(secrets.masked("a b")).isEqualTo("a b");
  }
}
