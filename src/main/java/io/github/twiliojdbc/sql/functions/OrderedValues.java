package io.github.twiliojdbc.sql.functions;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The values of a group, in their order.
 *
 * <p>Public because generated code is in another package.
 */
public final class OrderedValues {
  private final List<Object> values = new ArrayList<>();
  private double fraction;
  private boolean isDescending;

  OrderedValues() {}

  OrderedValues add(Object value, Number fraction, boolean isDescending) {
    this.fraction = fraction.doubleValue();
    this.isDescending = isDescending;
    if (!(this.fraction >= 0 && this.fraction <= 1)) {
      throw new IllegalArgumentException(
          "percentile value %s is not between 0 and 1".formatted(fraction));
    }
    values.add(value);
    return this;
  }

  @SuppressWarnings("unchecked")
  private void sort() {
    Comparator<Object> order = (left, right) -> ((Comparable<Object>) left).compareTo(right);
    values.sort(isDescending ? Collections.reverseOrder(order) : order);
  }

  /** Returns the number at the fraction of the way, between its neighbours where it is. */
  @Nullable Double between() {
    if (values.isEmpty()) {
      return null;
    }
    sort();
    double place = fraction * (values.size() - 1);
    double below = (double) values.get((int) Math.floor(place));
    double above = (double) values.get((int) Math.ceil(place));
    return below + (above - below) * (place - Math.floor(place));
  }

  /** Returns the first value up to which the values are at least the fraction of all. */
  @Nullable Object first() {
    if (values.isEmpty()) {
      return null;
    }
    sort();
    return values.get(Math.max((int) Math.ceil(fraction * values.size()) - 1, 0));
  }

  /** Returns the first of the values that there are most of. */
  @Nullable Object mostFrequent() {
    sort();
    Object most = null;
    int mostCount = 0;
    int start = 0;
    for (int i = 1; i <= values.size(); i++) {
      if (i == values.size() || !isEqual(values.get(start), values.get(i))) {
        if (i - start > mostCount) {
          most = values.get(start);
          mostCount = i - start;
        }
        start = i;
      }
    }
    return most;
  }

  private static boolean isEqual(Object left, Object right) {
    if (left instanceof BigDecimal one && right instanceof BigDecimal other) {
      return one.compareTo(other) == 0;
    }
    return left.equals(right);
  }
}
