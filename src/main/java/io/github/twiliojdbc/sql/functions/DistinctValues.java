package io.github.twiliojdbc.sql.functions;

import static java.util.Comparator.nullsFirst;
import static java.util.Comparator.nullsLast;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The values of a group, each once and in their order.
 *
 * <p>Public because generated code is in another package.
 */
public final class DistinctValues {
  private @Nullable TreeSet<@Nullable Object> values;
  private String separator = "";

  private DistinctValues() {}

  private DistinctValues add(
      @Nullable Object value, Comparator<Object> order, boolean isDescending, boolean isNullFirst) {
    if (values == null) {
      Comparator<Object> direction = isDescending ? order.reversed() : order;
      values = new TreeSet<>(isNullFirst ? nullsFirst(direction) : nullsLast(direction));
    }
    values.add(value);
    return this;
  }

  @SuppressWarnings("unchecked")
  private static int compare(Object left, Object right) {
    return ((Comparable<Object>) left).compareTo(right);
  }

  /** Compares values that are JSON, numbers by their size. */
  private static int compareJson(Object left, Object right) {
    String one = (String) left;
    String other = (String) right;
    return isNumber(one) && isNumber(other)
        ? new BigDecimal(one).compareTo(new BigDecimal(other))
        : one.compareTo(other);
  }

  private static boolean isNumber(String json) {
    return json.charAt(0) == '-' || Character.isDigit(json.charAt(0));
  }

  private @Nullable String joined() {
    return values == null
        ? null
        : values.stream().map(String::valueOf).collect(Collectors.joining(separator));
  }

  /** ARRAY_AGG of DISTINCT values, which come as arrays of one, for one may be NULL. */
  public static final class Array {
    private Array() {}

    public static DistinctValues init() {
      return new DistinctValues();
    }

    public static DistinctValues add(
        DistinctValues values, List<?> value, boolean isDescending, boolean isNullFirst) {
      return values.add(value.get(0), DistinctValues::compare, isDescending, isNullFirst);
    }

    public static @Nullable List<@Nullable Object> result(DistinctValues values) {
      return values.values == null ? null : new ArrayList<>(values.values);
    }
  }

  /** STRING_AGG of DISTINCT texts. */
  public static final class Text {
    private Text() {}

    public static DistinctValues init() {
      return new DistinctValues();
    }

    public static DistinctValues add(
        DistinctValues values,
        String text,
        String separator,
        boolean isDescending,
        boolean isNullFirst) {
      values.separator = separator;
      return values.add(text, DistinctValues::compare, isDescending, isNullFirst);
    }

    public static @Nullable String result(DistinctValues values) {
      return values.joined();
    }
  }

  /** JSON_AGG of DISTINCT values, which are JSON. */
  public static final class Json {
    private Json() {}

    public static DistinctValues init() {
      DistinctValues values = new DistinctValues();
      values.separator = ", ";
      return values;
    }

    public static DistinctValues add(
        DistinctValues values, String json, boolean isDescending, boolean isNullFirst) {
      return values.add(
          json.equals("null") ? null : json,
          DistinctValues::compareJson,
          isDescending,
          isNullFirst);
    }

    public static @Nullable String result(DistinctValues values) {
      return values.values == null ? null : "[" + values.joined() + "]";
    }
  }
}
