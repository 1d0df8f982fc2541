package io.github.twiliojdbc.sql;

import org.apache.calcite.rel.RelHomogeneousShuttle;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexOver;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.rex.RexSubQuery;

/** Changes expressions of a plan, those of its sub-queries among them, from the inside out. */
public abstract class PlanRewriting extends RelHomogeneousShuttle {
  private final RexShuttle expressions =
      new RexShuttle() {
        @Override
        public RexNode visitCall(RexCall call) {
          return rewritten((RexCall) super.visitCall(call));
        }

        @Override
        public RexNode visitOver(RexOver over) {
          return rewritten((RexOver) super.visitOver(over));
        }

        @Override
        public RexNode visitSubQuery(RexSubQuery query) {
          RexSubQuery visited = (RexSubQuery) super.visitSubQuery(query);
          return visited.clone(visited.rel.accept(PlanRewriting.this));
        }
      };

  /** Returns what a call becomes, whose operands are rewritten. */
  protected RexNode rewritten(RexCall call) {
    return call;
  }

  /** Returns what a call over a window becomes, whose operands and window are rewritten. */
  protected RexNode rewritten(RexOver over) {
    return over;
  }

  @Override
  public RelNode visit(RelNode node) {
    return super.visit(node).accept(expressions);
  }
}
