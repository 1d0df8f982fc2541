package io.github.twiliojdbc.planner;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.rel.RelCollations;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.AggregateCall;
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.core.Sort;
import org.apache.calcite.rel.logical.LogicalAggregate;
import org.apache.calcite.rel.logical.LogicalProject;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;

/**
 * A plan whose rows have one more field at their end, or already had it: another column of the rows
 * that one of their fields comes from.
 *
 * @param plan the plan
 * @param field where the column is
 */
record Exposure(RelNode plan, int field) {

  /**
   * Exposes a column.
   *
   * @param origin field that comes from the same scan; where rows are grouped by it, they have one
   *     value of the column each
   */
  static Optional<Exposure> of(RelNode plan, Origin origin, String column) {
    if (plan instanceof TwilioScan scan) {
      return Optional.of(of(scan, column));
    }
    Origin below = origin.below();
    if (plan instanceof Filter || plan instanceof Sort) {
      return of(plan.getInput(0), below, column)
          .map(
              input ->
                  new Exposure(plan.copy(plan.getTraitSet(), List.of(input.plan)), input.field));
    }
    if (plan instanceof Project project) {
      return of(project.getInput(), below, column).map(input -> of(project, input));
    }
    if (plan instanceof Aggregate aggregate && aggregate.getGroupType() == Aggregate.Group.SIMPLE) {
      return of(aggregate.getInput(), below, column).map(input -> of(aggregate, input));
    }
    return Optional.empty();
  }

  private static Exposure of(TwilioScan scan, String column) {
    int place = scan.definition().columnIndex(column);
    int field = scan.request().columns().indexOf(place);
    if (field >= 0) {
      return new Exposure(scan, field);
    }
    List<Integer> columns = new ArrayList<>(scan.request().columns());
    columns.add(place);
    return new Exposure(scan.with(scan.request().withColumns(columns)), columns.size() - 1);
  }

  private static Exposure of(Project project, Exposure input) {
    RexBuilder builder = project.getCluster().getRexBuilder();
    List<RexNode> fields = new ArrayList<>(project.getProjects());
    List<String> names = new ArrayList<>(project.getRowType().getFieldNames());
    fields.add(builder.makeInputRef(input.plan, input.field));
    names.add("exposed" + fields.size());
    return new Exposure(
        LogicalProject.create(
            input.plan, project.getHints(), fields, names, project.getVariablesSet()),
        fields.size() - 1);
  }

  private static Exposure of(Aggregate aggregate, Exposure input) {
    List<AggregateCall> calls = new ArrayList<>(aggregate.getAggCallList());
    calls.add(
        AggregateCall.create(
            SqlStdOperatorTable.MIN,
            /* distinct= */ false,
            /* approximate= */ false,
            /* ignoreNulls= */ false,
            List.of(),
            List.of(input.field),
            -1,
            null,
            RelCollations.EMPTY,
            aggregate.getGroupCount(),
            input.plan,
            null,
            "exposed" + calls.size()));
    RelNode plan =
        LogicalAggregate.create(
            input.plan, aggregate.getHints(), aggregate.getGroupSet(), null, calls);
    return new Exposure(plan, plan.getRowType().getFieldCount() - 1);
  }
}
