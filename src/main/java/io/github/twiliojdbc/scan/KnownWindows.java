package io.github.twiliojdbc.scan;

import com.google.common.collect.ImmutableRangeSet;
import com.google.common.collect.Range;
import com.google.common.collect.RangeSet;
import com.google.common.collect.TreeRangeSet;
import io.github.twiliojdbc.request.DateSpan;
import io.github.twiliojdbc.transport.Target;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Which windows of dates of which lists were read before, so that only the others are asked for.
 *
 * <p>A window counts while the answers to all its pages are at hand. Safe for use by several
 * threads.
 */
final class KnownWindows {
  private static final int MOST_LISTS = 1000;
  private static final int MOST_WINDOWS = 1000;

  /** Share of the dates that is worth being read by itself, page after page. */
  private static final double SMALL = 0.5;

  private final Predicate<Target> isKept;
  private final Map<Target, List<Known>> lists = new Latest<>(MOST_LISTS);

  /**
   * Creates an empty memory.
   *
   * @param isKept whether the answer to a target is at hand
   */
  KnownWindows(Predicate<Target> isKept) {
    this.isKept = isKept;
  }

  /**
   * Takes note of a window that was read.
   *
   * @param list first page of the list without any dates
   * @param asked dates that were asked for
   * @param covered dates that the answers hold all rows of
   * @param pages what was asked for
   */
  synchronized void remember(
      Target list, Range<Long> asked, Range<Long> covered, List<Target> pages) {
    if (!pages.stream().allMatch(isKept)) {
      return;
    }
    List<Known> windows = lists.computeIfAbsent(list, first -> new ArrayList<>());
    windows.removeIf(known -> covered.encloses(known.covered) || !known.isKept(isKept));
    if (windows.size() < MOST_WINDOWS) {
      windows.add(new Known(asked, covered, pages));
    }
  }

  /**
   * Takes dates apart into those that are known and at most one gap, so that what is kept never
   * costs a request: each gap ends in a page that is not full.
   *
   * <p>If most of the dates are not known, all are read anew, in windows if that is quicker.
   */
  synchronized List<Piece> pieces(Target list, DateSpan span) {
    List<Known> known = lists.computeIfAbsent(list, first -> new ArrayList<>());
    known.removeIf(window -> !window.isKept(isKept));
    RangeSet<Long> gaps = TreeRangeSet.create();
    gaps.add(span.range());
    known.forEach(window -> gaps.remove(window.covered));
    if (gaps.isEmpty()) {
      return pieces(known, ImmutableRangeSet.of(span.range()));
    }
    Range<Long> gap = gaps.span();
    if (!isSmall(gap, span)) {
      return List.of(new Piece(span.range(), span.range(), true));
    }
    List<Piece> pieces =
        new ArrayList<>(
            pieces(
                known, ImmutableRangeSet.of(span.range()).difference(ImmutableRangeSet.of(gap))));
    pieces.add(new Piece(gap, gap, false));
    return pieces;
  }

  private static List<Piece> pieces(List<Known> known, ImmutableRangeSet<Long> dates) {
    RangeSet<Long> open = TreeRangeSet.create(dates);
    List<Piece> pieces = new ArrayList<>();
    for (Known window : known) {
      for (Range<Long> part :
          ImmutableRangeSet.copyOf(open.subRangeSet(window.covered)).asRanges()) {
        pieces.add(new Piece(part, window.asked, false));
      }
      open.remove(window.covered);
    }
    return pieces;
  }

  private static boolean isSmall(Range<Long> gap, DateSpan span) {
    DateSpan part = span.within(gap);
    return part.end() - part.start() < SMALL * (span.end() - span.start());
  }

  /**
   * Dates that are read by themselves.
   *
   * @param range the dates
   * @param asked the dates to ask for, which may be more
   * @param isWhole whether nothing is known of the dates, so that they are read as ever
   */
  record Piece(Range<Long> range, Range<Long> asked, boolean isWhole) {}

  private record Known(Range<Long> asked, Range<Long> covered, List<Target> pages) {

    boolean isKept(Predicate<Target> isKept) {
      return pages.stream().allMatch(isKept);
    }
  }

  /** A map of the entries that were used last. */
  private static final class Latest<K, V> extends LinkedHashMap<K, V> {
    private static final long serialVersionUID = 1L;

    private final int most;

    Latest(int most) {
      super(16, 0.75f, /* accessOrder= */ true);
      this.most = most;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
      return size() > most;
    }
  }
}
