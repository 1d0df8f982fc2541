package io.github.twiliojdbc.request;

import com.google.common.collect.Range;
import io.github.twiliojdbc.catalog.ColumnDefinition;
import io.github.twiliojdbc.catalog.ColumnType;
import java.time.Instant;
import java.util.Optional;

/**
 * Windows on a date column, from one end to the other, that grow until they hold enough rows.
 *
 * <p>Twilio documents no order of the rows of a list, so the latest rows are found by asking for
 * the last day, then for some days before it, and so on. The windows do not overlap, and together
 * they are all of the span that they are made of.
 *
 * <p>Windows meet at midnight UTC. Many filters know days only, and a resource may read the time of
 * a bound as its whole day. A window that began within a day would bring that day's rows, leave
 * them out, and have the next window bring them again.
 */
public final class GrowingWindows {
  private static final double LEAST_GROWTH = 4;
  private static final double MOST_GROWTH = 30;

  /** Lists of which another window would take more requests than its rows have pages. */
  private static final int MANY_LISTS = 16;

  /** Windows together longer than this are followed by one that is all the rest. */
  private static final long LONGEST_DAYS = 365;

  private final boolean isBackwards;
  private final Range<Long> span;
  private final long day;
  private final long wanted;
  private final long start;

  /** Length of the windows so far as they grow, before their ends are moved to midnight. */
  private long covered;

  /** Where the next window begins. */
  private long edge;

  private boolean isDone;

  private GrowingWindows(boolean isBackwards, Range<Long> span, long start, long day, long wanted) {
    this.isBackwards = isBackwards;
    this.span = span;
    this.start = start;
    this.edge = start;
    this.day = day;
    this.wanted = wanted;
  }

  /**
   * Returns the windows in which the rows of a predicate are found in order, or empty if windows
   * cannot serve: if rows without a date come first, or nothing tells when the earliest can be.
   *
   * @param column date column of the order
   * @param since when the account was made, if that is known
   * @param wanted how many rows the windows are to hold
   */
  static Optional<GrowingWindows> of(
      Predicate predicate,
      ColumnDefinition column,
      boolean isDescending,
      boolean isNullsFirst,
      Instant now,
      Optional<Instant> since,
      long wanted) {
    long day = column.type() == ColumnType.DATE ? 1 : TimeFunction.DAY;
    Optional<Range<Long>> bounds = span(predicate, column);
    boolean mayBeNull = bounds.isEmpty();
    Range<Long> span = bounds.orElse(Range.all());
    if (mayBeNull && isNullsFirst) {
      return Optional.empty();
    }
    long milliseconds = TimeFunction.DAY / day;
    if (!isDescending) {
      Optional<Long> first =
          span.hasLowerBound()
              ? Optional.of(span.lowerEndpoint())
              : since.map(instant -> instant.toEpochMilli() / milliseconds);
      return first.map(start -> new GrowingWindows(false, span, start, day, wanted));
    }
    long today = now.toEpochMilli() / milliseconds + 1;
    long end = span.hasUpperBound() ? Math.min(span.upperEndpoint(), today) : today;
    return Optional.of(new GrowingWindows(true, span, end, day, wanted));
  }

  /** Returns the dates that rows of a predicate can have, or empty if they may have none. */
  public static Optional<Range<Long>> span(Predicate predicate, ColumnDefinition column) {
    return predicate.alternatives().stream()
        .reduce(Conjunction::hull)
        .map(hull -> hull.columns().get(column.name()))
        .map(values -> ((Values.Within) values).ranges().span());
  }

  /**
   * Returns the next window, if there is one.
   *
   * @param seen how many rows the windows so far held
   * @param lists how many lists are likely to be asked for each window
   */
  public Optional<Range<Long>> next(long seen, double lists) {
    if (isDone) {
      return Optional.empty();
    }
    long length = covered == 0 ? day : (long) (covered * growth(seen, lists));
    long near = edge;
    covered += length;
    edge = midnightBefore(isBackwards ? start - covered : start + covered);
    isDone = covered > LONGEST_DAYS * day;
    return Optional.of(isBackwards ? ending(near, edge) : beginning(near, edge));
  }

  private long midnightBefore(long time) {
    return time - Math.floorMod(time, day);
  }

  /** Returns whether the window before was the last one. */
  public boolean isDone() {
    return isDone;
  }

  private double growth(long seen, double lists) {
    if (lists >= MANY_LISTS) {
      return MOST_GROWTH;
    }
    double missing = 1.5 * (wanted - seen) / Math.max((double) seen, 0.5);
    return Math.max(LEAST_GROWTH, Math.min(MOST_GROWTH, missing));
  }

  private Range<Long> ending(long end, long begin) {
    isDone = isDone || (span.hasLowerBound() && begin <= span.lowerEndpoint());
    Range<Long> window = end == start ? Range.all() : Range.lessThan(end);
    return span.intersection(isDone ? window : window.intersection(Range.atLeast(begin)));
  }

  private Range<Long> beginning(long begin, long end) {
    isDone = isDone || (span.hasUpperBound() && end >= span.upperEndpoint());
    Range<Long> window = begin == start ? Range.all() : Range.atLeast(begin);
    return span.intersection(isDone ? window : window.intersection(Range.lessThan(end)));
  }
}
