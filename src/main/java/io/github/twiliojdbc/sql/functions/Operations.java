package io.github.twiliojdbc.sql.functions;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * What arithmetic comes down to where Java's own is not PostgreSQL's.
 *
 * <p>Public because generated code is in another package.
 */
public final class Operations {
  /** Digits that a quotient has at least; PostgreSQL counts them in groups of four. */
  private static final int SIGNIFICANT_DIGITS = 16;

  private static final int GROUP = 4;
  private static final BigInteger GROUPS = BigInteger.valueOf(10_000);
  private static final long DAY = 86_400_000;

  private Operations() {}

  /** Returns a quotient with at least 16 digits, as many as PostgreSQL has. */
  @Signature("divide(numeric, numeric) numeric")
  public static BigDecimal divide(BigDecimal dividend, BigDecimal divisor) {
    if (divisor.signum() == 0) {
      throw new ArithmeticException("division by zero");
    }
    return dividend.divide(divisor, scale(dividend, divisor), RoundingMode.HALF_UP);
  }

  /** Returns how many digits of a quotient are behind the point. */
  private static int scale(BigDecimal dividend, BigDecimal divisor) {
    int weight = weight(dividend) - weight(divisor);
    if (firstGroup(dividend) <= firstGroup(divisor)) {
      weight--;
    }
    int least = Math.max(Math.max(dividend.scale(), divisor.scale()), 0);
    return Math.max(SIGNIFICANT_DIGITS - weight * GROUP, least);
  }

  /** Returns the place of the first group of four digits, counted from the point. */
  private static int weight(BigDecimal number) {
    return number.signum() == 0 ? 0 : Math.floorDiv(number.precision() - number.scale() - 1, GROUP);
  }

  private static int firstGroup(BigDecimal number) {
    return number
        .abs()
        .scaleByPowerOfTen(-GROUP * weight(number))
        .toBigInteger()
        .mod(GROUPS)
        .intValue();
  }

  /** Returns a quotient, which by zero there is not. */
  @Signature("divide(double, double) double")
  public static double divide(double dividend, double divisor) {
    if (divisor == 0) {
      throw new ArithmeticException("division by zero");
    }
    return dividend / divisor;
  }

  /** Returns a remainder, which has the sign of the dividend. */
  @Signature("remainder(double, double) double")
  public static double remainder(double dividend, double divisor) {
    if (divisor == 0) {
      throw new ArithmeticException("division by zero");
    }
    return dividend % divisor;
  }

  /** Returns a number without zeros at its end, in which all that are equal are the same. */
  @Signature("shortest(numeric) numeric")
  public static BigDecimal shortest(BigDecimal number) {
    return Conversions.plain(number.stripTrailingZeros());
  }

  /** Returns the days from a date to another. */
  @Signature("days_between(date, date) int")
  public static int daysBetween(int end, int start) {
    return Math.subtractExact(end, start);
  }

  /** Returns a time as the number of milliseconds since 1970. */
  @Signature("milliseconds_of(timestamp) bigint")
  public static long millisecondsOf(long timestamp) {
    return timestamp;
  }

  /** Returns an interval in milliseconds. */
  @Signature("milliseconds_of(interval) bigint")
  public static long lengthInMilliseconds(long interval) {
    return interval;
  }

  /** Returns the time of a day. */
  @Signature("day_and_time(date, time) timestamp")
  public static long dayAndTime(int day, int time) {
    return day * DAY + time;
  }

  /** Returns the Monday with which the week of a time begins. */
  @Signature("week_start(timestamp) timestamp")
  public static long weekStart(long timestamp) {
    return DateFunctions.dateTrunc("week", timestamp);
  }

  /** Returns the Monday with which the week of a time ends, which is itself if it is one. */
  @Signature("week_end(timestamp) timestamp")
  public static long weekEnd(long timestamp) {
    return weekStart(timestamp - 1) + 7 * DAY;
  }

  /** Returns an interval a number of times. */
  @Signature("interval_times(interval, numeric) interval")
  public static long intervalTimes(long interval, BigDecimal factor) {
    return factor
        .multiply(BigDecimal.valueOf(interval))
        .setScale(0, RoundingMode.HALF_EVEN)
        .longValueExact();
  }

  /** Returns an interval a number of times. */
  @Signature("interval_times(interval, double) interval")
  public static long intervalTimes(long interval, double factor) {
    return Math.round(interval * factor);
  }

  /** Returns a part of an interval. */
  @Signature("interval_divided(interval, double) interval")
  public static long intervalDivided(long interval, double divisor) {
    return Math.round(divide((double) interval, divisor));
  }
}
