package io.github.twiliojdbc.planner;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.calcite.plan.Convention;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.RelHomogeneousShuttle;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Join;
import org.apache.calcite.rel.core.JoinInfo;
import org.apache.calcite.rel.core.JoinRelType;
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
    RelNode visited = super.visit(node);
    return visited instanceof LogicalJoin join ? cheapest(join) : visited;
  }

  private RelNode cheapest(Join join) {
    List<Candidate> candidates = new ArrayList<>();
    lookup(join, true).ifPresent(candidates::add);
    lookup(join, false).ifPresent(candidates::add);
    candidates.add(new Candidate(join, requests(join)));
    return candidates.stream()
        .min(Comparator.comparingDouble(Candidate::requests))
        .orElseThrow()
        .plan();
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
    return Narrowing.of(other, fields, number)
        .map(narrow -> candidate(join, isLeftDriver, driver, driverKeys, narrow, number));
  }

  private static Candidate candidate(
      Join join,
      boolean isLeftDriver,
      RelNode driver,
      List<Integer> driverKeys,
      Narrowing narrow,
      int number) {
    List<Integer> keys = narrow.columns().keySet().stream().map(driverKeys::get).toList();
    RelMetadataQuery metadata = join.getCluster().getMetadataQuery();
    double asked = distinct(metadata, driver, keys);
    Batch batch =
        new Batch(join.getCluster(), driver.getRowType(), number, metadata.getRowCount(driver));
    RelNode body =
        join.copy(
            join.getTraitSet(),
            join.getCondition(),
            isLeftDriver ? batch : narrow.plan(),
            isLeftDriver ? narrow.plan() : batch,
            join.getJoinType(),
            join.isSemiJoinDone());
    Lookup lookup =
        new Lookup(
            join.getCluster().traitSetOf(Convention.NONE),
            driver,
            body,
            number,
            keys,
            List.copyOf(narrow.columns().values()),
            asking(join, isLeftDriver));
    return new Candidate(lookup, requests(driver) + asked * requests(narrow.plan()));
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

  /** Returns how many different keys a driver is likely to yield. */
  static double distinct(RelMetadataQuery metadata, RelNode driver, List<Integer> keys) {
    double rows = metadata.getRowCount(driver);
    Double most = metadata.getMaxRowCount(driver);
    Double distinct = metadata.getDistinctRowCount(driver, ImmutableBitSet.of(keys), null);
    return Math.min(Math.min(rows, most == null ? rows : most), distinct == null ? rows : distinct);
  }

  /** Returns how many requests a plan is likely to send; one key is asked for in a lookup. */
  static double requests(RelNode plan) {
    if (plan instanceof TwilioScan scan) {
      return ScanPlans.of(scan).requests(scan);
    }
    if (plan instanceof Lookup lookup) {
      RelMetadataQuery metadata = plan.getCluster().getMetadataQuery();
      return requests(lookup.driver())
          + distinct(metadata, lookup.driver(), lookup.keys()) * requests(lookup.body());
    }
    return plan.getInputs().stream().mapToDouble(LookupPlanner::requests).sum();
  }

  /** One way to run a join, and how many requests it is likely to send. */
  private record Candidate(RelNode plan, double requests) {}
}
