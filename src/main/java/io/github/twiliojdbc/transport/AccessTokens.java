package io.github.twiliojdbc.transport;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.twiliojdbc.catalog.Json;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The access tokens of an OAuth application: one is asked for when it is needed, and another before
 * it ends (<a href="https://www.twilio.com/docs/iam/oauth-apps">OAuth apps</a>).
 *
 * <p>Safe for use by several threads, of which one asks and the others wait.
 */
final class AccessTokens implements Authorization {
  /** Where tokens are given out. */
  static final Target TARGET = new Target("oauth", "/v2/token");

  /** How long a token is good for if Twilio does not say. */
  private static final long USUAL_SECONDS = 3600;

  /** How long before its end a token is taken for old, at most a tenth of its life. */
  private static final Duration MARGIN = Duration.ofMinutes(5);

  private final Credentials.Client client;
  private final String url;
  private final Form form;
  private final Clock clock;
  private @Nullable Token token;

  AccessTokens(Credentials.Client client, String url, Form form, Clock clock) {
    this.client = client;
    this.url = url;
    this.form = form;
    this.clock = clock;
  }

  /**
   * Returns the header of a token that is still good.
   *
   * @throws RequestFailure if there is none for these credentials
   */
  @Override
  public synchronized String header() throws IOException {
    Token current = token;
    if (current == null || !clock.instant().isBefore(current.oldAt)) {
      current = request();
      token = current;
    }
    return current.header;
  }

  @Override
  public synchronized void refused(String header) {
    if (token != null && token.header.equals(header)) {
      token = null;
    }
  }

  private Token request() throws IOException {
    Response response =
        form.post(
            url,
            Map.of(
                "grant_type", "client_credentials",
                "client_id", client.id(),
                "client_secret", client.secret()));
    if (response.status() == 429 || response.status() >= 500) {
      throw new IOException("no access token, POST " + url + " answered " + response.status());
    }
    if (!response.isSuccess()) {
      throw Failures.ofToken(url, response);
    }
    JsonNode json = Json.MAPPER.readTree(response.body());
    String text = json.path("access_token").asText();
    if (text.isEmpty()) {
      throw Failures.malformed("POST " + url, "answered without an access_token");
    }
    Duration life = Duration.ofSeconds(json.path("expires_in").asLong(USUAL_SECONDS));
    Duration tenth = life.dividedBy(10);
    Duration margin = tenth.compareTo(MARGIN) < 0 ? tenth : MARGIN;
    return new Token("Bearer " + text, clock.instant().plus(life).minus(margin));
  }

  /** Sends a form, so that a test need not. */
  interface Form {
    Response post(String url, Map<String, String> fields) throws IOException;
  }

  /** A token as a header has it, and when it is to be asked for anew. */
  private record Token(String header, Instant oldAt) {
    @Override
    public String toString() {
      return "Token[header=***, oldAt=" + oldAt + "]";
    }
  }
}
