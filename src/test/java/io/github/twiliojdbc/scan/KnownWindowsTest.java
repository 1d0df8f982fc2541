package io.github.twiliojdbc.scan;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.Range;
import io.github.twiliojdbc.request.DateSpan;
import io.github.twiliojdbc.scan.KnownWindows.Piece;
import io.github.twiliojdbc.transport.Target;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is asked for of a list of which some dates are kept. */
class KnownWindowsTest {
  private static final Target LIST = new Target("api", "/2010-04-01/Accounts/AC1/Messages.json");
  private static final Target OTHER = new Target("api", "/2010-04-01/Accounts/AC2/Messages.json");
  private static final Target PAGE = new Target("api", LIST.pathAndQuery() + "?Page=1");

  private final Set<Target> kept = new HashSet<>(Set.of(LIST, OTHER, PAGE));
  private final KnownWindows windows = new KnownWindows(kept::contains);

  @Test
  void whatIsNotKnownIsReadAsEver() {
    assertThat(windows.pieces(LIST, span(0, 100))).containsExactly(whole(0, 100));
  }

  @Test
  void whatIsKnownIsAskedForAsBefore() {
    remember(LIST, 0, 100);
    assertThat(windows.pieces(LIST, span(0, 100))).containsExactly(piece(0, 100, 0, 100));
    assertThat(windows.pieces(LIST, span(20, 30))).containsExactly(piece(20, 30, 0, 100));
    assertThat(windows.pieces(OTHER, span(20, 30))).containsExactly(whole(20, 30));
  }

  @Test
  void aSmallGapIsReadByItself() {
    remember(LIST, 0, 60);
    assertThat(windows.pieces(LIST, span(0, 100)))
        .containsExactly(piece(0, 60, 0, 60), piece(60, 100, 60, 100));
  }

  /** All is read anew, in windows if that is quicker, and not the gap, page after page. */
  @Test
  void aLargeGapIsReadWithTheRest() {
    remember(LIST, 0, 50);
    assertThat(windows.pieces(LIST, span(0, 100))).containsExactly(whole(0, 100));
  }

  /** Each gap would end in a page that is not full. */
  @Test
  void severalGapsAreOne() {
    remember(LIST, 0, 60);
    remember(LIST, 70, 80);
    assertThat(windows.pieces(LIST, span(0, 100)))
        .containsExactly(piece(0, 60, 0, 60), piece(60, 100, 60, 100));
  }

  @Test
  void whatSeveralWindowsHoldIsTakenFromOne() {
    remember(LIST, 0, 60);
    remember(LIST, 40, 100);
    assertThat(windows.pieces(LIST, span(0, 100)))
        .containsExactly(piece(0, 60, 0, 60), piece(60, 100, 40, 100));
  }

  /** What was asked for may hold all rows of more dates. */
  @Test
  void whatIsCoveredCounts() {
    windows.remember(LIST, range(10, 20), range(0, 30), List.of(LIST));
    assertThat(windows.pieces(LIST, span(0, 30))).containsExactly(piece(0, 30, 10, 20));
  }

  @Test
  void aWindowIsKnownWhileAllItsPagesAreKept() {
    windows.remember(LIST, range(0, 100), range(0, 100), List.of(LIST, PAGE));
    kept.remove(PAGE);
    assertThat(windows.pieces(LIST, span(0, 100))).containsExactly(whole(0, 100));
    kept.add(PAGE);
    assertThat(windows.pieces(LIST, span(0, 100))).containsExactly(whole(0, 100));
  }

  @Test
  void whatWasNotKeptIsNotRemembered() {
    kept.remove(PAGE);
    windows.remember(LIST, range(0, 100), range(0, 100), List.of(LIST, PAGE));
    kept.add(PAGE);
    assertThat(windows.pieces(LIST, span(0, 100))).containsExactly(whole(0, 100));
  }

  /** A window that holds another takes its place. */
  @Test
  void theLargerWindowIsTaken() {
    remember(LIST, 20, 30);
    remember(LIST, 0, 100);
    assertThat(windows.pieces(LIST, span(20, 30))).containsExactly(piece(20, 30, 0, 100));
  }

  /** Lists that were asked for last are remembered. */
  @Test
  void aThousandListsAreRemembered() {
    remember(LIST, 0, 100);
    remember(OTHER, 0, 100);
    for (int i = 0; i < 999; i++) {
      assertThat(windows.pieces(LIST, span(0, 100))).isNotEmpty();
      windows.pieces(new Target("api", "/list/" + i), span(0, 100));
    }
    assertThat(windows.pieces(LIST, span(0, 100))).containsExactly(piece(0, 100, 0, 100));
    assertThat(windows.pieces(OTHER, span(0, 100))).containsExactly(whole(0, 100));
  }

  private void remember(Target list, long from, long until) {
    windows.remember(list, range(from, until), range(from, until), List.of(list));
  }

  private static Piece whole(long from, long until) {
    return new Piece(range(from, until), range(from, until), true);
  }

  private static Piece piece(long from, long until, long askedFrom, long askedUntil) {
    return new Piece(range(from, until), range(askedFrom, askedUntil), false);
  }

  private static DateSpan span(long from, long until) {
    return new DateSpan("date_sent", range(from, until), from, until, 1, until, false);
  }

  private static Range<Long> range(long from, long until) {
    return Range.closedOpen(from, until);
  }
}
