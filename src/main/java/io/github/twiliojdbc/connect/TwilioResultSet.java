package io.github.twiliojdbc.connect;

import java.sql.Date;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Duration;
import java.time.LocalDate;
import java.util.TimeZone;
import org.apache.calcite.avatica.AvaticaResultSet;
import org.apache.calcite.avatica.AvaticaStatement;
import org.apache.calcite.avatica.Meta;
import org.apache.calcite.avatica.QueryState;
import org.jspecify.annotations.Nullable;

/**
 * Rows, read from Twilio as they are asked for.
 *
 * <p>A TIMESTAMP is the same instant in every time zone; a DATE is the same day, so its {@link
 * Date} begins at midnight of the JVM's time zone, as JDBC has it.
 */
final class TwilioResultSet extends AvaticaResultSet {
  private static final long DAY = Duration.ofDays(1).toMillis();

  TwilioResultSet(
      AvaticaStatement statement,
      QueryState state,
      Meta.Signature signature,
      ResultSetMetaData metaData,
      TimeZone timeZone,
      Meta.@Nullable Frame firstFrame)
      throws SQLException {
    super(statement, state, signature, metaData, timeZone, firstFrame);
  }

  @Override
  public boolean next() throws SQLException {
    try {
      return super.next();
    } catch (RuntimeException e) {
      throw SqlErrors.of(e);
    }
  }

  @Override
  public @Nullable Timestamp getTimestamp(int column) throws SQLException {
    Long value = isTemporal(column) ? stored(column) : null;
    return value == null ? super.getTimestamp(column) : new Timestamp(milliseconds(column, value));
  }

  @Override
  public @Nullable Timestamp getTimestamp(String label) throws SQLException {
    return getTimestamp(findColumn(label));
  }

  @Override
  public @Nullable Date getDate(int column) throws SQLException {
    Long value = isTemporal(column) ? stored(column) : null;
    return value == null
        ? super.getDate(column)
        : Date.valueOf(LocalDate.ofEpochDay(Math.floorDiv(milliseconds(column, value), DAY)));
  }

  @Override
  public @Nullable Date getDate(String label) throws SQLException {
    return getDate(findColumn(label));
  }

  @Override
  public @Nullable Object getObject(int column) throws SQLException {
    if (!isTemporal(column)) {
      return super.getObject(column);
    }
    return type(column) == Types.DATE ? getDate(column) : getTimestamp(column);
  }

  @Override
  public @Nullable Object getObject(String label) throws SQLException {
    return getObject(findColumn(label));
  }

  private boolean isTemporal(int column) throws SQLException {
    return type(column) == Types.TIMESTAMP || type(column) == Types.DATE;
  }

  private int type(int column) throws SQLException {
    return getMetaData().getColumnType(column);
  }

  /** Returns a TIMESTAMP's milliseconds or a DATE's days since 1970, or null. */
  private @Nullable Long stored(int column) throws SQLException {
    long value = super.getLong(column);
    return wasNull() ? null : value;
  }

  private long milliseconds(int column, long stored) throws SQLException {
    return type(column) == Types.DATE ? stored * DAY : stored;
  }

  @Override
  public @Nullable SQLWarning getWarnings() throws SQLException {
    checkOpen();
    return ((WarningSource) statement).warnings().first();
  }

  @Override
  public void clearWarnings() throws SQLException {
    checkOpen();
    ((WarningSource) statement).warnings().clear();
  }
}
