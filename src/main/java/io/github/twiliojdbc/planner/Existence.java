package io.github.twiliojdbc.planner;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.RelCollations;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.core.Union;
import org.apache.calcite.rel.logical.LogicalProject;
import org.apache.calcite.rel.logical.LogicalSort;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.sql.type.SqlTypeUtil;
import org.apache.calcite.util.ImmutableBitSet;

/**
 * A grouping by constants, which only tells whether there is a row: what becomes of EXISTS.
 *
 * <p>All rows of its input are one group, and no row is no group. So is the first row.
 */
final class Existence {
  private Existence() {}

  /** Returns the fetch of one row that a grouping by constants is. */
  static Optional<RelNode> of(Aggregate aggregate) {
    if (aggregate.getGroupType() != Aggregate.Group.SIMPLE
        || !aggregate.getAggCallList().isEmpty()
        || aggregate.getGroupSet().isEmpty()
        || !areConstant(aggregate.getInput(), aggregate.getGroupSet())) {
      return Optional.empty();
    }
    RexBuilder builder = aggregate.getCluster().getRexBuilder();
    RelNode limited =
        LimitPlanner.limited(
            LogicalSort.create(
                withoutGroups(aggregate.getInput()),
                RelCollations.EMPTY,
                null,
                builder.makeExactLiteral(BigDecimal.ONE)));
    return Optional.of(
        LogicalProject.create(
            limited,
            List.of(),
            aggregate.getGroupSet().asList().stream()
                .<RexNode>map(field -> builder.makeInputRef(limited, field))
                .toList(),
            aggregate.getRowType().getFieldNames(),
            Set.of()));
  }

  /** Returns whether each of some fields has the same value in all rows of a plan. */
  static boolean areConstant(RelNode input, ImmutableBitSet fields) {
    return fields.asList().stream().allMatch(field -> isConstant(input, field));
  }

  private static boolean isConstant(RelNode input, int field) {
    if (input instanceof Project project
        && RexUtil.isConstant(project.getProjects().get(field))
        && RexUtil.isDeterministic(project.getProjects().get(field))) {
      return true;
    }
    // Equal values of other types, such as 0.5 and 0.50, may look different.
    RexNode value = input.getCluster().getRexBuilder().makeInputRef(input, field);
    return SqlTypeUtil.inCharFamily(value.getType())
        && input
            .getCluster()
            .getMetadataQuery()
            .getPulledUpPredicates(input)
            .constantMap
            .containsKey(value);
  }

  /** Returns rows of which there are none if, and only if, there are none of a plan. */
  private static RelNode withoutGroups(RelNode node) {
    if (!(node instanceof Project project)
        || !project.getProjects().stream().allMatch(RexUtil::isConstant)) {
      return node;
    }
    RelNode input = project.getInput();
    boolean isGrouped =
        input instanceof Aggregate aggregate
            && aggregate.getGroupType() == Aggregate.Group.SIMPLE
            && !aggregate.getGroupSet().isEmpty();
    if (isGrouped || RelOptUtil.isPureOrder(input)) {
      return withoutGroups(project.copy(project.getTraitSet(), List.of(input.getInput(0))));
    }
    if (input instanceof Union union) {
      return union.copy(
          union.getTraitSet(),
          union.getInputs().stream()
              .map(branch -> withoutGroups(project.copy(project.getTraitSet(), List.of(branch))))
              .toList(),
          true);
    }
    return node;
  }
}
