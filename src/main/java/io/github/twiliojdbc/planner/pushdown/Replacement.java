package io.github.twiliojdbc.planner.pushdown;

import java.util.function.Function;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.jspecify.annotations.Nullable;

/** A shuttle that replaces expressions, the outermost ones first. */
final class Replacement extends RexShuttle {
  private final Function<RexNode, @Nullable RexNode> other;

  /**
   * Creates a shuttle.
   *
   * @param other returns what takes the place of an expression, or null if that stays
   */
  Replacement(Function<RexNode, @Nullable RexNode> other) {
    this.other = other;
  }

  @Override
  public RexNode visitCall(RexCall call) {
    RexNode replaced = other.apply(call);
    return replaced == null ? super.visitCall(call) : replaced;
  }

  @Override
  public RexNode visitInputRef(RexInputRef ref) {
    RexNode replaced = other.apply(ref);
    return replaced == null ? ref : replaced;
  }
}
