package io.github.twiliojdbc.planner;

import com.google.common.collect.ImmutableRangeSet;
import com.google.common.collect.Range;
import io.github.twiliojdbc.catalog.ColumnDefinition;
import io.github.twiliojdbc.catalog.ColumnType;
import io.github.twiliojdbc.request.CalendarPart;
import io.github.twiliojdbc.request.Comparison;
import io.github.twiliojdbc.request.Conjunction;
import io.github.twiliojdbc.request.Predicate;
import io.github.twiliojdbc.request.TimeFunction;
import io.github.twiliojdbc.request.Values;
import io.github.twiliojdbc.sql.functions.WallClock;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A predicate in which values still stand open: parameters, the time, keys from another table.
 *
 * <p>The values are known when the query runs; they are numbered in the order of the conditions.
 */
sealed interface PredicateTemplate
    permits PredicateTemplate.Fixed,
        PredicateTemplate.All,
        PredicateTemplate.Any,
        PredicateTemplate.Lookup,
        PredicateTemplate.Holds,
        PredicateTemplate.Equal,
        PredicateTemplate.Passing,
        PredicateTemplate.Unequal,
        PredicateTemplate.Compare,
        PredicateTemplate.ComparePart,
        ComputedTemplate {
  /** Returns the predicate that these values make. */
  Predicate bind(Bound bound);

  /** Returns the columns that this narrows whatever the open values are. */
  Stream<String> columns();

  /** Returns the columns that this narrows for some of the open values. */
  default Stream<String> candidates() {
    return columns();
  }

  /** Returns whether some of the open values leave no row that fulfils this. */
  default boolean isConditional() {
    return false;
  }

  /** Returns the template that all operands hold. */
  static PredicateTemplate all(List<PredicateTemplate> operands) {
    if (operands.contains(Fixed.NOTHING)) {
      return Fixed.NOTHING;
    }
    List<PredicateTemplate> known =
        operands.stream().filter(operand -> !operand.equals(Fixed.UNKNOWN)).toList();
    return known.isEmpty() ? Fixed.UNKNOWN : known.size() == 1 ? known.get(0) : new All(known);
  }

  /** Returns the template that at least one operand holds. */
  static PredicateTemplate any(List<PredicateTemplate> operands) {
    if (operands.contains(Fixed.UNKNOWN)) {
      return Fixed.UNKNOWN;
    }
    List<PredicateTemplate> possible =
        operands.stream().filter(operand -> !operand.equals(Fixed.NOTHING)).toList();
    return possible.isEmpty()
        ? Fixed.NOTHING
        : possible.size() == 1 ? possible.get(0) : new Any(possible);
  }

  /**
   * What is known when a query runs.
   *
   * @param values values by their numbers; a value that is still not known is {@link #OPEN}
   * @param guesses numbers of the values that are but guessed
   * @param now time of the query
   * @param clock clock of the connection's time zone, by which timestamps are compared
   * @param keys returns what a lookup may yield, by its number
   */
  record Bound(
      List<? extends @Nullable Object> values,
      Set<Integer> guesses,
      Instant now,
      WallClock clock,
      Function<Integer, Predicate> keys) {
    /** Stands for a value that is not known, as that of a parameter in EXPLAIN. */
    static final Object OPEN = new Object();

    /** Returns the same without the values that are but guessed. */
    Bound withoutGuesses() {
      List<@Nullable Object> known = new ArrayList<>(values);
      guesses.forEach(value -> known.set(value, OPEN));
      return new Bound(known, Set.of(), now, clock, keys);
    }
  }

  /** A predicate without open values. */
  record Fixed(Predicate predicate) implements PredicateTemplate {
    /** The template of which nothing is known. */
    static final PredicateTemplate UNKNOWN = new Fixed(Predicate.UNKNOWN);

    /** The template that no row fulfils. */
    static final PredicateTemplate NOTHING = new Fixed(Predicate.NOTHING);

    @Override
    public Predicate bind(Bound bound) {
      return predicate;
    }

    @Override
    public Stream<String> columns() {
      return predicate.alternatives().stream()
          .flatMap(conjunction -> conjunction.columns().keySet().stream());
    }
  }

  /** All operands hold. */
  record All(List<PredicateTemplate> operands) implements PredicateTemplate {
    @Override
    public Predicate bind(Bound bound) {
      return new Predicate.All(operands.stream().map(operand -> operand.bind(bound)).toList());
    }

    @Override
    public Stream<String> columns() {
      return operands.stream().flatMap(PredicateTemplate::columns);
    }

    @Override
    public Stream<String> candidates() {
      return operands.stream().flatMap(PredicateTemplate::candidates);
    }

    @Override
    public boolean isConditional() {
      return operands.stream().anyMatch(PredicateTemplate::isConditional);
    }
  }

  /** At least one operand holds. */
  record Any(List<PredicateTemplate> operands) implements PredicateTemplate {
    @Override
    public Predicate bind(Bound bound) {
      return new Predicate.Any(operands.stream().map(operand -> operand.bind(bound)).toList());
    }

    @Override
    public Stream<String> columns() {
      boolean isNarrow =
          operands.stream().allMatch(operand -> operand.columns().findAny().isPresent());
      return isNarrow ? operands.stream().flatMap(PredicateTemplate::columns) : Stream.empty();
    }

    @Override
    public Stream<String> candidates() {
      boolean isNarrow =
          operands.stream()
              .allMatch(
                  operand -> operand.isConditional() || operand.candidates().findAny().isPresent());
      return isNarrow ? operands.stream().flatMap(PredicateTemplate::candidates) : Stream.empty();
    }

    @Override
    public boolean isConditional() {
      return operands.stream().allMatch(PredicateTemplate::isConditional);
    }
  }

  /** The rows that a lookup asks for. */
  record Lookup(int number) implements PredicateTemplate {
    @Override
    public Predicate bind(Bound bound) {
      return bound.keys().apply(number);
    }

    @Override
    public Stream<String> columns() {
      return Stream.empty();
    }
  }

  /** A condition that reads no column holds. */
  record Holds(int value) implements PredicateTemplate {
    @Override
    public Predicate bind(Bound bound) {
      Object given = bound.values().get(value);
      return given == Bound.OPEN || Boolean.TRUE.equals(given)
          ? Predicate.UNKNOWN
          : Predicate.NOTHING;
    }

    @Override
    public Stream<String> columns() {
      return Stream.empty();
    }

    @Override
    public boolean isConditional() {
      return true;
    }
  }

  /** A column of text or truth is equal to a value. */
  record Equal(String column, ColumnType type, int value) implements PredicateTemplate {
    @Override
    public Predicate bind(Bound bound) {
      Object given = bound.values().get(value);
      if (given == Bound.OPEN) {
        return Predicate.UNKNOWN;
      }
      boolean isOfType =
          type == ColumnType.BOOLEAN ? given instanceof Boolean : given instanceof String;
      return given == null
          ? Predicate.NOTHING
          : isOfType
              ? new Predicate.Is(Conjunction.of(column, Values.oneOf(List.of(given))))
              : Predicate.UNKNOWN;
    }

    @Override
    public Stream<String> columns() {
      return Stream.of(column);
    }
  }

  /** A column that names an account has a value that passes a test. */
  record Passing(String column, int test) implements PredicateTemplate {
    @Override
    public Predicate bind(Bound bound) {
      return bound.values().get(test) instanceof AccountTest accounts
          ? new Predicate.Is(Conjunction.of(column, new Values.Passing(accounts)))
          : Predicate.UNKNOWN;
    }

    @Override
    public Stream<String> columns() {
      return Stream.of(column);
    }
  }

  /** A column that has one of some values alone is unequal to one. */
  record Unequal(String column, List<String> all, int value) implements PredicateTemplate {
    @Override
    public Predicate bind(Bound bound) {
      Object given = bound.values().get(value);
      return given == null
          ? Predicate.NOTHING
          : new Predicate.Is(
              Conjunction.of(
                  column, Values.oneOf(all.stream().filter(each -> !each.equals(given)).toList())));
    }

    @Override
    public Stream<String> columns() {
      return Stream.of(column);
    }
  }

  /**
   * A number or point in time, or a function of it, compares with a value.
   *
   * @param clock clock by which the column is read, if it is not the connection's
   * @param functions functions that are applied to the column, the first one last
   */
  record Compare(
      ColumnDefinition column,
      Optional<WallClock> clock,
      List<TimeFunction> functions,
      Comparison comparison,
      int value)
      implements PredicateTemplate {
    @Override
    public Predicate bind(Bound bound) {
      // A guess for both ends of a range would leave nothing of it.
      boolean isUpper = comparison == Comparison.BELOW || comparison == Comparison.AT_MOST;
      return isUpper && bound.guesses().contains(value)
          ? Predicate.UNKNOWN
          : comparing(
              bound,
              column,
              clock,
              value,
              number -> TimeFunction.matching(functions, comparison, number));
    }

    @Override
    public Stream<String> columns() {
      return Stream.of(column.name());
    }
  }

  /**
   * A part of a date, such as its month, compares with a value.
   *
   * @param clock clock by which the column is read, if it is not the connection's
   * @param functions functions that make the date from the column, the first one last
   */
  record ComparePart(
      ColumnDefinition column,
      Optional<WallClock> clock,
      List<TimeFunction> functions,
      CalendarPart part,
      Comparison comparison,
      int value)
      implements PredicateTemplate {
    @Override
    public Predicate bind(Bound bound) {
      return comparing(
          bound,
          column,
          clock,
          value,
          number -> {
            ImmutableRangeSet.Builder<Long> ranges = ImmutableRangeSet.builder();
            for (Range<Long> days :
                part.days(comparison, number, bound.now()).ranges().asRanges()) {
              ranges.add(TimeFunction.matching(functions, days));
            }
            return new Values.Within(ranges.build());
          });
    }

    @Override
    public Stream<String> columns() {
      return Stream.of(column.name());
    }
  }

  private static Predicate comparing(
      Bound bound,
      ColumnDefinition column,
      Optional<WallClock> clock,
      int value,
      Function<Long, Values> matching) {
    Object given = bound.values().get(value);
    if (given == null) {
      return Predicate.NOTHING;
    }
    if (!(given instanceof Number number) || !isWhole(number)) {
      return Predicate.UNKNOWN;
    }
    return narrowed(bound, column, clock, matching.apply(number.longValue()));
  }

  /** Returns the predicate that a column, by a clock, has one of some values. */
  static Predicate narrowed(
      Bound bound, ColumnDefinition column, Optional<WallClock> clock, Values values) {
    return new Predicate.Is(
        Conjunction.of(
            column.name(),
            column.type() == ColumnType.TIMESTAMP && values instanceof Values.Within within
                ? new Values.Within(instants(bound, clock, within.ranges()))
                : values));
  }

  /** Returns when a clock stands so, as far as the connection's, by which rows are read, tells. */
  private static ImmutableRangeSet<Long> instants(
      Bound bound, Optional<WallClock> clock, ImmutableRangeSet<Long> ranges) {
    return bound
        .clock()
        .instants(clock.map(other -> bound.clock().at(other.instants(ranges))).orElse(ranges));
  }

  private static boolean isWhole(Number number) {
    return number instanceof Integer
        || number instanceof Long
        || number instanceof Short
        || number instanceof Byte
        || (number instanceof BigDecimal decimal
            && decimal.stripTrailingZeros().scale() <= 0
            && decimal.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE / 2)) < 0);
  }
}
