package io.github.twiliojdbc.sql.functions;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableRangeSet;
import com.google.common.collect.Range;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WallClockTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final long STEP = Duration.ofMinutes(20).toMillis();
  private static final int STEPS = 366 * 72;

  /** Compared with java.time over a year, through the changes of the clock. */
  @ParameterizedTest
  @ValueSource(strings = {"UTC", "America/New_York", "Asia/Tokyo", "Asia/Kathmandu"})
  void noInstantIsLeftOutOfARange(String name) {
    ZoneId zone = ZoneId.of(name);
    WallClock clock = new WallClock(zone);
    for (int i = 0; i < STEPS; i++) {
      long instant = START.toEpochMilli() + i * STEP;
      long shown =
          LocalDateTime.ofInstant(Instant.ofEpochMilli(instant), zone)
              .toInstant(ZoneOffset.UTC)
              .toEpochMilli();
      assertThat(clock.at(instant)).isEqualTo(shown);
      for (Range<Long> range :
          List.of(
              Range.atLeast(shown),
              Range.atMost(shown),
              Range.closedOpen(shown, shown + STEP),
              Range.closedOpen(shown - STEP, shown + 1))) {
        assertThat(clock.instants(ImmutableRangeSet.of(range)).contains(instant))
            .as("%s of %s in %s", instant, range, name)
            .isTrue();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTC", "America/New_York", "Asia/Tokyo", "Asia/Kathmandu"})
  void whatIsShownIsFoundAgainAtTheEarlierInstant(String name) {
    WallClock clock = new WallClock(ZoneId.of(name));
    for (int i = 0; i < STEPS; i++) {
      long instant = START.toEpochMilli() + i * STEP;
      long found = clock.instant(clock.at(instant));
      assertThat(clock.at(found)).isEqualTo(clock.at(instant));
      assertThat(found).isLessThanOrEqualTo(instant);
    }
  }

  /** Ranges of instants that begin and end near where clocks are set back and forth. */
  @ParameterizedTest
  @ValueSource(strings = {"UTC", "America/New_York", "Asia/Tokyo", "Australia/Lord_Howe"})
  void rangesOfInstantsAreFoundAgain(String name) {
    WallClock clock = new WallClock(ZoneId.of(name));
    for (int i = 0; i < STEPS; i++) {
      long start = START.toEpochMilli() + i * STEP;
      for (Range<Long> range :
          List.of(
              Range.atLeast(start),
              Range.lessThan(start),
              Range.closedOpen(start, start + STEP),
              Range.closed(start, start + 7 * STEP))) {
        ImmutableRangeSet<Long> instants = ImmutableRangeSet.of(range);
        assertThat(clock.instants(clock.at(instants)).enclosesAll(instants))
            .as("%s in %s", range, name)
            .isTrue();
      }
    }
  }
}
