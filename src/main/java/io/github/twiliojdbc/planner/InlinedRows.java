package io.github.twiliojdbc.planner;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.calcite.rel.RelHomogeneousShuttle;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Join;
import org.apache.calcite.rel.core.JoinRelType;
import org.apache.calcite.rel.logical.LogicalFilter;
import org.apache.calcite.rel.logical.LogicalJoin;
import org.apache.calcite.rel.logical.LogicalProject;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;

/**
 * Puts the only row of a side of a join, if it is made of literals and parameters, where its fields
 * are used: a condition on it is one that a scan can be told of.
 *
 * <p>Each pair of rows that a join looks at has that row, so its condition may name the row's
 * expressions instead of its fields, whatever kind of join it is. A join that keeps nothing but
 * pairs is a filter then.
 */
final class InlinedRows extends RelHomogeneousShuttle {

  @Override
  public RelNode visit(RelNode node) {
    RelNode visited = super.visit(node);
    return visited instanceof LogicalJoin join && join.getVariablesSet().isEmpty()
        ? inlined(join)
        : visited;
  }

  private static RelNode inlined(Join join) {
    Optional<List<RexNode>> left = ConstantRows.row(join.getLeft());
    Optional<List<RexNode>> right = ConstantRows.row(join.getRight());
    if (left.isEmpty() && right.isEmpty()) {
      return join;
    }
    RexNode condition =
        ConstantRows.substituted(
            join.getCondition(),
            fields(join, left, right, 0, join.getLeft().getRowType().getFieldCount()));
    if (left.isPresent() && isFilter(join, condition, JoinRelType.RIGHT)) {
      return filter(join, join.getRight(), condition, left, right);
    }
    if (right.isPresent() && isFilter(join, condition, JoinRelType.LEFT)) {
      return filter(join, join.getLeft(), condition, left, right);
    }
    return condition.equals(join.getCondition())
        ? join
        : join.copy(
            join.getTraitSet(),
            condition,
            join.getLeft(),
            join.getRight(),
            join.getJoinType(),
            join.isSemiJoinDone());
  }

  /**
   * Returns whether the rows are pairs.
   *
   * @param outer the outer join that keeps the side that is not constant
   */
  private static boolean isFilter(Join join, RexNode condition, JoinRelType outer) {
    return join.getJoinType() == JoinRelType.INNER
        || (join.getJoinType() == outer && condition.isAlwaysTrue());
  }

  private static RelNode filter(
      Join join,
      RelNode other,
      RexNode condition,
      Optional<List<RexNode>> left,
      Optional<List<RexNode>> right) {
    RexBuilder builder = join.getCluster().getRexBuilder();
    int leftCount = join.getLeft().getRowType().getFieldCount();
    boolean isLeft = other == join.getLeft();
    int shift = isLeft ? 0 : -leftCount;
    List<RexNode> fields =
        isLeft
            ? fields(join, Optional.empty(), right, 0, leftCount)
            : fields(join, left, Optional.empty(), shift, leftCount);
    RexNode own = ConstantRows.substituted(join.getCondition(), fields);
    List<RexNode> typed = new ArrayList<>();
    for (int i = 0; i < fields.size(); i++) {
      RelDataType type = join.getRowType().getFieldList().get(i).getType();
      typed.add(builder.ensureType(type, fields.get(i), /* matchNullability= */ true));
    }
    return LogicalProject.create(
        condition.isAlwaysTrue() ? other : LogicalFilter.create(other, own),
        List.of(),
        typed,
        join.getRowType().getFieldNames(),
        Set.of());
  }

  /**
   * Returns the expressions of a join's fields.
   *
   * @param shift how far the fields of the right side are moved
   */
  private static List<RexNode> fields(
      Join join,
      Optional<List<RexNode>> left,
      Optional<List<RexNode>> right,
      int shift,
      int leftCount) {
    List<RexNode> fields = new ArrayList<>();
    for (int i = 0; i < leftCount; i++) {
      fields.add(
          left.isPresent()
              ? left.get().get(i)
              : new RexInputRef(i, join.getLeft().getRowType().getFieldList().get(i).getType()));
    }
    for (int i = 0; i < join.getRight().getRowType().getFieldCount(); i++) {
      fields.add(
          right.isPresent()
              ? right.get().get(i)
              : new RexInputRef(
                  leftCount + i + shift,
                  join.getRight().getRowType().getFieldList().get(i).getType()));
    }
    return fields;
  }
}
