package io.github.twiliojdbc.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.Range;
import io.github.twiliojdbc.catalog.Catalog;
import io.github.twiliojdbc.catalog.ColumnDefinition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GrowingWindowsTest {
  private static final Instant NOW = Instant.parse("2026-06-30T12:00:00Z");
  private static final ColumnDefinition DATE_SENT =
      Catalog.bundled().table("messages").column("date_sent");
  private static final Instant YESTERDAY = Instant.parse("2026-06-29T00:00:00Z");
  private static final long DAY = TimeFunction.DAY;

  /** However many rows they hold, the windows meet and together are the whole span. */
  @ParameterizedTest
  @ValueSource(longs = {0, 1, 7, 1000})
  void backwardsFromNow(long rowsEach) {
    List<Range<Long>> windows = all(windows(Predicate.UNKNOWN, true).orElseThrow(), rowsEach);
    assertThat(Instant.ofEpochMilli(windows.get(0).lowerEndpoint())).isEqualTo(YESTERDAY);
    assertThat(windows.get(0).hasUpperBound()).isFalse();
    for (int i = 1; i < windows.size(); i++) {
      assertThat(windows.get(i).upperEndpoint()).isEqualTo(windows.get(i - 1).lowerEndpoint());
    }
    assertThat(windows.get(windows.size() - 1).hasLowerBound()).isFalse();
    assertThat(windows).hasSizeLessThan(8);
    assertThat(windows.subList(0, windows.size() - 1))
        .allMatch(window -> window.lowerEndpoint() % DAY == 0);
  }

  @Test
  void backwardsToALowerBound() {
    Predicate bounded = within(Range.closedOpen(61 * DAY, 100 * DAY));
    List<Range<Long>> windows = all(windows(bounded, true).orElseThrow(), 1);
    assertThat(windows.get(0)).isEqualTo(Range.closedOpen(99 * DAY, 100 * DAY));
    for (int i = 1; i < windows.size(); i++) {
      assertThat(windows.get(i).upperEndpoint()).isEqualTo(windows.get(i - 1).lowerEndpoint());
    }
    assertThat(windows.get(windows.size() - 1).lowerEndpoint()).isEqualTo(61 * DAY);
  }

  /** Midnight is never behind the window's own end, however short the first day is. */
  @ParameterizedTest
  @ValueSource(longs = {1, 43_200_000, 86_399_999})
  void forwardsFromWithinADay(long time) {
    Predicate bounded = within(Range.closedOpen(DAY + time, 40 * DAY + time));
    List<Range<Long>> windows = all(windows(bounded, false).orElseThrow(), 1);
    assertThat(windows.get(0)).isEqualTo(Range.closedOpen(DAY + time, 2 * DAY));
    for (int i = 1; i < windows.size(); i++) {
      assertThat(windows.get(i).lowerEndpoint()).isEqualTo(windows.get(i - 1).upperEndpoint());
    }
    assertThat(windows.get(windows.size() - 1).upperEndpoint()).isEqualTo(40 * DAY + time);
  }

  /** A window that ends where the span ends is the last one, so that no empty one follows. */
  @Test
  void aSpanOfADayIsOneWindow() {
    Range<Long> day = Range.closedOpen(DAY, 2 * DAY);
    assertThat(all(windows(within(day), true).orElseThrow(), 0)).containsExactly(day);
    assertThat(all(windows(within(day), false).orElseThrow(), 0)).containsExactly(day);
  }

  @Test
  void forwardsFromALowerBound() {
    Predicate bounded = within(Range.closedOpen(DAY, 40 * DAY));
    List<Range<Long>> windows = all(windows(bounded, false).orElseThrow(), 1);
    assertThat(windows.get(0)).isEqualTo(Range.closedOpen(DAY, 2 * DAY));
    for (int i = 1; i < windows.size(); i++) {
      assertThat(windows.get(i).lowerEndpoint()).isEqualTo(windows.get(i - 1).upperEndpoint());
    }
    assertThat(windows.get(windows.size() - 1).upperEndpoint()).isEqualTo(40 * DAY);
  }

  /** No row should be older than its account, but if one is, the first window holds it. */
  @Test
  void forwardsFromWhenTheAccountWasMade() {
    Instant made = Instant.parse("2025-01-01T00:00:00Z");
    GrowingWindows windows =
        GrowingWindows.of(Predicate.UNKNOWN, DATE_SENT, false, false, NOW, Optional.of(made), 10)
            .orElseThrow();
    assertThat(windows.next(0, 1)).contains(Range.lessThan(made.toEpochMilli() + DAY));
    assertThat(windows.next(9, 1).orElseThrow().lowerEndpoint())
        .isEqualTo(made.toEpochMilli() + DAY);
  }

  /** Dates are counted in days since 1970, as the rows have them. */
  @Test
  void aColumnOfDays() {
    ColumnDefinition day = Catalog.bundled().table("usage_records").column("start_date");
    Instant made = Instant.parse("2025-01-01T00:00:00Z");
    long today = NOW.toEpochMilli() / DAY;
    long first = made.toEpochMilli() / DAY;
    assertThat(
            GrowingWindows.of(Predicate.UNKNOWN, day, true, false, NOW, Optional.empty(), 10)
                .orElseThrow()
                .next(0, 1))
        .contains(Range.atLeast(today));
    assertThat(
            GrowingWindows.of(Predicate.UNKNOWN, day, false, false, NOW, Optional.of(made), 10)
                .orElseThrow()
                .next(0, 1))
        .contains(Range.lessThan(first + 1));
  }

  /** Whoever asks for what is before the account, or after now, asks for it all at once. */
  @Test
  void aSpanBeyondTheStart() {
    Range<Long> before = Range.lessThan(DAY);
    assertThat(
            all(
                GrowingWindows.of(
                        within(before), DATE_SENT, false, false, NOW, Optional.of(NOW), 10)
                    .orElseThrow(),
                0))
        .containsExactly(before);
    Range<Long> after = Range.atLeast(NOW.toEpochMilli() + 9 * DAY);
    assertThat(all(windows(within(after), true).orElseThrow(), 0)).containsExactly(after);
  }

  @Test
  void windowsGrowByWhatIsMissing() {
    GrowingWindows windows = windows(Predicate.UNKNOWN, true).orElseThrow();
    assertThat(length(windows.next(0, 1).orElseThrow())).isEqualTo(-1);
    // Half of the ten rows are there, so about three times the day is needed, and four are taken.
    assertThat(length(windows.next(5, 1).orElseThrow())).isEqualTo(4 * DAY);
  }

  @Test
  void windowsGrowFasterTheFewerRowsTheyHeld() {
    GrowingWindows windows = windows(Predicate.UNKNOWN, true).orElseThrow();
    windows.next(0, 1);
    // Nine of ten rows are missing: half as many days again as bring nine times one row, up to
    // midnight.
    assertThat(length(windows.next(1, 1).orElseThrow())).isEqualTo(13 * DAY);
    GrowingWindows empty = windows(Predicate.UNKNOWN, true).orElseThrow();
    empty.next(0, 1);
    assertThat(length(empty.next(0, 1).orElseThrow())).isEqualTo(30 * DAY);
  }

  /** Another window takes a request for each list, so it is to be the last one that is needed. */
  @Test
  void windowsOfManyListsGrowFastest() {
    GrowingWindows windows = windows(Predicate.UNKNOWN, true).orElseThrow();
    windows.next(0, 1);
    assertThat(length(windows.next(9, 1500).orElseThrow())).isEqualTo(30 * DAY);
  }

  @Test
  void aSpanThatEndsBeforeNowIsReadFromItsEnd() {
    GrowingWindows windows = windows(within(Range.lessThan(100 * DAY)), true).orElseThrow();
    assertThat(windows.isDone()).isFalse();
    assertThat(windows.next(0, 1)).contains(Range.closedOpen(99 * DAY, 100 * DAY));
  }

  /** Rows without a date come first, or the first date is not known. */
  @Test
  void withoutABeginningThereAreNoWindows() {
    assertThat(windows(Predicate.UNKNOWN, false)).isEmpty();
    assertThat(windows(within(Range.lessThan(DAY)), false)).isEmpty();
    assertThat(
            GrowingWindows.of(Predicate.UNKNOWN, DATE_SENT, true, true, NOW, Optional.empty(), 10))
        .isEmpty();
  }

  private static Optional<GrowingWindows> windows(Predicate predicate, boolean isDescending) {
    return GrowingWindows.of(
        predicate, DATE_SENT, isDescending, !isDescending, NOW, Optional.empty(), 10);
  }

  private static Predicate within(Range<Long> range) {
    return new Predicate.Is(Conjunction.of("date_sent", Values.within(range)));
  }

  private static List<Range<Long>> all(GrowingWindows windows, long rowsEach) {
    List<Range<Long>> all = new ArrayList<>();
    for (Optional<Range<Long>> next = windows.next(0, 1);
        next.isPresent();
        next = windows.next(all.size() * rowsEach, 1)) {
      all.add(next.get());
    }
    assertThat(windows.isDone()).isTrue();
    assertThat(windows.next(0, 1)).isEmpty();
    return all;
  }

  private static long length(Range<Long> window) {
    return window.hasUpperBound() ? window.upperEndpoint() - window.lowerEndpoint() : -1;
  }
}
