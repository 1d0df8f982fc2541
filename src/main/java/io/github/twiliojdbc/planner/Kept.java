package io.github.twiliojdbc.planner;

import java.util.List;
import org.apache.calcite.adapter.enumerable.EnumerableRel;
import org.apache.calcite.adapter.enumerable.EnumerableRelImplementor;
import org.apache.calcite.adapter.enumerable.PhysType;
import org.apache.calcite.adapter.enumerable.PhysTypeImpl;
import org.apache.calcite.linq4j.tree.BlockBuilder;
import org.apache.calcite.linq4j.tree.Expressions;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.SingleRel;

/** Rows that are computed once, however often they are gone through. */
final class Kept extends SingleRel implements EnumerableRel {
  Kept(RelNode input) {
    this(input.getTraitSet(), input);
  }

  private Kept(RelTraitSet traits, RelNode input) {
    super(input.getCluster(), traits, input);
  }

  @Override
  public Kept copy(RelTraitSet traits, List<RelNode> inputs) {
    return new Kept(traits, inputs.get(0));
  }

  @Override
  public Result implement(EnumerableRelImplementor implementor, Prefer prefer) {
    BlockBuilder block = new BlockBuilder();
    Result input = implementor.visitChild(this, 0, (EnumerableRel) getInput(), prefer);
    PhysType physType = PhysTypeImpl.of(implementor.getTypeFactory(), getRowType(), input.format);
    block.add(
        Expressions.call(
            KeptRows.class,
            "of",
            implementor.getRootExpression(),
            block.append("input", input.block)));
    return implementor.result(physType, block.toBlock());
  }
}
