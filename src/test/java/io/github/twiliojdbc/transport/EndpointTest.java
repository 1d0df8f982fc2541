package io.github.twiliojdbc.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointTest {
  private static final Endpoint STAND_IN = new Endpoint("http://127.0.0.1:8080/{product}/");

  /** The hosts that Twilio serves. */
  @ParameterizedTest
  @CsvSource({
    ",, https://api.twilio.com/x",
    "us1,, https://api.twilio.com/x",
    "us1,ashburn, https://api.ashburn.us1.twilio.com/x",
    "ie1,, https://api.dublin.ie1.twilio.com/x",
    "IE1,, https://api.dublin.ie1.twilio.com/x",
    "au1,, https://api.sydney.au1.twilio.com/x",
    "au1,singapore, https://api.singapore.au1.twilio.com/x",
    ",sydney, https://api.sydney.us1.twilio.com/x"
  })
  void regionAndEdge(String region, String edge, String url) {
    Endpoint endpoint = Endpoint.twilio(Optional.ofNullable(region), Optional.ofNullable(edge));
    assertThat(endpoint.url(new Target("api", "/x"))).isEqualTo(url);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "br1 | | is no region in which Twilio processes data: us1, ie1 and au1 are",
        "us1 | evil.example/ | is no name of an edge",
      })
  void whereTwilioIsNot(String region, String edge, String message) {
    assertThatThrownBy(
            () -> Endpoint.twilio(Optional.ofNullable(region), Optional.ofNullable(edge)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  void aRefusalInARegionSaysThatItsCredentialsAreItsOwn() {
    Response refusal =
        new Response(
            401,
            Map.of(),
            "{\"code\":20003,\"message\":\"Authenticate\"}".getBytes(StandardCharsets.UTF_8));
    String advice = "Check accountSid and authToken, or apiKey and apiSecret.";
    assertThat(Failures.of("https://api.dublin.ie1.twilio.com/x", refusal, Optional.empty()))
        .hasMessage(
            "GET https://api.dublin.ie1.twilio.com/x answered 401: Authenticate (Twilio error"
                + " 20003). "
                + advice
                + " Region ie1 has tokens and API keys of its own, those of us1 do not count.");
    for (String home :
        List.of("https://api.twilio.com/x", "https://api.ashburn.us1.twilio.com/x")) {
      assertThat(Failures.of(home, refusal, Optional.empty()))
          .hasMessage(
              "GET " + home + " answered 401: Authenticate (Twilio error 20003). " + advice);
    }
  }

  @Test
  void aFaultAtALongRangeSaysWhatToNarrow() {
    assertThat(
            Failures.of(
                "https://api.twilio.com/x",
                new Response(500, Map.of(), new byte[0]),
                Optional.of("start_date")))
        .hasMessage(
            "GET https://api.twilio.com/x answered 500. Try again later, or raise maxRetries. A"
                + " shorter range of start_date may help.");
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

  /** Some lists name their next page by the parameter alone. */
  @ParameterizedTest
  @CsvSource({
    "/v1/Things, /v1/Things?Page=2",
    "/v1/Things?Page=1, /v1/Things?Page=2",
    "/v1/Things?Page=1&PageSize=50&Kind=a, /v1/Things?PageSize=50&Kind=a&Page=2",
    "/v1/Things?Pages=1, /v1/Things?Pages=1&Page=2"
  })
  void ofAParameterOnlyTheValueIsAnother(String path, String next) {
    assertThat(STAND_IN.follow(new Target("numbers", path), "?Page=2"))
        .isEqualTo(new Target("numbers", next));
    assertThat(STAND_IN.follow(new Target("numbers", path, true), "?Page=2").isSettled()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "http://example.com | would send credentials unencrypted; plain http"
            + " is for this machine only",
        "ftp://example.com | does not begin with https",
        "https:/api | is not a URL with a host",
        "https://user:x@api.twilio.com | is not a URL with a host",
      })
  void whatIsNoEndpoint(String template, String message) {
    assertThatThrownBy(() -> new Endpoint(template))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }
}
