package io.github.twiliojdbc.planner;

import com.google.common.collect.ImmutableRangeSet;
import io.github.twiliojdbc.request.Conjunction;
import io.github.twiliojdbc.request.Predicate;
import io.github.twiliojdbc.request.TimeFunction;
import io.github.twiliojdbc.request.Values;
import io.github.twiliojdbc.sql.functions.LikePattern;
import io.github.twiliojdbc.sql.functions.WallClock;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A template of which only the value, once it is known, says whether it narrows its column.
 *
 * <p>A pattern without a wildcard does, another one does not.
 */
sealed interface ComputedTemplate extends PredicateTemplate {

  /**
   * A time, or a function of it, is one of those that a value tells.
   *
   * @param times returns the times that a value tells, if it tells any, by the connection's clock
   */
  record Times(
      TimeExpression time,
      int value,
      BiFunction<Object, WallClock, Optional<ImmutableRangeSet<Long>>> times)
      implements ComputedTemplate {
    @Override
    public Predicate bind(Bound bound) {
      Object given = bound.values().get(value);
      if (given == null) {
        return Predicate.NOTHING;
      }
      return known(bound, value)
          .flatMap(known -> attempt(() -> times.apply(known, bound.clock())))
          .<Predicate>map(
              results -> {
                ImmutableRangeSet.Builder<Long> matching = ImmutableRangeSet.builder();
                results
                    .asRanges()
                    .forEach(range -> matching.add(TimeFunction.matching(time.functions(), range)));
                return PredicateTemplate.narrowed(
                    bound, time.column(), time.clock(), new Values.Within(matching.build()));
              })
          .orElse(Predicate.UNKNOWN);
    }

    @Override
    public Stream<String> columns() {
      return Stream.empty();
    }

    @Override
    public Stream<String> candidates() {
      return Stream.of(time.column().name());
    }
  }

  /** A column of text matches a pattern, which only tells something if one text alone matches. */
  record Like(String column, int value, Function<String, LikePattern> pattern)
      implements ComputedTemplate {
    @Override
    public Predicate bind(Bound bound) {
      Object given = bound.values().get(value);
      if (given == null) {
        return Predicate.NOTHING;
      }
      return known(bound, value)
          .flatMap(known -> attempt(() -> pattern.apply(String.valueOf(known)).only()))
          .<Predicate>map(
              only -> new Predicate.Is(Conjunction.of(column, Values.oneOf(List.of(only)))))
          .orElse(Predicate.UNKNOWN);
    }

    @Override
    public Stream<String> columns() {
      return Stream.empty();
    }

    @Override
    public Stream<String> candidates() {
      return Stream.of(column);
    }
  }

  /**
   * A template that depends on a value, such as the unit of a DATE_TRUNC.
   *
   * @param candidateColumns columns that it may narrow
   * @param reading returns the template by the value
   */
  record Dependent(
      int value, List<String> candidateColumns, Function<Object, PredicateTemplate> reading)
      implements ComputedTemplate {
    @Override
    public Predicate bind(Bound bound) {
      return known(bound, value)
          .flatMap(known -> attempt(() -> Optional.of(reading.apply(known))))
          .map(template -> template.bind(bound))
          .orElse(Predicate.UNKNOWN);
    }

    @Override
    public Stream<String> columns() {
      return Stream.empty();
    }

    @Override
    public Stream<String> candidates() {
      return candidateColumns.stream();
    }
  }

  /** Returns a value that is neither NULL, nor guessed, nor open. */
  private static Optional<Object> known(Bound bound, int value) {
    return Optional.<Object>ofNullable(bound.values().get(value))
        .filter(given -> given != Bound.OPEN && !bound.guesses().contains(value));
  }

  /** Returns what is computed, if it can be: where it cannot, the rows' own condition says why. */
  static <T> Optional<T> attempt(Supplier<Optional<T>> computation) {
    try {
      return computation.get();
    } catch (RuntimeException e) {
      return Optional.empty();
    }
  }
}
