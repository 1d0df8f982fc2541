package io.github.twiliojdbc.planner;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The dynamic filter of a scan, whose values come from another table's rows while the query runs.
 *
 * @param number number by which the running query finds the predicate
 * @param filter the filter
 * @param rows how many different rows of the driver there are likely to be
 * @param known the values of each row of the driver, if they are known while the query is planned
 */
record ScanLookup(
    int number, DynamicFilter filter, double rows, Optional<List<List<@Nullable Object>>> known) {

  /** Returns the same without what it says of some columns that are equal to a value. */
  ScanLookup without(Set<String> columns) {
    return new ScanLookup(number, filter.without(columns), rows, known);
  }

  @Override
  public String toString() {
    return number + ": " + filter;
  }
}
