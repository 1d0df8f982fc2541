package io.github.twiliojdbc.value;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/**
 * Reads date-times as Twilio writes them, in either of its two ways.
 *
 * <p>The forms that Twilio uses, RFC 2822 with two digits of the day and ISO 8601 to the second,
 * both in UTC, are read directly; java.time reads whatever else they allow.
 */
final class Timestamps {
  private static final String RFC_2822 = "DDD, dd MMM dddd dd:dd:dd +0000";
  private static final String ISO_8601 = "dddd-dd-ddTdd:dd:ddZ";
  private static final String DAYS = "MonTueWedThuFriSatSun";
  private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";
  private static final int[] DAYS_BEFORE = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334};
  private static final long EPOCH_DAY_OF_YEAR_0 = -719_528;

  private Timestamps() {}

  /**
   * Returns milliseconds since 1970 in UTC.
   *
   * @throws DateTimeException if the text is no date-time
   */
  static long parse(String text) {
    if (matches(text, ISO_8601)) {
      return milliseconds(
          number(text, 0, 4), number(text, 5, 2), number(text, 8, 2), text, 11, /* weekday= */ -1);
    }
    if (matches(text, RFC_2822)) {
      int month = place(MONTHS, text, 8);
      int weekday = place(DAYS, text, 0);
      if (month >= 0 && weekday >= 0) {
        return milliseconds(number(text, 12, 4), month + 1, number(text, 5, 2), text, 17, weekday);
      }
    }
    return Character.isDigit(text.charAt(0))
        ? OffsetDateTime.parse(text).toInstant().toEpochMilli()
        : ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
            .toInstant()
            .toEpochMilli();
  }

  /** Returns whether a text has a digit for each d of a form, and whatever else it says. */
  private static boolean matches(String text, String form) {
    if (text.length() != form.length()) {
      return false;
    }
    for (int i = 0; i < form.length(); i++) {
      char c = text.charAt(i);
      switch (form.charAt(i)) {
        case 'd' -> {
          if (c < '0' || c > '9') {
            return false;
          }
        }
        case 'D', 'M' -> {}
        default -> {
          if (c != form.charAt(i)) {
            return false;
          }
        }
      }
    }
    return true;
  }

  private static long milliseconds(
      int year, int month, int day, String text, int time, int weekday) {
    int hour = number(text, time, 2);
    int minute = number(text, time + 3, 2);
    int second = number(text, time + 6, 2);
    if (month < 1 || month > 12 || day < 1 || day > length(year, month)) {
      throw new DateTimeException("no day: " + text);
    }
    if (hour > 23 || minute > 59 || second > 59) {
      throw new DateTimeException("no time of day: " + text);
    }
    long epochDay = epochDay(year, month, day);
    // 1970 began on a Thursday, which is 3 counted from Monday.
    if (weekday >= 0 && Math.floorMod(epochDay + 3, 7L) != weekday) {
      throw new DateTimeException("another day of the week: " + text);
    }
    return (((epochDay * 24 + hour) * 60 + minute) * 60 + second) * 1000;
  }

  private static long epochDay(int year, int month, int day) {
    long before = year - 1L;
    long leapDays = before / 4 - before / 100 + before / 400;
    long days = 365L * year + (year > 0 ? leapDays + 1 : 0) + DAYS_BEFORE[month - 1] + day - 1;
    return EPOCH_DAY_OF_YEAR_0 + days + (month > 2 && isLeap(year) ? 1 : 0);
  }

  private static int length(int year, int month) {
    return switch (month) {
      case 2 -> isLeap(year) ? 29 : 28;
      case 4, 6, 9, 11 -> 30;
      default -> 31;
    };
  }

  private static boolean isLeap(int year) {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  }

  private static int number(String text, int start, int digits) {
    int number = 0;
    for (int i = start; i < start + digits; i++) {
      number = number * 10 + text.charAt(i) - '0';
    }
    return number;
  }

  /** Returns which of the names of three letters a text has at a place, or -1 for none. */
  private static int place(String names, String text, int start) {
    for (int i = 0; i < names.length(); i += 3) {
      if (text.regionMatches(start, names, i, 3)) {
        return i / 3;
      }
    }
    return -1;
  }
}
