package io.github.twiliojdbc.sql.functions;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.format.SignStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates and times as texts: as they are written, and in all spellings in which they are read. */
public final class DateText {
  private static final Pattern PARTS =
      Pattern.compile(
          "(?<date>\\d{4}-\\d{1,2}-\\d{1,2}|\\d{4}/\\d{1,2}/\\d{1,2}|\\d{8}|[A-Za-z]+ \\d{1,2}, ?\\d{4}"
              + "|\\d{1,2} [A-Za-z]+ \\d{4})"
              + "(?:[T ]\\s*(?<time>\\d{1,2}:\\d{2}(?::\\d{2}(?:[.,]\\d{1,9})?)?))?"
              + "(?:\\s*(?<zone>Z|z|UTC|GMT|[-+]\\d{1,2}(?::?\\d{2})?))?");

  private static final List<DateTimeFormatter> DATES =
      List.of(
          format("uuuu-M-d"),
          format("uuuu/M/d"),
          format("uuuuMMdd"),
          format("MMMM d,uuuu"),
          format("MMM d,uuuu"),
          format("d MMMM uuuu"),
          format("d MMM uuuu"));

  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder()
          .appendPattern("H:mm[:ss]")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .toFormatter(Locale.ROOT);

  private static final DateTimeFormatter TIMESTAMP =
      new DateTimeFormatterBuilder()
          .appendValue(ChronoField.YEAR, 4, 10, SignStyle.NORMAL)
          .appendPattern("-MM-dd HH:mm:ss")
          .appendFraction(ChronoField.MILLI_OF_SECOND, 0, 3, true)
          .toFormatter(Locale.ROOT);

  private DateText() {}

  private static DateTimeFormatter format(String pattern) {
    return new DateTimeFormatterBuilder()
        .parseCaseInsensitive()
        .appendPattern(pattern)
        .toFormatter(Locale.ENGLISH)
        .withResolverStyle(ResolverStyle.STRICT);
  }

  /** Returns a time as it stands on the clock, without a fraction that is zero. */
  public static String timestamp(long milliseconds) {
    return TIMESTAMP.format(DateFunctions.time(milliseconds));
  }

  /**
   * Returns the milliseconds at which a clock stands at a time.
   *
   * @param zone zone of the clock; a text may say that it means another one
   * @throws DateTimeException if the text is no time, in words
   */
  public static long parseTimestamp(String text, ZoneId zone) {
    return milliseconds(read(text, zone, "TIMESTAMP"), text);
  }

  /** Returns the day since 1970 that a text names. */
  public static int parseDate(String text, ZoneId zone) {
    return Math.toIntExact(read(text, zone, "DATE").toLocalDate().toEpochDay());
  }

  /** Returns the milliseconds since midnight that a text names. */
  public static int parseTime(String text) {
    try {
      String stripped = text.strip();
      int blank = stripped.lastIndexOf(' ');
      LocalTime time =
          LocalTime.parse(stripped.substring(blank + 1).replaceFirst("[-+Z].*$", ""), TIME);
      return Math.toIntExact(time.toNanoOfDay() / 1_000_000);
    } catch (DateTimeException e) {
      throw unfit(text, "TIME");
    }
  }

  private static LocalDateTime read(String text, ZoneId zone, String type) {
    Matcher parts = PARTS.matcher(text.strip());
    if (!parts.matches()) {
      throw unfit(text, type);
    }
    try {
      LocalDate date = date(parts.group("date"), text, type);
      String time = parts.group("time");
      LocalDateTime read =
          date.atTime(
              time == null ? LocalTime.MIDNIGHT : LocalTime.parse(time.replace(',', '.'), TIME));
      String offset = parts.group("zone");
      return offset == null || time == null
          ? read
          : LocalDateTime.ofInstant(read.toInstant(offset(offset)), zone);
    } catch (DateTimeException e) {
      throw unfit(text, type);
    }
  }

  private static LocalDate date(String date, String text, String type) {
    for (DateTimeFormatter format : DATES) {
      try {
        return LocalDate.parse(date.replace(", ", ","), format);
      } catch (DateTimeException e) {
        // Perhaps it is written in another way.
      }
    }
    throw unfit(text, type);
  }

  private static ZoneOffset offset(String zone) {
    return Character.isLetter(zone.charAt(0))
        ? ZoneOffset.UTC
        : ZoneOffset.of(zone.length() == 2 ? zone.charAt(0) + "0" + zone.charAt(1) : zone);
  }

  private static long milliseconds(LocalDateTime time, String text) {
    if (!time.truncatedTo(ChronoUnit.MILLIS).equals(time)) {
      throw new DateTimeException(
          "'" + text + "' is finer than a TIMESTAMP, which holds milliseconds");
    }
    return DateFunctions.milliseconds(time);
  }

  private static DateTimeException unfit(String text, String type) {
    return new DateTimeException("'" + text + "' is no " + type);
  }
}
