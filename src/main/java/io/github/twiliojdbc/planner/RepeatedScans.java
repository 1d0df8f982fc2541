package io.github.twiliojdbc.planner;

import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.adapter.enumerable.EnumerableCorrelate;
import org.apache.calcite.adapter.enumerable.EnumerableNestedLoopJoin;
import org.apache.calcite.rel.RelHomogeneousShuttle;
import org.apache.calcite.rel.RelNode;

/**
 * Makes scans keep their rows that a nested loop would otherwise read again for every row of its
 * other side.
 */
final class RepeatedScans extends RelHomogeneousShuttle {

  @Override
  public RelNode visit(RelNode node) {
    RelNode visited = super.visit(node);
    boolean repeats =
        visited instanceof EnumerableNestedLoopJoin || visited instanceof EnumerableCorrelate;
    if (!repeats) {
      return visited;
    }
    List<RelNode> inputs = new ArrayList<>(visited.getInputs());
    inputs.set(1, keeping(inputs.get(1)));
    return visited.copy(visited.getTraitSet(), inputs);
  }

  private static RelNode keeping(RelNode node) {
    if (node instanceof TwilioScan scan) {
      return scan.with(scan.request().keepingRows());
    }
    return node.copy(
        node.getTraitSet(), node.getInputs().stream().map(RepeatedScans::keeping).toList());
  }
}
