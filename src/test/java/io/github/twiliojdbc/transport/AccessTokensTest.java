package io.github.twiliojdbc.transport;

import static io.github.twiliojdbc.connect.PlantedSecrets.SECRET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AccessTokensTest {
  private static final String URL = "https://oauth.twilio.com/v2/token";

  private final List<Map<String, String>> forms = new ArrayList<>();
  private final Watch watch = new Watch();
  private Response answer = new Response(200, Map.of(), new byte[0]);

  private final AccessTokens tokens =
      new AccessTokens(
          new Credentials.Client("OQ1", SECRET),
          URL,
          (url, fields) -> {
            assertThat(url).isEqualTo(URL);
            forms.add(fields);
            return answer;
          },
          watch);

  @Test
  void aTokenIsAskedForWithTheApplicationsCredentials() throws IOException {
    answer = answer(200, "{\"access_token\":\"t1\",\"expires_in\":3600,\"token_type\":\"bearer\"}");
    assertThat(tokens.header()).isEqualTo("Bearer t1");
    assertThat(forms)
        .containsExactly(
            Map.of(
                "grant_type", "client_credentials",
                "client_id", "OQ1",
                "client_secret", SECRET));
  }

  @Test
  void aTokenServesUntilShortlyBeforeItsEnd() throws IOException {
    answer = answer(200, "{\"access_token\":\"t1\",\"expires_in\":3600}");
    assertThat(tokens.header()).isEqualTo("Bearer t1");
    answer = answer(200, "{\"access_token\":\"t2\",\"expires_in\":60}");
    watch.now = watch.now.plus(Duration.ofMinutes(54));
    assertThat(tokens.header()).isEqualTo("Bearer t1");
    watch.now = watch.now.plus(Duration.ofMinutes(1));
    assertThat(tokens.header()).isEqualTo("Bearer t2");
    watch.now = watch.now.plus(Duration.ofSeconds(53));
    assertThat(tokens.header()).isEqualTo("Bearer t2");
    assertThat(forms).hasSize(2);
  }

  @Test
  void aTokenThatIsRefusedIsAskedForAnew() throws IOException {
    answer = answer(200, "{\"access_token\":\"t1\"}");
    String first = tokens.header();
    answer = answer(200, "{\"access_token\":\"t2\"}");
    tokens.refused("Bearer another");
    assertThat(tokens.header()).isEqualTo(first);
    tokens.refused(first);
    assertThat(tokens.header()).isEqualTo("Bearer t2");
  }

  @Test
  void whatIsNoToken() {
    answer = answer(401, "{\"code\":20003,\"message\":\"Authenticate\"}");
    assertThatThrownBy(tokens::header)
        .isInstanceOf(RequestFailure.class)
        .hasMessage(
            "POST https://oauth.twilio.com/v2/token answered 401: Authenticate (Twilio error"
                + " 20003). Check clientId and clientSecret.");
    answer = answer(200, "{}");
    assertThatThrownBy(tokens::header)
        .hasMessage(
            "POST https://oauth.twilio.com/v2/token answered without an access_token. Check"
                + " endpoint and proxyHost if they are set: something else may have answered.");
    answer = answer(503, "");
    assertThatThrownBy(tokens::header)
        .isInstanceOf(IOException.class)
        .hasMessage("no access token, POST https://oauth.twilio.com/v2/token answered 503");
  }

  private static Response answer(int status, String body) {
    return new Response(status, Map.of(), body.getBytes(StandardCharsets.UTF_8));
  }

  /** A clock that is set by hand. */
  private static final class Watch extends Clock {
    private Instant now = Instant.parse("2026-06-30T12:00:00Z");

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }
  }
}
