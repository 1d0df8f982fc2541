package io.github.twiliojdbc.planner;

import io.github.twiliojdbc.scan.Ordering;
import java.util.Comparator;
import java.util.List;
import org.apache.calcite.rel.RelFieldCollation;
import org.jspecify.annotations.Nullable;

/**
 * The order in which a scan is to bring its rows.
 *
 * @param column column that comes first: one that the API can filter by time
 * @param descending whether the latest come first
 * @param nullsFirst whether rows without that time come first
 * @param fields the whole order, over the scan's own fields
 */
record ScanOrder(
    String column, boolean descending, boolean nullsFirst, List<RelFieldCollation> fields) {

  /** Returns what to read if so many rows are wanted. */
  Ordering of(long wanted) {
    return new Ordering(column, descending, nullsFirst, comparator(), wanted);
  }

  private Comparator<@Nullable Object[]> comparator() {
    return fields.stream()
        .map(ScanOrder::comparator)
        .reduce(Comparator::thenComparing)
        .orElseThrow();
  }

  @SuppressWarnings("unchecked")
  private static Comparator<@Nullable Object[]> comparator(RelFieldCollation field) {
    Comparator<Object> values = (left, right) -> ((Comparable<Object>) left).compareTo(right);
    Comparator<Object> directed = field.direction.isDescending() ? values.reversed() : values;
    Comparator<@Nullable Object> whole =
        isNullsFirst(field) ? Comparator.nullsFirst(directed) : Comparator.nullsLast(directed);
    return Comparator.comparing(row -> row[field.getFieldIndex()], whole);
  }

  static boolean isNullsFirst(RelFieldCollation field) {
    return field.nullDirection == RelFieldCollation.NullDirection.FIRST
        || (field.nullDirection == RelFieldCollation.NullDirection.UNSPECIFIED
            && !field.direction.isDescending());
  }
}
