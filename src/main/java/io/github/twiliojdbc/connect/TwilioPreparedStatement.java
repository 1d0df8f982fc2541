package io.github.twiliojdbc.connect;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Calendar;
import java.util.List;
import org.apache.calcite.avatica.AvaticaParameter;
import org.apache.calcite.avatica.AvaticaPreparedStatement;
import org.apache.calcite.avatica.Meta;
import org.apache.calcite.avatica.remote.TypedValue;
import org.jspecify.annotations.Nullable;

/** A statement that is planned once and may have parameters. */
final class TwilioPreparedStatement extends AvaticaPreparedStatement implements Running {
  private volatile Run run = Run.begin(0);

  TwilioPreparedStatement(
      TwilioConnection connection,
      Meta.StatementHandle handle,
      Meta.Signature signature,
      int type,
      int concurrency,
      int holdability)
      throws SQLException {
    super(connection, handle, signature, type, concurrency, holdability);
  }

  @Override
  public ResultSet executeQuery() throws SQLException {
    begin();
    return SqlErrors.translate(super::executeQuery);
  }

  @Override
  public boolean execute() throws SQLException {
    begin();
    return SqlErrors.translate(super::execute);
  }

  @Override
  public long executeLargeUpdate() throws SQLException {
    throw SqlErrors.noUpdate();
  }

  private void begin() throws SQLException {
    checkOpen();
    checkParameters();
    run.cancel();
    run = Run.begin(getQueryTimeout());
  }

  private void checkParameters() throws SQLException {
    List<TypedValue> values = getParameterValues();
    for (int i = 0; i < values.size(); i++) {
      if (values.get(i) == null) {
        throw new SQLException("Parameter " + (i + 1) + " is not set.", "07002");
      }
    }
  }

  @Override
  public void setObject(int parameter, @Nullable Object value) throws SQLException {
    checkOpen();
    super.setObject(
        parameter,
        value == null
            ? null
            : ParameterValue.of(parameter, getParameter(parameter).parameterType, value));
  }

  @Override
  public void setNull(int parameter, int type) throws SQLException {
    setObject(parameter, null);
  }

  @Override
  public void setNull(int parameter, int type, String typeName) throws SQLException {
    setObject(parameter, null);
  }

  /** Sets an instant, whatever the calendar. */
  @Override
  public void setTimestamp(int parameter, @Nullable Timestamp value, @Nullable Calendar calendar)
      throws SQLException {
    setObject(parameter, value);
  }

  /** Sets the day that a date is in the time zone of the calendar. */
  @Override
  public void setDate(int parameter, @Nullable Date value, @Nullable Calendar calendar)
      throws SQLException {
    setObject(
        parameter,
        value == null || calendar == null
            ? value
            : Instant.ofEpochMilli(value.getTime())
                .atZone(calendar.getTimeZone().toZoneId())
                .toLocalDate());
  }

  @Override
  public void setObject(int parameter, @Nullable Object value, int type, int scale)
      throws SQLException {
    setObject(parameter, value);
  }

  /** Sets a value; the statement says which type it must have, so the given one has no effect. */
  @Override
  public void setObject(int parameter, @Nullable Object value, int type) throws SQLException {
    setObject(parameter, value);
  }

  @Override
  public void setBoolean(int parameter, boolean value) throws SQLException {
    setObject(parameter, value);
  }

  @Override
  public void setByte(int parameter, byte value) throws SQLException {
    setObject(parameter, value);
  }

  @Override
  public void setShort(int parameter, short value) throws SQLException {
    setObject(parameter, value);
  }

  @Override
  public void setInt(int parameter, int value) throws SQLException {
    setObject(parameter, value);
  }

  @Override
  public void setLong(int parameter, long value) throws SQLException {
    setObject(parameter, value);
  }

  @Override
  public void setFloat(int parameter, float value) throws SQLException {
    setObject(parameter, value);
  }

  @Override
  public void setDouble(int parameter, double value) throws SQLException {
    setObject(parameter, value);
  }

  @Override
  public void setBigDecimal(int parameter, @Nullable BigDecimal value) throws SQLException {
    setObject(parameter, value);
  }

  @Override
  public void setString(int parameter, @Nullable String value) throws SQLException {
    setObject(parameter, value);
  }

  @Override
  public void setNString(int parameter, @Nullable String value) throws SQLException {
    setObject(parameter, value);
  }

  /** Sets the day that a date is in the time zone of the JVM, as JDBC has it. */
  @Override
  public void setDate(int parameter, @Nullable Date value) throws SQLException {
    setObject(parameter, value);
  }

  /** Sets an instant, whatever the time zone of the JVM. */
  @Override
  public void setTimestamp(int parameter, @Nullable Timestamp value) throws SQLException {
    setObject(parameter, value);
  }

  @Override
  protected AvaticaParameter getParameter(int parameter) throws SQLException {
    if (parameter < 1 || parameter > getParameterCount()) {
      throw SqlErrors.noSuchParameter(parameter, getParameterCount());
    }
    return super.getParameter(parameter);
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
  public void addBatch() throws SQLException {
    throw SqlErrors.noUpdate();
  }
}
