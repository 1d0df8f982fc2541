package io.github.twiliojdbc.planner;

import com.google.common.collect.Range;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.util.Sarg;
import org.jspecify.annotations.Nullable;

/**
 * The values of a long IN, of which generated code asks whether a value is one.
 *
 * <p>Public because generated code is in another package.
 */
public final class Membership {
  private final Set<Object> values = new HashSet<>();

  Membership(List<Object> values) {
    values.forEach(value -> this.values.add(comparable(value)));
  }

  /** Returns whether a value, which is not NULL, is one of them. */
  public boolean contains(Object value) {
    return values.contains(comparable(value));
  }

  /** Numbers are the same in whatever type they come. */
  private static Object comparable(Object value) {
    return value instanceof Number number
        ? (value instanceof BigDecimal decimal ? decimal : new BigDecimal(number.toString()))
            .stripTrailingZeros()
        : value;
  }

  /** Returns what a search looks for. */
  static Sarg<?> sarg(RexCall search) {
    return Objects.requireNonNull(
        ((RexLiteral) search.getOperands().get(1)).getValueAs(Sarg.class));
  }

  /** Returns the values of a search for single values, as rows hold them. */
  static List<Object> points(Sarg<?> search) {
    List<Object> points = new ArrayList<>();
    for (Range<?> range : search.rangeSet.asRanges()) {
      points.add(
          Objects.requireNonNull(
              KnownValues.value((@Nullable Comparable<?>) range.lowerEndpoint())));
    }
    return points;
  }
}
