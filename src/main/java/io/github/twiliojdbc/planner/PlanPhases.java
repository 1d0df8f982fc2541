package io.github.twiliojdbc.planner;

import io.github.twiliojdbc.planner.pushdown.PredicatePushDown;
import io.github.twiliojdbc.sql.corrections.Corrections;
import java.util.List;
import org.apache.calcite.adapter.enumerable.EnumerableRules;
import org.apache.calcite.plan.RelOptLattice;
import org.apache.calcite.plan.RelOptMaterialization;
import org.apache.calcite.plan.RelOptPlanner;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.RelFactories;
import org.apache.calcite.rel.core.Sort;
import org.apache.calcite.rel.core.Union;
import org.apache.calcite.rel.metadata.DefaultRelMetadataProvider;
import org.apache.calcite.rel.rules.CoreRules;
import org.apache.calcite.rel.rules.DateRangeRules;
import org.apache.calcite.rel.rules.PruneEmptyRules;
import org.apache.calcite.rel.rules.ReduceExpressionsRule.FilterReduceExpressionsRule.FilterReduceExpressionsRuleConfig;
import org.apache.calcite.rel.rules.ReduceExpressionsRule.JoinReduceExpressionsRule.JoinReduceExpressionsRuleConfig;
import org.apache.calcite.rel.rules.ReduceExpressionsRule.ProjectReduceExpressionsRule.ProjectReduceExpressionsRuleConfig;
import org.apache.calcite.tools.Program;
import org.apache.calcite.tools.Programs;

/**
 * The phases of optimisation, in order.
 *
 * <p>What narrows requests is always worth it, so conditions and columns are moved into the scans
 * before the cost-based phase chooses how to join, sort and aggregate what they bring.
 */
final class PlanPhases {
  private static final DefaultRelMetadataProvider METADATA = DefaultRelMetadataProvider.INSTANCE;

  /** Everything that Twilio can do is left to it. */
  private static final Program PUSHING_DOWN =
      Programs.sequence(
          branchByBranch(
              Programs.sequence(
                  Programs.subQuery(METADATA),
                  decorrelate(),
                  inlineRows(),
                  Programs.measure(METADATA),
                  completeParentLinks(),
                  filterTotals(),
                  pushConditionsDown(),
                  Programs.trim(),
                  pushConditionsDown(),
                  keepSortsInFrom(),
                  narrowScans(),
                  rollUp(),
                  lookUpKeys(),
                  limitScans())),
          chooseAlgorithms(),
          readOnce(),
          branchByBranch(Programs.calc(METADATA)));

  /** Twilio is asked for whole tables alone, to compare with. */
  private static final Program READING_ALL =
      Programs.sequence(
          Programs.subQuery(METADATA),
          decorrelate(),
          Programs.measure(METADATA),
          keepSortsInFrom(),
          chooseAlgorithms(),
          readOnce(),
          Programs.calc(METADATA));

  private PlanPhases() {}

  static Program of(PushDown pushDown) {
    return pushDown == PushDown.ALL ? PUSHING_DOWN : READING_ALL;
  }

  /**
   * Takes the branches of a UNION one by one, since the time for a plan grows faster than the plan,
   * and they have nothing to do with each other.
   */
  private static Program branchByBranch(Program phases) {
    return new Program() {
      @Override
      public RelNode run(
          RelOptPlanner planner,
          RelNode plan,
          RelTraitSet traits,
          List<RelOptMaterialization> materializations,
          List<RelOptLattice> lattices) {
        if (!(plan instanceof Union)
            && !(plan instanceof Sort && plan.getInput(0) instanceof Union)) {
          return phases.run(planner, plan, traits, materializations, lattices);
        }
        RelNode whole = plan instanceof Sort sort ? LimitPlanner.inBranches(sort) : plan;
        return whole.copy(
            whole.getTraitSet(),
            whole.getInputs().stream()
                .map(branch -> run(planner, branch, traits, materializations, lattices))
                .toList());
      }
    };
  }

  /** Computes constants, then moves conditions down, which may leave others to compute. */
  private static Program pushConditionsDown() {
    return Programs.sequence(
        computeConstants(),
        (planner, plan, traits, materializations, lattices) -> PredicatePushDown.apply(plan),
        computeConstants());
  }

  private static Program computeConstants() {
    return Programs.hep(
        List.of(
            new ConstantRule(FilterReduceExpressionsRuleConfig.DEFAULT),
            new ConstantRule(ProjectReduceExpressionsRuleConfig.DEFAULT),
            new ConstantRule(JoinReduceExpressionsRuleConfig.DEFAULT)),
        true,
        METADATA);
  }

  private static Program chooseAlgorithms() {
    return (planner, plan, traits, materializations, lattices) -> {
      RelOptUtil.registerDefaultRules(planner, false, false);
      planner.removeRule(EnumerableRules.ENUMERABLE_LIMIT_RULE);
      planner.removeRule(EnumerableRules.ENUMERABLE_LIMIT_SORT_RULE);
      // It knows no quarters, and dates have been narrowed already.
      planner.removeRule(DateRangeRules.FILTER_INSTANCE);
      // It forgets the grouping of all rows, which is of no rows as well.
      planner.removeRule(PruneEmptyRules.AGGREGATE_INSTANCE);
      // It takes coalesce(sum(x), 0) for another total beside it.
      planner.removeRule(CoreRules.PROJECT_AGGREGATE_MERGE);
      planner.addRule(new Limit.Rule());
      planner.addRule(new RunnableLookup.Rule());
      planner.addRule(new StreamedJoin.Rule());
      planner.setRoot(
          plan.getTraitSet().equals(traits) ? plan : planner.changeTraits(plan, traits));
      return planner.findBestExp().accept(new StreamedJoin.Algorithms());
    };
  }

  private static Program completeParentLinks() {
    return (planner, plan, traits, materializations, lattices) ->
        plan.accept(new ParentLinks(RelFactories.LOGICAL_BUILDER.create(plan.getCluster(), null)));
  }

  private static Program filterTotals() {
    return (planner, plan, traits, materializations, lattices) -> plan.accept(new FilteredTotals());
  }

  private static Program inlineRows() {
    return (planner, plan, traits, materializations, lattices) -> plan.accept(new InlinedRows());
  }

  private static Program decorrelate() {
    return Programs.sequence(
        (planner, plan, traits, materializations, lattices) -> Corrections.ofCorrelated(plan),
        Programs.decorrelate(),
        (planner, plan, traits, materializations, lattices) -> Corrections.ofJoined(plan));
  }

  private static Program keepSortsInFrom() {
    return (planner, plan, traits, materializations, lattices) -> plan.accept(new SortsInFrom());
  }

  private static Program rollUp() {
    return (planner, plan, traits, materializations, lattices) -> plan.accept(new Rollups());
  }

  private static Program lookUpKeys() {
    return (planner, plan, traits, materializations, lattices) -> plan.accept(new LookupPlanner());
  }

  private static Program readOnce() {
    return (planner, plan, traits, materializations, lattices) -> plan.accept(new RepeatedScans());
  }

  private static Program limitScans() {
    return (planner, plan, traits, materializations, lattices) -> plan.accept(new LimitPlanner());
  }

  private static Program narrowScans() {
    return Programs.hep(
        List.of(new FilterIntoScanRule(), new ProjectIntoScanRule()), true, METADATA);
  }
}
