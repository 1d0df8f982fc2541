package io.github.twiliojdbc.sql.corrections;

import io.github.twiliojdbc.sql.Intrinsics;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.calcite.adapter.enumerable.EnumerableCalc;
import org.apache.calcite.adapter.enumerable.EnumerableHashJoin;
import org.apache.calcite.adapter.enumerable.EnumerableUnion;
import org.apache.calcite.adapter.enumerable.EnumerableWindow;
import org.apache.calcite.rel.RelHomogeneousShuttle;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.SetOp;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexProgram;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.util.ImmutableBitSet;

/**
 * Writes DECIMALs without zeros at their end wherever a plan tells rows apart by a hash, to which
 * 0.5 and 0.50 are two numbers: in groups, sets, the partitions of windows and the keys of joins.
 */
final class EqualNumbers extends RelHomogeneousShuttle {
  @Override
  public RelNode visit(RelNode node) {
    RelNode visited = super.visit(node);
    if (visited instanceof Aggregate aggregate) {
      return withEqual(aggregate, List.of(aggregate.getGroupSet()));
    }
    if (visited instanceof EnumerableWindow window) {
      return withEqual(
          window,
          List.of(ImmutableBitSet.union(window.groups.stream().map(each -> each.keys).toList())));
    }
    if (visited instanceof EnumerableHashJoin join) {
      return withEqual(
          join, List.of(join.analyzeCondition().leftSet(), join.analyzeCondition().rightSet()));
    }
    boolean isConcatenation = visited instanceof EnumerableUnion union && union.all;
    if (visited instanceof SetOp set && !isConcatenation) {
      ImmutableBitSet all = ImmutableBitSet.range(set.getRowType().getFieldCount());
      return withEqual(set, Collections.nCopies(set.getInputs().size(), all));
    }
    return visited;
  }

  /** Returns a node in whose inputs numbers of some fields are the same if they are equal. */
  private static RelNode withEqual(RelNode node, List<ImmutableBitSet> fields) {
    List<RelNode> inputs = new ArrayList<>();
    for (int i = 0; i < fields.size(); i++) {
      inputs.add(withEqual(node.getInput(i), fields.get(i)));
    }
    return inputs.equals(node.getInputs()) ? node : node.copy(node.getTraitSet(), inputs);
  }

  private static RelNode withEqual(RelNode input, ImmutableBitSet fields) {
    RexBuilder builder = input.getCluster().getRexBuilder();
    List<RexNode> references = builder.identityProjects(input.getRowType());
    List<RexNode> projects = new ArrayList<>(references);
    for (int field : fields) {
      RelDataType type = references.get(field).getType();
      if (type.getSqlTypeName() == SqlTypeName.DECIMAL) {
        RexCall shortest = (RexCall) Intrinsics.call(builder, "SHORTEST", references.get(field));
        // A value may have more digits than its type says, and must not lose them in a cast.
        projects.set(field, shortest.clone(type, shortest.getOperands()));
      }
    }
    return projects.equals(references)
        ? input
        : EnumerableCalc.create(
            input,
            RexProgram.create(input.getRowType(), projects, null, input.getRowType(), builder));
  }
}
