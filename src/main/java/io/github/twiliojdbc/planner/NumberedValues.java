package io.github.twiliojdbc.planner;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.calcite.rex.RexNode;

/** The expressions of the values that templates refer to by number, while conditions are read. */
final class NumberedValues {
  private final Map<RexNode, Integer> numbers = new LinkedHashMap<>();
  private final Set<Integer> required = new HashSet<>();

  /** How many conditions around the one that is read may decide that it does not matter. */
  private int guards;

  /** Returns the number of a value. */
  int number(RexNode value) {
    int number = numbers.computeIfAbsent(value, unknown -> numbers.size());
    if (guards == 0 && !KnownValues.isOfRow(value)) {
      required.add(number);
    }
    return number;
  }

  /** Begins to read conditions of which another decides whether they matter. */
  void beginGuarded() {
    guards++;
  }

  /** Ends what {@link #beginGuarded} began. */
  void endGuarded() {
    guards--;
  }

  /** Returns a copy. */
  NumberedValues known() {
    NumberedValues copy = new NumberedValues();
    copy.numbers.putAll(numbers);
    return copy;
  }

  int size() {
    return numbers.size();
  }

  /** Returns the values, by their numbers. */
  List<RexNode> values() {
    return List.copyOf(numbers.keySet());
  }

  /**
   * Returns the numbers of the values that the condition of every row depends on, so that it fails
   * where one of them does.
   */
  Set<Integer> required() {
    return Set.copyOf(required);
  }
}
