package io.github.twiliojdbc.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import org.apache.calcite.avatica.AvaticaStatement;
import org.apache.calcite.avatica.Meta;
import org.jspecify.annotations.Nullable;

/** A statement. */
final class TwilioStatement extends AvaticaStatement implements Running {
  private volatile Run run = new Run(0);

  TwilioStatement(
      SessionConnection connection,
      Meta.@Nullable StatementHandle handle,
      int type,
      int concurrency,
      int holdability) {
    super(connection, handle, type, concurrency, holdability);
  }

  @Override
  public ResultSet executeQuery(String sql) throws SQLException {
    begin();
    return SqlErrors.translate(() -> super.executeQuery(sql));
  }

  @Override
  public boolean execute(String sql) throws SQLException {
    begin();
    return SqlErrors.translate(() -> super.execute(sql));
  }

  /** Refuses an update for what it is, such as a DELETE, and a query for being none. */
  @Override
  public long executeLargeUpdate(String sql) throws SQLException {
    checkOpen();
    getConnection().prepareStatement(sql).close();
    throw SqlErrors.noUpdate();
  }

  private void begin() throws SQLException {
    checkOpen();
    run.cancel();
    run = new Run(getQueryTimeout());
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
  public boolean execute(String sql, int generatedKeys) throws SQLException {
    if (generatedKeys != NO_GENERATED_KEYS) {
      throw SqlErrors.unsupported("generated keys");
    }
    return execute(sql);
  }

  @Override
  public boolean execute(String sql, int[] keyColumns) throws SQLException {
    throw SqlErrors.unsupported("generated keys");
  }

  @Override
  public boolean execute(String sql, String[] keyColumns) throws SQLException {
    throw SqlErrors.unsupported("generated keys");
  }

  @Override
  public int executeUpdate(String sql, int generatedKeys) throws SQLException {
    return executeUpdate(sql);
  }

  @Override
  public int executeUpdate(String sql, int[] keyColumns) throws SQLException {
    return executeUpdate(sql);
  }

  @Override
  public int executeUpdate(String sql, String[] keyColumns) throws SQLException {
    return executeUpdate(sql);
  }

  @Override
  public long executeLargeUpdate(String sql, int generatedKeys) throws SQLException {
    return executeLargeUpdate(sql);
  }

  @Override
  public long executeLargeUpdate(String sql, int[] keyColumns) throws SQLException {
    return executeLargeUpdate(sql);
  }

  @Override
  public long executeLargeUpdate(String sql, String[] keyColumns) throws SQLException {
    return executeLargeUpdate(sql);
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
  public void addBatch(String sql) throws SQLException {
    throw SqlErrors.noUpdate();
  }
}
