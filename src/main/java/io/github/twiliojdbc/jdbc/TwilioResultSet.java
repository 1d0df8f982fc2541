package io.github.twiliojdbc.jdbc;

import io.github.twiliojdbc.sql.functions.WallClock;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Date;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Calendar;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.apache.calcite.avatica.AvaticaStatement;
import org.apache.calcite.avatica.ColumnMetaData;
import org.apache.calcite.avatica.Meta;
import org.apache.calcite.avatica.QueryState;
import org.jspecify.annotations.Nullable;

/**
 * Rows, read from Twilio as they are asked for; {@link ColumnValue} says what getters make of them.
 *
 * <p>Avatica's own getters are not used.
 */
final class TwilioResultSet extends LabelGetters {
  private final List<ColumnMetaData> columns;
  private final Map<String, Integer> places = new HashMap<>();
  private final WallClock clock;
  private boolean wasNull;

  TwilioResultSet(
      AvaticaStatement statement,
      QueryState state,
      Meta.Signature signature,
      ResultSetMetaData metaData,
      TimeZone timeZone,
      Meta.@Nullable Frame firstFrame)
      throws SQLException {
    super(statement, state, signature, metaData, timeZone, firstFrame);
    this.columns = signature.columns;
    this.clock = ((SessionConnection) statement.getConnection()).clock();
    for (ColumnMetaData column : columns) {
      places.putIfAbsent(column.label.toLowerCase(Locale.ROOT), column.ordinal + 1);
    }
  }

  @Override
  public int findColumn(String label) throws SQLException {
    checkOpen();
    Integer place = places.get(label.toLowerCase(Locale.ROOT));
    if (place == null) {
      throw SqlErrors.noSuchColumn(label, columns.stream().map(column -> column.label).toList());
    }
    return place;
  }

  @Override
  public boolean wasNull() throws SQLException {
    checkOpen();
    return wasNull;
  }

  /** Returns a column's value as an object of a class, or null. */
  private <T> @Nullable T get(int column, Class<T> type) throws SQLException {
    if (type == null) {
      throw SqlErrors.wrongArgument("There is no class to return the value as.");
    }
    Object value = value(column);
    if (value == null) {
      return null;
    }
    ColumnMetaData described = columns.get(column - 1);
    return value.getClass() == type && ColumnValue.isPlain(described.type.id)
        ? type.cast(value)
        : new ColumnValue(described.label, described.type, value, clock).as(type);
  }

  private @Nullable Object value(int column) throws SQLException {
    checkOpen();
    TwilioResultSetMetaData.check(columns, column);
    Object row = row();
    Object value = row instanceof Object[] values ? values[column - 1] : row;
    wasNull = value == null;
    return value;
  }

  @Override
  public boolean getBoolean(int column) throws SQLException {
    Boolean value = get(column, Boolean.class);
    return value == null ? false : value;
  }

  @Override
  public byte getByte(int column) throws SQLException {
    Byte value = get(column, Byte.class);
    return value == null ? 0 : value;
  }

  @Override
  public short getShort(int column) throws SQLException {
    Short value = get(column, Short.class);
    return value == null ? 0 : value;
  }

  @Override
  public int getInt(int column) throws SQLException {
    Integer value = get(column, Integer.class);
    return value == null ? 0 : value;
  }

  @Override
  public long getLong(int column) throws SQLException {
    Long value = get(column, Long.class);
    return value == null ? 0 : value;
  }

  @Override
  public float getFloat(int column) throws SQLException {
    Float value = get(column, Float.class);
    return value == null ? 0 : value;
  }

  @Override
  public double getDouble(int column) throws SQLException {
    Double value = get(column, Double.class);
    return value == null ? 0 : value;
  }

  @Override
  public @Nullable String getString(int column) throws SQLException {
    return get(column, String.class);
  }

  @Override
  public @Nullable BigDecimal getBigDecimal(int column) throws SQLException {
    return get(column, BigDecimal.class);
  }

  @Override
  public byte @Nullable [] getBytes(int column) throws SQLException {
    return get(column, byte[].class);
  }

  @Override
  public @Nullable Date getDate(int column) throws SQLException {
    return get(column, Date.class);
  }

  @Override
  public @Nullable Time getTime(int column) throws SQLException {
    return get(column, Time.class);
  }

  @Override
  public @Nullable Timestamp getTimestamp(int column) throws SQLException {
    return get(column, Timestamp.class);
  }

  @Override
  public @Nullable Array getArray(int column) throws SQLException {
    return get(column, Array.class);
  }

  @Override
  @Deprecated
  public @Nullable BigDecimal getBigDecimal(int column, int scale) throws SQLException {
    BigDecimal value = getBigDecimal(column);
    return value == null ? null : value.setScale(scale, RoundingMode.HALF_UP);
  }

  @Override
  public @Nullable Object getObject(int column) throws SQLException {
    return get(column, Object.class);
  }

  @Override
  public <T> @Nullable T getObject(int column, Class<T> type) throws SQLException {
    return get(column, type);
  }

  /** Returns the value as the class that the map has for the name of the column's type. */
  @Override
  public @Nullable Object getObject(int column, @Nullable Map<String, Class<?>> types)
      throws SQLException {
    Object value = value(column);
    Class<?> type =
        types == null || value == null ? null : types.get(columns.get(column - 1).type.name);
    return type == null ? getObject(column) : get(column, type);
  }

  /** Returns the beginning of the day in the calendar's time zone. */
  @Override
  public @Nullable Date getDate(int column, @Nullable Calendar calendar) throws SQLException {
    Date date = getDate(column);
    return date == null || calendar == null
        ? date
        : new Date(date.toLocalDate().atStartOfDay(zone(calendar)).toInstant().toEpochMilli());
  }

  @Override
  public @Nullable Time getTime(int column, @Nullable Calendar calendar) throws SQLException {
    Time time = getTime(column);
    return time == null || calendar == null
        ? time
        : new Time(
            LocalDate.EPOCH
                .atTime(time.toLocalTime())
                .atZone(zone(calendar))
                .toInstant()
                .toEpochMilli());
  }

  /** Returns the instant, which is the same in every calendar. */
  @Override
  public @Nullable Timestamp getTimestamp(int column, @Nullable Calendar calendar)
      throws SQLException {
    return getTimestamp(column);
  }

  private static ZoneId zone(Calendar calendar) {
    return calendar.getTimeZone().toZoneId();
  }

  @Override
  public @Nullable String getNString(int column) throws SQLException {
    return getString(column);
  }

  @Override
  public @Nullable Reader getCharacterStream(int column) throws SQLException {
    String text = getString(column);
    return text == null ? null : new StringReader(text);
  }

  @Override
  public @Nullable Reader getNCharacterStream(int column) throws SQLException {
    return getCharacterStream(column);
  }

  @Override
  public @Nullable InputStream getAsciiStream(int column) throws SQLException {
    String text = getString(column);
    return text == null ? null : new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public @Nullable InputStream getBinaryStream(int column) throws SQLException {
    byte[] bytes = getBytes(column);
    return bytes == null ? null : new ByteArrayInputStream(bytes);
  }

  @Override
  public @Nullable SQLWarning getWarnings() throws SQLException {
    checkOpen();
    return run().warnings().first();
  }

  @Override
  public void clearWarnings() throws SQLException {
    checkOpen();
    run().warnings().clear();
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    return SqlErrors.unwrap(this, type);
  }
}
