package io.github.twiliojdbc.jdbc;

import com.google.common.collect.MapMaker;
import io.github.twiliojdbc.Activity;
import io.github.twiliojdbc.ProgressListener;
import io.github.twiliojdbc.QueryEstimate;
import io.github.twiliojdbc.TwilioConnection;
import io.github.twiliojdbc.catalog.Catalog;
import io.github.twiliojdbc.scan.Session;
import io.github.twiliojdbc.sql.functions.WallClock;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLClientInfoException;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TimeZone;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.calcite.avatica.AvaticaFactory;
import org.apache.calcite.avatica.AvaticaStatement;
import org.apache.calcite.avatica.Meta;
import org.apache.calcite.avatica.QueryState;
import org.apache.calcite.sql.type.SqlTypeName;
import org.jspecify.annotations.Nullable;

/** A connection, which may be shared between threads. */
final class SessionConnection extends ReadOnlyConnection implements TwilioConnection {
  private final Session session;
  private final WallClock clock;
  private final List<String> schemas;
  private final Warnings warnings = new Warnings();
  private final ClientInfo clientInfo;
  private volatile String schema = Catalog.DEFAULT_SCHEMA;
  private volatile String lentSchema = Catalog.DEFAULT_SCHEMA;
  private volatile boolean isAutoCommit = true;

  /** Statements by their numbers, of which those that a program drops are not kept. */
  private final Map<Integer, AvaticaStatement> statements = new MapMaker().weakValues().makeMap();

  SessionConnection(
      AvaticaDriver driver,
      AvaticaFactory factory,
      String url,
      String user,
      Session session,
      WallClock clock,
      List<String> schemas) {
    super(driver, factory, url, AvaticaDriver.properties(user));
    this.session = session;
    this.clock = clock;
    this.schemas = schemas;
    this.clientInfo = new ClientInfo(session, warnings);
  }

  @Override
  public TimeZone getTimeZone() {
    return TimeZone.getTimeZone(clock.zone());
  }

  /** Returns the clock on which TIMESTAMPs are read and written. */
  WallClock clock() {
    return clock;
  }

  @Override
  protected void checkOpen() throws SQLException {
    if (isClosed()) {
      throw SqlErrors.closed("connection");
    }
  }

  @Override
  public AvaticaStatement createStatement(int type, int concurrency, int holdability)
      throws SQLException {
    checkOpen();
    return super.createStatement(kind(type, concurrency), ResultSet.CONCUR_READ_ONLY, holdability);
  }

  /** Returns a new statement, which is kept as long as the program keeps it. */
  <T extends AvaticaStatement> T lend(T statement) {
    statementMap.remove(statement.handle.id);
    statements.put(statement.handle.id, statement);
    return statement;
  }

  /** Returns the statement of a number, which is in use. */
  AvaticaStatement statement(Meta.StatementHandle handle) {
    return Objects.requireNonNull(statements.get(handle.id), "closed statement");
  }

  @Override
  protected AvaticaStatement lookupStatement(Meta.StatementHandle handle) throws SQLException {
    AvaticaStatement known = statements.get(handle.id);
    return known == null ? super.lookupStatement(handle) : known;
  }

  /** Returns a flag that is never set: a statement's run has its own. */
  @Override
  public AtomicBoolean getCancelFlag(Meta.StatementHandle handle) {
    return new AtomicBoolean();
  }

  @Override
  public PreparedStatement prepareStatement(String sql, int type, int concurrency, int holdability)
      throws SQLException {
    checkOpen();
    int kind = kind(type, concurrency);
    return SqlErrors.translate(
        () -> super.prepareStatement(sql, kind, ResultSet.CONCUR_READ_ONLY, holdability));
  }

  /**
   * Returns the type that results have, and warns if they are not as a program asks, as in JDBC.
   */
  private int kind(int type, int concurrency) {
    if (type == ResultSet.TYPE_SCROLL_SENSITIVE) {
      warnings.add(
          "Results do not show what changes meanwhile, so that this statement's are"
              + " TYPE_SCROLL_INSENSITIVE.");
    }
    if (concurrency != ResultSet.CONCUR_READ_ONLY) {
      warnings.add("Results cannot be changed, so that this statement's are CONCUR_READ_ONLY.");
    }
    return type == ResultSet.TYPE_FORWARD_ONLY
        ? ResultSet.TYPE_FORWARD_ONLY
        : ResultSet.TYPE_SCROLL_INSENSITIVE;
  }

  void warn(String warning) {
    warnings.add(warning);
  }

  /** Stays read-only: pools and tools that ask for the opposite by habit are warned. */
  @Override
  public void setReadOnly(boolean readOnly) throws SQLException {
    checkOpen();
    if (!readOnly) {
      warnings.add("The driver only reads, so that its connections stay read-only.");
    }
  }

  @Override
  public @Nullable SQLWarning getWarnings() throws SQLException {
    checkOpen();
    return warnings.first();
  }

  @Override
  public void clearWarnings() throws SQLException {
    checkOpen();
    warnings.clear();
  }

  /** Sets the schema of tables that are named without one; null is the usual one. */
  @Override
  public void setSchema(@Nullable String schema) throws SQLException {
    checkOpen();
    String chosen = schema == null ? Catalog.DEFAULT_SCHEMA : schema.toLowerCase(Locale.ROOT);
    if (!schemas.contains(chosen)) {
      throw SqlErrors.noSuchSchema(chosen, schemas);
    }
    this.schema = chosen;
  }

  @Override
  public String getSchema() throws SQLException {
    checkOpen();
    return schema;
  }

  /** Returns the schema of tables that are named without one. */
  String schema() {
    return schema;
  }

  /** Takes note of how the connection is lent by a pool. */
  @Override
  public void beginRequest() throws SQLException {
    checkOpen();
    lentSchema = schema;
  }

  /** Gives a pool back what it has lent, whatever the program has set meanwhile. */
  @Override
  public void endRequest() throws SQLException {
    checkOpen();
    schema = lentSchema;
  }

  @Override
  public boolean isReadOnly() throws SQLException {
    checkOpen();
    return true;
  }

  /** Takes note of what pools set by habit; there is nothing to commit. */
  @Override
  public void setAutoCommit(boolean autoCommit) throws SQLException {
    checkOpen();
    isAutoCommit = autoCommit;
  }

  @Override
  public boolean getAutoCommit() throws SQLException {
    checkOpen();
    return isAutoCommit;
  }

  @Override
  public void setCatalog(@Nullable String catalog) throws SQLException {
    checkOpen();
  }

  @Override
  public @Nullable String getCatalog() throws SQLException {
    checkOpen();
    return null;
  }

  /** Warns of every level but none, which pools and tools ask for by habit. */
  @Override
  public void setTransactionIsolation(int level) throws SQLException {
    checkOpen();
    if (level != Connection.TRANSACTION_NONE) {
      warnings.add("The driver only reads and has no transactions, so that no isolation was set.");
    }
  }

  @Override
  public int getTransactionIsolation() throws SQLException {
    checkOpen();
    return Connection.TRANSACTION_NONE;
  }

  @Override
  public Map<String, Class<?>> getTypeMap() throws SQLException {
    checkOpen();
    return Map.of();
  }

  @Override
  public void setTypeMap(@Nullable Map<String, Class<?>> map) throws SQLException {
    checkOpen();
    if (map != null && !map.isEmpty()) {
      throw SqlErrors.unsupported("user-defined types");
    }
  }

  /**
   * Returns whether Twilio accepts the connection's credentials, and says so within some seconds; 0
   * is as long as it takes.
   */
  @Override
  public boolean isValid(int timeout) throws SQLException {
    SqlErrors.checkNotNegative("timeout", timeout, " seconds");
    if (isClosed()) {
      return false;
    }
    Run run = new Run(timeout);
    try {
      return session.isAnswered("Connection.isValid", run.cancellation());
    } finally {
      run.finish();
    }
  }

  /** Limits how long Twilio may take to answer a request; 0 leaves it at readTimeout. */
  @Override
  public void setNetworkTimeout(@Nullable Executor executor, int milliseconds) throws SQLException {
    checkOpen();
    SqlErrors.checkNotNegative("time-out", milliseconds, " milliseconds");
    super.setNetworkTimeout(executor, milliseconds);
    session.limit(Duration.ofMillis(milliseconds));
  }

  @Override
  public Activity activity() {
    return session.activity();
  }

  @Override
  public QueryEstimate estimate(String sql, @Nullable Object... parameters) throws SQLException {
    // Errors name positions in the query itself.
    prepareStatement(sql).close();
    try (PreparedStatement explain = prepareStatement("EXPLAIN " + sql)) {
      for (int i = 0; i < parameters.length; i++) {
        explain.setObject(i + 1, parameters[i]);
      }
      return explain.unwrap(TwilioPreparedStatement.class).estimate();
    }
  }

  /** Returns the estimates of a statement that explains a query. */
  QueryEstimate estimate(
      TwilioPreparedStatement statement,
      QuerySignature signature,
      Map<String, @Nullable Object> values) {
    return ((TwilioMeta) meta).estimate(statement, signature, values);
  }

  @Override
  public void setProgressListener(@Nullable ProgressListener listener) {
    session.setProgressListener(listener);
  }

  @Override
  public Properties getClientInfo() throws SQLException {
    checkOpen();
    return clientInfo.properties();
  }

  @Override
  public @Nullable String getClientInfo(String name) throws SQLException {
    return getClientInfo().getProperty(name);
  }

  /**
   * Sets {@code ApplicationName}, which requests tell from then on; anything else is not kept, with
   * a warning.
   */
  @Override
  public void setClientInfo(String name, @Nullable String value) throws SQLClientInfoException {
    checkOpenForInfo();
    clientInfo.set(name, value);
  }

  @Override
  public void setClientInfo(@Nullable Properties properties) throws SQLClientInfoException {
    checkOpenForInfo();
    if (properties != null) {
      for (String name : properties.stringPropertyNames()) {
        setClientInfo(name, properties.getProperty(name));
      }
    }
  }

  private void checkOpenForInfo() throws SQLClientInfoException {
    try {
      checkOpen();
    } catch (SQLException e) {
      throw new SQLClientInfoException(e.getMessage(), e.getSQLState(), Map.of(), e);
    }
  }

  /** Returns an array for a parameter of ANY or ALL; the types of its elements are their own. */
  @Override
  public Array createArrayOf(String typeName, Object @Nullable [] elements) throws SQLException {
    checkOpen();
    if (elements == null) {
      throw SqlErrors.wrongArgument("The elements are null: an array may have none, or setNull.");
    }
    List<@Nullable Object> values = Arrays.asList(elements.clone());
    return new ArrayOfValues(typeName, values, values);
  }

  @Override
  public String nativeSQL(String sql) throws SQLException {
    checkOpen();
    return sql;
  }

  @Override
  public void close() throws SQLException {
    if (!isClosed()) {
      ((TwilioMeta) meta).disconnect();
      for (AvaticaStatement statement : statements.values()) {
        ((Running) statement).run().disconnect();
        statement.close();
      }
      super.close();
      session.close();
    }
  }

  /** Closes the connection and ends what is under way; nothing of it takes long. */
  @Override
  public void abort(Executor executor) throws SQLException {
    close();
  }

  @Override
  public void setHoldability(int holdability) throws SQLException {
    checkOpen();
    if (holdability != ResultSet.HOLD_CURSORS_OVER_COMMIT
        && holdability != ResultSet.CLOSE_CURSORS_AT_COMMIT) {
      throw SqlErrors.wrongArgument("There is no holdability " + holdability + ".");
    }
    super.setHoldability(holdability);
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    return SqlErrors.unwrap(this, type);
  }

  /** Returns the rows of a result that is opened. */
  Iterable<Object> rows(
      Meta.StatementHandle handle,
      QueryState state,
      Meta.Signature signature,
      Meta.@Nullable Frame firstFrame) {
    return meta.createIterable(handle, state, signature, List.of(), firstFrame);
  }

  /** Returns the signature of a statement whose parameters have other types than it suggests. */
  QuerySignature typed(
      AvaticaStatement statement,
      String sql,
      List<SqlTypeName> types,
      List<? extends @Nullable Object> values) {
    return ((TwilioMeta) meta).typed(statement.handle, sql, types, values);
  }
}
