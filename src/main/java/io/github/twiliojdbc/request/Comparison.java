package io.github.twiliojdbc.request;

import com.google.common.collect.ImmutableRangeSet;
import com.google.common.collect.Range;

/** How a column is compared with a value. */
public enum Comparison {
  EQUAL,
  NOT_EQUAL,
  AT_LEAST,
  ABOVE,
  AT_MOST,
  BELOW;

  /**
   * Returns the numbers for which the comparison holds, if {@code first} is the smallest number
   * that compares as at least the value, and {@code next} the smallest that compares as above it.
   */
  public Values.Within between(long first, long next) {
    ImmutableRangeSet<Long> equal = ranges(Range.closedOpen(first, next));
    return new Values.Within(
        switch (this) {
          case EQUAL -> equal;
          case NOT_EQUAL -> ranges(Range.lessThan(first)).union(ranges(Range.atLeast(next)));
          case AT_LEAST -> ranges(Range.atLeast(first));
          case ABOVE -> ranges(Range.atLeast(next));
          case AT_MOST -> ranges(Range.lessThan(next));
          case BELOW -> ranges(Range.lessThan(first));
        });
  }

  /** Returns whether the comparison holds for two numbers. */
  boolean holds(long left, long right) {
    return switch (this) {
      case EQUAL -> left == right;
      case NOT_EQUAL -> left != right;
      case AT_LEAST -> left >= right;
      case ABOVE -> left > right;
      case AT_MOST -> left <= right;
      case BELOW -> left < right;
    };
  }

  private static ImmutableRangeSet<Long> ranges(Range<Long> range) {
    return range.isEmpty() ? ImmutableRangeSet.of() : ImmutableRangeSet.of(range);
  }
}
