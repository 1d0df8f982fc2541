package io.github.twiliojdbc.planner.pushdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.core.JoinRelType;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.type.SqlTypeUtil;
import org.apache.calcite.util.ImmutableBitSet;

/**
 * The columns that USING and NATURAL make of two equal ones, and {@code coalesce} by hand: {@code
 * coalesce(l, r)} above a join with {@code l = r}.
 *
 * <p>Of a pair of rows that match the value is l and r; of a row without a partner it is its own.
 */
final class MergedColumns {
  private final JoinRelType type;
  private final Equalities equalities;
  private final ImmutableBitSet left;
  private final RexBuilder builder;

  private MergedColumns(
      JoinRelType type, Equalities equalities, ImmutableBitSet left, RexBuilder builder) {
    this.type = type;
    this.equalities = equalities;
    this.left = left;
    this.builder = builder;
  }

  static MergedColumns of(
      JoinRelType type, List<RexNode> on, ImmutableBitSet left, RexBuilder builder) {
    return new MergedColumns(type, Equalities.of(on, left), left, builder);
  }

  /**
   * A condition for each input of a full join.
   *
   * @param left condition over the left input
   * @param right condition over the right input
   */
  record Sides(RexNode left, RexNode right) {}

  /** Returns a condition in which merged columns are those of the input that has all of them. */
  RexNode single(RexNode condition) {
    return type == JoinRelType.FULL ? condition : replaced(condition, type != JoinRelType.RIGHT);
  }

  /** Returns what a condition that reads only merged columns of a full join says of its inputs. */
  Optional<Sides> perSide(RexNode condition) {
    if (type != JoinRelType.FULL || !Conditions.isMovable(condition)) {
      return Optional.empty();
    }
    Sides sides = new Sides(replaced(condition, true), replaced(condition, false));
    ImmutableBitSet ofLeft = RelOptUtil.InputFinder.bits(sides.left);
    ImmutableBitSet ofRight = RelOptUtil.InputFinder.bits(sides.right);
    return !ofLeft.isEmpty() && left.contains(ofLeft) && !left.intersects(ofRight)
        ? Optional.of(sides)
        : Optional.empty();
  }

  private RexNode replaced(RexNode condition, boolean byLeft) {
    if (equalities.pairs().isEmpty()) {
      return condition;
    }
    return condition.accept(
        new Replacement(
            expression -> {
              List<RexNode> arguments = arguments(expression);
              if (arguments.size() < 2) {
                return null;
              }
              for (Equalities.Pair pair : equalities.pairs()) {
                if (isMerged(arguments, pair.left(), pair.right())
                    || isMerged(arguments, pair.right(), pair.left())) {
                  return builder.ensureType(
                      expression.getType(),
                      byLeft ? pair.left() : pair.right(),
                      /* matchNullability= */ false);
                }
              }
              return null;
            }));
  }

  private static boolean isMerged(List<RexNode> arguments, RexNode first, RexNode second) {
    List<RexNode> merged =
        Stream.concat(arguments(first).stream(), arguments(second).stream()).toList();
    return merged.size() == arguments.size()
        && IntStream.range(0, merged.size())
            .allMatch(i -> Conditions.isSame(merged.get(i), arguments.get(i)));
  }

  /** Returns the arguments of COALESCE, which Calcite writes as CASE; any other is its own. */
  private static List<RexNode> arguments(RexNode expression) {
    RexNode plain = withoutCast(expression);
    if (plain.getKind() == SqlKind.COALESCE) {
      return ((RexCall) plain).getOperands().stream().flatMap(o -> arguments(o).stream()).toList();
    }
    if (plain.getKind() != SqlKind.CASE) {
      return List.of(plain);
    }
    List<RexNode> operands = ((RexCall) plain).getOperands();
    List<RexNode> arguments = new ArrayList<>();
    for (int i = 0; i + 1 < operands.size(); i += 2) {
      RexNode value = withoutCast(operands.get(i + 1));
      boolean isOfValue =
          operands.get(i).getKind() == SqlKind.IS_NOT_NULL
              && Conditions.isSame(((RexCall) operands.get(i)).getOperands().get(0), value);
      if (!isOfValue) {
        return List.of(plain);
      }
      arguments.addAll(arguments(value));
    }
    arguments.addAll(arguments(operands.get(operands.size() - 1)));
    return arguments;
  }

  /** Returns an expression without a cast that only tells that it is or is not NULL. */
  private static RexNode withoutCast(RexNode node) {
    return node.getKind() == SqlKind.CAST
            && SqlTypeUtil.equalSansNullability(
                node.getType(), ((RexCall) node).getOperands().get(0).getType())
        ? ((RexCall) node).getOperands().get(0)
        : node;
  }
}
