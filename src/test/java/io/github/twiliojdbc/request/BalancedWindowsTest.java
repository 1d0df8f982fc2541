package io.github.twiliojdbc.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BalancedWindowsTest {
  private static final double MANY = 1000;
  private static final long DAY = TimeFunction.DAY;
  private static final int PAGE = 1000;

  /** However many rows the windows hold, they meet and together are the whole span. */
  @ParameterizedTest
  @ValueSource(longs = {0, 1, 900, 1500})
  void meetAndAreTheWholeSpan(long rowsEach) {
    DateSpan span = span(0, 365, 1000, false);
    List<Range<Long>> windows = all(open(span, 360).orElseThrow(), window -> rowsEach);
    assertThat(windows.get(0).upperEndpoint()).isEqualTo(365 * DAY);
    for (int i = 1; i < windows.size(); i++) {
      assertThat(windows.get(i).upperEndpoint()).isEqualTo(windows.get(i - 1).lowerEndpoint());
    }
    assertThat(windows.get(windows.size() - 1).lowerEndpoint()).isZero();
  }

  /** A hundred pages, evenly spread: at most windows plus a tenth of the pages more requests. */
  @Test
  void areFewAndFullEnough() {
    DateSpan span = span(0, 1000, 1000, false);
    List<Long> pages = new ArrayList<>();
    List<Range<Long>> windows =
        all(
            open(span, 990).orElseThrow(),
            window -> {
              long rows = length(window) / (DAY / 100);
              pages.add((rows + PAGE - 1) / PAGE);
              return rows;
            });
    long requests = pages.stream().mapToLong(Long::longValue).sum();
    assertThat(windows).hasSizeBetween(20, 60);
    assertThat(requests).isLessThanOrEqualTo(100 + 10 + windows.size());
    assertThat(requests).isLessThanOrEqualTo(115);
    assertThat(pages.subList(pages.size() - 8, pages.size())).allMatch(count -> count <= 2);
  }

  /** A window costs a request, so if there may be few, what is left is divided among them. */
  @Test
  void areLargeEnoughForAsManyAsThereMayBe() {
    BalancedWindows windows = open(span(0, 1000, 1000, false), 990).orElseThrow();
    assertThat(windows.pages(MANY)).isEqualTo(16);
    assertThat(windows.pages(4)).isEqualTo(25);
    assertThat(windows.pages(0.5)).isEqualTo(100);
  }

  @Test
  void whatIsLeftCanBeOneWindow() {
    BalancedWindows windows = open(span(0, 1000, 1000, false), 990).orElseThrow();
    Range<Long> first = windows.next(1).orElseThrow();
    assertThat(windows.rest()).contains(Range.closedOpen(0L, first.lowerEndpoint()));
    assertThat(windows.rest()).isEmpty();
    assertThat(windows.next(1)).isEmpty();
    assertThat(open(span(0, 1000, 1000, false), 990).orElseThrow().rest())
        .contains(Range.closedOpen(0L, 1000 * DAY));
  }

  @Test
  void growWhereRowsAreFewAndShrinkWhereTheyAreMany() {
    BalancedWindows windows = open(span(0, 1000, 1000, false), 990).orElseThrow();
    double first = lengthOfPage(windows, 100);
    double second = lengthOfPage(windows, 50_000);
    double third = lengthOfPage(windows, 0);
    assertThat(second).isGreaterThan(first);
    assertThat(third).isLessThan(second);
  }

  /** Returns how long a page of the next window is meant to be, which then holds some rows. */
  private static double lengthOfPage(BalancedWindows windows, long rows) {
    double pages = windows.pages(MANY);
    Range<Long> next = windows.next(pages).orElseThrow();
    windows.held(next, rows);
    return length(next) / pages;
  }

  /** The rows of what is settled are kept, so no window is half of it. */
  @Test
  void haveASeamWhereRowsAreSettled() {
    DateSpan span = span(0, 365, 358, false);
    assertThat(all(open(span, 364).orElseThrow(), window -> 900))
        .anyMatch(window -> window.hasUpperBound() && window.upperEndpoint() == 358 * DAY);
  }

  /** Twilio may answer with the day behind a window as well: a tenth of it at the most. */
  @Test
  void ofDaysAreTenDaysLongWhereADayHasManyRows() {
    assertThat(daysOfAPage(1_000, true)).isBetween(9.0, 11.0);
    assertThat(daysOfAPage(600, true)).isBetween(9.0, 11.0);
    assertThat(daysOfAPage(400, true)).isBetween(2.0, 3.0);
    assertThat(daysOfAPage(1_000, false)).isBetween(0.8, 1.0);
  }

  /** Returns how many days a window of a page is, where each day has some rows. */
  private static double daysOfAPage(long rowsOfDay, boolean ofDays) {
    DateSpan span = span(0, 365, 1000, ofDays);
    BalancedWindows windows =
        BalancedWindows.of(span, span.end() - DAY * PAGE / rowsOfDay, span.end() - 1, 0, 0, PAGE, 8)
            .orElseThrow();
    return length(windows.next(1).orElseThrow()) / (double) DAY;
  }

  @Test
  void beginAtWholeDaysWhereTheFilterTakesDays() {
    DateSpan span = span(0, 365, 1000, true);
    all(open(span, 350).orElseThrow(), window -> 900)
        .forEach(window -> assertThat(window.lowerEndpoint() % DAY).isZero());
  }

  /** A page that covers most of the span from its end is followed by few others. */
  @Test
  void areNotWorthItForFewPages() {
    assertThat(open(span(0, 365, 1000, false), 200)).isEmpty();
  }

  /** Two days are the least that days can be taken apart into. */
  @Test
  void areNotWorthItForADay() {
    assertThat(BalancedWindows.of(span(7, 8, 1000, true), 7 * DAY, 8 * DAY, 1e6, 0, PAGE, 8))
        .isEmpty();
    assertThat(BalancedWindows.of(span(6, 8, 1000, true), 6 * DAY, 8 * DAY, 1e6, 0, PAGE, 8))
        .isPresent();
  }

  /** Rows of which the latest is before all windows are not of their dates. */
  @Test
  void areNotWorthItOutOfReach() {
    DateSpan span = span(100, 465, 1000, false);
    assertThat(BalancedWindows.of(span, 0, 100 * DAY - 1, 1e6, 0, PAGE, 8)).isEmpty();
    assertThat(BalancedWindows.of(span, 0, 100 * DAY, 1e6, 0, PAGE, 8)).isPresent();
  }

  /** A page from the start of the span tells as much as one from its end. */
  @Test
  void relyOnAPageFromEitherEnd() {
    DateSpan span = span(100, 465, 1000, false);
    assertThat(BalancedWindows.of(span, 100 * DAY, 103 * DAY, 0, 0, PAGE, 8)).isPresent();
    assertThat(BalancedWindows.of(span, 462 * DAY, 465 * DAY, 0, 0, PAGE, 8)).isPresent();
  }

  /** A hundred pages, so a window of 106 nine tenths of which are meant to be full is 95. */
  @Test
  void takeALittleMoreAlong() {
    Range<Long> all = Range.closedOpen(1000 * DAY, 2000 * DAY);
    DateSpan span = span(1000, 2000, 3000, false);
    assertThat(open(span, 1990).orElseThrow().next(106)).contains(all);
    assertThat(open(span, 1990).orElseThrow().next(98).orElseThrow()).isNotEqualTo(all);
  }

  /** Pages in no order tell nothing, so what is expected of the table counts. */
  @Test
  void relyOnWhatIsExpectedWherePagesComeInNoOrder() {
    DateSpan span = span(0, 365, 1000, false);
    assertThat(BalancedWindows.of(span, 1, 365 * DAY - 1, 2000, 0, PAGE, 8)).isEmpty();
    assertThat(BalancedWindows.of(span, 1, 365 * DAY - 1, 20_000, 0, PAGE, 8)).isPresent();
  }

  @Test
  void areTakenApartAgainOnlyIfFarLargerThanPlanned() {
    DateSpan span = span(0, 8, 1000, false);
    assertThat(BalancedWindows.of(span, 7 * DAY, 8 * DAY - 1, 0, 9, PAGE, 8)).isEmpty();
    assertThat(BalancedWindows.of(span, 7 * DAY, 8 * DAY - 1, 0, 6, PAGE, 8)).isPresent();
  }

  /** Returns windows after a first page whose rows go back to a day. */
  private static Optional<BalancedWindows> open(DateSpan span, long earliestDay) {
    return BalancedWindows.of(span, earliestDay * DAY, span.end() - 1, 0, 0, PAGE, 8);
  }

  private static DateSpan span(long first, long end, long settled, boolean ofDays) {
    return new DateSpan(
        "date_sent",
        Range.closedOpen(first * DAY, end * DAY),
        first * DAY,
        end * DAY,
        ofDays ? DAY : 1000,
        settled * DAY,
        ofDays);
  }

  private static List<Range<Long>> all(BalancedWindows windows, Rows rows) {
    List<Range<Long>> all = new ArrayList<>();
    for (Optional<Range<Long>> next = windows.next(windows.pages(MANY));
        next.isPresent();
        next = windows.next(windows.pages(MANY))) {
      all.add(next.get());
      windows.held(next.get(), rows.of(next.get()));
    }
    return all;
  }

  private static long length(Range<Long> window) {
    return window.upperEndpoint() - window.lowerEndpoint();
  }

  private interface Rows {
    long of(Range<Long> window);
  }
}
