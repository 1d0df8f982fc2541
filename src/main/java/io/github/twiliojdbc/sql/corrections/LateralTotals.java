package io.github.twiliojdbc.sql.corrections;

import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.RelHomogeneousShuttle;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.JoinRelType;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.logical.LogicalCorrelate;

/**
 * Totals in LATERAL, of which there is one for each outer row, be it of no rows.
 *
 * <p>Calcite makes an inner join of them, which leaves out the outer rows with nothing to add up.
 */
final class LateralTotals extends RelHomogeneousShuttle {
  @Override
  public RelNode visit(RelNode node) {
    RelNode visited = super.visit(node);
    return visited instanceof LogicalCorrelate correlate
            && correlate.getJoinType() == JoinRelType.INNER
            && isTotal(correlate.getRight())
        ? withAllOuterRows(correlate)
        : visited;
  }

  private static RelNode withAllOuterRows(LogicalCorrelate correlate) {
    RelNode outer =
        LogicalCorrelate.create(
            correlate.getLeft(),
            correlate.getRight(),
            correlate.getHints(),
            correlate.getCorrelationId(),
            correlate.getRequiredColumns(),
            JoinRelType.LEFT);
    return RelOptUtil.createCastRel(outer, correlate.getRowType(), /* rename= */ true);
  }

  private static boolean isTotal(RelNode rows) {
    return rows instanceof Project project
        ? isTotal(project.getInput())
        : rows instanceof Aggregate aggregate
            && aggregate.getGroupSet().isEmpty()
            && aggregate.getGroupType() == Aggregate.Group.SIMPLE;
  }
}
