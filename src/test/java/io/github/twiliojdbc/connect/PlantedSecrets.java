package io.github.twiliojdbc.connect;

import io.github.twiliojdbc.catalog.Catalog;
import io.github.twiliojdbc.transport.Response;
import io.github.twiliojdbc.transport.Target;
import io.github.twiliojdbc.transport.sandbox.Sandbox;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The secrets that tests sign in with, made to be recognized wherever they should not be. */
public final class PlantedSecrets {
  /** Auth token, or secret of an API key or a client. */
  public static final String SECRET = "pl4nted+5ecret/of=mine";

  /** What the secret of a client is exchanged for. */
  public static final String BEARER = "pl4nted.be4rer.t0ken";

  /** Password of a proxy. */
  public static final String PROXY_PASSWORD = "pl4nted-pr0xy";

  /** Value of a header that the user adds. */
  public static final String HEADER = "pl4nted-he4der";

  private static final List<String> SPELLINGS =
      Stream.of(
              Stream.of("pl4nted%2B5ecret"),
              Stream.of(SECRET, BEARER, PROXY_PASSWORD, HEADER).flatMap(PlantedSecrets::spellings),
              authTokens())
          .flatMap(spellings -> spellings)
          .toList();

  private PlantedSecrets() {}

  /** Returns the first of the secrets that is in a text, as it is spelled there. */
  static Optional<String> in(String text) {
    return SPELLINGS.stream().filter(text::contains).findFirst();
  }

  /** Returns the auth tokens of the sandbox's accounts. */
  private static Stream<String> authTokens() {
    Response accounts =
        new Sandbox(Catalog.bundled(), TestConnections.ACCOUNT, 1, TestConnections.CLOCK)
            .get(new Target("api", "/2010-04-01/Accounts.json"));
    return Pattern.compile("\"auth_token\":\"(\\w+)\"")
        .matcher(new String(accounts.body(), StandardCharsets.UTF_8))
        .results()
        .map(token -> token.group(1));
  }

  /** A text in Base64 looks in one of three ways, by the number of bytes before it. */
  private static Stream<String> spellings(String secret) {
    Stream<String> encoded =
        IntStream.range(0, 3)
            .mapToObj(
                before -> {
                  byte[] bytes = (" ".repeat(before) + secret).getBytes(StandardCharsets.UTF_8);
                  String all = Base64.getEncoder().withoutPadding().encodeToString(bytes);
                  // Characters at the ends are made of a neighbour's bits as well.
                  return all.substring(before == 0 ? 0 : before + 1, all.length() - 1);
                });
    return Stream.concat(Stream.of(secret), encoded);
  }
}
