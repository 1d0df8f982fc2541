package io.github.twiliojdbc.jdbc;

import io.github.twiliojdbc.sql.functions.Conversions;
import io.github.twiliojdbc.sql.functions.DateText;
import io.github.twiliojdbc.sql.functions.WallClock;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
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
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.calcite.avatica.ColumnMetaData;
import org.apache.calcite.avatica.util.ByteString;
import org.apache.calcite.avatica.util.DateTimeUtils;
import org.apache.calcite.avatica.util.TimeUnitRange;
import org.jspecify.annotations.Nullable;

/**
 * A value of a row, and what JDBC's getters make of it (JDBC 4.3, appendix B).
 *
 * <p>A TIMESTAMP is an instant, which shows where it has no zone, as a LocalDateTime or a text, as
 * the time on the connection's clock. A DATE is the same day everywhere, so its {@link Date} begins
 * at midnight of the JVM's time zone, as JDBC has it.
 *
 * @param label name of the column that the value is of
 * @param type type of the value
 * @param raw what the row holds: a TIMESTAMP as the milliseconds that the clock shows and a DATE as
 *     days since 1970, a TIME as milliseconds since midnight, all others as the object that JDBC
 *     has for them
 */
record ColumnValue(String label, ColumnMetaData.AvaticaType type, Object raw, WallClock clock) {
  /** What the names of types of intervals begin with. */
  private static final String INTERVAL = "INTERVAL_";

  /** Digits of a second's fraction. */
  private static final int FRACTION = 3;

  private static final long DAY = Duration.ofDays(1).toMillis();

  private static final Map<Class<?>, Conversion> CONVERSIONS =
      Map.ofEntries(
          Map.entry(Object.class, ColumnValue::object),
          Map.entry(String.class, ColumnValue::string),
          Map.entry(Array.class, ColumnValue::array),
          Map.entry(Boolean.class, ColumnValue::truth),
          Map.entry(Byte.class, value -> (byte) value.integer(Byte.MIN_VALUE, Byte.MAX_VALUE)),
          Map.entry(Short.class, value -> (short) value.integer(Short.MIN_VALUE, Short.MAX_VALUE)),
          Map.entry(
              Integer.class, value -> (int) value.integer(Integer.MIN_VALUE, Integer.MAX_VALUE)),
          Map.entry(Long.class, value -> value.integer(Long.MIN_VALUE, Long.MAX_VALUE)),
          Map.entry(Float.class, value -> (float) value.floating()),
          Map.entry(Double.class, ColumnValue::floating),
          Map.entry(BigDecimal.class, ColumnValue::decimal),
          Map.entry(
              BigInteger.class,
              value -> value.decimal().setScale(0, RoundingMode.DOWN).toBigInteger()),
          Map.entry(byte[].class, ColumnValue::bytes),
          Map.entry(Date.class, value -> Date.valueOf(value.day())),
          Map.entry(Time.class, value -> Time.valueOf(value.timeOfDay())),
          Map.entry(Timestamp.class, value -> new Timestamp(value.instant().toEpochMilli())),
          Map.entry(java.util.Date.class, value -> new Timestamp(value.instant().toEpochMilli())),
          Map.entry(Instant.class, ColumnValue::instant),
          Map.entry(LocalDate.class, ColumnValue::day),
          Map.entry(LocalTime.class, ColumnValue::timeOfDay),
          Map.entry(LocalDateTime.class, value -> value.local()),
          Map.entry(OffsetDateTime.class, value -> value.instant().atOffset(ZoneOffset.UTC)),
          Map.entry(ZonedDateTime.class, value -> value.instant().atZone(value.clock.zone())));

  /**
   * Returns the value as an object of a class.
   *
   * @throws SQLDataException if values of the type are never of the class (07006), or this one is
   *     not (22003, 22007, 22018)
   */
  <T> T as(Class<T> wanted) throws SQLException {
    Conversion conversion = CONVERSIONS.get(wanted);
    if (conversion == null) {
      throw never(wanted);
    }
    return wanted.cast(conversion.of(this));
  }

  private Object object() throws SQLException {
    return switch (type.id) {
      case Types.TIMESTAMP -> as(Timestamp.class);
      case Types.DATE -> as(Date.class);
      case Types.TIME -> as(Time.class);
      case Types.ARRAY -> as(Array.class);
      default -> raw instanceof ByteString bytes ? bytes.getBytes() : isInterval() ? string() : raw;
    };
  }

  private String string() throws SQLException {
    return switch (type.id) {
      case Types.TIMESTAMP -> DateText.timestamp(stored());
      case Types.DATE -> DateTimeUtils.unixDateToString((int) stored());
      case Types.TIME -> DateTimeUtils.unixTimeToString((int) stored());
      case Types.ARRAY -> Conversions.array(elements(ColumnValue::inArray));
      default -> isInterval() ? interval() : String.valueOf(Conversions.text(raw));
    };
  }

  private ArrayOfValues array() throws SQLException {
    if (type.id != Types.ARRAY) {
      throw never(Array.class);
    }
    return new ArrayOfValues(
        elementType().name, elements(ColumnValue::object), elements(ColumnValue::inArray));
  }

  private ColumnMetaData.AvaticaType elementType() {
    return ((ColumnMetaData.ArrayType) type).getComponent();
  }

  /** Returns what is made of the elements of an array, in which NULL stays null. */
  private List<@Nullable Object> elements(Conversion conversion) throws SQLException {
    List<@Nullable Object> made = new ArrayList<>();
    for (Object element : (List<?>) raw) {
      made.add(
          element == null
              ? null
              : conversion.of(new ColumnValue(label, elementType(), element, clock)));
    }
    return made;
  }

  /** Returns the value as the text of an array has it, where a truth value is a letter. */
  private Object inArray() throws SQLException {
    return switch (type.id) {
      case Types.ARRAY -> elements(ColumnValue::inArray);
      case Types.BOOLEAN -> truth() ? "t" : "f";
      default -> string();
    };
  }

  private boolean isInterval() {
    return type.name.startsWith(INTERVAL);
  }

  /** Returns an interval, which is stored in months or milliseconds, as SQL writes it. */
  private String interval() {
    String units = type.name.substring(INTERVAL.length());
    TimeUnitRange range = TimeUnitRange.valueOf(units.replace("_", "_TO_"));
    return range.monthly()
        ? DateTimeUtils.intervalYearMonthToString((int) stored(), range)
        : DateTimeUtils.intervalDayTimeToString(stored(), range, FRACTION);
  }

  private boolean truth() throws SQLException {
    if (raw instanceof Boolean truth) {
      return truth;
    }
    if (isTemporal()) {
      throw never(Boolean.class);
    }
    return switch (raw.toString().strip().toLowerCase(Locale.ROOT)) {
      case "true", "t", "yes", "y", "on", "1" -> true;
      case "false", "f", "no", "n", "off", "0" -> false;
      default -> throw unfit(Boolean.class, "22018", null);
    };
  }

  private long integer(long least, long most) throws SQLException {
    BigDecimal whole = decimal().setScale(0, RoundingMode.DOWN);
    if (whole.compareTo(BigDecimal.valueOf(least)) < 0
        || whole.compareTo(BigDecimal.valueOf(most)) > 0) {
      throw new SQLDataException(
          "Column %s has %s, which is not from %d to %d.".formatted(label, string(), least, most),
          "22003");
    }
    return whole.longValue();
  }

  private double floating() throws SQLException {
    return raw instanceof Number number && !isTemporal()
        ? number.doubleValue()
        : decimal().doubleValue();
  }

  private BigDecimal decimal() throws SQLException {
    if (isTemporal()) {
      throw never(BigDecimal.class);
    }
    if (raw instanceof Boolean truth) {
      return truth ? BigDecimal.ONE : BigDecimal.ZERO;
    }
    try {
      return raw instanceof BigDecimal number ? number : new BigDecimal(raw.toString().strip());
    } catch (NumberFormatException e) {
      throw unfit(BigDecimal.class, "22018", e);
    }
  }

  private byte[] bytes() throws SQLException {
    if (raw instanceof ByteString bytes) {
      return bytes.getBytes();
    }
    if (raw instanceof String text) {
      return text.getBytes(StandardCharsets.UTF_8);
    }
    throw never(byte[].class);
  }

  private LocalDate day() throws SQLException {
    return LocalDate.ofEpochDay(Math.floorDiv(milliseconds(), DAY));
  }

  private LocalTime timeOfDay() throws SQLException {
    return type.id == Types.TIME
        ? LocalTime.ofNanoOfDay(stored() * 1_000_000)
        : LocalTime.ofNanoOfDay(Math.floorMod(milliseconds(), DAY) * 1_000_000);
  }

  private LocalDateTime local() throws SQLException {
    return LocalDateTime.ofInstant(Instant.ofEpochMilli(milliseconds()), ZoneOffset.UTC);
  }

  private Instant instant() throws SQLException {
    return Instant.ofEpochMilli(clock.instant(milliseconds()));
  }

  /**
   * Returns what the clock shows at a point in time, at the beginning of a day, or as a text says.
   */
  private long milliseconds() throws SQLException {
    if (raw instanceof String text) {
      try {
        return DateText.parseTimestamp(text, clock.zone());
      } catch (DateTimeException e) {
        throw unfit(Timestamp.class, "22007", e);
      }
    }
    return switch (type.id) {
      case Types.TIMESTAMP, Types.TIME -> stored();
      case Types.DATE -> stored() * DAY;
      default -> throw never(Timestamp.class);
    };
  }

  private long stored() {
    return ((Number) raw).longValue();
  }

  private boolean isTemporal() {
    return isTemporal(type.id);
  }

  /** Returns whether rows hold the very object for a type that JDBC has for it. */
  static boolean isPlain(int type) {
    return !isTemporal(type) && type != Types.ARRAY;
  }

  private static boolean isTemporal(int type) {
    return type == Types.TIMESTAMP || type == Types.DATE || type == Types.TIME;
  }

  private SQLException never(Class<?> wanted) {
    return new SQLDataException(
        "Column %s is a %s, which cannot be had as a %s."
            .formatted(label, JDBCType.valueOf(type.id), wanted.getSimpleName()),
        "07006");
  }

  private SQLException unfit(Class<?> wanted, String state, @Nullable Exception cause) {
    return new SQLDataException(
        "Column %s has '%s', which is no %s.".formatted(label, raw, wanted.getSimpleName()),
        state,
        cause);
  }

  /** What makes an object of a value. */
  private interface Conversion {
    Object of(ColumnValue value) throws SQLException;
  }
}
