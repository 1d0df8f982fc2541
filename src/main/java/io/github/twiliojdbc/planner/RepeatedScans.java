package io.github.twiliojdbc.planner;

import java.util.List;
import org.apache.calcite.adapter.enumerable.EnumerableCorrelate;
import org.apache.calcite.adapter.enumerable.EnumerableNestedLoopJoin;
import org.apache.calcite.rel.RelHomogeneousShuttle;
import org.apache.calcite.rel.RelNode;

/**
 * Makes nested loops keep what they would otherwise read or compute again for every row of their
 * other side: all of it, or the rows of scans alone if the rest depends on that row.
 */
final class RepeatedScans extends RelHomogeneousShuttle {

  @Override
  public RelNode visit(RelNode node) {
    RelNode visited = super.visit(node);
    if (visited instanceof EnumerableNestedLoopJoin join) {
      return join.copy(join.getTraitSet(), List.of(join.getLeft(), new Kept(join.getRight())));
    }
    return visited instanceof EnumerableCorrelate correlate
        ? correlate.copy(
            correlate.getTraitSet(), List.of(correlate.getLeft(), keeping(correlate.getRight())))
        : visited;
  }

  private static RelNode keeping(RelNode node) {
    if (node instanceof TwilioScan scan) {
      return scan.with(scan.request().keepingRows());
    }
    return node.copy(
        node.getTraitSet(), node.getInputs().stream().map(RepeatedScans::keeping).toList());
  }
}
