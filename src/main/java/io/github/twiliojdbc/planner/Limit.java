package io.github.twiliojdbc.planner;

import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.adapter.enumerable.EnumerableConvention;
import org.apache.calcite.adapter.enumerable.EnumerableLimit;
import org.apache.calcite.adapter.enumerable.EnumerableRel;
import org.apache.calcite.adapter.enumerable.EnumerableRelImplementor;
import org.apache.calcite.adapter.enumerable.EnumerableSort;
import org.apache.calcite.adapter.enumerable.PhysType;
import org.apache.calcite.adapter.enumerable.PhysTypeImpl;
import org.apache.calcite.linq4j.tree.BlockBuilder;
import org.apache.calcite.linq4j.tree.Expression;
import org.apache.calcite.linq4j.tree.Expressions;
import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.plan.RelOptRule;
import org.apache.calcite.plan.RelOptRuleCall;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Sort;
import org.apache.calcite.rex.RexDynamicParam;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.util.Pair;
import org.jspecify.annotations.Nullable;

/**
 * A LIMIT that asks for no row beyond the last one that it returns, and of rows that it sorts keeps
 * no more than it returns.
 *
 * <p>Calcite's own asks for one more, which may be another request.
 */
final class Limit extends EnumerableLimit {

  private Limit(
      RelOptCluster cluster,
      RelTraitSet traits,
      RelNode input,
      @Nullable RexNode offset,
      @Nullable RexNode fetch) {
    super(cluster, traits, input, offset, fetch);
  }

  @Override
  public Limit copy(RelTraitSet traits, List<RelNode> inputs) {
    return new Limit(getCluster(), traits, inputs.get(0), offset, fetch);
  }

  @Override
  public Result implement(EnumerableRelImplementor implementor, Prefer prefer) {
    EnumerableSort sort = getInput() instanceof EnumerableSort sorting ? sorting : null;
    EnumerableRel last = sort == null ? this : sort;
    Result input = implementor.visitChild(last, 0, (EnumerableRel) last.getInput(0), prefer);
    BlockBuilder block = new BlockBuilder();
    PhysType physType = PhysTypeImpl.of(implementor.getTypeFactory(), getRowType(), input.format);
    List<Expression> arguments = new ArrayList<>();
    arguments.add(block.append("input", input.block));
    if (sort != null) {
      Pair<Expression, Expression> key =
          input.physType.generateCollationKey(sort.getCollation().getFieldCollations());
      arguments.add(block.append("key", key.left));
      arguments.add(block.append("comparator", key.right));
    }
    arguments.add(number(implementor, offset));
    arguments.add(number(implementor, fetch));
    block.add(Expressions.call(LimitRuntime.class, sort == null ? "rows" : "first", arguments));
    return implementor.result(physType, block.toBlock());
  }

  private static Expression number(EnumerableRelImplementor implementor, @Nullable RexNode number) {
    if (number instanceof RexDynamicParam parameter) {
      return Expressions.call(
          implementor.getRootExpression(), "get", Expressions.constant(parameter.getName()));
    }
    return Expressions.constant(number == null ? null : RexLiteral.intValue(number), Object.class);
  }

  /** Makes limits of sorts that have one, and leaves the sorting to others. */
  static final class Rule extends RelOptRule {

    Rule() {
      super(operand(Sort.class, any()), "LimitRule");
    }

    @Override
    public boolean matches(RelOptRuleCall call) {
      Sort sort = call.rel(0);
      return sort.offset != null || sort.fetch != null;
    }

    @Override
    public void onMatch(RelOptRuleCall call) {
      Sort sort = call.rel(0);
      RelNode input =
          sort.getCollation().getFieldCollations().isEmpty()
              ? sort.getInput()
              : sort.copy(sort.getTraitSet(), sort.getInput(), sort.getCollation(), null, null);
      RelNode sorted = convert(input, input.getTraitSet().replace(EnumerableConvention.INSTANCE));
      EnumerableLimit limit = EnumerableLimit.create(sorted, sort.offset, sort.fetch);
      call.transformTo(
          new Limit(
              sort.getCluster(), limit.getTraitSet(), limit.getInput(), sort.offset, sort.fetch));
    }
  }
}
