package io.github.twiliojdbc.sql.functions;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.JulianFields;
import java.time.temporal.TemporalAdjusters;
import java.time.zone.ZoneRulesProvider;
import java.util.Locale;

/**
 * Functions of dates and times. A TIMESTAMP is the milliseconds at which a clock stands in the time
 * zone of the connection, counted from 1970; a DATE is days since then.
 *
 * <p>Public because generated code is in another package.
 */
public final class DateFunctions {
  private static final long SECOND = 1000;
  private static final long MINUTE = 60 * SECOND;
  private static final long HOUR = 60 * MINUTE;
  private static final long DAY = 24 * HOUR;
  private static final int MONTHS_OF_YEAR = 12;

  private DateFunctions() {}

  /** Returns a field of a point in time; an EPOCH is that of the instant. */
  @Signature("field_of(text, timestamp, zone) numeric")
  public static BigDecimal extract(String field, long timestamp, String zone) {
    LocalDateTime time = time(timestamp);
    return switch (field.toLowerCase(Locale.ROOT)) {
      case "epoch" -> BigDecimal.valueOf(instant(timestamp, zone).toEpochMilli(), 3);
      case "timezone" -> BigDecimal.valueOf(offset(timestamp, zone).getTotalSeconds());
      case "timezone_hour" -> BigDecimal.valueOf(offset(timestamp, zone).getTotalSeconds() / 3600);
      case "timezone_minute" ->
          BigDecimal.valueOf(offset(timestamp, zone).getTotalSeconds() / 60 % 60);
      case "hour",
          "minute",
          "second",
          "millisecond",
          "milliseconds",
          "microsecond",
          "microseconds" ->
          ofTime(field, Math.floorMod(timestamp, DAY));
      default -> BigDecimal.valueOf(ofDate(field, time.toLocalDate()));
    };
  }

  /** Returns a field of a date. */
  @Signature("field_of(text, date, zone) numeric")
  public static BigDecimal extract(String field, int date, String zone) {
    return switch (field.toLowerCase(Locale.ROOT)) {
      case "epoch" -> extract(field, date * DAY, zone);
      default -> BigDecimal.valueOf(ofDate(field, LocalDate.ofEpochDay(date)));
    };
  }

  /** Returns a field of a time of day. */
  @Signature("field_of(text, time) numeric")
  public static BigDecimal extract(String field, int time) {
    return field.equalsIgnoreCase("epoch") ? BigDecimal.valueOf(time, 3) : ofTime(field, time);
  }

  /** Returns a field of an interval. */
  @Signature("field_of(text, interval) numeric")
  public static BigDecimal extract(String field, long interval) {
    return switch (field.toLowerCase(Locale.ROOT)) {
      case "epoch" -> BigDecimal.valueOf(interval, 3);
      case "day", "days" -> BigDecimal.valueOf(interval / DAY);
      case "month", "months", "year", "years", "decade", "century", "millennium" -> BigDecimal.ZERO;
      case "quarter" -> BigDecimal.ONE;
      default -> ofTime(field, interval % DAY);
    };
  }

  /** Returns a field of an interval of months. */
  @Signature("field_of(text, months) numeric")
  public static BigDecimal extractOfMonths(String field, int months) {
    return switch (field.toLowerCase(Locale.ROOT)) {
      case "year", "years" -> BigDecimal.valueOf(months / MONTHS_OF_YEAR);
      case "month", "months" -> BigDecimal.valueOf(months % MONTHS_OF_YEAR);
      case "quarter" -> BigDecimal.valueOf(months % MONTHS_OF_YEAR / 3 + 1);
      case "decade" -> BigDecimal.valueOf(months / MONTHS_OF_YEAR / 10);
      case "century" -> BigDecimal.valueOf(months / MONTHS_OF_YEAR / 100);
      case "millennium" -> BigDecimal.valueOf(months / MONTHS_OF_YEAR / 1000);
      case "epoch" ->
          // As PostgreSQL counts: years of 365.25 days, the months over of 30.
          BigDecimal.valueOf(
              months / MONTHS_OF_YEAR * (1461 * DAY / 4) + months % MONTHS_OF_YEAR * (30 * DAY), 3);
      default -> BigDecimal.ZERO;
    };
  }

  /** Returns a field of what a text says: of a point in time, else of an interval, as an age is. */
  @Signature("field_of(text, text, zone) numeric")
  public static BigDecimal extract(String field, String text, String zone) {
    if (Conversions.isReadable(text, "TIMESTAMP", zone)) {
      return extract(field, Conversions.timestampOf(text, zone), zone);
    }
    IntervalText interval = IntervalText.of(text);
    int months = Math.toIntExact(interval.months());
    long rest = interval.milliseconds();
    return switch (field.toLowerCase(Locale.ROOT)) {
      case "epoch" -> extractOfMonths(field, months).add(extract(field, rest));
      case "month", "months", "year", "years", "quarter", "decade", "century", "millennium" ->
          extractOfMonths(field, months);
      default -> extract(field, rest);
    };
  }

  private static BigDecimal ofTime(String field, long milliseconds) {
    return switch (field.toLowerCase(Locale.ROOT)) {
      case "hour", "hours" -> BigDecimal.valueOf(milliseconds / HOUR);
      case "minute", "minutes" -> BigDecimal.valueOf(milliseconds / MINUTE % 60);
      case "second", "seconds" -> BigDecimal.valueOf(milliseconds % MINUTE, 3).setScale(6);
      case "millisecond", "milliseconds" -> BigDecimal.valueOf(milliseconds % MINUTE).setScale(3);
      case "microsecond", "microseconds" -> BigDecimal.valueOf(milliseconds % MINUTE * 1000);
      default -> throw noField(field);
    };
  }

  private static long ofDate(String field, LocalDate date) {
    int year = date.getYear();
    return switch (field.toLowerCase(Locale.ROOT)) {
      case "year", "years" -> year;
      case "quarter" -> date.get(IsoFields.QUARTER_OF_YEAR);
      case "month", "months" -> date.getMonthValue();
      case "week", "weeks" -> date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
      case "day", "days" -> date.getDayOfMonth();
      case "dow" -> date.getDayOfWeek().getValue() % 7;
      case "isodow" -> date.getDayOfWeek().getValue();
      case "doy" -> date.getDayOfYear();
      case "isoyear" -> date.get(IsoFields.WEEK_BASED_YEAR);
      case "decade" -> Math.floorDiv(year, 10);
      case "century" -> Math.floorDiv(year + 99, 100);
      case "millennium" -> Math.floorDiv(year + 999, 1000);
      case "julian" -> date.getLong(JulianFields.JULIAN_DAY);
      case "hour", "minute", "second", "milliseconds", "microseconds" -> 0;
      default -> throw noField(field);
    };
  }

  private static IllegalArgumentException noField(String field) {
    return new IllegalArgumentException("there is no field '" + field + "' of such a value");
  }

  @Signature("date_part(text, timestamp, zone) double")
  public static double datePart(String field, long timestamp, String zone) {
    return extract(field, timestamp, zone).doubleValue();
  }

  @Signature("date_part(text, date, zone) double")
  public static double datePart(String field, int date, String zone) {
    return extract(field, date, zone).doubleValue();
  }

  @Signature("date_part(text, time) double")
  public static double datePart(String field, int time) {
    return extract(field, time).doubleValue();
  }

  @Signature("date_part(text, interval) double")
  public static double datePart(String field, long interval) {
    return extract(field, interval).doubleValue();
  }

  @Signature("date_part(text, text, zone) double")
  public static double datePart(String field, String text, String zone) {
    return extract(field, text, zone).doubleValue();
  }

  @Signature("date_part(text, months) double")
  public static double datePartOfMonths(String field, int months) {
    return extractOfMonths(field, months).doubleValue();
  }

  /** Returns the beginning of the week and so on that a time is in; weeks begin on Monday. */
  @Signature("date_trunc(text, timestamp) timestamp")
  public static long dateTrunc(String unit, long timestamp) {
    LocalDateTime time = time(timestamp);
    LocalDate date = time.toLocalDate();
    int year = date.getYear();
    return switch (unit.toLowerCase(Locale.ROOT)) {
      case "microsecond", "microseconds", "millisecond", "milliseconds" -> timestamp;
      case "second", "seconds" -> milliseconds(time.truncatedTo(ChronoUnit.SECONDS));
      case "minute", "minutes" -> milliseconds(time.truncatedTo(ChronoUnit.MINUTES));
      case "hour", "hours" -> milliseconds(time.truncatedTo(ChronoUnit.HOURS));
      case "day", "days" -> milliseconds(date);
      case "week", "weeks" ->
          milliseconds(date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
      case "month", "months" -> milliseconds(date.withDayOfMonth(1));
      case "quarter" -> milliseconds(date.with(IsoFields.DAY_OF_QUARTER, 1));
      case "year", "years" -> milliseconds(date.withDayOfYear(1));
      case "decade", "decades" -> milliseconds(LocalDate.of(Math.floorDiv(year, 10) * 10, 1, 1));
      case "century", "centuries" ->
          milliseconds(LocalDate.of(Math.floorDiv(year - 1, 100) * 100 + 1, 1, 1));
      case "millennium", "millennia" ->
          milliseconds(LocalDate.of(Math.floorDiv(year - 1, 1000) * 1000 + 1, 1, 1));
      default -> throw new IllegalArgumentException("there is no unit of time '" + unit + "'");
    };
  }

  /** Returns the beginning of the day and so on of another time zone. */
  @Signature("date_trunc(text, timestamp, text, zone) timestamp")
  public static long dateTrunc(String unit, long timestamp, String other, String zone) {
    ZoneId there = zone(other);
    long clock = milliseconds(LocalDateTime.ofInstant(instant(timestamp, zone), there));
    return milliseconds(
        LocalDateTime.ofInstant(
            time(dateTrunc(unit, clock)).atZone(there).toInstant(), zone(zone)));
  }

  /** Returns the years, months and days between two times, and what is over, as a text. */
  @Signature("age(timestamp, timestamp) text")
  public static String age(long end, long start) {
    if (end < start) {
      String age = age(start, end);
      return age.replaceAll("(^| )(?=\\d)", "$1-").replace("--", "");
    }
    LocalDateTime from = time(start);
    LocalDateTime to = time(end);
    long rest = to.toLocalTime().toNanoOfDay() - from.toLocalTime().toNanoOfDay();
    LocalDate day = rest < 0 ? to.toLocalDate().minusDays(1) : to.toLocalDate();
    Period period = Period.between(from.toLocalDate(), day);
    StringBuilder age = new StringBuilder();
    part(age, period.getYears(), "year");
    part(age, period.getMonths(), "mon");
    part(age, days(from.toLocalDate(), day), "day");
    LocalTime time = LocalTime.ofNanoOfDay(Math.floorMod(rest, DAY * 1_000_000));
    if (time.toNanoOfDay() > 0 || age.length() == 0) {
      age.append(age.length() == 0 ? "" : " ")
          .append(DateText.timestamp(time.toNanoOfDay() / 1_000_000).substring(11));
    }
    return age.toString();
  }

  /** Returns the interval of days that compares as a text of any interval does. */
  @Signature("length_of(text) interval")
  public static long lengthOf(String text) {
    return IntervalText.of(text).length().milliseconds();
  }

  /** Returns the days over, of which a month has as many as that in which the age began. */
  private static int days(LocalDate start, LocalDate end) {
    int days = end.getDayOfMonth() - start.getDayOfMonth();
    return days >= 0 ? days : days + start.lengthOfMonth();
  }

  private static void part(StringBuilder text, int count, String unit) {
    if (count != 0) {
      text.append(text.length() == 0 ? "" : " ")
          .append(count)
          .append(' ')
          .append(unit)
          .append(count == 1 ? "" : "s");
    }
  }

  @Signature("make_date(int, int, int) date")
  public static int makeDate(int year, int month, int day) {
    return Math.toIntExact(LocalDate.of(year, month, day).toEpochDay());
  }

  @Signature("make_timestamp(int, int, int, int, int, double) timestamp")
  public static long makeTimestamp(
      int year, int month, int day, int hour, int minute, double second) {
    return milliseconds(LocalDate.of(year, month, day).atTime(hour, minute))
        + Math.round(second * SECOND);
  }

  /** Returns the instant so many seconds after the beginning of 1970. */
  @Signature("to_timestamp(double, zone) timestamp")
  public static long toTimestamp(double seconds, String zone) {
    return milliseconds(
        LocalDateTime.ofInstant(Instant.ofEpochMilli(Math.round(seconds * SECOND)), zone(zone)));
  }

  @Signature("to_timestamp(text, text) timestamp")
  public static long toTimestamp(String text, String pattern) {
    return milliseconds(DatePattern.of(pattern).parse(text));
  }

  @Signature("to_date(text, text) date")
  public static int toDate(String text, String pattern) {
    return Math.toIntExact(DatePattern.of(pattern).parse(text).toLocalDate().toEpochDay());
  }

  @Signature("to_char(timestamp, text) text")
  public static String toChar(long timestamp, String pattern) {
    return DatePattern.of(pattern).format(time(timestamp));
  }

  @Signature("to_char(interval, text) text")
  public static String toCharOfInterval(long interval, String pattern) {
    return DatePattern.of(pattern).format(time(interval));
  }

  /** Returns a time that is later by an interval so many times, as it is written. */
  @Signature("moved(timestamp, text, int) timestamp")
  public static long moved(long timestamp, String interval, int times) {
    IntervalText length = IntervalText.of(interval);
    return milliseconds(time(timestamp).plusMonths(times * length.months()))
        + times * length.milliseconds();
  }

  /** Returns a longer interval. */
  @Signature("moved(interval, text, int) interval")
  public static long longer(long interval, String more, int times) {
    return interval + times * Conversions.intervalOf(more);
  }

  /** Returns the beginning of the step of an interval's length that a time is in. */
  @Signature("date_bin(interval, timestamp, timestamp) timestamp")
  public static long dateBin(long step, long timestamp, long origin) {
    if (step <= 0) {
      throw new DateTimeException("a step of time is longer than nothing");
    }
    return origin + Math.floorDiv(timestamp - origin, step) * step;
  }

  /** Returns what the clocks of a zone show at a time. */
  @Signature("at_zone(timestamp, text, zone) timestamp")
  public static long atZone(long timestamp, String zone, String here) {
    return clock(zone).at(clock(here).instant(timestamp));
  }

  /** Returns the time at which the clocks of a zone show another. */
  @Signature("from_zone(timestamp, text, zone) timestamp")
  public static long fromZone(long timestamp, String zone, String here) {
    return clock(here).at(clock(zone).instant(timestamp));
  }

  /**
   * Returns the clock of a zone by its name; offsets are not taken, since in PostgreSQL UTC+3 is
   * west.
   *
   * @throws DateTimeException if there is no such zone
   */
  public static WallClock clock(String zone) {
    if (!ZoneRulesProvider.getAvailableZoneIds().contains(zone)) {
      throw new DateTimeException(
          "'%s' is no time zone, which has a name such as 'Europe/Berlin' or 'UTC'"
              .formatted(zone));
    }
    return new WallClock(ZoneId.of(zone));
  }

  @Signature("date(timestamp) date")
  public static int date(long timestamp) {
    return Math.toIntExact(Math.floorDiv(timestamp, DAY));
  }

  @Signature("isfinite(timestamp) boolean")
  public static boolean isFinite(long timestamp) {
    return true;
  }

  static LocalDateTime time(long milliseconds) {
    return LocalDateTime.ofInstant(Instant.ofEpochMilli(milliseconds), ZoneOffset.UTC);
  }

  static long milliseconds(LocalDateTime time) {
    return time.toInstant(ZoneOffset.UTC).toEpochMilli();
  }

  private static long milliseconds(LocalDate date) {
    return date.toEpochDay() * DAY;
  }

  private static Instant instant(long timestamp, String zone) {
    return time(timestamp).atZone(zone(zone)).toInstant();
  }

  private static ZoneOffset offset(long timestamp, String zone) {
    return time(timestamp).atZone(zone(zone)).getOffset();
  }

  private static ZoneId zone(String name) {
    try {
      return ZoneId.of(name, ZoneId.SHORT_IDS);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("there is no time zone '" + name + "'", e);
    }
  }
}
