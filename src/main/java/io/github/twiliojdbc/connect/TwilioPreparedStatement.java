package io.github.twiliojdbc.connect;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Timestamp;
import java.util.List;
import org.apache.calcite.avatica.AvaticaPreparedStatement;
import org.apache.calcite.avatica.Meta;
import org.apache.calcite.avatica.remote.TypedValue;
import org.jspecify.annotations.Nullable;

/** A statement that is planned once and may have parameters. */
final class TwilioPreparedStatement extends AvaticaPreparedStatement implements WarningSource {
  private final Warnings warnings = new Warnings();

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
    checkParameters();
    try {
      return super.executeQuery();
    } catch (SQLException e) {
      throw SqlErrors.of(e);
    }
  }

  @Override
  public boolean execute() throws SQLException {
    checkParameters();
    try {
      return super.execute();
    } catch (SQLException e) {
      throw SqlErrors.of(e);
    }
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
  public Warnings warnings() {
    return warnings;
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
}
