package io.github.twiliojdbc.planner.pushdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.plan.RelOptPredicateList;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.core.JoinRelType;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.rex.RexSimplify;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.type.SqlTypeUtil;
import org.apache.calcite.util.ImmutableBitSet;

/**
 * The conditions on joined rows that read nothing but columns the join compares, such as the merged
 * column of USING and NATURAL, which is {@code coalesce(l, r)} with {@code l = r}.
 *
 * <p>A joined row with the key {@code k} holds {@code (k, k)}, or {@code (k, NULL)} or {@code
 * (NULL, k)} where an outer join keeps a row without a partner. If a condition holds for none of
 * these, no row with that key is wanted, on either side. So the condition {@code C(l, r)} implies
 * {@code C(k, k) OR C(k, NULL) OR C(NULL, k)} for the keys of both inputs.
 */
final class KeyConditions {
  private final JoinRelType type;
  private final List<Equalities.Pair> pairs;
  private final ImmutableBitSet left;
  private final RexBuilder builder;
  private final RexSimplify simplify;

  KeyConditions(
      JoinRelType type, List<Equalities.Pair> pairs, ImmutableBitSet left, RexBuilder builder) {
    this.type = type;
    this.pairs = pairs;
    this.left = left;
    this.builder = builder;
    this.simplify = new RexSimplify(builder, RelOptPredicateList.EMPTY, RexUtil.EXECUTOR);
  }

  /**
   * A condition for each input of a join.
   *
   * @param left condition over the left input
   * @param right condition over the right input
   */
  record Sides(RexNode left, RexNode right) {}

  /** Returns what a condition that reads keys alone says of the inputs, if it says anything. */
  Optional<Sides> of(RexNode condition) {
    if (pairs.isEmpty() || !Conditions.isMovable(condition)) {
      return Optional.empty();
    }
    Sides sides = new Sides(of(condition, /* isLeft= */ true), of(condition, /* isLeft= */ false));
    ImmutableBitSet ofLeft = RelOptUtil.InputFinder.bits(sides.left);
    ImmutableBitSet ofRight = RelOptUtil.InputFinder.bits(sides.right);
    return !ofLeft.isEmpty()
            && left.contains(ofLeft)
            && !ofRight.isEmpty()
            && !left.intersects(ofRight)
        ? Optional.of(sides)
        : Optional.empty();
  }

  private RexNode of(RexNode condition, boolean isLeft) {
    List<RexNode> cases = new ArrayList<>();
    cases.add(replaced(condition, isLeft, true, true));
    if (type.generatesNullsOnRight()) {
      cases.add(replaced(condition, isLeft, true, false));
    }
    if (type.generatesNullsOnLeft()) {
      cases.add(replaced(condition, isLeft, false, true));
    }
    return simplify.simplifyUnknownAsFalse(
        RexUtil.composeDisjunction(
            builder, cases.stream().map(KeyConditions::implied).distinct().toList()));
  }

  /** Returns a condition on one input's keys, where each input has a row or has none. */
  private RexNode replaced(RexNode condition, boolean byLeft, boolean hasLeft, boolean hasRight) {
    return condition
        .accept(
            new Replacement(
                expression -> {
                  for (Equalities.Pair pair : pairs) {
                    boolean isLeft = Conditions.isSame(expression, pair.left());
                    if (isLeft || Conditions.isSame(expression, pair.right())) {
                      return (isLeft ? hasLeft : hasRight)
                          ? builder.ensureType(
                              expression.getType(),
                              byLeft ? pair.left() : pair.right(),
                              /* matchNullability= */ false)
                          : builder.makeNullLiteral(expression.getType());
                    }
                  }
                  return null;
                }))
        .accept(new SameChoices());
  }

  /** Returns what a condition implies, where it is one that holds in one case alone. */
  private static RexNode implied(RexNode condition) {
    if (condition.getKind() != SqlKind.CASE) {
      return condition;
    }
    List<RexNode> operands = ((RexCall) condition).getOperands();
    RexNode other = operands.get(operands.size() - 1);
    return operands.size() == 3 && (RexLiteral.isNullLiteral(other) || other.isAlwaysFalse())
        ? operands.get(1)
        : condition;
  }

  /**
   * Replaces {@code coalesce(x, x)} and {@code coalesce(x, NULL)}, written as CASE, by x, and a
   * CASE of the same choices by one of them.
   */
  private static final class SameChoices extends RexShuttle {
    @Override
    public RexNode visitCall(RexCall call) {
      RexNode visited = super.visitCall(call);
      List<RexNode> operands = ((RexCall) visited).getOperands();
      if (visited.getKind() == SqlKind.CAST
          && SqlTypeUtil.equalSansNullability(visited.getType(), operands.get(0).getType())) {
        return operands.get(0);
      }
      if (visited.getKind() != SqlKind.CASE || operands.size() != 3) {
        return visited;
      }
      RexNode condition = operands.get(0);
      RexNode chosen = operands.get(1);
      RexNode other = operands.get(2);
      boolean isOneChoice =
          Conditions.isSame(chosen, other)
              || (RexLiteral.isNullLiteral(other)
                  && condition.getKind() == SqlKind.IS_NOT_NULL
                  && Conditions.isSame(((RexCall) condition).getOperands().get(0), chosen));
      return isOneChoice ? chosen : visited;
    }
  }
}
