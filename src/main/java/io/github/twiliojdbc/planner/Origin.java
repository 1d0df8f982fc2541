package io.github.twiliojdbc.planner;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rel.core.Join;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.core.Sort;
import org.apache.calcite.rex.RexInputRef;

/**
 * Where a field's values come from, unchanged.
 *
 * @param path which input to take at each step down, since one plan may scan a table twice
 * @param leaf what makes the rows
 * @param field field of the leaf
 */
record Origin(List<Integer> path, RelNode leaf, int field) {

  static Optional<Origin> of(RelNode plan, int field) {
    if (plan instanceof TwilioScan || plan instanceof Batch) {
      return Optional.of(new Origin(List.of(), plan, field));
    }
    if (plan instanceof Filter || plan instanceof Sort) {
      return below(plan, 0, field);
    }
    if (plan instanceof Project project) {
      return project.getProjects().get(field) instanceof RexInputRef ref
          ? below(plan, 0, ref.getIndex())
          : Optional.empty();
    }
    if (plan instanceof Aggregate aggregate) {
      return field < aggregate.getGroupCount()
          ? below(plan, 0, aggregate.getGroupSet().nth(field))
          : Optional.empty();
    }
    if (plan instanceof Join join) {
      int left = join.getLeft().getRowType().getFieldCount();
      return field < left ? below(plan, 0, field) : below(plan, 1, field - left);
    }
    return plan instanceof Lookup ? below(plan, 1, field) : Optional.empty();
  }

  /** Returns the name of the table's column, if the rows are those of a scan. */
  Optional<String> column() {
    return leaf instanceof TwilioScan scan && !scan.request().columns().isEmpty()
        ? Optional.of(scan.column(field).name())
        : Optional.empty();
  }

  /** Returns the same origin as the input sees it that the first step goes to. */
  Origin below() {
    return new Origin(path.subList(1, path.size()), leaf, field);
  }

  /** Returns whether the rows are a batch of a lookup. */
  boolean isBatch(int lookup) {
    return leaf instanceof Batch batch && batch.number() == lookup;
  }

  /** Returns the field of a plan that is a column of the same scan, or -1 if there is none. */
  int field(RelNode plan, String column) {
    return IntStream.range(0, plan.getRowType().getFieldCount())
        .filter(
            candidate ->
                of(plan, candidate)
                    .filter(origin -> origin.path.equals(path))
                    .flatMap(Origin::column)
                    .equals(Optional.of(column)))
        .findFirst()
        .orElse(-1);
  }

  private static Optional<Origin> below(RelNode plan, int input, int field) {
    return of(plan.getInput(input), field)
        .map(
            origin ->
                new Origin(
                    Stream.concat(Stream.of(input), origin.path.stream()).toList(),
                    origin.leaf,
                    origin.field));
  }
}
