package io.github.twiliojdbc.planner;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.rex.RexVisitorImpl;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.util.Util;

/**
 * CASE expressions inside comparisons, written as CASEs of comparisons.
 *
 * <p>{@code CASE WHEN a THEN x ELSE y END = 1} is {@code CASE WHEN a THEN x = 1 ELSE y = 1 END}.
 * COALESCE and NULLIF are CASE expressions, too.
 */
final class Choices {
  private Choices() {}

  /** Returns a comparison as a CASE of comparisons, if one of its operands chooses by columns. */
  static Optional<RexCall> in(RexCall comparison) {
    return first(comparison)
        .map(
            choice -> {
              List<RexNode> operands = new ArrayList<>(choice.getOperands());
              for (int i = 0; i < operands.size(); i++) {
                if (i % 2 == 1 || i == operands.size() - 1) {
                  operands.set(i, comparison.accept(new Replacement(choice, operands.get(i))));
                }
              }
              return choice.clone(comparison.getType(), operands);
            });
  }

  /** Returns the first CASE of an expression that reads a column, outside of other CASEs. */
  private static Optional<RexCall> first(RexNode node) {
    try {
      node.accept(
          new RexVisitorImpl<Void>(true) {
            @Override
            public Void visitCall(RexCall call) {
              if (call.getKind() == SqlKind.CASE && RexUtil.containsInputRef(call)) {
                throw new Util.FoundOne(call);
              }
              return super.visitCall(call);
            }
          });
      return Optional.empty();
    } catch (Util.FoundOne e) {
      return Optional.ofNullable((RexCall) e.getNode());
    }
  }

  /** Puts an expression in the place of another one. */
  private static final class Replacement extends RexShuttle {
    private final RexNode replaced;
    private final RexNode replacement;

    Replacement(RexNode replaced, RexNode replacement) {
      this.replaced = replaced;
      this.replacement = replacement;
    }

    @Override
    public RexNode visitCall(RexCall call) {
      return call.equals(replaced) ? replacement : super.visitCall(call);
    }
  }
}
