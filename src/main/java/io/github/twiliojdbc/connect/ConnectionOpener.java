package io.github.twiliojdbc.connect;

import io.github.twiliojdbc.catalog.Catalog;
import io.github.twiliojdbc.jdbc.AvaticaDriver;
import io.github.twiliojdbc.jdbc.DriverInfo;
import io.github.twiliojdbc.jdbc.SqlErrors;
import io.github.twiliojdbc.metadata.CatalogMetadata;
import io.github.twiliojdbc.metadata.DriverTables;
import io.github.twiliojdbc.metadata.InformationSchema;
import io.github.twiliojdbc.planner.DriverTable;
import io.github.twiliojdbc.planner.PushDown;
import io.github.twiliojdbc.planner.SqlPlanner;
import io.github.twiliojdbc.planner.WarmUp;
import io.github.twiliojdbc.scan.Cancellation;
import io.github.twiliojdbc.scan.RequestLog;
import io.github.twiliojdbc.scan.Session;
import io.github.twiliojdbc.scan.StatementCanceledException;
import io.github.twiliojdbc.sql.functions.WallClock;
import io.github.twiliojdbc.transport.CachingClient;
import io.github.twiliojdbc.transport.GatedClient;
import io.github.twiliojdbc.transport.HttpTwilioClient;
import io.github.twiliojdbc.transport.RequestFailure;
import io.github.twiliojdbc.transport.RetryingClient;
import io.github.twiliojdbc.transport.Secrets;
import io.github.twiliojdbc.transport.SmallerPagesClient;
import io.github.twiliojdbc.transport.TwilioClient;
import io.github.twiliojdbc.transport.sandbox.Sandbox;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Opens connections: settings, client, planner and JDBC's objects, put together. */
public final class ConnectionOpener {
  /** The URL that says nothing: everything comes from properties and the environment. */
  public static final String EMPTY_URL = ConnectionUrl.PREFIX;

  private final Catalog catalog;
  private final Clock clock;
  private final long sandboxSeed;

  /**
   * Creates an opener.
   *
   * @param clock time at which queries run and up to which the sandbox has rows
   * @param sandboxSeed what the sandbox's rows depend on besides the clock
   */
  public ConnectionOpener(Catalog catalog, Clock clock, long sandboxSeed) {
    this.catalog = catalog;
    this.clock = clock;
    this.sandboxSeed = sandboxSeed;
  }

  /** Returns the opener of the driver. */
  public static ConnectionOpener standard() {
    WarmUp.begin();
    return new ConnectionOpener(Catalog.bundled(), Clock.systemUTC(), 1);
  }

  /** Returns whether the environment names an account, or the user has a file of credentials. */
  public static boolean hasAccount() {
    return System.getenv("TWILIO_ACCOUNT_SID") != null || CredentialsFile.isThere();
  }

  /** Returns whether a URL is one of this driver. */
  public static boolean accepts(String url) {
    return ConnectionUrl.accepts(url);
  }

  /**
   * Opens a connection; no request is sent yet.
   *
   * @throws SQLException if the URL or a property is wrong, or there are no credentials
   */
  public Connection open(String url, Properties properties) throws SQLException {
    ConnectionSettings settings =
        new SettingsReader(ConnectionUrl.parse(url, properties), System::getenv).read();
    return open(settings, client(settings), PushDown.ALL);
  }

  /** Opens a connection to whatever answers the client. */
  Connection open(ConnectionSettings settings, TwilioClient client, PushDown pushDown)
      throws SQLException {
    Session session =
        new Session(
            catalog,
            settings
                .cache()
                .map(cache -> CachingClient.of(client, cache.life(), cache.bytes()))
                .orElse(client),
            settings.endpoint(),
            settings.accountSid(),
            Secrets.of(settings.credentials(), settings.http()),
            settings.exposeSecrets(),
            settings.maxRequests(),
            settings.maxConcurrency(),
            new RequestLog(settings.log().logger()),
            clock);
    WallClock wallClock = new WallClock(settings.timeZone());
    List<DriverTable> driverTables =
        DriverTables.of(catalog, session.requestLog(), settingsRows(settings));
    SqlPlanner planner =
        new SqlPlanner(
            catalog,
            Stream.concat(
                    driverTables.stream(), InformationSchema.of(catalog, driverTables).stream())
                .toList(),
            settings.scope(),
            settings.pageSize(),
            settings.maxConcurrency(),
            settings.lookback(),
            session,
            settings.endpoint()::url,
            clock,
            wallClock,
            pushDown,
            Runnable::run);
    Connection connection =
        new AvaticaDriver(
                session,
                planner,
                new CatalogMetadata(catalog, driverTables),
                settings.url(),
                settings.credentials().username(),
                wallClock)
            .newConnection(settings.schema(), settings.warnings(), settings.applicationName());
    if (settings.validateOnConnect()) {
      validate(session, connection);
    }
    return connection;
  }

  private static void validate(Session session, Connection connection) throws SQLException {
    try {
      session.validate("Driver.connect", new Cancellation());
    } catch (RequestFailure | StatementCanceledException e) {
      connection.close();
      throw SqlErrors.of(e);
    }
  }

  private static List<@Nullable Object[]> settingsRows(ConnectionSettings settings) {
    List<@Nullable Object[]> rows = new ArrayList<>();
    settings
        .shown()
        .forEach(
            (property, value) ->
                rows.add(
                    new Object[] {
                      property.key(), value, property.defaultText(), property.about()
                    }));
    return rows;
  }

  private TwilioClient client(ConnectionSettings settings) {
    if (settings.sandbox()) {
      return new Sandbox(catalog, settings.accountSid(), sandboxSeed, clock);
    }
    TwilioClient http =
        new HttpTwilioClient(
            settings.endpoint(),
            settings.credentials(),
            settings.http(),
            DriverInfo.NAME + "/" + DriverInfo.VERSION);
    return new SmallerPagesClient(
        RetryingClient.of(
            GatedClient.of(
                http, settings.endpoint(), settings.accountSid(), settings.maxConcurrency()),
            settings.maxRetries()));
  }
}
