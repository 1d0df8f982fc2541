package io.github.twiliojdbc.planner;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import org.apache.calcite.rel.RelCollation;
import org.apache.calcite.rel.RelCollations;
import org.apache.calcite.rel.RelHomogeneousShuttle;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.core.Sort;
import org.apache.calcite.rel.core.Union;
import org.apache.calcite.rel.logical.LogicalSort;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexDynamicParam;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;

/**
 * Has scans read no more than what limits, existence tests and extremes of dates need.
 *
 * <p>An ordered scan makes the sort above it a mere limit, since every operator between them keeps
 * the order.
 */
final class LimitPlanner extends RelHomogeneousShuttle {

  @Override
  public RelNode visit(RelNode node) {
    RelNode visited = super.visit(node);
    if (visited instanceof Sort sort) {
      return limited(sort);
    }
    return visited instanceof Aggregate aggregate
        ? Existence.of(aggregate).or(() -> DateExtremes.of(aggregate)).orElse(visited)
        : visited;
  }

  /** Returns a sort whose fetch reaches the scans below it, as far as it can. */
  static RelNode limited(Sort sort) {
    return sort.fetch == null
        ? sort
        : new LimitPushDown(wanted(sort))
            .into(sort.getInput(), sort.getCollation().getFieldCollations())
            .<RelNode>map(
                input ->
                    sort.copy(
                        sort.getTraitSet().replace(RelCollations.EMPTY),
                        input,
                        RelCollations.EMPTY))
            .orElseGet(() -> inBranches(sort, LimitPlanner::limited));
  }

  /**
   * Returns a sort of which each branch of a UNION ALL below it returns its first rows only: no
   * other row can be among the first of all.
   */
  static RelNode inBranches(Sort sort) {
    return inBranches(sort, branch -> branch);
  }

  private static RelNode inBranches(Sort sort, Function<Sort, RelNode> limited) {
    return sort.fetch == null
        ? sort
        : sort.copy(
            sort.getTraitSet(),
            List.of(inBranches(sort.getInput(), sort.getCollation(), wanted(sort), limited)));
  }

  private static RelNode inBranches(
      RelNode node, RelCollation order, RexNode wanted, Function<Sort, RelNode> limited) {
    if (node instanceof Union union && union.all && !order.getFieldCollations().isEmpty()) {
      return union.copy(
          union.getTraitSet(),
          union.getInputs().stream()
              .map(branch -> limited.apply(LogicalSort.create(branch, order, null, wanted)))
              .toList());
    }
    if (!(node instanceof Project project) || project.containsOver()) {
      return node;
    }
    return LimitPushDown.mapped(
            order.getFieldCollations(), field -> LimitPushDown.place(project, field))
        .<RelNode>map(
            fields ->
                project.copy(
                    project.getTraitSet(),
                    List.of(
                        inBranches(project.getInput(), RelCollations.of(fields), wanted, limited))))
        .orElse(node);
  }

  private static RexNode wanted(Sort sort) {
    RexBuilder builder = sort.getCluster().getRexBuilder();
    RexNode fetch = sort.fetch;
    if (sort.offset == null) {
      return fetch;
    }
    return fetch instanceof RexDynamicParam || sort.offset instanceof RexDynamicParam
        ? builder.makeCall(SqlStdOperatorTable.PLUS, fetch, sort.offset)
        : builder.makeExactLiteral(
            BigDecimal.valueOf(
                (long) RexLiteral.intValue(fetch) + RexLiteral.intValue(sort.offset)));
  }
}
