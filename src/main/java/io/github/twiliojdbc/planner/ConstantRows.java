package io.github.twiliojdbc.planner;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.core.Sort;
import org.apache.calcite.rel.core.Uncollect;
import org.apache.calcite.rel.core.Union;
import org.apache.calcite.rel.core.Values;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexOver;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.rex.RexUtil;

/** The rows of plans that read no table, as expressions of literals and parameters. */
final class ConstantRows {
  /** Maximum number of rows that are computed while a query is planned. */
  private static final int MOST_ROWS = 1_000;

  private ConstantRows() {}

  /** Returns the only row of a plan, if that is made of literals and parameters. */
  static Optional<List<RexNode>> row(RelNode plan) {
    if (plan instanceof Values values) {
      return values.getTuples().size() == 1 ? Optional.of(rows(values).get(0)) : Optional.empty();
    }
    return plan instanceof Project project && isComputable(project)
        ? row(project.getInput()).map(row -> row(project, row))
        : Optional.empty();
  }

  /** Returns the rows of a plan, in any order, if they are few and known while it is planned. */
  static Optional<List<List<RexNode>>> of(RelNode plan, KnownValues known) {
    return rows(plan, known).filter(rows -> rows.size() <= MOST_ROWS);
  }

  private static Optional<List<List<RexNode>>> rows(RelNode plan, KnownValues known) {
    if (plan instanceof Values values) {
      return values.getTuples().size() <= MOST_ROWS ? Optional.of(rows(values)) : Optional.empty();
    }
    if (plan instanceof Project project && isComputable(project)) {
      return of(project.getInput(), known)
          .map(rows -> rows.stream().map(row -> row(project, row)).toList());
    }
    if (plan instanceof Sort sort && sort.fetch == null && sort.offset == null) {
      return of(sort.getInput(), known);
    }
    if (plan instanceof Aggregate aggregate
        && aggregate.getAggCallList().isEmpty()
        && aggregate.getGroupType() == Aggregate.Group.SIMPLE
        && !aggregate.getGroupSet().isEmpty()) {
      return of(aggregate.getInput(), known)
          .map(
              rows ->
                  List.copyOf(
                      new LinkedHashSet<>(
                          rows.stream()
                              .map(
                                  row ->
                                      aggregate.getGroupSet().asList().stream()
                                          .map(row::get)
                                          .toList())
                              .toList())));
    }
    if (plan instanceof Union union) {
      List<List<RexNode>> all = new ArrayList<>();
      for (RelNode input : union.getInputs()) {
        Optional<List<List<RexNode>>> rows = of(input, known);
        if (rows.isEmpty()) {
          return Optional.empty();
        }
        all.addAll(rows.get());
      }
      return Optional.of(all);
    }
    if (plan instanceof Uncollect uncollect
        && !uncollect.withOrdinality
        && uncollect.getRowType().getFieldCount() == 1) {
      RelDataType element = uncollect.getRowType().getFieldList().get(0).getType();
      return array(uncollect.getInput())
          .flatMap(array -> known.elements(array, element, MOST_ROWS))
          .map(elements -> elements.stream().map(List::of).toList());
    }
    return Optional.empty();
  }

  /** Returns the only value of a plan's only row; a function of lists counts as volatile. */
  private static Optional<RexNode> array(RelNode plan) {
    return plan instanceof Project project
            && project.getProjects().size() == 1
            && project.getProjects().get(0) instanceof RexCall call
            && call.getOperands().stream().allMatch(RexUtil::isDeterministic)
        ? row(project.getInput()).map(row -> substituted(call, row))
        : Optional.empty();
  }

  private static List<List<RexNode>> rows(Values values) {
    return values.getTuples().stream()
        .map(
            tuple ->
                IntStream.range(0, tuple.size())
                    .mapToObj(
                        field ->
                            values
                                .getCluster()
                                .getRexBuilder()
                                .ensureType(
                                    values.getRowType().getFieldList().get(field).getType(),
                                    tuple.get(field),
                                    /* matchNullability= */ false))
                    .toList())
        .toList();
  }

  private static boolean isComputable(Project project) {
    return project.getProjects().stream()
            .allMatch(node -> RexUtil.isDeterministic(node) && !RexOver.containsOver(node))
        && !RexUtil.SubQueryFinder.containsSubQuery(project);
  }

  private static List<RexNode> row(Project project, List<RexNode> input) {
    return project.getProjects().stream().map(node -> substituted(node, input)).toList();
  }

  /** Returns an expression over a row with the row's own expressions in it. */
  static RexNode substituted(RexNode node, List<RexNode> row) {
    return node.accept(
        new RexShuttle() {
          @Override
          public RexNode visitInputRef(RexInputRef ref) {
            return row.get(ref.getIndex());
          }
        });
  }
}
