package io.github.twiliojdbc.request;

import com.google.common.collect.ImmutableRangeSet;
import com.google.common.collect.Range;
import com.google.common.collect.RangeSet;
import com.google.common.collect.TreeRangeSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The values that a column may have in a wanted row; NULL is never one of them.
 *
 * <p>Values are what a decoded row holds. The values of a column of whole numbers or points in time
 * are {@link Within} ranges, those of any other column are {@link OneOf} a set; those of a column
 * that names an account may be the ones {@link Passing} a test.
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

  /** Returns the values one by one; none if there are more than some number of them. */
  List<Values> oneByOne(int most);

  /**
   * Returns how a request says that a column has this value, if it is one alone; an empty text
   * would say nothing.
   */
  Optional<String> text();

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
      both.removeIf(value -> !other.admits(value));
      return new OneOf(both);
    }

    @Override
    public Values or(Values other) {
      if (other instanceof Passing) {
        return other.or(this);
      }
      Set<Object> either = new LinkedHashSet<>(values);
      either.addAll(((OneOf) other).values);
      return new OneOf(either);
    }

    @Override
    public List<Values> oneByOne(int most) {
      return values.size() > most
          ? List.of()
          : values.stream().map(value -> oneOf(List.of(value))).toList();
    }

    @Override
    public Optional<String> text() {
      return values.size() == 1
          ? Optional.of(String.valueOf(values.iterator().next())).filter(text -> !text.isEmpty())
          : Optional.empty();
    }

    @Override
    public String describe() {
      return "in " + values.stream().map(String::valueOf).sorted().toList();
    }
  }

  /**
   * The values that pass a test, which only those that are at hand can be put to.
   *
   * @param test test of a value that is not NULL
   */
  record Passing(Predicate<Object> test) implements Values {
    @Override
    public boolean admits(@Nullable Object value) {
      return value != null && test.test(value);
    }

    @Override
    public boolean isEmpty() {
      return false;
    }

    @Override
    public Values and(Values other) {
      return other instanceof OneOf ? other.and(this) : new Passing(test.and(other::admits));
    }

    @Override
    public Values or(Values other) {
      return new Passing(test.or(other::admits));
    }

    @Override
    public List<Values> oneByOne(int most) {
      return List.of();
    }

    @Override
    public Optional<String> text() {
      return Optional.empty();
    }

    @Override
    public String describe() {
      return "fulfils the conditions on it";
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
    public List<Values> oneByOne(int most) {
      List<Values> numbers = new ArrayList<>();
      for (Range<Long> range : ranges.asRanges()) {
        if (!range.hasLowerBound()
            || !range.hasUpperBound()
            || range.lowerEndpoint() < range.upperEndpoint() - (most - numbers.size())) {
          return List.of();
        }
        for (long number = range.lowerEndpoint(); number < range.upperEndpoint(); number++) {
          numbers.add(within(Range.closedOpen(number, number + 1)));
        }
      }
      return numbers;
    }

    @Override
    public Optional<String> text() {
      return oneByOne(1).isEmpty()
          ? Optional.empty()
          : Optional.of(String.valueOf(ranges.span().lowerEndpoint()));
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
