package io.github.twiliojdbc.request;

import com.google.common.collect.Range;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Windows that a span of dates is taken apart into, to be read at once: each sized by how many rows
 * those before it held.
 *
 * <p>They go from the end of the span to its start, meet, and together are all of it. The first are
 * of several pages, since every window ends in a page that is not full; the last of one, so that no
 * window is still read when all others are done.
 */
public final class BalancedWindows {
  /** Fewest pages that are worth another way than one page after another. */
  private static final double FEWEST_PAGES = 8;

  private static final double MOST_PAGES = 16;

  /**
   * What the windows that can be read at once hold of what is left if each is as large as the next
   * one. Those that are being read have some pages behind them, so it may be more than is left.
   */
  private static final double SHARE_OF_LEFT = 1.25;

  /** Part of a page that is too little to plan another one for. */
  private static final double LITTLE = 0.1;

  /** How full the pages of a window are meant to be, so that few need one page more. */
  private static final double FILL = 0.9;

  /** A page that covers more of a span than this does not tell whether its rows come in order. */
  private static final double NO_ORDER = 0.75;

  /** Grains of a window that may bring one more with many rows, so that little is read in vain. */
  private static final int FEWEST_GRAINS = 10;

  /** A window that is as much larger than planned is better than one more. */
  private static final double SMALLEST_REST = 0.1;

  private static final int REMEMBERED = 4;

  private final DateSpan span;
  private final int pageSize;
  private final int concurrency;
  private final Deque<Held> held = new ArrayDeque<>();
  private long frontier;
  private boolean isDone;

  private BalancedWindows(DateSpan span, int pageSize, int concurrency, Held first) {
    this.span = span;
    this.pageSize = pageSize;
    this.concurrency = concurrency;
    this.frontier = span.end();
    held.add(first);
  }

  /**
   * Returns windows if they are worth it, judged by the first page of the whole span.
   *
   * <p>Twilio documents no order, but the dates of a page hint at one: if they lie close together
   * at either end of the span, they tell how many rows there are.
   *
   * @param earliest earliest date of the page's rows
   * @param latest latest date of the page's rows
   * @param expected how many rows are expected if the page tells nothing
   * @param planned how many pages the span was thought to have
   * @param concurrency how many windows can be read at once
   */
  public static Optional<BalancedWindows> of(
      DateSpan span,
      long earliest,
      long latest,
      double expected,
      double planned,
      int pageSize,
      int concurrency) {
    long length = span.end() - span.start();
    boolean isOutOfReach = latest < span.start();
    if (length < 2 * span.grain() || isOutOfReach) {
      return Optional.empty();
    }
    long fromEnd = span.end() - earliest;
    long fromStart = latest - span.start();
    double covered = Math.max(span.grain(), Math.min(fromEnd, fromStart)) / (double) length;
    double rows = covered < NO_ORDER ? pageSize / covered : Math.max(expected, pageSize);
    return rows / pageSize >= Math.max(FEWEST_PAGES, planned)
        ? Optional.of(new BalancedWindows(span, pageSize, concurrency, new Held(length, rows)))
        : Optional.empty();
  }

  /** Returns about how many pages the windows that are left have together. */
  public double pagesLeft() {
    return density() * Math.max(0, frontier - span.start()) / pageSize;
  }

  /**
   * Returns the next window, if there is one.
   *
   * @param pages how many pages it is meant to have
   */
  public Optional<Range<Long>> next(double pages) {
    if (isDone) {
      return Optional.empty();
    }
    Range<Long> left = left();
    frontier = begin(pages);
    isDone = frontier <= span.start();
    return Optional.of(isDone ? left : left.intersection(Range.atLeast(frontier)));
  }

  /** Returns all that is left as one window, if anything is. */
  public Optional<Range<Long>> rest() {
    if (isDone) {
      return Optional.empty();
    }
    isDone = true;
    return Optional.of(left());
  }

  private Range<Long> left() {
    return frontier == span.end()
        ? span.range()
        : span.range().intersection(Range.lessThan(frontier));
  }

  /** Takes note of how many rows a window held. */
  public void held(Range<Long> window, long rows) {
    long end = window.hasUpperBound() ? window.upperEndpoint() : span.end();
    long begin = window.hasLowerBound() ? window.lowerEndpoint() : span.start();
    if (end > begin) {
      held.addLast(new Held(end - begin, rows));
      if (held.size() > REMEMBERED) {
        held.removeFirst();
      }
    }
  }

  /**
   * Returns how many pages the next window is meant to have: a share of what is left, and more if
   * it would take too many of them.
   *
   * @param most how many windows there may still be, about
   */
  public double pages(double most) {
    double share = Math.rint(SHARE_OF_LEFT * pagesLeft() / concurrency);
    double least = Math.ceil(pagesLeft() / Math.max(1, most) - LITTLE);
    return Math.max(Math.max(1, Math.min(MOST_PAGES, share)), least);
  }

  private long begin(double pages) {
    long left = frontier - span.start();
    double rowsOfGrain = density() * span.grain();
    double least =
        span.overlaps() && rowsOfGrain > pageSize / 2.0 ? FEWEST_GRAINS * span.grain() : 1;
    double longest = Math.max(least, FILL * pages * pageSize / density());
    // The last window would else hold what is hardly worth it, or too much.
    double length = left / Math.max(1, Math.ceil(left / longest - SMALLEST_REST));
    long begin = frontier - (long) Math.ceil(length);
    if (begin < span.settled() && span.settled() < frontier) {
      begin = span.settled();
    }
    return Math.max(span.start(), Math.floorDiv(begin, span.grain()) * span.grain());
  }

  /** Returns rows per unit of the span, never none at all. */
  private double density() {
    double rows = held.stream().mapToDouble(Held::rows).sum();
    double length = held.stream().mapToDouble(Held::length).sum();
    return Math.max(rows, 0.5) / length;
  }

  private record Held(double length, double rows) {}
}
