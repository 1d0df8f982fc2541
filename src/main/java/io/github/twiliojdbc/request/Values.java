package io.github.twiliojdbc.request;

import com.google.common.collect.ImmutableRangeSet;
import com.google.common.collect.Range;
import com.google.common.collect.RangeSet;
import com.google.common.collect.TreeRangeSet;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The values that a column may have in a wanted row; NULL is never one of them.
 *
 * <p>Values are what a decoded row holds. The values of a column of whole numbers or points in time
 * are {@link Within} ranges, those of any other column are {@link OneOf} a set.
 */
public sealed interface Values {

  /** Returns whether a row may have this value. */
  boolean admits(@Nullable Object value);

  /** Returns whether no value is left. */
  boolean isEmpty();

  /** Returns the values that are in both; {@code other} must be of the same kind. */
  Values and(Values other);

  /** Returns the values that are in either; {@code other} must be of the same kind. */
  Values or(Values other);

  /** Returns the values in words that follow a column's name. */
  String describe();

  /** Returns the values of a set. */
  static Values oneOf(Collection<?> values) {
    return new OneOf(new LinkedHashSet<>(values));
  }

  /** Returns the numbers or times of a range; a TIMESTAMP is milliseconds and a DATE days. */
  static Values within(Range<Long> range) {
    return new Within(range.isEmpty() ? ImmutableRangeSet.of() : ImmutableRangeSet.of(range));
  }

  /**
   * Some values.
   *
   * @param values the values, in the order in which they were given
   */
  record OneOf(Set<Object> values) implements Values {
    @Override
    public boolean admits(@Nullable Object value) {
      return value != null && values.contains(value);
    }

    @Override
    public boolean isEmpty() {
      return values.isEmpty();
    }

    @Override
    public Values and(Values other) {
      Set<Object> both = new LinkedHashSet<>(values);
      both.retainAll(((OneOf) other).values);
      return new OneOf(both);
    }

    @Override
    public Values or(Values other) {
      Set<Object> either = new LinkedHashSet<>(values);
      either.addAll(((OneOf) other).values);
      return new OneOf(either);
    }

    @Override
    public String describe() {
      return "in " + values.stream().map(String::valueOf).sorted().toList();
    }
  }

  /**
   * Ranges of whole numbers or points in time.
   *
   * @param ranges the ranges, each closed at its lower and open at its upper end
   */
  record Within(ImmutableRangeSet<Long> ranges) implements Values {
    @Override
    public boolean admits(@Nullable Object value) {
      return value instanceof Number number && ranges.contains(number.longValue());
    }

    @Override
    public boolean isEmpty() {
      return ranges.isEmpty();
    }

    @Override
    public Values and(Values other) {
      return new Within(ranges.intersection(((Within) other).ranges));
    }

    @Override
    public Values or(Values other) {
      RangeSet<Long> either = TreeRangeSet.create(ranges);
      either.addAll(((Within) other).ranges);
      return new Within(ImmutableRangeSet.copyOf(either));
    }

    @Override
    public String describe() {
      Range<Long> span = ranges.span();
      return ranges.asRanges().size() == 1 && span.hasLowerBound() && !span.hasUpperBound()
          ? ">= " + span.lowerEndpoint()
          : "in " + ranges;
    }
  }
}
