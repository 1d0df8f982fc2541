package io.github.twiliojdbc.connect;

import io.github.twiliojdbc.scan.Session;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import java.util.TimeZone;
import org.apache.calcite.avatica.AvaticaConnection;
import org.apache.calcite.avatica.AvaticaFactory;
import org.apache.calcite.avatica.AvaticaStatement;
import org.apache.calcite.avatica.Meta;
import org.apache.calcite.avatica.QueryState;
import org.apache.calcite.avatica.remote.TypedValue;
import org.jspecify.annotations.Nullable;

/** A connection. Points in time are UTC, whatever the time zone of the JVM. */
final class TwilioConnection extends AvaticaConnection {
  private static final TimeZone UTC = TimeZone.getTimeZone("UTC");
  private static final Trojan TROJAN = createTrojan();

  private final Session session;

  TwilioConnection(AvaticaDriver driver, AvaticaFactory factory, Session session) {
    super(driver, factory, ConnectionUrl.PREFIX, AvaticaDriver.noProperties());
    this.session = session;
  }

  @Override
  public TimeZone getTimeZone() {
    return UTC;
  }

  @Override
  public PreparedStatement prepareStatement(String sql, int type, int concurrency, int holdability)
      throws SQLException {
    try {
      return super.prepareStatement(sql, type, concurrency, holdability);
    } catch (SQLException e) {
      throw SqlErrors.of(e);
    }
  }

  /** Returns how many requests were sent, and how many were not since the cache had the answers. */
  @Override
  public Properties getClientInfo() throws SQLException {
    checkOpen();
    Properties info = new Properties();
    info.setProperty("requests", String.valueOf(session.requests()));
    info.setProperty("cacheHits", String.valueOf(session.cacheHits()));
    return info;
  }

  @Override
  public @Nullable String getClientInfo(String name) throws SQLException {
    return getClientInfo().getProperty(name);
  }

  @Override
  public String nativeSQL(String sql) {
    return sql;
  }

  @Override
  public void close() throws SQLException {
    if (!isClosed()) {
      super.close();
      session.close();
    }
  }

  /** Returns the rows of a result that is opened. */
  Iterable<Object> rows(
      Meta.StatementHandle handle,
      QueryState state,
      Meta.Signature signature,
      Meta.@Nullable Frame firstFrame) {
    return meta.createIterable(handle, state, signature, List.of(), firstFrame);
  }

  static List<TypedValue> parameterValues(AvaticaStatement statement) {
    return TROJAN.getParameterValues(statement);
  }
}
