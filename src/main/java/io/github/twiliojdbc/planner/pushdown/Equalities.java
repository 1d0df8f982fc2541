package io.github.twiliojdbc.planner.pushdown;

import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.type.SqlTypeUtil;
import org.apache.calcite.util.ImmutableBitSet;

/**
 * The pairs of expressions, one over each input, that a join says are equal.
 *
 * <p>What is known of the one holds for the other, in all pairs of rows that match.
 */
final class Equalities {
  /** Conditions that follow from one: a column can be equal to several others. */
  private static final int MOST_FROM_ONE = 8;

  private final List<Pair> pairs;
  private final ImmutableBitSet left;

  private Equalities(List<Pair> pairs, ImmutableBitSet left) {
    this.pairs = pairs;
    this.left = left;
  }

  /** Two expressions that are equal. */
  record Pair(RexNode left, RexNode right) {}

  /**
   * Returns the equalities of a join.
   *
   * @param left fields of the left input
   */
  static Equalities of(List<RexNode> conditions, ImmutableBitSet left) {
    List<Pair> pairs = new ArrayList<>();
    for (RexNode condition : conditions) {
      if (condition.getKind() == SqlKind.EQUALS && Conditions.isMovable(condition)) {
        List<RexNode> operands = ((RexCall) condition).getOperands();
        RexNode one = operands.get(0);
        RexNode other = operands.get(1);
        if (isOver(one, left) && isOverOther(other, left)) {
          pairs.add(new Pair(one, other));
        } else if (isOver(other, left) && isOverOther(one, left)) {
          pairs.add(new Pair(other, one));
        }
      }
    }
    return new Equalities(pairs, left);
  }

  List<Pair> pairs() {
    return pairs;
  }

  /** Returns what conditions over the left input say of the right one. */
  List<RexNode> toRight(List<RexNode> conditions) {
    return conditions.stream()
        .flatMap(condition -> replaced(condition, pairs, /* isLeft= */ true).stream())
        .toList();
  }

  /** Returns what conditions over the right input say of the left one. */
  List<RexNode> toLeft(List<RexNode> conditions) {
    List<Pair> turned =
        pairs.stream()
            .map(pair -> new Pair(/* left= */ pair.right, /* right= */ pair.left))
            .toList();
    return conditions.stream()
        .flatMap(condition -> replaced(condition, turned, /* isLeft= */ false).stream())
        .toList();
  }

  /** Replaces the left parts of pairs by the right ones, as long as any of them is left. */
  private List<RexNode> replaced(RexNode condition, List<Pair> pairs, boolean isLeft) {
    List<RexNode> open = new ArrayList<>(List.of(condition));
    for (Pair pair : pairs) {
      if (!isSameType(pair.left.getType(), pair.right.getType())) {
        continue;
      }
      for (RexNode before : List.copyOf(open)) {
        RexNode after =
            before.accept(
                new Replacement(
                    expression -> Conditions.isSame(expression, pair.left) ? pair.right : null));
        if (!after.equals(before) && open.size() < MOST_FROM_ONE) {
          open.add(after);
        }
      }
    }
    return open.stream()
        .filter(after -> isLeft ? isOverOther(after, left) : isOver(after, left))
        .toList();
  }

  private static boolean isSameType(RelDataType one, RelDataType other) {
    return SqlTypeUtil.equalSansNullability(one, other)
        || (SqlTypeUtil.isCharacter(one) && SqlTypeUtil.isCharacter(other));
  }

  private static boolean isOver(RexNode node, ImmutableBitSet fields) {
    ImmutableBitSet bits = RelOptUtil.InputFinder.bits(node);
    return !bits.isEmpty() && fields.contains(bits);
  }

  private static boolean isOverOther(RexNode node, ImmutableBitSet fields) {
    ImmutableBitSet bits = RelOptUtil.InputFinder.bits(node);
    return !bits.isEmpty() && !fields.intersects(bits);
  }
}
