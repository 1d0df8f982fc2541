package io.github.twiliojdbc.planner;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.calcite.adapter.enumerable.EnumerableConvention;
import org.apache.calcite.adapter.enumerable.EnumerableHashJoin;
import org.apache.calcite.adapter.enumerable.EnumerableNestedLoopJoin;
import org.apache.calcite.adapter.enumerable.EnumerableRel;
import org.apache.calcite.adapter.enumerable.EnumerableRelImplementor;
import org.apache.calcite.plan.Convention;
import org.apache.calcite.plan.RelOptCost;
import org.apache.calcite.plan.RelOptPlanner;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.BiRel;
import org.apache.calcite.rel.RelHomogeneousShuttle;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.RelWriter;
import org.apache.calcite.rel.convert.ConverterRule;
import org.apache.calcite.rel.core.Join;
import org.apache.calcite.rel.core.JoinInfo;
import org.apache.calcite.rel.core.JoinRelType;
import org.apache.calcite.rel.metadata.RelMetadataQuery;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexUtil;

/**
 * A join below a LIMIT, whose left input is streamed and whose right input is read whole first.
 *
 * <p>It is no {@link Join}, so that no rule swaps its inputs or replaces it by a merge join. Both
 * algorithms that it becomes return the matches of each left row in the order of the left rows.
 */
final class StreamedJoin extends BiRel implements EnumerableRel {
  private final RexNode condition;
  private final JoinRelType joinType;

  private StreamedJoin(
      RelTraitSet traits,
      RelNode left,
      RelNode right,
      RexNode condition,
      JoinRelType joinType,
      RelDataType rowType) {
    super(left.getCluster(), traits, left, right);
    this.condition = condition;
    this.joinType = joinType;
    this.rowType = rowType;
  }

  /** Returns a join that streams its left input. */
  static StreamedJoin of(Join join) {
    return new StreamedJoin(
        join.getCluster().traitSetOf(Convention.NONE),
        join.getLeft(),
        join.getRight(),
        join.getCondition(),
        join.getJoinType(),
        join.getRowType());
  }

  /** Returns whether a join can stream its left input. */
  static boolean streamsLeft(Join join) {
    return switch (join.getJoinType()) {
      case INNER, LEFT, SEMI, ANTI -> true;
      // The unmatched rows of the right input come last, and a nested loop collects all rows.
      case RIGHT, FULL -> !join.analyzeCondition().leftKeys.isEmpty();
      default -> false;
    };
  }

  /** Returns whether a join that streams its left input returns the rows in the order of those. */
  static boolean keepsOrder(Join join) {
    return streamsLeft(join) && !join.getJoinType().generatesNullsOnLeft();
  }

  @Override
  public StreamedJoin copy(RelTraitSet traits, List<RelNode> inputs) {
    return new StreamedJoin(traits, inputs.get(0), inputs.get(1), condition, joinType, rowType);
  }

  @Override
  protected RelDataType deriveRowType() {
    return rowType;
  }

  @Override
  public double estimateRowCount(RelMetadataQuery metadata) {
    return metadata.getRowCount(getLeft());
  }

  @Override
  public RelOptCost computeSelfCost(RelOptPlanner planner, RelMetadataQuery metadata) {
    return planner
        .getCostFactory()
        .makeCost(metadata.getRowCount(getLeft()) + metadata.getRowCount(getRight()), 0, 0);
  }

  @Override
  public RelWriter explainTerms(RelWriter writer) {
    return super.explainTerms(writer).item("condition", condition).item("joinType", joinType);
  }

  @Override
  public Result implement(EnumerableRelImplementor implementor, Prefer prefer) {
    return algorithm().implement(implementor, prefer);
  }

  private EnumerableRel algorithm() {
    JoinInfo info = JoinInfo.of(getLeft(), getRight(), condition);
    if (info.leftKeys.isEmpty()) {
      return EnumerableNestedLoopJoin.create(getLeft(), getRight(), condition, Set.of(), joinType);
    }
    List<RexNode> conditions = new ArrayList<>();
    conditions.add(info.getEquiCondition(getLeft(), getRight(), getCluster().getRexBuilder()));
    conditions.addAll(info.nonEquiConditions);
    return EnumerableHashJoin.create(
        getLeft(),
        getRight(),
        RexUtil.composeConjunction(getCluster().getRexBuilder(), conditions),
        Set.of(),
        joinType);
  }

  /** Replaces the streamed joins of a plan that has been optimised by their algorithms. */
  static final class Algorithms extends RelHomogeneousShuttle {

    @Override
    public RelNode visit(RelNode node) {
      RelNode visited = super.visit(node);
      return visited instanceof StreamedJoin join ? join.algorithm() : visited;
    }
  }

  /** Makes a streamed join of inputs that run. */
  static final class Rule extends ConverterRule {

    Rule() {
      super(
          Config.INSTANCE
              .withConversion(
                  StreamedJoin.class,
                  Convention.NONE,
                  EnumerableConvention.INSTANCE,
                  "StreamedJoinRule")
              .withRuleFactory(config -> new Rule()));
    }

    @Override
    public RelNode convert(RelNode node) {
      StreamedJoin join = (StreamedJoin) node;
      RelTraitSet runnable = join.getTraitSet().replace(EnumerableConvention.INSTANCE);
      return join.copy(
          runnable,
          join.getInputs().stream()
              .map(
                  input ->
                      convert(input, input.getTraitSet().replace(EnumerableConvention.INSTANCE)))
              .toList());
    }
  }
}
