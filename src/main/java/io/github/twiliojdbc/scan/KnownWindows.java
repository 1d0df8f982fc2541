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
  private static final int MOST_REPEATED = 100;

  private final Predicate<Target> isKept;
  private final Map<Target, KnownList> lists = new Latest<>(MOST_LISTS);

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
   * @param until date from which on there may be more rows by now
   * @param pages what was asked for
   */
  synchronized void remember(
      Target list, Range<Long> asked, Range<Long> covered, long until, List<Target> pages) {
    if (!pages.stream().allMatch(isKept)) {
      return;
    }
    List<Known> windows = lists.computeIfAbsent(list, first -> new KnownList()).windows;
    windows.removeIf(known -> covered.encloses(known.covered) || !known.isKept(isKept));
    if (windows.size() < MOST_WINDOWS) {
      windows.add(new Known(asked, covered, until, pages));
    }
  }

  /**
   * Takes dates apart into pieces that are known and the gaps between them.
   *
   * <p>The same dates are known as they were before, as any page is while it is kept. Of others,
   * what may have come since is a gap.
   */
  synchronized List<Piece> pieces(Target list, Range<Long> dates) {
    KnownList known = lists.computeIfAbsent(list, first -> new KnownList());
    boolean isRepeated = known.asked.put(dates, true) != null;
    known.windows.removeIf(window -> !window.isKept(isKept));
    RangeSet<Long> gaps = TreeRangeSet.create();
    gaps.add(dates);
    List<Piece> pieces = new ArrayList<>();
    for (Known window : known.windows) {
      Range<Long> holds = isRepeated ? window.covered : window.past();
      for (Range<Long> part : ImmutableRangeSet.copyOf(gaps.subRangeSet(holds)).asRanges()) {
        pieces.add(new Piece(part, window.asked, true));
      }
      gaps.remove(holds);
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

  private record Known(Range<Long> asked, Range<Long> covered, long until, List<Target> pages) {

    boolean isKept(Predicate<Target> isKept) {
      return pages.stream().allMatch(isKept);
    }

    /** Returns the dates of which there can be no more rows by now. */
    Range<Long> past() {
      Range<Long> past = Range.lessThan(until);
      return covered.isConnected(past)
          ? covered.intersection(past)
          : Range.closedOpen(until, until);
    }
  }

  /** What is known of one list: windows, and dates that were asked for. */
  private static final class KnownList {
    private final List<Known> windows = new ArrayList<>();
    private final Map<Range<Long>, Boolean> asked = new Latest<>(MOST_REPEATED);
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
