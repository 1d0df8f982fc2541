package io.github.twiliojdbc.jdbc;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.JDBCType;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Timestamp;
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

/**
 * Turns what a program sets as a parameter into what a row holds: a TIMESTAMP as milliseconds, a
 * DATE as days since 1970 and a TIME as milliseconds of the day.
 *
 * <p>A point in time without a zone, such as a LocalDateTime or a text, is UTC.
 */
final class ParameterValue {
  private static final long DAY = Duration.ofDays(1).toMillis();

  private ParameterValue() {}

  /**
   * Converts a value to a parameter's type.
   *
   * @param parameter place of the parameter, counted from 1, for the message
   * @param jdbcType type that the statement gives the parameter, of {@link Types}
   * @throws SQLDataException if the value does not fit (22018)
   */
  static Object of(int parameter, int jdbcType, Object value) throws SQLException {
    try {
      return switch (jdbcType) {
        case Types.TIMESTAMP -> milliseconds(value);
        case Types.DATE -> Math.toIntExact(Math.floorDiv(milliseconds(value), DAY));
        case Types.TIME -> millisecondsOfDay(value);
        case Types.VARCHAR, Types.CHAR -> value.toString();
        case Types.BOOLEAN -> truth(value);
        case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT, Types.DECIMAL ->
            value instanceof Number ? value : new BigDecimal(value.toString().strip());
        case Types.DOUBLE, Types.FLOAT, Types.REAL ->
            value instanceof Number ? value : (Number) Double.valueOf(value.toString());
        default -> value;
      };
    } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
      throw new SQLDataException(
          "Parameter %d is a %s, which '%s' (%s) is not."
              .formatted(
                  parameter, JDBCType.valueOf(jdbcType), value, value.getClass().getSimpleName()),
          "22018",
          e);
    }
  }

  private static long milliseconds(Object value) {
    if (value instanceof Timestamp timestamp) {
      return timestamp.getTime();
    }
    if (value instanceof Date day) {
      return day.toLocalDate().toEpochDay() * DAY;
    }
    if (value instanceof java.util.Date date && !(value instanceof Time)) {
      return date.toInstant().toEpochMilli();
    }
    if (value instanceof Instant instant) {
      return instant.toEpochMilli();
    }
    if (value instanceof OffsetDateTime time) {
      return time.toInstant().toEpochMilli();
    }
    if (value instanceof ZonedDateTime time) {
      return time.toInstant().toEpochMilli();
    }
    if (value instanceof LocalDateTime time) {
      return time.toInstant(ZoneOffset.UTC).toEpochMilli();
    }
    if (value instanceof LocalDate day) {
      return day.toEpochDay() * DAY;
    }
    if (value instanceof String text) {
      return PointInTime.of(text);
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
      return LocalTime.parse(text.strip()).get(ChronoField.MILLI_OF_DAY);
    }
    throw new IllegalArgumentException("not a time of day");
  }

  private static Boolean truth(Object value) {
    if (value instanceof Boolean truth) {
      return truth;
    }
    return switch (value.toString()) {
      case "true", "1" -> true;
      case "false", "0" -> false;
      default -> throw new IllegalArgumentException("neither true nor false");
    };
  }
}
