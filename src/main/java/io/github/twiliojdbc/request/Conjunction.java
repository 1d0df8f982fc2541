package io.github.twiliojdbc.request;

import com.google.common.collect.Maps;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Conditions that hold together: for each of some columns, the values that a row may have.
 *
 * @param columns values by column; a column that is not named may have any value, NULL included
 */
public record Conjunction(Map<String, Values> columns) {
  /** The conjunction of no conditions, which every row fulfils. */
  public static final Conjunction NONE = new Conjunction(Map.of());

  /** Returns the single condition that a column has one of these values. */
  public static Conjunction of(String column, Values values) {
    return new Conjunction(Map.of(column, values));
  }

  /** Returns whether no row can fulfil this. */
  boolean isImpossible() {
    return columns.values().stream().anyMatch(Values::isEmpty);
  }

  /** Returns whether a row fulfils this; {@code row} returns its value of a column. */
  public boolean admits(Function<String, @Nullable Object> row) {
    return columns.entrySet().stream()
        .allMatch(entry -> entry.getValue().admits(row.apply(entry.getKey())));
  }

  /** Returns what holds where this and another hold. */
  public Conjunction and(Conjunction other) {
    Map<String, Values> both = new LinkedHashMap<>(columns);
    other.columns.forEach((column, values) -> both.merge(column, values, Values::and));
    return new Conjunction(both);
  }

  /** Returns the same with other values for one column. */
  Conjunction with(String column, Values values) {
    Map<String, Values> changed = new LinkedHashMap<>(columns);
    changed.put(column, values);
    return new Conjunction(changed);
  }

  /**
   * Returns what holds for exactly the rows for which this or another holds, if a conjunction can
   * say so: where one is part of the other, or they differ in a single column.
   */
  Optional<Conjunction> join(Conjunction other) {
    if (!columns.keySet().equals(other.columns.keySet())) {
      return Optional.empty();
    }
    long different =
        columns.entrySet().stream()
            .filter(entry -> !entry.getValue().equals(other.columns.get(entry.getKey())))
            .count();
    return different <= 1 ? Optional.of(hull(other)) : Optional.empty();
  }

  /**
   * A conjunction without one of its columns; those that have one in common can be joined.
   *
   * @param column the column that is left out
   * @param others the conditions on the others
   */
  record Rest(String column, Map<String, Values> others) {}

  /** Returns what this says of all its columns but one, for each of them. */
  List<Rest> rests() {
    return columns.keySet().stream()
        .map(column -> new Rest(column, Maps.filterKeys(columns, name -> !name.equals(column))))
        .toList();
  }

  /** Returns the narrowest conjunction that holds wherever this or another holds. */
  Conjunction hull(Conjunction other) {
    Map<String, Values> either = new LinkedHashMap<>();
    columns.forEach(
        (column, values) -> {
          Values others = other.columns.get(column);
          if (others != null) {
            either.put(column, values.or(others));
          }
        });
    return new Conjunction(either);
  }
}
