package io.github.twiliojdbc.sql.functions;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An interval as PostgreSQL reads it of a text: {@code 7 days}, {@code 1 year 2 mons}, {@code
 * 02:30:00}.
 *
 * @param months months and years
 * @param milliseconds days and what is smaller
 */
public record IntervalText(long months, long milliseconds) {
  private static final long SECOND = 1000;
  private static final long DAY = 86_400 * SECOND;
  private static final long DAYS_OF_MONTH = 30;

  private static final Pattern PART =
      Pattern.compile(
          "\\s*(?:(?<clock>[-+]?\\d+:\\d{1,2}(?::\\d{1,2}(?:\\.\\d+)?)?)"
              + "|(?<number>[-+]?\\s*(?:\\d+\\.?\\d*|\\.\\d+))\\s*(?<unit>[a-z]*))\\s*");

  /**
   * Reads an interval.
   *
   * @throws DateTimeException if the text is none
   */
  public static IntervalText of(String text) {
    String lower = text.strip().toLowerCase(Locale.ROOT);
    boolean isAgo = lower.endsWith(" ago");
    String rest = isAgo ? lower.substring(0, lower.length() - " ago".length()) : lower;
    BigDecimal months = BigDecimal.ZERO;
    BigDecimal milliseconds = BigDecimal.ZERO;
    Matcher part = PART.matcher(rest);
    int end = 0;
    while (end < rest.length() && part.region(end, rest.length()).lookingAt()) {
      end = part.end();
      if (part.group("clock") != null) {
        milliseconds = milliseconds.add(clock(part.group("clock")));
        continue;
      }
      BigDecimal number = new BigDecimal(part.group("number").replaceAll("\\s", ""));
      long inMonths = months(part.group("unit"));
      if (inMonths > 0) {
        months = months.add(number.multiply(BigDecimal.valueOf(inMonths)));
      } else {
        milliseconds =
            milliseconds.add(
                number.multiply(BigDecimal.valueOf(milliseconds(part.group("unit"), text))));
      }
    }
    if (rest.isEmpty() || end < rest.length()) {
      throw unreadable(text);
    }
    long sign = isAgo ? -1 : 1;
    return new IntervalText(sign * whole(months), sign * whole(milliseconds));
  }

  private static long whole(BigDecimal number) {
    return number.setScale(0, RoundingMode.HALF_UP).longValueExact();
  }

  private static BigDecimal clock(String text) {
    boolean isNegative = text.startsWith("-");
    String[] parts = text.replaceFirst("^[-+]", "").split(":", -1);
    BigDecimal seconds =
        BigDecimal.valueOf(Long.parseLong(parts[0]) * 3600 + Long.parseLong(parts[1]) * 60)
            .add(parts.length > 2 ? new BigDecimal(parts[2]) : BigDecimal.ZERO);
    return seconds.multiply(BigDecimal.valueOf(isNegative ? -SECOND : SECOND));
  }

  private static long months(String unit) {
    return switch (unit) {
      case "mon", "mons", "month", "months" -> 1;
      case "y", "yr", "yrs", "year", "years" -> 12;
      case "decade", "decades" -> 120;
      case "century", "centuries" -> 1200;
      default -> 0;
    };
  }

  private static long milliseconds(String unit, String text) {
    return switch (unit) {
      case "ms", "msec", "msecs", "millisecond", "milliseconds" -> 1;
      case "", "s", "sec", "secs", "second", "seconds" -> SECOND;
      case "m", "min", "mins", "minute", "minutes" -> 60 * SECOND;
      case "h", "hr", "hrs", "hour", "hours" -> 3600 * SECOND;
      case "d", "day", "days" -> DAY;
      case "w", "week", "weeks" -> 7 * DAY;
      default -> throw unreadable(text);
    };
  }

  private static DateTimeException unreadable(String text) {
    return new DateTimeException("'" + text + "' is no interval");
  }

  /** Returns what it is compared by: a month has 30 days. */
  public IntervalText length() {
    return new IntervalText(
        0, Math.addExact(Math.multiplyExact(months, DAYS_OF_MONTH * DAY), milliseconds));
  }

  /** Returns whether there are months and days, which no type of the standard holds. */
  public boolean isMixed() {
    return months != 0 && milliseconds != 0;
  }

  /** Returns the days and what is smaller, as the standard writes them. */
  public String dayTime() {
    long rest = Math.abs(milliseconds);
    return "%d %02d:%02d:%02d.%03d"
        .formatted(
            rest / DAY,
            rest % DAY / (3600 * SECOND),
            rest % (3600 * SECOND) / (60 * SECOND),
            rest % (60 * SECOND) / SECOND,
            rest % SECOND);
  }
}
