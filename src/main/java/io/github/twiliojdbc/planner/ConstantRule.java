package io.github.twiliojdbc.planner;

import java.util.Map;
import org.apache.calcite.plan.RelHintsPropagator;
import org.apache.calcite.plan.RelOptRule;
import org.apache.calcite.plan.RelOptRuleCall;
import org.apache.calcite.plan.RelRule;
import org.apache.calcite.rel.RelNode;

/**
 * One of Calcite's rules that compute constants, where it changes a plan.
 *
 * <p>By itself such a rule takes a column that is a parameter and a constant further down for one
 * that it can compute, and makes the same plan again, without end.
 */
final class ConstantRule extends RelOptRule {
  private final RelOptRule rule;

  ConstantRule(RelRule.Config rule) {
    this(rule.toRule());
  }

  /** Takes the place of a rule, which is no one else's. */
  private ConstantRule(RelOptRule rule) {
    super(rule.getOperand(), rule.relBuilderFactory, "ConstantRule:" + rule);
    this.rule = rule;
  }

  @Override
  public boolean matches(RelOptRuleCall call) {
    return rule.matches(call);
  }

  @Override
  public void onMatch(RelOptRuleCall call) {
    rule.onMatch(new Change(call));
  }

  /** A call to which a plan that is the same makes no difference. */
  private static final class Change extends RelOptRuleCall {
    private final RelOptRuleCall call;

    Change(RelOptRuleCall call) {
      super(call.getPlanner(), call.getOperand0(), call.getRels(), Map.of(), call.getParents());
      this.call = call;
    }

    @Override
    public void transformTo(
        RelNode plan, Map<RelNode, RelNode> equivalent, RelHintsPropagator hints) {
      if (!plan.deepEquals(rel(0))) {
        call.transformTo(plan, equivalent, hints);
      }
    }
  }
}
