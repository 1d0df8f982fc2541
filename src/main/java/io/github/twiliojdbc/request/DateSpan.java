package io.github.twiliojdbc.request;

import com.google.common.collect.Range;

/**
 * A span of dates that a list is narrowed to by a filter, so that it can be read in windows.
 *
 * <p>Dates are milliseconds since 1970, or days for a column of days.
 *
 * @param column column that the filter is of
 * @param range dates that wanted rows may have
 * @param start date before which few or no rows are expected, and no window begins
 * @param end date after which few or no rows are expected, and no window begins
 * @param grain smallest window that the filter understands
 * @param settled date before which a window must end for its rows to change no more
 * @param overlaps whether a window may bring the rows of the grain behind it as well
 */
public record DateSpan(
    String column,
    Range<Long> range,
    long start,
    long end,
    long grain,
    long settled,
    boolean overlaps) {

  /** Returns a part of the span. */
  public DateSpan within(Range<Long> part) {
    return new DateSpan(
        column,
        range.intersection(part),
        part.hasLowerBound() ? Math.max(start, part.lowerEndpoint()) : start,
        part.hasUpperBound() ? Math.min(end, part.upperEndpoint()) : end,
        grain,
        settled,
        overlaps);
  }
}
