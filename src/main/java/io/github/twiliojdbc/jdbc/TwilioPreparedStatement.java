package io.github.twiliojdbc.jdbc;

import io.github.twiliojdbc.QueryEstimate;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.calcite.avatica.Meta;
import org.apache.calcite.sql.type.SqlTypeName;
import org.jspecify.annotations.Nullable;

/** A statement that is planned once and may have parameters. */
final class TwilioPreparedStatement extends ParameterSetters implements Running {
  private final Meta.Signature prepared;
  private final ReentrantLock beginning = new ReentrantLock();
  private volatile List<@Nullable ParameterValue> taken = List.of();
  private volatile Run run = new Run(0);

  TwilioPreparedStatement(
      SessionConnection connection,
      Meta.StatementHandle handle,
      Meta.Signature signature,
      int type,
      int concurrency,
      int holdability)
      throws SQLException {
    super(connection, handle, signature, type, concurrency, holdability);
    this.prepared = signature;
  }

  @Override
  public ResultSet executeQuery() throws SQLException {
    return begun(super::executeQuery);
  }

  @Override
  public boolean execute() throws SQLException {
    return begun(super::execute);
  }

  @Override
  public long executeLargeUpdate() throws SQLException {
    throw SqlErrors.noUpdate();
  }

  /** Returns the estimates of the query that the statement explains. */
  QueryEstimate estimate() throws SQLException {
    return begun(
        () ->
            ((SessionConnection) getConnection())
                .estimate(this, (QuerySignature) handle.signature, parameters()));
  }

  private <T> T begun(SqlErrors.Work<T> execution) throws SQLException {
    checkOpen();
    if (!beginning.tryLock()) {
      throw SqlErrors.inUse("Another thread is executing it");
    }
    try {
      taken = values().take(((QuerySignature) prepared).query().takesOpenParameters());
      run.cancel();
      run = new Run(getQueryTimeout());
      // What Avatica asks its Meta to run.
      handle.signature = fitting();
      return SqlErrors.translate(execution);
    } finally {
      beginning.unlock();
    }
  }

  /** Returns the prepared query, or that in which parameters have the types of their values. */
  private Meta.Signature fitting() throws SQLException {
    boolean fits = true;
    List<SqlTypeName> types = new ArrayList<>();
    List<@Nullable Object> values = new ArrayList<>();
    for (int i = 0; i < taken.size(); i++) {
      ParameterValue given = taken.get(i);
      ParameterValue value =
          given == null
              ? new ParameterValue(prepared.parameters.get(i).parameterType, null)
              : given;
      int wanted = prepared.parameters.get(i).parameterType;
      fits &= value.type() == wanted && wanted != Types.OTHER;
      values.add(value.value());
      types.add(
          value.value() != null
              ? Objects.requireNonNull(SqlTypeName.getNameForJdbcType(value.type()))
              : wanted == Types.OTHER ? SqlTypeName.VARCHAR : SqlTypeName.NULL);
    }
    return fits
        ? prepared
        : SqlErrors.translate(
            () ->
                ((SessionConnection) getConnection())
                    .typed(this, prepared.sql, List.copyOf(types), values));
  }

  @Override
  public Map<String, @Nullable Object> parameters() {
    Map<String, @Nullable Object> named = new HashMap<>();
    for (int i = 0; i < taken.size(); i++) {
      ParameterValue value = taken.get(i);
      if (value != null) {
        named.put("?" + i, value.value());
      }
    }
    return named;
  }

  /** Returns what the result will have, or null if that depends on the values of parameters. */
  @Override
  public @Nullable ResultSetMetaData getMetaData() throws SQLException {
    return prepared.columns.isEmpty() ? null : super.getMetaData();
  }

  @Override
  public Run run() {
    return run;
  }

  /** Ends the run under way; it is not synchronized, since the run may hold the monitor. */
  @Override
  @SuppressWarnings("UnsynchronizedOverridesSynchronized")
  public void cancel() throws SQLException {
    checkOpen();
    run.cancel();
  }

  @Override
  @SuppressWarnings("UnsynchronizedOverridesSynchronized")
  public void close() throws SQLException {
    run.cancel();
    super.close();
  }

  @Override
  protected void checkOpen() throws SQLException {
    if (isClosed()) {
      throw SqlErrors.closed("statement");
    }
  }

  @Override
  public @Nullable SQLWarning getWarnings() throws SQLException {
    checkOpen();
    return run.warnings().first();
  }

  @Override
  public void clearWarnings() throws SQLException {
    checkOpen();
    run.warnings().clear();
  }

  @Override
  public void setEscapeProcessing(boolean enable) throws SQLException {
    checkOpen();
  }

  @Override
  public void setPoolable(boolean poolable) throws SQLException {
    checkOpen();
  }

  @Override
  public void setLargeMaxRows(long rows) throws SQLException {
    SqlErrors.checkNotNegative("limit of rows", rows);
    super.setLargeMaxRows(rows);
  }

  @Override
  public void setQueryTimeout(int seconds) throws SQLException {
    SqlErrors.checkNotNegative("time-out in seconds", seconds);
    super.setQueryTimeout(seconds);
  }

  @Override
  public void setFetchSize(int rows) throws SQLException {
    SqlErrors.checkNotNegative("fetch size", rows);
    super.setFetchSize(rows);
  }

  @Override
  public void setMaxFieldSize(int bytes) throws SQLException {
    checkOpen();
    if (bytes != 0) {
      throw SqlErrors.unsupported("limit of a value's size");
    }
  }

  /** Does nothing, as JDBC has it where no row can be changed through a cursor. */
  @Override
  public void setCursorName(String name) throws SQLException {
    checkOpen();
  }

  @Override
  public ResultSet getGeneratedKeys() throws SQLException {
    throw SqlErrors.unsupported("generated keys");
  }

  @Override
  public boolean getMoreResults(int current) throws SQLException {
    if (current != CLOSE_CURRENT_RESULT) {
      throw SqlErrors.unsupported("results beside each other: use CLOSE_CURRENT_RESULT");
    }
    return super.getMoreResults(current);
  }

  /** Runs the batch, which is always empty. */
  @Override
  public long[] executeLargeBatch() throws SQLException {
    checkOpen();
    return new long[0];
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    return SqlErrors.unwrap(this, type);
  }

  @Override
  public void addBatch() throws SQLException {
    throw SqlErrors.noUpdate();
  }
}
