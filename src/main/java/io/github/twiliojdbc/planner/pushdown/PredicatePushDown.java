package io.github.twiliojdbc.planner.pushdown;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.Correlate;
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rel.core.Join;
import org.apache.calcite.rel.core.JoinRelType;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.core.SetOp;
import org.apache.calcite.rel.core.Sort;
import org.apache.calcite.rel.core.Union;
import org.apache.calcite.rel.logical.LogicalFilter;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.util.ImmutableBitSet;

/**
 * An optimizer pass that moves each condition as far down a logical plan as it keeps its meaning.
 *
 * <p>One walk from the root carries the conditions that hold above a node. The node hands those
 * down that mean the same of its inputs; the rest stays in one filter above it. What a join says of
 * one input, by equality or by a constant of the other input, goes down as well. The walk visits
 * each node once, so it ends, and the order in which conditions stand in a statement plays no part.
 *
 * <p>A condition that can fail stays above any node that removes rows: a join or an intersection
 * may be its guard.
 */
public final class PredicatePushDown {
  private final KnownPredicates known = new KnownPredicates();
  private final RexBuilder builder;

  private PredicatePushDown(RexBuilder builder) {
    this.builder = builder;
  }

  /** Returns a plan with the same rows whose conditions stand as low as they can. */
  public static RelNode apply(RelNode plan) {
    return new PredicatePushDown(plan.getCluster().getRexBuilder()).push(plan, List.of());
  }

  /** Returns the rows of a node that fulfil conditions over its fields. */
  private RelNode push(RelNode node, List<RexNode> conditions) {
    if (node instanceof Filter filter) {
      return ofFilter(filter, conditions);
    }
    if (node instanceof Project project) {
      return ofProject(project, conditions);
    }
    if (node instanceof Aggregate aggregate) {
      return ofAggregate(aggregate, conditions);
    }
    if (node instanceof Join join) {
      return ofJoin(join, conditions);
    }
    if (node instanceof Correlate correlate) {
      return ofCorrelate(correlate, conditions);
    }
    if (node instanceof SetOp set) {
      return ofSetOperation(set, conditions);
    }
    if (node instanceof Sort sort) {
      return ofSort(sort, conditions);
    }
    return filtered(
        node.copy(
            node.getTraitSet(),
            node.getInputs().stream().map(input -> push(input, List.of())).toList()),
        conditions);
  }

  private RelNode ofFilter(Filter filter, List<RexNode> conditions) {
    Split split = new Split();
    List<RexNode> own = RelOptUtil.conjunctions(filter.getCondition());
    if (filter.getVariablesSet().isEmpty()) {
      // The conditions of the filter come first: they may guard those above it.
      own.forEach(split.below::add);
      conditions.forEach(split.below::add);
      return push(filter.getInput(), split.below());
    }
    conditions.forEach(
        condition -> split.add(condition, Conditions.isMovable(condition), condition));
    RelNode input = push(filter.getInput(), split.below());
    return filtered(filter.copy(filter.getTraitSet(), List.of(input)), split.above());
  }

  private RelNode ofProject(Project project, List<RexNode> conditions) {
    Split split = new Split();
    for (RexNode condition : conditions) {
      RexNode over = RelOptUtil.pushPastProject(condition, project);
      split.add(
          condition,
          Conditions.isDeterministic(condition)
              && Conditions.isDeterministic(over)
              && Conditions.keepsPartitions(over, project.getProjects()),
          over);
    }
    RelNode input = push(project.getInput(), split.below());
    return filtered(project.copy(project.getTraitSet(), List.of(input)), split.above());
  }

  /** Moves conditions on keys that all grouping sets have; a total has a row whatever is below. */
  private RelNode ofAggregate(Aggregate aggregate, List<RexNode> conditions) {
    ImmutableBitSet common =
        aggregate.getGroupSets().stream()
            .reduce(aggregate.getGroupSet(), ImmutableBitSet::intersect);
    Map<Integer, Integer> keys = new LinkedHashMap<>();
    for (int field = 0; field < aggregate.getGroupCount(); field++) {
      int input = aggregate.getGroupSet().nth(field);
      if (common.get(input)) {
        keys.put(field, input);
      }
    }
    boolean hasTotal = aggregate.getGroupSets().stream().anyMatch(ImmutableBitSet::isEmpty);
    Split split = new Split();
    for (RexNode condition : conditions) {
      ImmutableBitSet fields = RelOptUtil.InputFinder.bits(condition);
      boolean isOnKeys = fields.isEmpty() ? !hasTotal : keys.keySet().containsAll(fields.asList());
      split.add(
          condition,
          isOnKeys && Conditions.isDeterministic(condition),
          isOnKeys
              ? Conditions.mapped(builder, condition, keys::get, aggregate.getInput().getRowType())
              : condition);
    }
    RelNode input = push(aggregate.getInput(), split.below());
    return filtered(aggregate.copy(aggregate.getTraitSet(), List.of(input)), split.above());
  }

  private RelNode ofJoin(Join join, List<RexNode> conditions) {
    JoinConditions split = JoinConditions.of(join, conditions, known);
    RelNode joined =
        join.copy(
            join.getTraitSet(),
            RexUtil.composeConjunction(builder, split.on()),
            push(join.getLeft(), split.left()),
            push(join.getRight(), split.right()),
            split.type(),
            join.isSemiJoinDone());
    // Rows without a partner are gone, so fields may no longer be NULL, which nodes above rely on.
    return filtered(
        RelOptUtil.createCastRel(joined, join.getRowType(), /* rename= */ true), split.above());
  }

  private RelNode ofCorrelate(Correlate correlate, List<RexNode> conditions) {
    int left = correlate.getLeft().getRowType().getFieldCount();
    boolean isInner = correlate.getJoinType() == JoinRelType.INNER;
    List<RexNode> toLeft = new ArrayList<>();
    List<RexNode> toRight = new ArrayList<>();
    List<RexNode> above = new ArrayList<>();
    for (RexNode condition : conditions) {
      ImmutableBitSet fields = RelOptUtil.InputFinder.bits(condition);
      boolean isMovable =
          isInner ? Conditions.isMovable(condition) : Conditions.isDeterministic(condition);
      if (isMovable && ImmutableBitSet.range(left).contains(fields)) {
        toLeft.add(
            Conditions.mapped(
                builder, condition, field -> field, correlate.getLeft().getRowType()));
      } else if (isMovable && isInner && !fields.intersects(ImmutableBitSet.range(left))) {
        toRight.add(
            Conditions.mapped(
                builder, condition, field -> field - left, correlate.getRight().getRowType()));
      } else {
        above.add(condition);
      }
    }
    return filtered(
        correlate.copy(
            correlate.getTraitSet(),
            List.of(push(correlate.getLeft(), toLeft), push(correlate.getRight(), toRight))),
        above);
  }

  /** Moves conditions to all branches: rows that are equal fulfil them alike. */
  private RelNode ofSetOperation(SetOp set, List<RexNode> conditions) {
    boolean removesRows = !(set instanceof Union);
    List<RexNode> above = new ArrayList<>();
    List<RexNode> below = new ArrayList<>();
    for (RexNode condition : conditions) {
      boolean isMovable =
          removesRows ? Conditions.isMovable(condition) : Conditions.isDeterministic(condition);
      (isMovable ? below : above).add(condition);
    }
    List<RelNode> inputs = new ArrayList<>();
    for (RelNode input : set.getInputs()) {
      List<RexNode> own =
          below.stream()
              .map(
                  condition ->
                      Conditions.mapped(builder, condition, field -> field, input.getRowType()))
              .toList();
      inputs.add(push(input, own));
    }
    return filtered(set.copy(set.getTraitSet(), inputs), above);
  }

  private RelNode ofSort(Sort sort, List<RexNode> conditions) {
    boolean keepsAll = sort.fetch == null && sort.offset == null;
    Split split = new Split();
    conditions.forEach(
        condition ->
            split.add(condition, keepsAll && Conditions.isDeterministic(condition), condition));
    return filtered(
        sort.copy(sort.getTraitSet(), List.of(push(sort.getInput(), split.below()))),
        split.above());
  }

  private RelNode filtered(RelNode node, List<RexNode> conditions) {
    RexNode all = RexUtil.composeConjunction(builder, conditions);
    return all.isAlwaysTrue() ? node : LogicalFilter.create(node, all);
  }

  /** The conditions over a node of one input, divided. */
  private static final class Split {
    private final DistinctConditions below = new DistinctConditions();
    private final List<RexNode> above = new ArrayList<>();

    /**
     * Adds a condition.
     *
     * @param isMovable whether it goes below
     * @param moved the condition over the input's fields
     */
    void add(RexNode condition, boolean isMovable, RexNode moved) {
      if (isMovable) {
        below.add(moved);
      } else {
        above.add(condition);
      }
    }

    List<RexNode> below() {
      return below.all();
    }

    List<RexNode> above() {
      return above;
    }
  }
}
