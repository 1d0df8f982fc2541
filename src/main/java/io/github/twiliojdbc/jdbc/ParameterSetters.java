package io.github.twiliojdbc.jdbc;

import com.google.common.io.CharStreams;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.math.BigDecimal;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Date;
import java.sql.NClob;
import java.sql.Ref;
import java.sql.RowId;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.sql.SQLType;
import java.sql.SQLXML;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.List;
import org.apache.calcite.avatica.AvaticaConnection;
import org.apache.calcite.avatica.AvaticaParameter;
import org.apache.calcite.avatica.Meta;
import org.jspecify.annotations.Nullable;

/** The setters of parameters, each of which sets an object; {@link ParameterValue} reads it. */
abstract class ParameterSetters extends FixedSql {
  private final List<AvaticaParameter> parameters;
  private final SetParameters values;

  ParameterSetters(
      AvaticaConnection connection,
      Meta.StatementHandle handle,
      Meta.Signature signature,
      int type,
      int concurrency,
      int holdability)
      throws SQLException {
    super(connection, handle, signature, type, concurrency, holdability);
    this.parameters = signature.parameters;
    this.values = new SetParameters(parameters.size());
  }

  SetParameters values() {
    return values;
  }

  @Override
  public void clearParameters() throws SQLException {
    checkOpen();
    values.clear();
  }

  @Override
  public void setObject(int parameter, @Nullable Object value) throws SQLException {
    checkOpen();
    if (value instanceof Array array) {
      setArray(parameter, array);
      return;
    }
    int wanted = getParameter(parameter).parameterType;
    values.set(
        parameter - 1,
        ParameterValue.of(parameter, wanted, value, ((SessionConnection) getConnection()).clock()));
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
        value == null || calendar == null ? value : in(calendar, value.getTime()).toLocalDate());
  }

  @Override
  public void setObject(int parameter, @Nullable Object value, int type, int scale)
      throws SQLException {
    setObject(parameter, value);
  }

  /** Sets a value, whose own type counts, so the given one has no effect. */
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
    return parameters.get(parameter - 1);
  }

  @Override
  public void setObject(int parameter, @Nullable Object value, SQLType type) throws SQLException {
    setObject(parameter, value);
  }

  @Override
  public void setObject(int parameter, @Nullable Object value, SQLType type, int scale)
      throws SQLException {
    setObject(parameter, value);
  }

  @Override
  public void setTime(int parameter, @Nullable Time value) throws SQLException {
    setObject(parameter, value);
  }

  /** Sets the time of day that a time is in the time zone of the calendar. */
  @Override
  public void setTime(int parameter, @Nullable Time value, @Nullable Calendar calendar)
      throws SQLException {
    setObject(
        parameter,
        value == null || calendar == null ? value : in(calendar, value.getTime()).toLocalTime());
  }

  private static ZonedDateTime in(Calendar calendar, long milliseconds) {
    return Instant.ofEpochMilli(milliseconds).atZone(calendar.getTimeZone().toZoneId());
  }

  @Override
  public void setURL(int parameter, @Nullable URL value) throws SQLException {
    setObject(parameter, value);
  }

  @Override
  public void setCharacterStream(int parameter, @Nullable Reader value, int length)
      throws SQLException {
    setText(parameter, value, length);
  }

  @Override
  public void setCharacterStream(int parameter, @Nullable Reader value, long length)
      throws SQLException {
    setText(parameter, value, length);
  }

  @Override
  public void setCharacterStream(int parameter, @Nullable Reader value) throws SQLException {
    setText(parameter, value, Long.MAX_VALUE);
  }

  @Override
  public void setNCharacterStream(int parameter, @Nullable Reader value, long length)
      throws SQLException {
    setText(parameter, value, length);
  }

  @Override
  public void setNCharacterStream(int parameter, @Nullable Reader value) throws SQLException {
    setText(parameter, value, Long.MAX_VALUE);
  }

  @Override
  public void setClob(int parameter, @Nullable Reader value, long length) throws SQLException {
    setText(parameter, value, length);
  }

  @Override
  public void setClob(int parameter, @Nullable Reader value) throws SQLException {
    setText(parameter, value, Long.MAX_VALUE);
  }

  @Override
  public void setNClob(int parameter, @Nullable Reader value, long length) throws SQLException {
    setText(parameter, value, length);
  }

  @Override
  public void setNClob(int parameter, @Nullable Reader value) throws SQLException {
    setText(parameter, value, Long.MAX_VALUE);
  }

  @Override
  public void setAsciiStream(int parameter, @Nullable InputStream value, int length)
      throws SQLException {
    setText(parameter, ascii(value), length);
  }

  @Override
  public void setAsciiStream(int parameter, @Nullable InputStream value, long length)
      throws SQLException {
    setText(parameter, ascii(value), length);
  }

  @Override
  public void setAsciiStream(int parameter, @Nullable InputStream value) throws SQLException {
    setText(parameter, ascii(value), Long.MAX_VALUE);
  }

  private static @Nullable Reader ascii(@Nullable InputStream bytes) {
    return bytes == null ? null : new InputStreamReader(bytes, StandardCharsets.US_ASCII);
  }

  /** Sets the first characters of a text. */
  private void setText(int parameter, @Nullable Reader value, long length) throws SQLException {
    SqlErrors.checkNotNegative("length", length);
    try {
      String text = value == null ? null : CharStreams.toString(value);
      setObject(
          parameter,
          text == null ? null : text.substring(0, (int) Math.min(length, text.length())));
    } catch (IOException e) {
      throw new SQLDataException(
          "Parameter %d could not be read: %s".formatted(parameter, e.getMessage()), "22018", e);
    }
  }

  @Override
  public void setBytes(int parameter, byte[] value) throws SQLException {
    throw SqlErrors.unsupported("binary parameters");
  }

  @Override
  public void setBinaryStream(int parameter, InputStream value, int length) throws SQLException {
    throw SqlErrors.unsupported("binary parameters");
  }

  @Override
  public void setBinaryStream(int parameter, InputStream value, long length) throws SQLException {
    throw SqlErrors.unsupported("binary parameters");
  }

  @Override
  public void setBinaryStream(int parameter, InputStream value) throws SQLException {
    throw SqlErrors.unsupported("binary parameters");
  }

  @Override
  public void setBlob(int parameter, Blob value) throws SQLException {
    throw SqlErrors.unsupported("BLOBs");
  }

  @Override
  public void setBlob(int parameter, InputStream value, long length) throws SQLException {
    throw SqlErrors.unsupported("BLOBs");
  }

  @Override
  public void setBlob(int parameter, InputStream value) throws SQLException {
    throw SqlErrors.unsupported("BLOBs");
  }

  @Override
  public void setClob(int parameter, Clob value) throws SQLException {
    throw SqlErrors.unsupported("CLOBs");
  }

  @Override
  public void setNClob(int parameter, NClob value) throws SQLException {
    throw SqlErrors.unsupported("NCLOBs");
  }

  @Override
  public void setArray(int parameter, @Nullable Array value) throws SQLException {
    setObject(parameter, value == null ? null : value.getArray());
  }

  @Override
  public void setRef(int parameter, Ref value) throws SQLException {
    throw SqlErrors.unsupported("references");
  }

  @Override
  public void setRowId(int parameter, RowId value) throws SQLException {
    throw SqlErrors.unsupported("row identifiers");
  }

  @Override
  public void setSQLXML(int parameter, SQLXML value) throws SQLException {
    throw SqlErrors.unsupported("SQLXML");
  }

  @Override
  @Deprecated
  public void setUnicodeStream(int parameter, InputStream value, int length) throws SQLException {
    throw SqlErrors.unsupported("streams of UTF-8: use setCharacterStream");
  }
}
