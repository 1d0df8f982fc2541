package io.github.twiliojdbc.planner;

import io.github.twiliojdbc.catalog.Rollup.Period;
import io.github.twiliojdbc.catalog.TableDefinition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list of added up rows that a scan reads instead of its own in those runs in which the values of
 * some conditions bound whole periods.
 *
 * @param table table of the added up rows
 * @param period period by which they are added up
 * @param bounds bounds of the date, each of which must lie between two periods
 */
record RollupChoice(TableDefinition table, Period period, List<RollupBound> bounds) {

  /**
   * Returns whether the list has the same sums.
   *
   * @param values values of the bounds
   */
  boolean holds(List<? extends @Nullable Object> values) {
    for (int i = 0; i < values.size(); i++) {
      if (bounds.get(i).firstDay(values.get(i)).filter(period::isFirst).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String toString() {
    return table.list() + " if " + bounds;
  }
}
