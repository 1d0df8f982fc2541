package io.github.twiliojdbc;

import io.github.twiliojdbc.connect.ConnectionOpener;
import io.github.twiliojdbc.connect.PropertyInfo;
import io.github.twiliojdbc.jdbc.DriverInfo;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.Properties;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The JDBC driver for URLs that begin with {@code jdbc:twilio:}. */
public final class TwilioDriver implements Driver {
  static {
    try {
      DriverManager.registerDriver(new TwilioDriver());
    } catch (SQLException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  @Override
  public boolean acceptsURL(String url) {
    return ConnectionOpener.accepts(url);
  }

  /**
   * Opens a connection; no request is sent until a query runs.
   *
   * @return the connection, or null if the URL is another driver's
   * @throws SQLException if the URL or a property is wrong (08001), or there are no credentials
   *     (28000)
   */
  @Override
  public @Nullable Connection connect(String url, @Nullable Properties info) throws SQLException {
    if (!acceptsURL(url)) {
      return null;
    }
    return ConnectionOpener.standard().open(url, info == null ? new Properties() : info);
  }

  /** Returns every property with its meaning, its default and its present value, secrets masked. */
  @Override
  public DriverPropertyInfo[] getPropertyInfo(String url, @Nullable Properties info)
      throws SQLException {
    return PropertyInfo.of(url, info == null ? new Properties() : info);
  }

  @Override
  public int getMajorVersion() {
    return DriverInfo.majorVersion();
  }

  @Override
  public int getMinorVersion() {
    return DriverInfo.minorVersion();
  }

  /** Returns false: JDBC compliance asks for statements that write. */
  @Override
  public boolean jdbcCompliant() {
    return false;
  }

  /** Returns the logger above those of connections. */
  @Override
  public Logger getParentLogger() {
    return Logger.getLogger(DriverInfo.LOGGER);
  }
}
