package io.github.twiliojdbc.scan;

import com.google.common.collect.ImmutableRangeSet;
import com.google.common.collect.Range;
import com.google.common.collect.RangeSet;
import com.google.common.collect.TreeRangeSet;
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

  private final Predicate<Target> isKept;
  private final Map<Target, List<Known>> lists =
      new LinkedHashMap<>(16, 0.75f, /* accessOrder= */ true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Target, List<Known>> eldest) {
          return size() > MOST_LISTS;
        }
      };

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

  /** Takes dates apart into pieces that are known and the gaps between them. */
  synchronized List<Piece> pieces(Target list, Range<Long> dates) {
    RangeSet<Long> gaps = TreeRangeSet.create();
    gaps.add(dates);
    List<Piece> pieces = new ArrayList<>();
    List<Known> windows = lists.getOrDefault(list, new ArrayList<>());
    windows.removeIf(known -> !known.isKept(isKept));
    for (Known known : windows) {
      for (Range<Long> part :
          ImmutableRangeSet.copyOf(gaps.subRangeSet(known.covered)).asRanges()) {
        pieces.add(new Piece(part, known.asked, true));
      }
      gaps.remove(known.covered);
    }
    gaps.asRanges().forEach(gap -> pieces.add(new Piece(gap, gap, false)));
    return pieces;
  }

  /**
   * Dates that are read by themselves.
   *
   * @param range the dates
   * @param asked the dates to ask for, which may be more
   * @param isKnown whether the answers are at hand
   */
  record Piece(Range<Long> range, Range<Long> asked, boolean isKnown) {}

  private record Known(Range<Long> asked, Range<Long> covered, List<Target> pages) {
    boolean isKept(Predicate<Target> isKept) {
      return pages.stream().allMatch(isKept);
    }
  }
}
