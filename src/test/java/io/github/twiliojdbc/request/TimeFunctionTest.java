package io.github.twiliojdbc.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.Range;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.LongUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Ranges of dates hold exactly the dates for which the function, applied, compares as asked. */
class TimeFunctionTest {
  private static final Instant NOW = Instant.parse("2026-06-30T12:00:00Z");
  private static final long DAY = TimeFunction.DAY;

  /** Functions, the first one last, and what they do, by other means. */
  static Stream<Arguments> functions() {
    return Stream.of(
        of(List.of(), x -> x),
        of(List.of(new TimeFunction.DayOf()), x -> time(x).toLocalDate().toEpochDay()),
        of(List.of(new TimeFunction.YearOf()), x -> time(x).getYear()),
        of(
            List.of(new TimeFunction.StartOf(TimeFunction.unit("MONTH"))),
            x -> milliseconds(time(x).toLocalDate().withDayOfMonth(1).atStartOfDay())),
        of(
            List.of(new TimeFunction.StartOf(TimeFunction.unit("QUARTER"))),
            x ->
                milliseconds(
                    time(x).toLocalDate().with(IsoFields.DAY_OF_QUARTER, 1).atStartOfDay())),
        of(
            List.of(new TimeFunction.StartOf(TimeFunction.unit("YEAR"))),
            x -> milliseconds(time(x).toLocalDate().withDayOfYear(1).atStartOfDay())),
        of(
            List.of(new TimeFunction.StartOf(TimeFunction.unit("WEEK"))),
            // The first of January 1970 was a Thursday.
            x -> Math.floorDiv(x + 3 * DAY, 7 * DAY) * 7 * DAY - 3 * DAY),
        of(
            List.of(new TimeFunction.StartOf(TimeFunction.unit("HOUR"))),
            x -> milliseconds(time(x).truncatedTo(ChronoUnit.HOURS))),
        of(
            List.of(new TimeFunction.StartOf(TimeFunction.unit("MINUTE"))),
            x -> Math.floorDiv(x, 60_000) * 60_000),
        of(
            List.of(new TimeFunction.StartOf(TimeFunction.unit("SECOND"))),
            x -> Math.floorDiv(x, 1_000) * 1_000),
        of(
            List.of(new TimeFunction.EndOf(TimeFunction.unit("DAY"))),
            x -> {
              LocalDateTime start = time(x).truncatedTo(ChronoUnit.DAYS);
              return milliseconds(start.equals(time(x)) ? start : start.plusDays(1));
            }),
        of(
            List.of(
                new TimeFunction.DayOf(),
                new TimeFunction.StartOf(TimeFunction.unit("YEAR")),
                new TimeFunction.MidnightOf(),
                new TimeFunction.DayOf()),
            x -> time(x).toLocalDate().withDayOfYear(1).toEpochDay()));
  }

  @ParameterizedTest
  @MethodSource("functions")
  void aComparisonIsARange(List<TimeFunction> functions, LongUnaryOperator function) {
    Random random = new Random(1);
    for (int i = 0; i < 2000; i++) {
      long some = random.nextLong(4_000_000_000_000L);
      long near = some + random.nextLong(200_000_000) - 100_000_000;
      // Half of the values are results of the function, so that equality is met as well.
      long value = function.applyAsLong(some) + (random.nextBoolean() ? 0 : random.nextInt(3) - 1);
      for (Comparison comparison : Comparison.values()) {
        Values range = TimeFunction.matching(functions, comparison, value);
        for (long x : new long[] {some, near, random.nextLong(4_000_000_000_000L)}) {
          assertThat(range.admits(x))
              .as("%s of %d %s %d", functions, x, comparison, value)
              .isEqualTo(comparison.holds(function.applyAsLong(x), value));
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("functions")
  void aRangeOfResultsIsARange(List<TimeFunction> functions, LongUnaryOperator function) {
    Random random = new Random(1);
    for (int i = 0; i < 2000; i++) {
      long first = function.applyAsLong(random.nextLong(4_000_000_000_000L));
      long end = first + 1 + random.nextInt(400);
      for (Range<Long> results :
          List.of(Range.closedOpen(first, end), Range.atLeast(first), Range.lessThan(end))) {
        Range<Long> range = TimeFunction.matching(functions, results);
        List<Long> edges = new ArrayList<>(List.of(random.nextLong(4_000_000_000_000L)));
        if (range.hasLowerBound()) {
          edges.addAll(List.of(range.lowerEndpoint() - 1, range.lowerEndpoint()));
        }
        if (range.hasUpperBound()) {
          edges.addAll(List.of(range.upperEndpoint() - 1, range.upperEndpoint()));
        }
        for (long x : edges) {
          assertThat(range.contains(x))
              .as("%s of %d in %s", functions, x, results)
              .isEqualTo(results.contains(function.applyAsLong(x)));
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(CalendarPart.class)
  void aPartOfADateIsManyRanges(CalendarPart part) {
    for (Comparison comparison : Comparison.values()) {
      Values.Within days = part.days(comparison, 2, NOW);
      for (LocalDate day = LocalDate.of(2019, 12, 1);
          day.isBefore(LocalDate.of(2021, 2, 1));
          day = day.plusDays(1)) {
        long number =
            switch (part) {
              case QUARTER -> (day.getMonthValue() + 2) / 3;
              case MONTH -> day.getMonthValue();
              case DAY -> day.getDayOfMonth();
            };
        assertThat(days.admits(day.toEpochDay())).isEqualTo(comparison.holds(number, 2));
      }
      // Nobody had an account before Twilio was founded, but whoever had is not lost.
      assertThat(days.admits(LocalDate.of(1999, 9, 9).toEpochDay())).isTrue();
      assertThat(days.admits(LocalDate.of(2040, 9, 9).toEpochDay())).isTrue();
    }
  }

  private static Arguments of(List<TimeFunction> functions, LongUnaryOperator function) {
    return Arguments.of(functions, function);
  }

  private static LocalDateTime time(long milliseconds) {
    return LocalDateTime.ofInstant(Instant.ofEpochMilli(milliseconds), ZoneOffset.UTC);
  }

  private static long milliseconds(LocalDateTime time) {
    return time.toInstant(ZoneOffset.UTC).toEpochMilli();
  }
}
