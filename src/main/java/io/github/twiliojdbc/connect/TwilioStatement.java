package io.github.twiliojdbc.connect;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import org.apache.calcite.avatica.AvaticaStatement;
import org.apache.calcite.avatica.Meta;
import org.jspecify.annotations.Nullable;

/** A statement. */
final class TwilioStatement extends AvaticaStatement implements Running {
  private volatile Run run = Run.begin(0);

  TwilioStatement(
      TwilioConnection connection,
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
    run = Run.begin(getQueryTimeout());
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
  public void addBatch(String sql) throws SQLException {
    throw SqlErrors.noUpdate();
  }
}
