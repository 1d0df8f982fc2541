package io.github.twiliojdbc.planner;

import io.github.twiliojdbc.catalog.ColumnDefinition;
import io.github.twiliojdbc.catalog.ColumnType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.core.Sort;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexOver;
import org.apache.calcite.rex.RexVisitorImpl;

/**
 * A plan in which one scan is told of a lookup's keys.
 *
 * @param plan the plan
 * @param scan the scan
 * @param columns for each key that the scan can use, by its number, the scan's column
 */
record Narrowing(RelNode plan, TwilioScan scan, Map<Integer, String> columns) {

  /**
   * Returns the plan whose rows have the keys of a lookup, if a scan in it can be told of them.
   *
   * @param fields for each key, by its number, the field of the plan that is equal to it
   * @param lookup tells the scan, once its columns are known, what to be told
   */
  static Optional<Narrowing> of(
      RelNode plan,
      Map<Integer, Integer> fields,
      BiFunction<TwilioScan, List<String>, ScanLookup> lookup) {
    if (fields.isEmpty()) {
      return Optional.empty();
    }
    if (plan instanceof TwilioScan scan) {
      return of(scan, fields, lookup);
    }
    if (plan instanceof Filter) {
      return below(plan, 0, fields, lookup);
    }
    if (plan instanceof Project project) {
      Map<Integer, Integer> inputs = new LinkedHashMap<>();
      fields.forEach(
          (key, field) -> {
            if (project.getProjects().get(field) instanceof RexInputRef ref
                && isWholeInWindows(project, ref)) {
              inputs.put(key, ref.getIndex());
            }
          });
      return below(plan, 0, inputs, lookup);
    }
    if (plan instanceof Aggregate aggregate && aggregate.getGroupType() == Aggregate.Group.SIMPLE) {
      Map<Integer, Integer> inputs = new LinkedHashMap<>();
      fields.forEach(
          (key, field) -> {
            if (field < aggregate.getGroupCount()) {
              inputs.put(key, aggregate.getGroupSet().nth(field));
            }
          });
      return below(plan, 0, inputs, lookup);
    }
    if (plan instanceof Sort sort && sort.fetch == null && sort.offset == null) {
      return below(plan, 0, fields, lookup);
    }
    return plan instanceof Lookup other ? ofDriver(other, fields, lookup) : Optional.empty();
  }

  private static Optional<Narrowing> of(
      TwilioScan scan,
      Map<Integer, Integer> fields,
      BiFunction<TwilioScan, List<String>, ScanLookup> lookup) {
    Map<Integer, String> columns = new LinkedHashMap<>();
    fields.forEach(
        (key, field) -> {
          ColumnDefinition column = scan.column(field);
          if (column.type() == ColumnType.VARCHAR) {
            columns.put(key, column.name());
          }
        });
    return columns.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Narrowing(
                scan.with(
                    scan.request().withLookup(lookup.apply(scan, List.copyOf(columns.values())))),
                scan,
                columns));
  }

  /** Returns whether every window function of a projection sees rows with the same key alone. */
  private static boolean isWholeInWindows(Project project, RexInputRef key) {
    boolean[] isWhole = {true};
    RexVisitorImpl<Void> windows =
        new RexVisitorImpl<>(true) {
          @Override
          public Void visitOver(RexOver over) {
            isWhole[0] = isWhole[0] && over.getWindow().partitionKeys.contains(key);
            return super.visitOver(over);
          }
        };
    project.getProjects().forEach(node -> node.accept(windows));
    return isWhole[0];
  }

  /** Narrows the driver of another lookup: its body joins whatever the driver yields. */
  private static Optional<Narrowing> ofDriver(
      Lookup other,
      Map<Integer, Integer> fields,
      BiFunction<TwilioScan, List<String>, ScanLookup> lookup) {
    Map<Integer, Integer> inputs = new LinkedHashMap<>();
    fields.forEach(
        (key, field) ->
            Origin.of(other.body(), field)
                .filter(origin -> origin.isBatch(other.number()))
                .ifPresent(origin -> inputs.put(key, origin.field())));
    return below(other, 0, inputs, lookup);
  }

  private static Optional<Narrowing> below(
      RelNode plan,
      int input,
      Map<Integer, Integer> fields,
      BiFunction<TwilioScan, List<String>, ScanLookup> lookup) {
    return of(plan.getInput(input), fields, lookup)
        .map(
            narrow -> {
              List<RelNode> inputs = new ArrayList<>(plan.getInputs());
              inputs.set(input, narrow.plan());
              return new Narrowing(
                  plan.copy(plan.getTraitSet(), inputs), narrow.scan(), narrow.columns());
            });
  }
}
