package io.github.twiliojdbc.connect;

import static io.github.twiliojdbc.connect.ConnectionProperty.APPLICATION_NAME;
import static io.github.twiliojdbc.connect.ConnectionProperty.CONNECT_TIMEOUT;
import static io.github.twiliojdbc.connect.ConnectionProperty.EDGE;
import static io.github.twiliojdbc.connect.ConnectionProperty.ENDPOINT;
import static io.github.twiliojdbc.connect.ConnectionProperty.HEADERS;
import static io.github.twiliojdbc.connect.ConnectionProperty.NON_PROXY_HOSTS;
import static io.github.twiliojdbc.connect.ConnectionProperty.PROXY_HOST;
import static io.github.twiliojdbc.connect.ConnectionProperty.PROXY_PASSWORD;
import static io.github.twiliojdbc.connect.ConnectionProperty.PROXY_PORT;
import static io.github.twiliojdbc.connect.ConnectionProperty.PROXY_USER;
import static io.github.twiliojdbc.connect.ConnectionProperty.READ_TIMEOUT;
import static io.github.twiliojdbc.connect.ConnectionProperty.REGION;
import static io.github.twiliojdbc.connect.ConnectionProperty.SOCKS_PROXY;
import static io.github.twiliojdbc.connect.ConnectionProperty.TRUST_STORE;
import static io.github.twiliojdbc.connect.ConnectionProperty.TRUST_STORE_PASSWORD;

import io.github.twiliojdbc.jdbc.SqlErrors;
import io.github.twiliojdbc.transport.Endpoint;
import io.github.twiliojdbc.transport.HttpSettings;
import io.github.twiliojdbc.transport.HttpTwilioClient;
import io.github.twiliojdbc.transport.ProxyServer;
import io.github.twiliojdbc.transport.TrustedCertificates;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds out where requests go, and by which way. */
final class NetworkReader {
  private static final int LAST_PORT = 65_535;
  private static final Pattern HOST_AND_PORT = Pattern.compile("([^:/\\s]+|\\[[^]]+])(?::(\\d+))?");
  private static final int SOCKS_PORT = 1080;

  /** What may stand in a header, and does not end it. */
  private static final Pattern HEADER =
      Pattern.compile("([!#$%&'*+.^_`|~0-9A-Za-z-]+)\\s*:\\s*([ -~]*)");

  /** Headers that the driver or HTTP itself sets. */
  private static final Set<String> RESERVED =
      Set.of(
          "accept",
          "accept-encoding",
          "authorization",
          "connection",
          "content-length",
          "host",
          "proxy-authorization",
          "transfer-encoding",
          "user-agent");

  private final PropertyValues values;

  NetworkReader(PropertyValues values) {
    this.values = values;
  }

  Endpoint endpoint() throws SQLException {
    Optional<String> endpoint = values.of(ENDPOINT);
    try {
      return endpoint.isPresent()
          ? new Endpoint(endpoint.get())
          : Endpoint.twilio(values.orEnvironment(REGION), values.orEnvironment(EDGE));
    } catch (IllegalArgumentException e) {
      String property = endpoint.isPresent() ? "Property endpoint" : "Property region or edge";
      throw SqlErrors.connectionRefused(property + " is wrong: its value " + e.getMessage() + ".");
    }
  }

  /** Returns what is not as it was asked for. */
  List<String> warnings() {
    Optional<String> edge = values.orEnvironment(EDGE);
    boolean isEdgeAlone =
        values.of(ENDPOINT).isEmpty() && edge.isPresent() && values.orEnvironment(REGION).isEmpty();
    return isEdgeAlone
        ? List.of(
            "Twilio serves no edge without a region: edge=%s is taken for that of region=us1."
                .formatted(edge.get()))
        : List.of();
  }

  HttpSettings http() throws SQLException {
    return new HttpSettings(
        Duration.ofSeconds(values.number(CONNECT_TIMEOUT, 1)),
        Duration.ofSeconds(values.number(READ_TIMEOUT, 1)),
        proxy(),
        trusted(),
        headers());
  }

  String applicationName() throws SQLException {
    String name = values.text(APPLICATION_NAME);
    if (!HttpTwilioClient.canBeTold(name)) {
      throw PropertyValues.wrong(APPLICATION_NAME, "a name in plain ASCII");
    }
    return name;
  }

  private Optional<ProxyServer> proxy() throws SQLException {
    int port = values.number(PROXY_PORT, 1);
    if (port > LAST_PORT) {
      throw PropertyValues.wrong(PROXY_PORT, "a port: at most " + LAST_PORT);
    }
    Optional<String> host = values.of(PROXY_HOST);
    Optional<String> socks = values.of(SOCKS_PROXY);
    if (socks.isEmpty()) {
      return host.map(
          name ->
              new ProxyServer(
                  ProxyServer.Kind.HTTP,
                  name,
                  port,
                  values.of(PROXY_USER),
                  values.of(PROXY_PASSWORD),
                  exceptions()));
    }
    if (host.isPresent()) {
      throw PropertyValues.problem(SOCKS_PROXY, "there is a proxyHost too");
    }
    Matcher server = HOST_AND_PORT.matcher(socks.get());
    String digits = server.matches() ? server.group(2) : "x";
    int socksPort = digits == null ? SOCKS_PORT : port(digits);
    if (socksPort < 1) {
      throw PropertyValues.wrong(SOCKS_PROXY, "host or host:port");
    }
    return Optional.of(
        new ProxyServer(
            ProxyServer.Kind.SOCKS,
            server.group(1),
            socksPort,
            Optional.empty(),
            Optional.empty(),
            exceptions()));
  }

  /** Returns the number of a port, or 0 if it is none. */
  private static int port(String digits) {
    return digits.matches("\\d{1,5}") && Integer.parseInt(digits) <= LAST_PORT
        ? Integer.parseInt(digits)
        : 0;
  }

  private List<String> exceptions() {
    return Stream.of(values.text(NON_PROXY_HOSTS).split("\\|", -1))
        .map(String::strip)
        .filter(host -> !host.isEmpty())
        .toList();
  }

  private Optional<TrustedCertificates> trusted() throws SQLException {
    Optional<Path> file = values.file(TRUST_STORE);
    if (file.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          TrustedCertificates.read(file.get(), values.text(TRUST_STORE_PASSWORD).toCharArray()));
    } catch (IOException | GeneralSecurityException e) {
      throw PropertyValues.problem(
          TRUST_STORE,
          "no certificates can be read from the file, which must be PEM, PKCS12 or JKS ("
              + e.getMessage()
              + ")");
    }
  }

  private Map<String, String> headers() throws SQLException {
    Map<String, String> headers = new LinkedHashMap<>();
    for (String line : values.text(HEADERS).split(";", -1)) {
      if (line.isBlank()) {
        continue;
      }
      Matcher header = HEADER.matcher(line.strip());
      if (!header.matches()) {
        throw PropertyValues.wrong(HEADERS, "'Name: value', with ; between several");
      }
      if (RESERVED.contains(header.group(1).toLowerCase(Locale.ROOT))) {
        throw PropertyValues.problem(
            HEADERS, "the driver itself sets the header " + header.group(1));
      }
      headers.put(header.group(1), header.group(2));
    }
    return headers;
  }
}
