package io.github.twiliojdbc.planner;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.calcite.linq4j.function.Function0;
import org.jspecify.annotations.Nullable;

/**
 * The values of a scan's predicate for one run.
 *
 * <p>A value that cannot be computed, such as the cast of an empty string to a date, is {@link
 * PredicateTemplate.Bound#OPEN}: the condition that it stands in may not be evaluated for any row.
 *
 * @param values values by their numbers
 * @param failures why a value could not be computed, by its number
 */
record ComputedValues(
    List<? extends @Nullable Object> values, Map<Integer, RuntimeException> failures) {

  /** Computes values, of which some are given as functions. */
  static ComputedValues of(@Nullable Object[] given) {
    List<@Nullable Object> values = new ArrayList<>();
    Map<Integer, RuntimeException> failures = new HashMap<>();
    for (Object value : given) {
      try {
        values.add(value instanceof Function0<?> function ? function.apply() : value);
      } catch (RuntimeException e) {
        failures.put(values.size(), e);
        values.add(PredicateTemplate.Bound.OPEN);
      }
    }
    return new ComputedValues(values, failures);
  }

  /** Returns values that are known. */
  static ComputedValues known(List<? extends @Nullable Object> values) {
    return new ComputedValues(values, Map.of());
  }

  /** Fails as the computation of one of some values did, if one of them failed. */
  void check(Set<Integer> required) {
    failures.keySet().stream()
        .filter(required::contains)
        .sorted()
        .findFirst()
        .ifPresent(
            number -> {
              throw failures.get(number);
            });
  }
}
