package io.github.twiliojdbc.planner;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.apache.calcite.plan.Convention;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.RelHomogeneousShuttle;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rel.core.Join;
import org.apache.calcite.rel.core.JoinInfo;
import org.apache.calcite.rel.core.JoinRelType;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.core.Sort;
import org.apache.calcite.rel.logical.LogicalJoin;
import org.apache.calcite.rel.metadata.RelMetadataQuery;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.util.ImmutableBitSet;

/** Makes lookups of joins for which that takes fewer requests than reading both sides. */
final class LookupPlanner extends RelHomogeneousShuttle {

  private int lookups;

  @Override
  public RelNode visit(RelNode node) {
    if (node instanceof Sort sort && sort.fetch != null) {
      return sort.copy(
          sort.getTraitSet(),
          List.of(
              belowLimit(sort.getInput(), input -> sort.copy(sort.getTraitSet(), List.of(input)))));
    }
    RelNode visited = super.visit(node);
    return visited instanceof LogicalJoin join ? cheapest(join, LookupPlanner::requests) : visited;
  }

  /**
   * Plans the joins that a limit reaches by the requests that are sent until it is satisfied.
   *
   * @param whole returns the sort of a plan in place of this one
   */
  private RelNode belowLimit(RelNode node, Function<RelNode, Sort> whole) {
    if (node instanceof LogicalJoin join) {
      RelNode left =
          belowLimit(join.getLeft(), input -> whole.apply(over(join, input, join.getRight())));
      RelNode right = belowLimit(join.getRight(), input -> whole.apply(over(join, left, input)));
      return cheapest(
          over(join, left, right), plan -> requests(LimitPlanner.limited(whole.apply(plan))));
    }
    return node instanceof Filter || node instanceof Project
        ? node.copy(
            node.getTraitSet(),
            List.of(
                belowLimit(
                    node.getInput(0),
                    input -> whole.apply(node.copy(node.getTraitSet(), List.of(input))))))
        : visit(node);
  }

  private static Join over(Join join, RelNode left, RelNode right) {
    return join.copy(
        join.getTraitSet(),
        join.getCondition(),
        left,
        right,
        join.getJoinType(),
        join.isSemiJoinDone());
  }

  private RelNode cheapest(Join join, ToDoubleFunction<RelNode> cost) {
    List<Candidate> candidates = new ArrayList<>();
    lookup(join, true).ifPresent(candidates::add);
    lookup(join, false).ifPresent(candidates::add);
    candidates.add(new Candidate(join, requests(join)));
    return candidates.stream()
        .map(Candidate::plan)
        .min(Comparator.comparingDouble(cost))
        .orElseThrow();
  }

  /** Returns the join with one side as the driver, if the other can be asked for its keys. */
  private Optional<Candidate> lookup(Join join, boolean isLeftDriver) {
    boolean keepsDriver =
        join.getJoinType() == JoinRelType.INNER
            || (isLeftDriver
                ? join.getJoinType() == JoinRelType.LEFT || !join.getJoinType().projectsRight()
                : join.getJoinType() == JoinRelType.RIGHT);
    JoinInfo info = join.analyzeCondition();
    if (!keepsDriver || info.leftKeys.isEmpty()) {
      return Optional.empty();
    }
    RelNode driver = isLeftDriver ? join.getLeft() : join.getRight();
    RelNode other = isLeftDriver ? join.getRight() : join.getLeft();
    List<Integer> driverKeys = isLeftDriver ? info.leftKeys : info.rightKeys;
    List<Integer> otherKeys = isLeftDriver ? info.rightKeys : info.leftKeys;
    Map<Integer, Integer> fields = new LinkedHashMap<>();
    for (int key = 0; key < otherKeys.size(); key++) {
      fields.put(key, otherKeys.get(key));
    }
    int number = lookups++;
    return Narrowing.of(other, fields, (scan, columns) -> new ScanLookup(number, columns))
        .map(
            narrow -> {
              Driver complete =
                  new Driver(
                          driver,
                          narrow.columns().keySet().stream().map(driverKeys::get).toList(),
                          List.copyOf(narrow.columns().values()),
                          asking(join, isLeftDriver))
                      .complete(narrow.scan().definition());
              RelNode asked =
                  Narrowing.of(
                          other,
                          fields,
                          (scan, columns) -> new ScanLookup(number, complete.columns()))
                      .orElseThrow()
                      .plan();
              return candidate(join, isLeftDriver, complete, asked, number);
            });
  }

  private static Candidate candidate(
      Join join, boolean isLeftDriver, Driver driver, RelNode asked, int number) {
    RelMetadataQuery metadata = join.getCluster().getMetadataQuery();
    Batch batch =
        new Batch(
            join.getCluster(),
            driver.plan().getRowType(),
            number,
            metadata.getRowCount(driver.plan()));
    RelNode rows =
        driver.batch(
            batch, (isLeftDriver ? join.getLeft() : join.getRight()).getRowType().getFieldCount());
    RelNode body =
        join.copy(
            join.getTraitSet(),
            join.getCondition(),
            isLeftDriver ? rows : asked,
            isLeftDriver ? asked : rows,
            join.getJoinType(),
            join.isSemiJoinDone());
    Lookup lookup = new Lookup(join.getCluster().traitSetOf(Convention.NONE), driver, body, number);
    return new Candidate(lookup, requests(lookup));
  }

  /** Returns what the join's condition says of the driver alone. */
  private static RexNode asking(Join join, boolean isLeftDriver) {
    int left = join.getLeft().getRowType().getFieldCount();
    int all = left + join.getRight().getRowType().getFieldCount();
    ImmutableBitSet own =
        isLeftDriver ? ImmutableBitSet.range(left) : ImmutableBitSet.range(left, all);
    List<RexNode> conditions =
        RelOptUtil.conjunctions(join.getCondition()).stream()
            .filter(condition -> own.contains(RelOptUtil.InputFinder.bits(condition)))
            .toList();
    RexNode condition =
        RexUtil.composeConjunction(
            join.getCluster().getRexBuilder(), ImmutableList.copyOf(conditions));
    return isLeftDriver ? condition : RexUtil.shift(condition, -left);
  }

  /** Returns how many requests a plan is likely to send; one key is asked for in a lookup. */
  static double requests(RelNode plan) {
    if (plan instanceof TwilioScan scan) {
      return ScanPlans.of(scan).requests(scan);
    }
    if (plan instanceof Lookup lookup) {
      return requests(lookup.driver()) + lookup.askedKeys() * requests(lookup.body());
    }
    return plan.getInputs().stream().mapToDouble(LookupPlanner::requests).sum();
  }

  /** One way to run a join, and how many requests it is likely to send. */
  private record Candidate(RelNode plan, double requests) {}
}
