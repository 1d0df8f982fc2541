package io.github.twiliojdbc.jdbc;

import io.github.twiliojdbc.metadata.CatalogMetadata;
import io.github.twiliojdbc.planner.SqlPlanner;
import io.github.twiliojdbc.scan.Session;
import io.github.twiliojdbc.sql.functions.WallClock;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import org.apache.calcite.avatica.AvaticaConnection;
import org.apache.calcite.avatica.AvaticaFactory;
import org.apache.calcite.avatica.DriverVersion;
import org.apache.calcite.avatica.Meta;
import org.apache.calcite.avatica.UnregisteredDriver;

/**
 * What Avatica calls a driver: the parts that one connection is made of.
 *
 * <p>Avatica asks for them while the connection is being constructed, so each connection has its
 * own.
 */
public final class AvaticaDriver extends UnregisteredDriver {
  private final Session session;
  private final SqlPlanner planner;
  private final CatalogMetadata metadata;
  private final String url;
  private final String user;
  private final WallClock clock;

  /**
   * Creates the parts.
   *
   * @param url URL to show, in which there is no secret
   * @param user name that signs in
   * @param clock clock on which TIMESTAMPs are read and written
   */
  public AvaticaDriver(
      Session session,
      SqlPlanner planner,
      CatalogMetadata metadata,
      String url,
      String user,
      WallClock clock) {
    this.session = session;
    this.planner = planner;
    this.metadata = metadata;
    this.url = url;
    this.user = user;
    this.clock = clock;
  }

  /**
   * Returns the connection, which is open.
   *
   * @param schema schema of tables that are named without one
   * @param warnings what it warns of at first
   * @param applicationName name of the application that requests tell; may be empty
   */
  public Connection newConnection(String schema, List<String> warnings, String applicationName)
      throws SQLException {
    SessionConnection connection =
        new SessionConnection(this, factory, url, user, session, clock, planner.schemas());
    connection.setSchema(schema);
    connection.beginRequest();
    warnings.forEach(connection::warn);
    connection.setClientInfo(ClientInfo.APPLICATION_NAME, applicationName);
    return connection;
  }

  @Override
  protected AvaticaFactory createFactory() {
    return new JdbcFactory();
  }

  @Override
  protected DriverVersion createDriverVersion() {
    return new DriverVersion(
        DriverInfo.NAME,
        DriverInfo.VERSION,
        "Twilio",
        DriverInfo.VERSION,
        /* jdbcCompliant= */ false,
        DriverInfo.majorVersion(),
        DriverInfo.minorVersion(),
        DriverInfo.majorVersion(),
        DriverInfo.minorVersion());
  }

  @Override
  protected String getConnectStringPrefix() {
    return url;
  }

  @Override
  public Meta createMeta(AvaticaConnection connection) {
    return new TwilioMeta((SessionConnection) connection, session, planner, metadata);
  }

  /** Returns the properties that Avatica may see: no others, since some load classes by name. */
  static Properties properties(String user) {
    Properties properties = new Properties();
    properties.setProperty("user", user);
    return properties;
  }
}
