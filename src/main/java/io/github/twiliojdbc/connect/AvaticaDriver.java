package io.github.twiliojdbc.connect;

import io.github.twiliojdbc.catalog.Catalog;
import io.github.twiliojdbc.metadata.CatalogMetadata;
import io.github.twiliojdbc.planner.SqlPlanner;
import io.github.twiliojdbc.scan.Session;
import java.sql.Connection;
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
final class AvaticaDriver extends UnregisteredDriver {
  private final Session session;
  private final SqlPlanner planner;
  private final Catalog catalog;

  AvaticaDriver(Session session, SqlPlanner planner, Catalog catalog) {
    this.session = session;
    this.planner = planner;
    this.catalog = catalog;
  }

  Connection newConnection() {
    return new TwilioConnection(this, factory, session);
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
    return ConnectionUrl.PREFIX;
  }

  @Override
  public Meta createMeta(AvaticaConnection connection) {
    return new TwilioMeta(
        connection, session, planner, new CatalogMetadata(catalog, SqlPlanner.SCHEMA));
  }

  /** Returns the properties that Avatica itself may see: none, since some load classes by name. */
  static Properties noProperties() {
    return new Properties();
  }
}
