package io.github.twiliojdbc.planner;

import io.github.twiliojdbc.planner.pushdown.PredicatePushDown;
import java.util.List;
import org.apache.calcite.adapter.enumerable.EnumerableRules;
import org.apache.calcite.plan.RelOptCostImpl;
import org.apache.calcite.plan.RelOptPlanner;
import org.apache.calcite.plan.RelOptRule;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.plan.hep.HepPlanner;
import org.apache.calcite.plan.hep.HepProgramBuilder;
import org.apache.calcite.plan.volcano.AbstractConverter;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.core.RelFactories;
import org.apache.calcite.rel.core.Sort;
import org.apache.calcite.rel.core.Values;
import org.apache.calcite.rel.rules.CalcMergeRule;
import org.apache.calcite.rel.rules.ProjectMergeRule;
import org.apache.calcite.rel.rules.ProjectRemoveRule;
import org.apache.calcite.rel.rules.ReduceExpressionsRule.FilterReduceExpressionsRule.FilterReduceExpressionsRuleConfig;
import org.apache.calcite.rel.rules.ReduceExpressionsRule.ProjectReduceExpressionsRule.ProjectReduceExpressionsRuleConfig;
import org.apache.calcite.rel.rules.SortRemoveRule;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.sql2rel.RelFieldTrimmer;

/**
 * The phases of optimisation of a query that filters, projects and sorts rows of one table.
 *
 * <p>They are those of {@link PlanPhases} that can change such a query. To load all of Calcite's
 * rules would be a fifth of what a JVM's first query takes, which is most often a plain one.
 */
final class PlainQuery {
  private static final List<RelOptRule> CONSTANTS =
      List.of(
          new ConstantRule(FilterReduceExpressionsRuleConfig.DEFAULT),
          new ConstantRule(ProjectReduceExpressionsRuleConfig.DEFAULT));

  private static final List<RelOptRule> ALGORITHMS =
      List.of(
          EnumerableRules.ENUMERABLE_PROJECT_RULE,
          EnumerableRules.ENUMERABLE_FILTER_RULE,
          EnumerableRules.ENUMERABLE_SORT_RULE,
          EnumerableRules.ENUMERABLE_VALUES_RULE,
          ProjectMergeRule.Config.DEFAULT.toRule(),
          ProjectRemoveRule.Config.DEFAULT.toRule(),
          SortRemoveRule.Config.DEFAULT.toRule(),
          new Limit.Rule(),
          AbstractConverter.ExpandConversionRule.INSTANCE);

  private static final List<RelOptRule> CALCULATION =
      List.of(
          EnumerableRules.ENUMERABLE_FILTER_TO_CALC_RULE,
          EnumerableRules.ENUMERABLE_PROJECT_TO_CALC_RULE,
          CalcMergeRule.Config.DEFAULT.toRule());

  private PlainQuery() {}

  /** Returns whether a plan is that of such a query. */
  static boolean is(RelNode plan) {
    if (plan instanceof TwilioScan || plan instanceof DriverScan || plan instanceof Values) {
      return true;
    }
    return isPlain(plan) && is(plan.getInput(0));
  }

  private static boolean isPlain(RelNode node) {
    if (node instanceof Filter filter) {
      return !RexUtil.SubQueryFinder.containsSubQuery(filter);
    }
    if (node instanceof Project project) {
      return !project.containsOver() && !RexUtil.SubQueryFinder.containsSubQuery(project);
    }
    return node instanceof Sort;
  }

  /** Returns the best plan that has these traits. */
  static RelNode optimize(RelOptPlanner planner, RelNode plan, RelTraitSet wanted) {
    RelNode simplified = pushConditionsDown(trim(pushConditionsDown(plan)));
    RelNode narrowed =
        apply(List.of(new FilterIntoScanRule(), new ProjectIntoScanRule()), simplified);
    RelNode limited = narrowed.accept(new LimitPlanner());
    ALGORITHMS.forEach(planner::addRule);
    planner.setRoot(
        limited.getTraitSet().equals(wanted) ? limited : planner.changeTraits(limited, wanted));
    return apply(CALCULATION, planner.findBestExp());
  }

  private static RelNode pushConditionsDown(RelNode plan) {
    return apply(CONSTANTS, PredicatePushDown.apply(apply(CONSTANTS, plan)));
  }

  private static RelNode trim(RelNode plan) {
    return new RelFieldTrimmer(null, RelFactories.LOGICAL_BUILDER.create(plan.getCluster(), null))
        .trim(plan);
  }

  private static RelNode apply(List<RelOptRule> rules, RelNode plan) {
    HepProgramBuilder program = new HepProgramBuilder();
    rules.forEach(program::addRuleInstance);
    HepPlanner planner = new HepPlanner(program.build(), null, true, null, RelOptCostImpl.FACTORY);
    planner.setRoot(plan);
    return planner.findBestExp();
  }
}
