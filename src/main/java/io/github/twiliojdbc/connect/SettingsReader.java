package io.github.twiliojdbc.connect;

import static io.github.twiliojdbc.connect.ConnectionProperty.ACCOUNTS;
import static io.github.twiliojdbc.connect.ConnectionProperty.ACCOUNT_SID;
import static io.github.twiliojdbc.connect.ConnectionProperty.CACHE;
import static io.github.twiliojdbc.connect.ConnectionProperty.CACHE_SIZE;
import static io.github.twiliojdbc.connect.ConnectionProperty.CACHE_TTL;
import static io.github.twiliojdbc.connect.ConnectionProperty.EXPOSE_SECRETS;
import static io.github.twiliojdbc.connect.ConnectionProperty.LOG_FILE;
import static io.github.twiliojdbc.connect.ConnectionProperty.LOG_LEVEL;
import static io.github.twiliojdbc.connect.ConnectionProperty.LOOKBACK_WINDOW;
import static io.github.twiliojdbc.connect.ConnectionProperty.MAX_CONCURRENCY;
import static io.github.twiliojdbc.connect.ConnectionProperty.MAX_REQUESTS;
import static io.github.twiliojdbc.connect.ConnectionProperty.MAX_RETRIES;
import static io.github.twiliojdbc.connect.ConnectionProperty.PAGE_SIZE;
import static io.github.twiliojdbc.connect.ConnectionProperty.SANDBOX;
import static io.github.twiliojdbc.connect.ConnectionProperty.SCHEMA;
import static io.github.twiliojdbc.connect.ConnectionProperty.START_DATE;
import static io.github.twiliojdbc.connect.ConnectionProperty.TIME_ZONE;
import static io.github.twiliojdbc.connect.ConnectionProperty.VALIDATE_ON_CONNECT;

import io.github.twiliojdbc.planner.Scope;
import io.github.twiliojdbc.transport.Credentials;
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
import java.util.function.Function;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns properties into settings. */
final class SettingsReader {
  /** Account of the sandbox. */
  static final String SANDBOX_ACCOUNT = "AC00000000000000000000000000000001";

  private final PropertyValues values;

  /**
   * Creates a reader.
   *
   * @param environment answers the value of an environment variable, or null
   * @throws SQLException if there is a profile of credentials that cannot be read
   */
  SettingsReader(
      Map<ConnectionProperty, String> given, Function<String, @Nullable String> environment)
      throws SQLException {
    PropertyValues own = new PropertyValues(given, environment);
    this.values = own.flag(SANDBOX) ? own : CredentialsFile.complete(own);
  }

  ConnectionSettings read() throws SQLException {
    boolean sandbox = values.flag(SANDBOX);
    CredentialsReader reader = new CredentialsReader(values);
    Credentials credentials =
        sandbox ? new Credentials.Basic(SANDBOX_ACCOUNT, "") : reader.credentials();
    String accountSid = sandbox ? SANDBOX_ACCOUNT : reader.account(credentials);
    NetworkReader network = new NetworkReader(values);
    return new ConnectionSettings(
        accountSid,
        credentials,
        new Scope(readAccounts(accountSid), readStartDate()),
        values.text(SCHEMA),
        network.endpoint(),
        network.http(),
        network.applicationName(),
        network.warnings(),
        readTimeZone(),
        values.optionalNumber(PAGE_SIZE),
        values.number(MAX_CONCURRENCY, 1),
        values.optionalNumber(MAX_REQUESTS),
        values.number(MAX_RETRIES, 0),
        Duration.ofDays(values.number(LOOKBACK_WINDOW, 0)),
        readCache(),
        values.flag(EXPOSE_SECRETS),
        values.flag(VALIDATE_ON_CONNECT),
        sandbox,
        readLog(),
        shown(sandbox),
        url(accountSid, sandbox));
  }

  /** Returns a URL that says the same, but for what is secret. */
  private String url(String accountSid, boolean sandbox) {
    Map<ConnectionProperty, String> said = new EnumMap<>(ConnectionProperty.class);
    if (!sandbox) {
      said.put(ACCOUNT_SID, accountSid);
    }
    said.putAll(values.given());
    said.keySet().removeIf(ConnectionProperty::isSecret);
    return ConnectionUrl.of(said);
  }

  private Map<ConnectionProperty, String> shown(boolean sandbox) {
    Map<ConnectionProperty, String> shown = new EnumMap<>(ConnectionProperty.class);
    for (ConnectionProperty property : ConnectionProperty.values()) {
      String value =
          (sandbox ? values.of(property) : values.orEnvironment(property))
              .orElse(property.defaultText());
      shown.put(property, property.masked(value));
    }
    return shown;
  }

  private Optional<ConnectionSettings.CacheSettings> readCache() throws SQLException {
    Duration life = Duration.ofSeconds(values.number(CACHE_TTL, 0));
    long bytes = values.number(CACHE_SIZE, 0) * 1_000_000L;
    return values.flag(CACHE)
        ? Optional.of(new ConnectionSettings.CacheSettings(life, bytes))
        : Optional.empty();
  }

  private Optional<List<String>> readAccounts(String accountSid) throws SQLException {
    String text = values.text(ACCOUNTS);
    if (text.equalsIgnoreCase("all")) {
      return Optional.empty();
    }
    if (text.equalsIgnoreCase("own")) {
      return Optional.of(List.of(accountSid));
    }
    List<String> sids = Stream.of(text.split(",", -1)).map(String::strip).distinct().toList();
    if (!sids.stream().allMatch(CredentialsReader::isAccount)) {
      throw PropertyValues.wrong(ACCOUNTS, "all, own or account SIDs with commas between them");
    }
    return Optional.of(sids);
  }

  private Optional<Instant> readStartDate() throws SQLException {
    String text = values.text(START_DATE);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          text.contains("T")
              ? OffsetDateTime.parse(text).toInstant()
              : LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC));
    } catch (DateTimeException e) {
      throw PropertyValues.wrong(START_DATE, "a day (2026-01-31) or time (2026-01-31T00:00:00Z)");
    }
  }

  private ZoneId readTimeZone() throws SQLException {
    String text = values.text(TIME_ZONE);
    try {
      return text.isEmpty() ? ZoneId.systemDefault() : ZoneId.of(text, ZoneId.SHORT_IDS);
    } catch (DateTimeException e) {
      throw PropertyValues.wrong(TIME_ZONE, "a time zone, such as Europe/Berlin, UTC or +02:00");
    }
  }

  private LogSettings readLog() throws SQLException {
    Optional<Path> file = values.file(LOG_FILE);
    try {
      return new LogSettings(
          values.of(LOG_LEVEL).map(name -> Level.parse(name.toUpperCase(Locale.ROOT))), file);
    } catch (IllegalArgumentException e) {
      throw PropertyValues.wrong(
          LOG_LEVEL, "a level of java.util.logging: OFF, WARNING, INFO, FINE or ALL");
    }
  }
}
