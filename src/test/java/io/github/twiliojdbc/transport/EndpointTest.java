package io.github.twiliojdbc.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointTest {
  private static final Endpoint STAND_IN = new Endpoint("http://127.0.0.1:8080/{product}/");

  /** The hosts are those that Twilio's SDKs build. */
  @ParameterizedTest
  @CsvSource({
    ",, https://api.twilio.com/x",
    "au1,, https://api.au1.twilio.com/x",
    ",sydney, https://api.sydney.us1.twilio.com/x",
    "au1,sydney, https://api.sydney.au1.twilio.com/x"
  })
  void regionAndEdge(String region, String edge, String url) {
    Endpoint endpoint = Endpoint.twilio(Optional.ofNullable(region), Optional.ofNullable(edge));
    assertThat(endpoint.url(new Target("api", "/x"))).isEqualTo(url);
  }

  @Test
  void theProductIsPutIn() {
    assertThat(STAND_IN.url(new Target("studio", "/v2/Flows?PageSize=5")))
        .isEqualTo("http://127.0.0.1:8080/studio/v2/Flows?PageSize=5");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v2/Flows?Page=1",
        "https://studio.twilio.com/v2/Flows?Page=1",
        "https://evil.example/v2/Flows?Page=1",
        "//evil.example/v2/Flows?Page=1",
        "http://user:password@evil.example:81/v2/Flows?Page=1#top",
        "http://127.0.0.1:8080/studio/v2/Flows?Page=1"
      })
  void ofALinkOnlyPathAndQueryCount(String link) {
    assertThat(STAND_IN.follow(new Target("studio", "/v2/Flows"), link))
        .isEqualTo(new Target("studio", "/v2/Flows?Page=1"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "http://example.com | 'http://example.com' would send credentials unencrypted; plain http"
            + " is for this machine only",
        "ftp://example.com | 'ftp://example.com' does not begin with https",
        "https:/api | 'https:/api' is not a URL with a host",
        "https://user:x@api.twilio.com | 'https://user:x@api.twilio.com' is not a URL with a host",
      })
  void whatIsNoEndpoint(String template, String message) {
    assertThatThrownBy(() -> new Endpoint(template))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }
}
