package io.github.twiliojdbc.jdbc;

import io.github.twiliojdbc.sql.ArrayValue;
import io.github.twiliojdbc.sql.functions.Conversions;
import io.github.twiliojdbc.sql.functions.DateText;
import io.github.twiliojdbc.sql.functions.WallClock;
import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Date;
import java.sql.JDBCType;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Types;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.calcite.sql.type.SqlTypeName;
import org.jspecify.annotations.Nullable;

/**
 * What a program sets as a parameter, as rows hold it: a TIMESTAMP as the milliseconds that the
 * connection's clock shows, a DATE as days since 1970 and a TIME as milliseconds of the day.
 *
 * <p>A value keeps its own type where that of the statement would change it: 1.5 is not made an
 * INTEGER because it stands beside one.
 *
 * @param type type of the value, of {@link Types}
 * @param value value, or null
 */
record ParameterValue(int type, @Nullable Object value) {
  private static final long DAY = Duration.ofDays(1).toMillis();

  /**
   * Converts a value to a parameter's type, or to the value's own.
   *
   * @param parameter place of the parameter, counted from 1, for the message
   * @param wanted type that the statement gives the parameter, of {@link Types}; OTHER if it gives
   *     none
   * @throws SQLDataException if the value is of no type, or a text that is not of the wanted one
   *     (22018)
   */
  static ParameterValue of(int parameter, int wanted, @Nullable Object value, WallClock clock)
      throws SQLException {
    if (value == null) {
      return new ParameterValue(wanted, null);
    }
    try {
      if (value.getClass().isArray() && !(value instanceof byte[])) {
        return new ParameterValue(Types.ARRAY, array(value, clock));
      }
      int own = type(value);
      int type = fits(own, wanted) ? wanted : own;
      return new ParameterValue(type, convert(type, value, clock));
    } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
      throw new SQLDataException(
          "Parameter %d is a %s, which '%s' (%s) is not."
              .formatted(
                  parameter, JDBCType.valueOf(wanted), value, value.getClass().getSimpleName()),
          "22018",
          e);
    }
  }

  private static ArrayValue array(Object array, WallClock clock) {
    List<@Nullable String> elements = new ArrayList<>();
    int type = Types.VARCHAR;
    for (int i = 0; i < Array.getLength(array); i++) {
      Object element = Array.get(array, i);
      type = element == null ? type : type(element);
      elements.add(
          element instanceof BigDecimal number
              ? number.toPlainString()
              : element == null ? null : (String) convert(Types.VARCHAR, element, clock));
    }
    return new ArrayValue(Objects.requireNonNull(SqlTypeName.getNameForJdbcType(type)), elements);
  }

  private static int type(Object value) {
    if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
      return Types.INTEGER;
    }
    if (value instanceof Long) {
      return Types.BIGINT;
    }
    if (value instanceof BigDecimal || value instanceof BigInteger) {
      return Types.DECIMAL;
    }
    if (value instanceof Number) {
      return Types.DOUBLE;
    }
    if (value instanceof Boolean) {
      return Types.BOOLEAN;
    }
    if (value instanceof Date || value instanceof LocalDate) {
      return Types.DATE;
    }
    if (value instanceof Time || value instanceof LocalTime) {
      return Types.TIME;
    }
    boolean isInstant =
        value instanceof java.util.Date
            || value instanceof Instant
            || value instanceof OffsetDateTime
            || value instanceof ZonedDateTime
            || value instanceof LocalDateTime;
    return isInstant ? Types.TIMESTAMP : Types.VARCHAR;
  }

  /**
   * Returns whether a value of a type is as good as one of the wanted type; a number of another
   * type would change that of what is computed from it.
   */
  private static boolean fits(int own, int wanted) {
    if (own == Types.VARCHAR || wanted == Types.VARCHAR || wanted == Types.CHAR) {
      return wanted != Types.OTHER;
    }
    return own == wanted || (wanted == Types.TIMESTAMP && own == Types.DATE);
  }

  private static Object convert(int type, Object value, WallClock clock) {
    return switch (type) {
      case Types.TIMESTAMP -> milliseconds(value, clock);
      case Types.DATE -> Math.toIntExact(Math.floorDiv(milliseconds(value, clock), DAY));
      case Types.TIME -> millisecondsOfDay(value);
      case Types.VARCHAR, Types.CHAR ->
          type(value) == Types.TIMESTAMP
              ? DateText.timestamp(milliseconds(value, clock))
              : value.toString();
      case Types.BOOLEAN -> truth(value);
      case Types.TINYINT, Types.SMALLINT, Types.INTEGER -> decimal(value).intValueExact();
      case Types.BIGINT -> decimal(value).longValueExact();
      case Types.DECIMAL -> decimal(value);
      case Types.DOUBLE, Types.FLOAT, Types.REAL ->
          value instanceof Number number
              ? number.doubleValue()
              : Double.parseDouble(value.toString().strip());
      default -> value;
    };
  }

  private static BigDecimal decimal(Object value) {
    return Conversions.plain(
        value instanceof BigDecimal decimal ? decimal : new BigDecimal(value.toString().strip()));
  }

  private static long milliseconds(Object value, WallClock clock) {
    if (value instanceof Date day) {
      return day.toLocalDate().toEpochDay() * DAY;
    }
    if (value instanceof LocalDate day) {
      return day.toEpochDay() * DAY;
    }
    if (value instanceof LocalDateTime time) {
      return time.toInstant(ZoneOffset.UTC).toEpochMilli();
    }
    if (value instanceof String text) {
      return DateText.parseTimestamp(text, clock.zone());
    }
    return clock.at(instant(value).toEpochMilli());
  }

  private static Instant instant(Object value) {
    if (value instanceof java.util.Date date && !(value instanceof Time)) {
      return date.toInstant();
    }
    if (value instanceof Instant instant) {
      return instant;
    }
    if (value instanceof OffsetDateTime time) {
      return time.toInstant();
    }
    if (value instanceof ZonedDateTime time) {
      return time.toInstant();
    }
    throw new IllegalArgumentException("not a point in time");
  }

  private static int millisecondsOfDay(Object value) {
    if (value instanceof LocalTime time) {
      return time.get(ChronoField.MILLI_OF_DAY);
    }
    if (value instanceof Time time) {
      // A time with no time zone is that of the JVM, as JDBC has it.
      return Instant.ofEpochMilli(time.getTime())
          .atZone(ZoneId.systemDefault())
          .get(ChronoField.MILLI_OF_DAY);
    }
    if (value instanceof String text) {
      return DateText.parseTime(text);
    }
    throw new IllegalArgumentException("not a time of day");
  }

  private static Boolean truth(Object value) {
    return switch (value.toString().strip().toLowerCase(java.util.Locale.ROOT)) {
      case "true", "1" -> true;
      case "false", "0" -> false;
      default -> throw new IllegalArgumentException("neither true nor false");
    };
  }
}
