package io.github.twiliojdbc.planner;

import java.util.List;
import org.apache.calcite.plan.RelOptPredicateList;
import org.apache.calcite.plan.RelOptRule;
import org.apache.calcite.plan.RelOptRuleCall;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rex.RexExecutor;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.rex.RexSimplify;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.util.Util;

/** Tells a scan the conditions of the filter above it, which stays to check the rows. */
final class FilterIntoScanRule extends RelOptRule {

  FilterIntoScanRule() {
    super(operand(Filter.class, operand(TwilioScan.class, none())), "FilterIntoScanRule");
  }

  @Override
  public boolean matches(RelOptRuleCall call) {
    TwilioScan scan = call.rel(1);
    return scan.request().conditions().isEmpty();
  }

  @Override
  public void onMatch(RelOptRuleCall call) {
    Filter filter = call.rel(0);
    TwilioScan scan = call.rel(1);
    RexNode condition = simplified(scan, filter.getCondition());
    RexNode overTable =
        condition.accept(
            new RexShuttle() {
              @Override
              public RexNode visitInputRef(RexInputRef ref) {
                return new RexInputRef(scan.request().columns().get(ref.getIndex()), ref.getType());
              }
            });
    List<RexNode> conditions = RelOptUtil.conjunctions(overTable);
    if (!conditions.isEmpty()) {
      call.transformTo(
          filter.copy(
              filter.getTraitSet(),
              scan.with(scan.request().withConditions(conditions)),
              filter.getCondition()));
    }
  }

  /** Returns a condition as a scan is told it. */
  static RexNode simplified(TwilioScan scan, RexNode condition) {
    RexExecutor executor =
        Util.first(scan.getCluster().getPlanner().getExecutor(), RexUtil.EXECUTOR);
    return new RexSimplify(scan.getCluster().getRexBuilder(), RelOptPredicateList.EMPTY, executor)
        .simplifyUnknownAsFalse(condition);
  }
}
