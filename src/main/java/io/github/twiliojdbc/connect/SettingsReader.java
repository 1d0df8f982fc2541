package io.github.twiliojdbc.connect;

import static io.github.twiliojdbc.connect.ConnectionProperty.ACCOUNTS;
import static io.github.twiliojdbc.connect.ConnectionProperty.ACCOUNT_SID;
import static io.github.twiliojdbc.connect.ConnectionProperty.API_KEY;
import static io.github.twiliojdbc.connect.ConnectionProperty.API_SECRET;
import static io.github.twiliojdbc.connect.ConnectionProperty.AUTH_TOKEN;
import static io.github.twiliojdbc.connect.ConnectionProperty.CACHE;
import static io.github.twiliojdbc.connect.ConnectionProperty.CACHE_SIZE;
import static io.github.twiliojdbc.connect.ConnectionProperty.CACHE_TTL;
import static io.github.twiliojdbc.connect.ConnectionProperty.CLIENT_ID;
import static io.github.twiliojdbc.connect.ConnectionProperty.CLIENT_SECRET;
import static io.github.twiliojdbc.connect.ConnectionProperty.CONNECT_TIMEOUT;
import static io.github.twiliojdbc.connect.ConnectionProperty.EDGE;
import static io.github.twiliojdbc.connect.ConnectionProperty.ENDPOINT;
import static io.github.twiliojdbc.connect.ConnectionProperty.EXPOSE_SECRETS;
import static io.github.twiliojdbc.connect.ConnectionProperty.LOG_FILE;
import static io.github.twiliojdbc.connect.ConnectionProperty.LOG_LEVEL;
import static io.github.twiliojdbc.connect.ConnectionProperty.LOOKBACK_WINDOW;
import static io.github.twiliojdbc.connect.ConnectionProperty.MAX_CONCURRENCY;
import static io.github.twiliojdbc.connect.ConnectionProperty.MAX_REQUESTS;
import static io.github.twiliojdbc.connect.ConnectionProperty.MAX_RETRIES;
import static io.github.twiliojdbc.connect.ConnectionProperty.PAGE_SIZE;
import static io.github.twiliojdbc.connect.ConnectionProperty.PASSWORD;
import static io.github.twiliojdbc.connect.ConnectionProperty.PROXY_HOST;
import static io.github.twiliojdbc.connect.ConnectionProperty.PROXY_PASSWORD;
import static io.github.twiliojdbc.connect.ConnectionProperty.PROXY_PORT;
import static io.github.twiliojdbc.connect.ConnectionProperty.PROXY_USER;
import static io.github.twiliojdbc.connect.ConnectionProperty.READ_TIMEOUT;
import static io.github.twiliojdbc.connect.ConnectionProperty.REGION;
import static io.github.twiliojdbc.connect.ConnectionProperty.SANDBOX;
import static io.github.twiliojdbc.connect.ConnectionProperty.START_DATE;
import static io.github.twiliojdbc.connect.ConnectionProperty.TIME_ZONE;
import static io.github.twiliojdbc.connect.ConnectionProperty.USER;

import io.github.twiliojdbc.jdbc.SqlErrors;
import io.github.twiliojdbc.planner.Scope;
import io.github.twiliojdbc.transport.Credentials;
import io.github.twiliojdbc.transport.Endpoint;
import io.github.twiliojdbc.transport.HttpTwilioClient;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns properties into settings. */
final class SettingsReader {
  /** Account of the sandbox. */
  static final String SANDBOX_ACCOUNT = "AC00000000000000000000000000000001";

  private static final int LAST_PORT = 65_535;

  private static final Pattern ACCOUNT = Pattern.compile("AC[0-9a-fA-F]{32}");

  private final Map<ConnectionProperty, String> values;
  private final Function<String, @Nullable String> environment;

  /**
   * Creates a reader.
   *
   * @param environment answers the value of an environment variable, or null
   */
  SettingsReader(
      Map<ConnectionProperty, String> values, Function<String, @Nullable String> environment) {
    this.values = values;
    this.environment = environment;
  }

  ConnectionSettings read() throws SQLException {
    boolean sandbox = flag(SANDBOX);
    Credentials credentials =
        sandbox ? new Credentials.Basic(SANDBOX_ACCOUNT, "") : readCredentials();
    String accountSid = sandbox ? SANDBOX_ACCOUNT : readAccount(credentials);
    return new ConnectionSettings(
        accountSid,
        credentials,
        new Scope(readAccounts(accountSid), readStartDate()),
        readEndpoint(),
        readWarnings(),
        readTimeZone(),
        optionalNumber(PAGE_SIZE),
        number(MAX_CONCURRENCY, 1),
        optionalNumber(MAX_REQUESTS),
        Duration.ofSeconds(number(CONNECT_TIMEOUT, 1)),
        Duration.ofSeconds(number(READ_TIMEOUT, 1)),
        number(MAX_RETRIES, 0),
        readProxy(),
        Duration.ofDays(number(LOOKBACK_WINDOW, 0)),
        readCache(),
        flag(EXPOSE_SECRETS),
        sandbox,
        readLog(),
        shown(sandbox));
  }

  private Map<ConnectionProperty, String> shown(boolean sandbox) {
    Map<ConnectionProperty, String> shown = new EnumMap<>(ConnectionProperty.class);
    for (ConnectionProperty property : ConnectionProperty.values()) {
      String value = given(property, !sandbox).orElse(property.defaultText());
      shown.put(property, property.masked(value));
    }
    return shown;
  }

  private Optional<ConnectionSettings.CacheSettings> readCache() throws SQLException {
    Duration life = Duration.ofSeconds(number(CACHE_TTL, 0));
    long bytes = number(CACHE_SIZE, 0) * 1_000_000L;
    return flag(CACHE)
        ? Optional.of(new ConnectionSettings.CacheSettings(life, bytes))
        : Optional.empty();
  }

  private Credentials readCredentials() throws SQLException {
    Optional<String> id = given(CLIENT_ID, false);
    Optional<String> clientSecret = given(CLIENT_SECRET, false);
    if (id.isPresent() && clientSecret.isPresent()) {
      return new Credentials.Client(id.get(), clientSecret.get());
    }
    // Properties of the URL come before the environment, as a whole pair.
    for (boolean withEnvironment : new boolean[] {false, true}) {
      Optional<String> key = given(API_KEY, withEnvironment).or(() -> user("SK"));
      Optional<String> secret = given(API_SECRET, withEnvironment).or(() -> given(PASSWORD, false));
      if (key.isPresent() && secret.isPresent()) {
        return new Credentials.Basic(key.get(), secret.get());
      }
      Optional<String> account = given(ACCOUNT_SID, true).or(() -> user("AC"));
      Optional<String> token = given(AUTH_TOKEN, withEnvironment).or(() -> given(PASSWORD, false));
      if (account.isPresent() && token.isPresent()) {
        return new Credentials.Basic(account.get(), token.get());
      }
    }
    throw SqlErrors.credentialsMissing(
        "No credentials. Give accountSid and authToken, or accountSid, apiKey and apiSecret (or"
            + " clientId and clientSecret), in the URL, in properties or as TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN, TWILIO_API_KEY and"
            + " TWILIO_API_SECRET in the environment; or set sandbox=true to try the driver without.");
  }

  private Optional<String> user(String prefix) {
    return given(USER, false).filter(name -> name.startsWith(prefix));
  }

  private String readAccount(Credentials credentials) throws SQLException {
    Optional<String> account =
        given(ACCOUNT_SID, true)
            .or(() -> user("AC"))
            .or(() -> Optional.of(credentials.username()).filter(name -> name.startsWith("AC")));
    if (account.isEmpty()) {
      throw SqlErrors.credentialsMissing(
          "An API key or OAuth application does not say which account it is to read: give accountSid"
              + " (AC…) as well.");
    }
    if (!ACCOUNT.matcher(account.get()).matches()) {
      throw wrong(ACCOUNT_SID, "an account SID: AC and 32 hexadecimal digits");
    }
    return account.get();
  }

  private Optional<List<String>> readAccounts(String accountSid) throws SQLException {
    String text = text(ACCOUNTS);
    if (text.equalsIgnoreCase("all")) {
      return Optional.empty();
    }
    if (text.equalsIgnoreCase("own")) {
      return Optional.of(List.of(accountSid));
    }
    List<String> sids = Stream.of(text.split(",", -1)).map(String::strip).distinct().toList();
    if (!sids.stream().allMatch(sid -> ACCOUNT.matcher(sid).matches())) {
      throw wrong(ACCOUNTS, "all, own or account SIDs with commas between them");
    }
    return Optional.of(sids);
  }

  private Optional<Instant> readStartDate() throws SQLException {
    String text = text(START_DATE);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          text.contains("T")
              ? OffsetDateTime.parse(text).toInstant()
              : LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC));
    } catch (DateTimeException e) {
      throw wrong(START_DATE, "a day (2026-01-31) or time (2026-01-31T00:00:00Z)");
    }
  }

  private ZoneId readTimeZone() throws SQLException {
    String text = text(TIME_ZONE);
    try {
      return text.isEmpty() ? ZoneId.systemDefault() : ZoneId.of(text, ZoneId.SHORT_IDS);
    } catch (DateTimeException e) {
      throw wrong(TIME_ZONE, "a time zone, such as Europe/Berlin, UTC or +02:00");
    }
  }

  private Endpoint readEndpoint() throws SQLException {
    Optional<String> endpoint = given(ENDPOINT, false);
    try {
      return endpoint.isPresent()
          ? new Endpoint(endpoint.get())
          : Endpoint.twilio(given(REGION, true), given(EDGE, true));
    } catch (IllegalArgumentException e) {
      String property = endpoint.isPresent() ? "Property endpoint" : "Property region or edge";
      throw SqlErrors.connectionRefused(property + " is wrong: its value " + e.getMessage() + ".");
    }
  }

  private List<String> readWarnings() {
    boolean isEdgeAlone =
        given(ENDPOINT, false).isEmpty()
            && given(EDGE, true).isPresent()
            && given(REGION, true).isEmpty();
    return isEdgeAlone
        ? List.of(
            "Twilio serves no edge without a region: edge=%s is taken for that of region=us1."
                .formatted(given(EDGE, true).orElseThrow()))
        : List.of();
  }

  private LogSettings readLog() throws SQLException {
    Optional<String> level = given(LOG_LEVEL, false);
    try {
      return new LogSettings(
          level.map(name -> Level.parse(name.toUpperCase(Locale.ROOT))),
          given(LOG_FILE, false).map(Path::of));
    } catch (InvalidPathException e) {
      throw wrong(LOG_FILE, "a file");
    } catch (IllegalArgumentException e) {
      throw wrong(LOG_LEVEL, "a level of java.util.logging: OFF, WARNING, INFO, FINE or ALL");
    }
  }

  private Optional<HttpTwilioClient.ProxyServer> readProxy() throws SQLException {
    int port = number(PROXY_PORT, 1);
    if (port > LAST_PORT) {
      throw wrong(PROXY_PORT, "a port: at most " + LAST_PORT);
    }
    return given(PROXY_HOST, false)
        .map(
            host ->
                new HttpTwilioClient.ProxyServer(
                    host, port, given(PROXY_USER, false), given(PROXY_PASSWORD, false)));
  }

  private boolean flag(ConnectionProperty property) throws SQLException {
    String text = text(property);
    if (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")) {
      return Boolean.parseBoolean(text);
    }
    throw wrong(property, "true or false");
  }

  private OptionalInt optionalNumber(ConnectionProperty property) throws SQLException {
    return text(property).isEmpty() ? OptionalInt.empty() : OptionalInt.of(number(property, 1));
  }

  private int number(ConnectionProperty property, int least) throws SQLException {
    String text = text(property);
    try {
      int number = Integer.parseInt(text);
      if (number >= least) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Said below, together with numbers that are too small.
    }
    throw wrong(property, "a whole number of at least " + least);
  }

  private String text(ConnectionProperty property) {
    return given(property, false).orElse(property.defaultText());
  }

  private Optional<String> given(ConnectionProperty property, boolean withEnvironment) {
    return Optional.ofNullable(values.get(property))
        .or(
            () ->
                withEnvironment
                    ? property.environmentVariable().map(environment)
                    : Optional.empty())
        .filter(value -> !value.isEmpty());
  }

  /** Returns an error without the value, which may be a secret that stands in a wrong place. */
  private static SQLException wrong(ConnectionProperty property, String expected) {
    return SqlErrors.connectionRefused(
        "Property %s is wrong: its value is not %s.".formatted(property.key(), expected));
  }
}
