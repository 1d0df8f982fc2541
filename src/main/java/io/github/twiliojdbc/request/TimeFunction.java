package io.github.twiliojdbc.request;

import com.google.common.collect.Range;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.time.temporal.TemporalUnit;
import java.util.List;

/**
 * A function of a point in time that never decreases, such as the start of its month.
 *
 * <p>Because it never decreases, a comparison of its result is a range of its argument. Timestamps
 * are milliseconds and dates days since 1970, in UTC.
 */
public sealed interface TimeFunction {
  /** Milliseconds of a day. */
  long DAY = Duration.ofDays(1).toMillis();

  /** Returns the smallest argument whose result is at least this. */
  long first(long result);

  /**
   * Returns the points in time for which a comparison of a function's result holds.
   *
   * @param functions functions that are applied one after another, the first one last
   */
  static Values matching(List<TimeFunction> functions, Comparison comparison, long value) {
    return comparison.between(first(functions, value), first(functions, value + 1));
  }

  /** Returns the points in time for which a function's result is within a range. */
  static Range<Long> matching(List<TimeFunction> functions, Range<Long> results) {
    Range<Long> matching = Range.all();
    if (results.hasLowerBound()) {
      matching = matching.intersection(Range.atLeast(first(functions, results.lowerEndpoint())));
    }
    return results.hasUpperBound()
        ? matching.intersection(Range.lessThan(first(functions, results.upperEndpoint())))
        : matching;
  }

  private static long first(List<TimeFunction> functions, long result) {
    long first = result;
    for (TimeFunction function : functions) {
      first = function.first(first);
    }
    return first;
  }

  /** The day of a timestamp. */
  record DayOf() implements TimeFunction {
    @Override
    public long first(long result) {
      return result * DAY;
    }
  }

  /** The timestamp at which a day begins. */
  record MidnightOf() implements TimeFunction {
    @Override
    public long first(long result) {
      return -Math.floorDiv(-result, DAY);
    }
  }

  /** The year of a timestamp. */
  record YearOf() implements TimeFunction {
    @Override
    public long first(long result) {
      int year = (int) Math.max(-9999, Math.min(9999, result));
      return LocalDate.of(year, 1, 1).toEpochDay() * DAY;
    }
  }

  /**
   * The start of the year, month and so on that a timestamp is in.
   *
   * @param unit a unit that {@link #unit} returns
   */
  record StartOf(TemporalUnit unit) implements TimeFunction {
    @Override
    public long first(long result) {
      long start = start(result, unit);
      return start == result ? result : next(start, unit);
    }
  }

  /**
   * The end of the year, month and so on that a timestamp is in, which is itself where one starts.
   *
   * @param unit a unit that {@link #unit} returns
   */
  record EndOf(TemporalUnit unit) implements TimeFunction {
    @Override
    public long first(long result) {
      return start(result - 1, unit) + 1;
    }
  }

  /** Returns the unit of this name in SQL, which must be one of those that have a start. */
  static TemporalUnit unit(String name) {
    return switch (name) {
      case "YEAR" -> ChronoUnit.YEARS;
      case "QUARTER" -> IsoFields.QUARTER_YEARS;
      case "MONTH" -> ChronoUnit.MONTHS;
      case "WEEK" -> ChronoUnit.WEEKS;
      case "DAY" -> ChronoUnit.DAYS;
      case "HOUR" -> ChronoUnit.HOURS;
      case "MINUTE" -> ChronoUnit.MINUTES;
      case "SECOND" -> ChronoUnit.SECONDS;
      default -> throw new IllegalArgumentException("no start of " + name);
    };
  }

  private static long start(long milliseconds, TemporalUnit unit) {
    LocalDateTime time =
        LocalDateTime.ofInstant(Instant.ofEpochMilli(milliseconds), ZoneOffset.UTC);
    if (!unit.isDateBased() || unit == ChronoUnit.DAYS) {
      return milliseconds(time.truncatedTo(unit));
    }
    LocalDate day = time.toLocalDate();
    LocalDate start =
        unit == ChronoUnit.YEARS
            ? day.withDayOfYear(1)
            : unit == IsoFields.QUARTER_YEARS
                ? day.with(IsoFields.DAY_OF_QUARTER, 1)
                : unit == ChronoUnit.MONTHS
                    ? day.withDayOfMonth(1)
                    : day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    return milliseconds(start.atStartOfDay());
  }

  private static long next(long start, TemporalUnit unit) {
    return milliseconds(
        LocalDateTime.ofInstant(Instant.ofEpochMilli(start), ZoneOffset.UTC).plus(1, unit));
  }

  private static long milliseconds(LocalDateTime time) {
    return time.toInstant(ZoneOffset.UTC).toEpochMilli();
  }
}
