package io.github.twiliojdbc.transport;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.temporaryRedirect;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static io.github.twiliojdbc.connect.PlantedSecrets.BEARER;
import static io.github.twiliojdbc.connect.PlantedSecrets.PROXY_PASSWORD;
import static io.github.twiliojdbc.connect.PlantedSecrets.SECRET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes over the wire. */
class HttpTwilioClientTest {
  @RegisterExtension
  private static final WireMockExtension SERVER = WireMockExtension.newInstance().build();

  private static final Target TARGET = new Target("api", "/v1/Things?DateSent%3E=2026-01-01");
  private static final String PATH = "/api/v1/Things?DateSent%3E=2026-01-01";

  @Test
  void aRequestCarriesCredentialsAndName() throws IOException {
    SERVER.stubFor(any(anyUrl()).willReturn(ok("{}").withHeader("Twilio-Request-Id", "RQ1")));
    Response response = client(Optional.empty()).get(TARGET);
    assertThat(response.status()).isEqualTo(200);
    assertThat(response.header("twilio-request-id")).contains("RQ1");
    SERVER.verify(
        getRequestedFor(urlEqualTo(PATH))
            // printf SK1:pl4nted+5ecret/of=mine | base64
            .withHeader("Authorization", equalTo("Basic U0sxOnBsNG50ZWQrNWVjcmV0L29mPW1pbmU="))
            .withHeader("Accept", equalTo("application/json"))
            .withHeader("Accept-Encoding", equalTo("gzip"))
            .withHeader("User-Agent", equalTo("test/1")));
  }

  @Test
  void anAnswerTellsOfItsWay() throws IOException {
    SERVER.stubFor(
        any(anyUrl())
            .willReturn(
                ok("{}".repeat(1000))
                    .withHeader("Twilio-Request-Duration", "0.042")
                    .withHeader("Twilio-Concurrent-Requests", "3")));
    Response response = client(Optional.empty()).get(TARGET);
    assertThat(response.protocol()).isEqualTo("http/1.1");
    assertThat(response.header("content-encoding")).contains("gzip");
    assertThat(response.serverMilliseconds()).hasValue(42);
    assertThat(response.concurrentRequests()).hasValue(3);
    assertThat(response.body()).hasSize(2000);
  }

  @Test
  void anOauthApplicationSendsItsAccessToken() throws IOException {
    SERVER.stubFor(
        post(urlEqualTo("/oauth/v2/token"))
            .withFormParam("grant_type", equalTo("client_credentials"))
            .withFormParam("client_id", equalTo("OQ1"))
            .withFormParam("client_secret", equalTo(SECRET))
            .willReturn(ok("{\"access_token\":\"" + BEARER + "\",\"expires_in\":3600}")));
    SERVER.stubFor(
        get(urlEqualTo(PATH))
            .withHeader("Authorization", equalTo("Bearer " + BEARER))
            .willReturn(ok()));
    HttpTwilioClient client = client(new Credentials.Client("OQ1", SECRET));
    assertThat(client.get(TARGET).status()).isEqualTo(200);
    assertThat(client.get(TARGET).status()).isEqualTo(200);
    SERVER.verify(1, postRequestedFor(urlEqualTo("/oauth/v2/token")));
  }

  /** A token may end before its time. */
  @Test
  void anAccessTokenThatIsRefusedIsReplaced() throws IOException {
    SERVER.stubFor(
        post(urlEqualTo("/oauth/v2/token"))
            .inScenario("tokens")
            .willReturn(ok("{\"access_token\":\"" + BEARER + "\"}"))
            .willSetStateTo("renewed"));
    SERVER.stubFor(
        post(urlEqualTo("/oauth/v2/token"))
            .inScenario("tokens")
            .whenScenarioStateIs("renewed")
            .willReturn(ok("{\"access_token\":\"t2\"}")));
    SERVER.stubFor(
        get(anyUrl()).withHeader("Authorization", equalTo("Bearer t2")).willReturn(ok()));
    SERVER.stubFor(
        get(urlEqualTo("/api/first"))
            .withHeader("Authorization", equalTo("Bearer " + BEARER))
            .willReturn(ok()));
    SERVER.stubFor(
        get(urlEqualTo(PATH))
            .withHeader("Authorization", equalTo("Bearer " + BEARER))
            .willReturn(aResponse().withStatus(401)));
    TwilioClient client =
        new RetryingClient(
            client(new Credentials.Client("OQ1", SECRET)),
            RetryPolicy.of(1),
            milliseconds -> {},
            () -> 0,
            Clock.systemUTC());
    assertThat(client.get(new Target("api", "/first")).status()).isEqualTo(200);
    assertThat(client.get(TARGET).status()).isEqualTo(200);
    SERVER.verify(2, postRequestedFor(urlEqualTo("/oauth/v2/token")));
  }

  @Test
  void aRedirectIsNotFollowed() throws IOException {
    SERVER.stubFor(any(anyUrl()).willReturn(temporaryRedirect("/elsewhere")));
    assertThat(client(Optional.empty()).get(TARGET).status()).isEqualTo(302);
    assertThat(SERVER.getAllServeEvents()).hasSize(1);
  }

  /** The proxy is asked for a tunnel, and never sees what goes through it. */
  @Test
  void aProxyIsAskedAndLoggedInTo() throws Exception {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CompletableFuture<String> asked =
          CompletableFuture.supplyAsync(
              () -> answered(socket, "HTTP/1.1 407 No\r\nContent-Length: 0\r\n\r\n"));
      ProxyServer proxy =
          new ProxyServer(
              ProxyServer.Kind.HTTP,
              "127.0.0.1",
              socket.getLocalPort(),
              Optional.of("me"),
              Optional.of(PROXY_PASSWORD),
              List.of("*.elsewhere.example"));
      assertThat(proxy.toString()).doesNotContain(PROXY_PASSWORD);
      HttpTwilioClient client =
          client(new Endpoint("https://twilio.example/{product}"), Optional.of(proxy));
      IOException refused = catchThrowableOfType(IOException.class, () -> client.get(TARGET));
      assertThat(Failures.of("https://x/y", refused))
          .hasMessage(
              "GET https://x/y could not be sent: Failed to authenticate with proxy. Check proxyUser"
                  + " and proxyPassword.");
      assertThat(asked.get())
          .startsWith("CONNECT twilio.example:443 HTTP/1.1")
          .contains("Proxy-Authorization: Basic bWU6cGw0bnRlZC1wcjB4eQ==") // me:pl4nted-pr0xy
          .doesNotContain("\nAuthorization");
    }
  }

  /** Returns the head of the next request to a socket, which is answered with a text. */
  private static String answered(ServerSocket server, String answer) {
    try (Socket socket = server.accept()) {
      String head = HttpConnectionsTest.readHead(socket);
      socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
      return head;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The name of the host goes to the proxy as it is, since it may know what this machine does not.
   */
  @Test
  void aSocksProxyIsAsked() throws Exception {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CompletableFuture<byte[]> asked = CompletableFuture.supplyAsync(() -> greeted(socket));
      ProxyServer proxy =
          new ProxyServer(
              ProxyServer.Kind.SOCKS,
              "127.0.0.1",
              socket.getLocalPort(),
              Optional.empty(),
              Optional.empty(),
              List.of());
      HttpTwilioClient client =
          client(new Endpoint("https://twilio.example/{product}"), Optional.of(proxy));
      assertThat(catchThrowableOfType(IOException.class, () -> client.get(TARGET))).isNotNull();
      assertThat(new String(asked.get(), StandardCharsets.ISO_8859_1))
          .startsWith("\5\1\0\3" + (char) "twilio.example".length() + "twilio.example");
    }
  }

  /** Returns what a client asks of a SOCKS 5 proxy that needs no log-in. */
  private static byte[] greeted(ServerSocket server) {
    try (Socket socket = server.accept()) {
      int methods = socket.getInputStream().readNBytes(2)[1];
      socket.getInputStream().readNBytes(methods);
      socket.getOutputStream().write(new byte[] {5, 0});
      return socket.getInputStream().readNBytes(4 + 1 + "twilio.example".length());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "api.twilio.com, false",
    "API.Twilio.com, false",
    "twilio.com, true",
    "localhost, false",
    "localhost.example, true"
  })
  void hostsThatAreAskedPastTheProxy(String host, boolean isProxied) {
    ProxyServer proxy =
        new ProxyServer(
            ProxyServer.Kind.HTTP,
            "h",
            1,
            Optional.empty(),
            Optional.empty(),
            List.of("*.twilio.com", "localhost"));
    assertThat(proxy.isFor(host)).isEqualTo(isProxied);
  }

  @Test
  void anApplicationTellsItsName() throws IOException {
    SERVER.stubFor(any(anyUrl()).willReturn(ok("{}")));
    HttpTwilioClient client = client(Optional.empty());
    client.setApplicationName("Month's report");
    client.get(TARGET);
    SERVER.verify(
        getRequestedFor(urlEqualTo(PATH))
            .withHeader("X-Team", equalTo("billing"))
            .withHeader("User-Agent", equalTo("test/1 Month's report")));
  }

  /** A header has no line breaks and no other letters. */
  @ParameterizedTest
  @CsvSource({
    "'', true",
    "' ~', true",
    "'a\tb', false",
    "'a\nb', false",
    "ü, false",
    "\u007f, false"
  })
  void namesThatCanBeTold(String name, boolean canBeTold) {
    assertThat(HttpTwilioClient.canBeTold(name)).isEqualTo(canBeTold);
  }

  @Test
  void whatIsNotEncryptedGoesPastTheProxy() throws IOException {
    SERVER.stubFor(any(anyUrl()).willReturn(ok("{}")));
    ProxyServer nowhere =
        new ProxyServer(
            ProxyServer.Kind.HTTP, "127.0.0.1", 1, Optional.empty(), Optional.empty(), List.of());
    assertThat(client(Optional.of(nowhere)).get(TARGET).status()).isEqualTo(200);
  }

  @Test
  void aServerThatNeverAnswersTimesOut() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      HttpTwilioClient client =
          client(
              new Endpoint("http://127.0.0.1:" + silent.getLocalPort() + "/{product}"),
              new Credentials.Basic("SK1", SECRET),
              Optional.empty(),
              Duration.ofMillis(200));
      assertThatThrownBy(() -> client.get(TARGET)).isInstanceOf(InterruptedIOException.class);
      assertThat(Failures.of("https://x/y", new InterruptedIOException("timeout")))
          .hasMessage(
              "GET https://x/y took too long: timeout. Try again, or raise connectTimeout or"
                  + " readTimeout.");
    }
  }

  @Test
  void whatPassesIsSentAgainAfterAWait() throws IOException {
    fail("first", Scenario.STARTED, "second", aResponse().withStatus(429));
    fail("first", "second", "third", aResponse().withStatus(502));
    fail("first", "third", "fourth", aResponse().withStatus(503).withHeader("Retry-After", "2"));
    SERVER.stubFor(
        any(anyUrl()).inScenario("first").whenScenarioStateIs("fourth").willReturn(ok("{}")));
    List<Long> waits = new ArrayList<>();
    TwilioClient patient =
        new RetryingClient(
            client(Optional.empty()),
            new RetryPolicy(5, Duration.ofMillis(100), Duration.ofSeconds(10)),
            waits::add,
            () -> 0.5,
            Clock.systemUTC());
    assertThat(patient.get(TARGET).status()).isEqualTo(200);
    assertThat(waits).containsExactly(50L, 100L, 2200L);
  }

  private static void fail(
      String scenario, String state, String next, ResponseDefinitionBuilder answer) {
    SERVER.stubFor(
        any(anyUrl())
            .inScenario(scenario)
            .whenScenarioStateIs(state)
            .willSetStateTo(next)
            .willReturn(answer));
  }

  private static HttpTwilioClient client(Optional<ProxyServer> proxy) {
    return client(new Endpoint("http://127.0.0.1:" + SERVER.getPort() + "/{product}"), proxy);
  }

  private static HttpTwilioClient client(Endpoint endpoint, Optional<ProxyServer> proxy) {
    return client(endpoint, new Credentials.Basic("SK1", SECRET), proxy);
  }

  private static HttpTwilioClient client(Credentials credentials) {
    return client(
        new Endpoint("http://127.0.0.1:" + SERVER.getPort() + "/{product}"),
        credentials,
        Optional.empty());
  }

  private static HttpTwilioClient client(
      Endpoint endpoint, Credentials credentials, Optional<ProxyServer> proxy) {
    return client(endpoint, credentials, proxy, Duration.ofSeconds(20));
  }

  private static HttpTwilioClient client(
      Endpoint endpoint,
      Credentials credentials,
      Optional<ProxyServer> proxy,
      Duration readTimeout) {
    return new HttpTwilioClient(
        endpoint,
        credentials,
        new HttpSettings(
            Duration.ofSeconds(5),
            readTimeout,
            proxy,
            Optional.empty(),
            Map.of("X-Team", "billing")),
        "test/1");
  }
}
