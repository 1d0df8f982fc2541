package io.github.twiliojdbc.transport;

import static io.github.twiliojdbc.connect.PlantedSecrets.SECRET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import okhttp3.Protocol;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What may happen to an encrypted connection, in HTTP/1.1 and in HTTP/2, before it works. */
class EncryptedFaultsTest {
  private static final Target TARGET = new Target("api", "/x");
  private static final String BODY = "{\"x\":\"" + "y".repeat(100_000) + "\"}";
  private static final int REFUSED_STREAM = 7;
  private static final int INTERNAL_ERROR = 2;
  private static final HeldCertificate CERTIFICATE =
      new HeldCertificate.Builder().addSubjectAlternativeName("localhost").build();

  @TempDir private static Path folder;

  private final MockWebServer server = new MockWebServer();

  /** The JVM trusts the server's certificate, as a company's machines trust the company's. */
  @BeforeAll
  static void trust() throws Exception {
    Path file = folder.resolve("trusted.p12");
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setCertificateEntry("server", CERTIFICATE.certificate());
    try (OutputStream out = Files.newOutputStream(file)) {
      store.store(out, "password".toCharArray());
    }
    System.setProperty("javax.net.ssl.trustStore", file.toString());
    System.setProperty("javax.net.ssl.trustStorePassword", "password");
  }

  @AfterAll
  static void trustAsBefore() {
    System.clearProperty("javax.net.ssl.trustStore");
    System.clearProperty("javax.net.ssl.trustStorePassword");
  }

  @BeforeEach
  void start() throws IOException {
    serve(CERTIFICATE);
  }

  private void serve(HeldCertificate certificate) throws IOException {
    server.useHttps(
        new HandshakeCertificates.Builder()
            .heldCertificate(certificate)
            .build()
            .sslSocketFactory());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  static Stream<Arguments> faults() {
    List<UnaryOperator<MockResponse.Builder>> faults =
        List.of(
            MockResponse.Builder::failHandshake,
            answer -> answer.onRequestStart(new SocketEffect.CloseSocket()),
            answer -> answer.onResponseStart(new SocketEffect.CloseSocket()),
            answer -> answer.onResponseBody(new SocketEffect.CloseSocket()),
            answer -> answer.onResponseStart(SocketEffect.Stall.INSTANCE),
            answer -> answer.onResponseBody(SocketEffect.Stall.INSTANCE));
    List<UnaryOperator<MockResponse.Builder>> onlyHttp2 =
        List.of(
            answer -> answer.onRequestStart(new SocketEffect.CloseStream(REFUSED_STREAM)),
            answer -> answer.onResponseStart(new SocketEffect.CloseStream(INTERNAL_ERROR)),
            answer -> answer.onResponseBody(new SocketEffect.CloseStream(INTERNAL_ERROR)),
            answer -> answer.onRequestStart(SocketEffect.ShutdownConnection.INSTANCE),
            answer -> answer.onResponseEnd(SocketEffect.ShutdownConnection.INSTANCE));
    return Stream.concat(
        faults.stream()
            .flatMap(
                fault ->
                    Stream.of(
                        Arguments.of(Protocol.HTTP_1_1, fault),
                        Arguments.of(Protocol.HTTP_2, fault))),
        onlyHttp2.stream().map(fault -> Arguments.of(Protocol.HTTP_2, fault)));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void theAnswerIsThere(Protocol protocol, UnaryOperator<MockResponse.Builder> fault)
      throws IOException {
    server.setProtocols(
        protocol == Protocol.HTTP_2
            ? List.of(Protocol.HTTP_2, Protocol.HTTP_1_1)
            : List.of(Protocol.HTTP_1_1));
    server.enqueue(fault.apply(new MockResponse.Builder().body(BODY)).build());
    for (int i = 0; i < 4; i++) {
      server.enqueue(new MockResponse.Builder().body(BODY).build());
    }
    server.start();
    try (TwilioClient client = client()) {
      for (int i = 0; i < 2; i++) {
        Response response = client.get(TARGET);
        assertThat(response.status()).isEqualTo(200);
        assertThat(new String(response.body(), StandardCharsets.UTF_8)).isEqualTo(BODY);
      }
    }
  }

  @Test
  void whoIsNotTrustedIsAskedOnce() throws IOException {
    serve(new HeldCertificate.Builder().addSubjectAlternativeName("localhost").build());
    server.enqueue(new MockResponse.Builder().body(BODY).build());
    server.start();
    try (TwilioClient client = client()) {
      IOException untrusted = catchThrowableOfType(IOException.class, () -> client.get(TARGET));
      assertThat(Failures.of("https://x/y", untrusted))
          .hasMessageStartingWith("GET https://x/y could not be sent: ")
          .hasMessageEndingWith(
              "If something on the way signs certificates itself, as companies' proxies do, give its"
                  + " authority's certificate as trustStore.");
    }
    assertThat(server.getRequestCount()).isZero();
  }

  @Test
  void anotherHostIsNotTwilio() throws IOException {
    serve(new HeldCertificate.Builder().addSubjectAlternativeName("evil.example").build());
    server.start();
    try (TwilioClient client = client()) {
      assertThat(catchThrowableOfType(IOException.class, () -> client.get(TARGET))).isNotNull();
    }
    assertThat(server.getRequestCount()).isZero();
  }

  /** An authority that the JVM does not know is trusted where a file says so, and it alone. */
  @ParameterizedTest
  @ValueSource(strings = {"PEM", "PKCS12", "JKS"})
  void anAuthorityOfOnesOwn(String type) throws Exception {
    HeldCertificate own =
        new HeldCertificate.Builder().addSubjectAlternativeName("localhost").build();
    TrustedCertificates trusted =
        TrustedCertificates.read(write(own, type), "password".toCharArray());
    serve(own);
    server.enqueue(new MockResponse.Builder().body(BODY).build());
    server.start();
    try (TwilioClient client = client(Optional.of(trusted))) {
      assertThat(client.get(TARGET).status()).isEqualTo(200);
    }
    TrustedCertificates others =
        TrustedCertificates.read(write(CERTIFICATE, type), "password".toCharArray());
    try (TwilioClient client = client(Optional.of(others))) {
      assertThat(catchThrowableOfType(IOException.class, () -> client.get(TARGET))).isNotNull();
    }
  }

  private static Path write(HeldCertificate certificate, String type) throws Exception {
    Path file = folder.resolve("authority." + type);
    if (type.equals("PEM")) {
      return Files.writeString(file, "# Ours\n" + certificate.certificatePem());
    }
    KeyStore store = KeyStore.getInstance(type);
    store.load(null, null);
    store.setCertificateEntry("authority", certificate.certificate());
    try (OutputStream out = Files.newOutputStream(file)) {
      store.store(out, "password".toCharArray());
    }
    return file;
  }

  @Test
  void aFileWithoutCertificates() throws IOException {
    Path file = Files.writeString(folder.resolve("notes.txt"), "nothing");
    assertThatThrownBy(() -> TrustedCertificates.read(file, new char[0]))
        .isInstanceOf(GeneralSecurityException.class);
  }

  private TwilioClient client() {
    return client(Optional.empty());
  }

  private TwilioClient client(Optional<TrustedCertificates> trusted) {
    return new RetryingClient(
        new HttpTwilioClient(
            new Endpoint("https://localhost:" + server.getPort() + "/{product}"),
            new Credentials.Basic("SK1", SECRET),
            new HttpSettings(
                Duration.ofSeconds(5), Duration.ofMillis(500), Optional.empty(), trusted, Map.of()),
            "test/1"),
        RetryPolicy.of(3),
        milliseconds -> {},
        () -> 0,
        Clock.systemUTC());
  }
}
