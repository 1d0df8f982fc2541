package io.github.twiliojdbc.transport;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a connection must not show, not even where somebody has written it into a statement.
 *
 * @param values the secrets, as they are and as a URL has them
 */
public record Secrets(List<String> values) {
  private static final String MASK = "***";

  /** Returns the secrets of a connection. */
  public static Secrets of(Credentials credentials, HttpSettings http) {
    String own =
        credentials instanceof Credentials.Client client
            ? client.secret()
            : ((Credentials.Basic) credentials).password();
    return new Secrets(
        Stream.of(
                Stream.of(own),
                http.proxy().flatMap(ProxyServer::password).stream(),
                http.headers().values().stream())
            .flatMap(secrets -> secrets)
            .filter(secret -> !secret.isEmpty())
            .flatMap(secret -> Stream.of(secret, URLEncoder.encode(secret, StandardCharsets.UTF_8)))
            .distinct()
            .toList());
  }

  /** Returns a text without the secrets. */
  public String masked(String text) {
    String masked = text;
    for (String secret : values) {
      masked = masked.replace(secret, MASK);
    }
    return masked;
  }

  @Override
  public String toString() {
    return "Secrets[" + MASK + "]";
  }
}
