package io.github.twiliojdbc.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The secrets of a connection, as they are and as a URL has them. */
class MaskedSecretsTest {
  private static final ProxyServer PROXY =
      new ProxyServer(
          ProxyServer.Kind.HTTP, "h", 1, Optional.of("me"), Optional.of("pw"), List.of());

  @Test
  void aTokenAndAPassword() {
    Secrets secrets =
        Secrets.of(
            new Credentials.Basic("AC1", "a+b"), http(Optional.of(PROXY), Map.of("X-Key", "k3y")));
    assertThat(secrets.masked("AC1 a+b a%2Bb pw me k3y")).isEqualTo("AC1 *** *** *** me ***");
    assertThat(secrets.toString()).isEqualTo("Secrets[***]");
  }

  @Test
  void anApplication() {
    Secrets secrets =
        Secrets.of(new Credentials.Client("OQ1", "secret"), http(Optional.empty(), Map.of()));
    assertThat(secrets.masked("OQ1 secret")).isEqualTo("OQ1 ***");
  }

  @Test
  void nothingIsNoSecret() {
    Secrets secrets =
        Secrets.of(new Credentials.Basic("AC1", ""), http(Optional.empty(), Map.of()));
    assertThat(secrets.masked("a b")).isEqualTo("a b");
  }

  @Test
  void whatHoldsThemDoesNotSayThem() {
    assertThat(PROXY).hasToString("ProxyServer[HTTP h:1]");
    assertThat(new Credentials.Basic("AC1", "a+b"))
        .hasToString("Basic[username=AC1, password=***]");
    assertThat(new Credentials.Client("OQ1", "secret")).hasToString("Client[id=OQ1, secret=***]");
    assertThat(http(Optional.of(PROXY), Map.of("X-Key", "k3y")))
        .hasToString("HttpSettings[PT0S, PT0S, headers=[X-Key]]");
  }

  private static HttpSettings http(Optional<ProxyServer> proxy, Map<String, String> headers) {
    return new HttpSettings(Duration.ZERO, Duration.ZERO, proxy, Optional.empty(), headers);
  }
}
