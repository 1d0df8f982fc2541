package io.github.twiliojdbc.planner;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.IntPredicate;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.Correlate;
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rel.core.Join;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.core.SetOp;
import org.apache.calcite.rel.core.Sort;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexOver;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.rex.RexVisitorImpl;

/**
 * Moves conditions on a plan's rows, that a lookup checks itself, down to the scans of the plan.
 *
 * <p>The scans may leave out rows that do not fulfil the conditions. So may the plan then: its rows
 * that fulfil them are the same as before.
 */
final class Narrowing {
  private final BiFunction<TwilioScan, List<RexNode>, Optional<TwilioScan>> scans;

  /**
   * Creates a narrowing.
   *
   * @param scans returns a narrower scan, if conditions on the table's columns make it so
   */
  Narrowing(BiFunction<TwilioScan, List<RexNode>, Optional<TwilioScan>> scans) {
    this.scans = scans;
  }

  /** Returns the plan with narrower scans, if there are any. */
  Optional<RelNode> of(RelNode plan, List<RexNode> conditions) {
    if (conditions.isEmpty()) {
      return Optional.empty();
    }
    if (plan instanceof TwilioScan scan) {
      return scans
          .apply(scan, conditions.stream().map(scan::overTable).toList())
          .map(narrow -> narrow);
    }
    if (plan instanceof Filter || (plan instanceof Sort sort && isWhole(sort))) {
      return below(plan, 0, conditions);
    }
    if (plan instanceof Project project) {
      return below(
          plan, 0, moved(conditions, field -> isMovable(project, field), project.getProjects()));
    }
    if (plan instanceof Aggregate aggregate) {
      return below(plan, 0, keys(aggregate, conditions));
    }
    if (plan instanceof SetOp setOp) {
      return ofEach(setOp, conditions);
    }
    if (plan instanceof Join join) {
      return ofJoin(join, conditions);
    }
    if (plan instanceof Correlate correlate) {
      int left = correlate.getLeft().getRowType().getFieldCount();
      return below(plan, 0, onFields(conditions, field -> field < left));
    }
    return plan instanceof Lookup lookup ? ofLookup(lookup, conditions) : Optional.empty();
  }

  private static boolean isWhole(Sort sort) {
    return sort.fetch == null && sort.offset == null;
  }

  /**
   * Returns whether a condition on a field can move through a projection: every window that sees
   * rows of the same value only is left whole.
   */
  private static boolean isMovable(Project project, int field) {
    RexNode value = project.getProjects().get(field);
    if (!project.containsOver()) {
      return RexUtil.isDeterministic(value);
    }
    boolean[] isWhole = {value instanceof RexInputRef};
    RexVisitorImpl<Void> windows =
        new RexVisitorImpl<>(true) {
          @Override
          public Void visitOver(RexOver over) {
            isWhole[0] = isWhole[0] && over.getWindow().partitionKeys.contains(value);
            return super.visitOver(over);
          }
        };
    project.getProjects().forEach(node -> node.accept(windows));
    return isWhole[0];
  }

  /** Returns the conditions on keys that all groupings have: they keep or drop whole groups. */
  private static List<RexNode> keys(Aggregate aggregate, List<RexNode> conditions) {
    List<RexNode> keys =
        aggregate.getGroupSet().asList().stream()
            .<RexNode>map(key -> RexInputRef.of(key, aggregate.getInput().getRowType()))
            .toList();
    return moved(
        conditions,
        field ->
            field < keys.size()
                && aggregate.getGroupSets().stream()
                    .allMatch(group -> group.get(aggregate.getGroupSet().nth(field))),
        keys);
  }

  /** Returns the conditions on some fields, over the expressions of these fields. */
  private static List<RexNode> moved(
      List<RexNode> conditions, IntPredicate fields, List<RexNode> expressions) {
    return onFields(conditions, fields).stream()
        .map(
            condition ->
                condition.accept(
                    new RexShuttle() {
                      @Override
                      public RexNode visitInputRef(RexInputRef ref) {
                        return expressions.get(ref.getIndex());
                      }
                    }))
        .toList();
  }

  private static List<RexNode> onFields(List<RexNode> conditions, IntPredicate fields) {
    return conditions.stream()
        .filter(
            condition ->
                RelOptUtil.InputFinder.bits(condition).asList().stream().allMatch(fields::test))
        .toList();
  }

  private Optional<RelNode> ofEach(SetOp setOp, List<RexNode> conditions) {
    RelNode narrow = setOp;
    for (int input = 0; input < setOp.getInputs().size(); input++) {
      narrow = below(narrow, input, conditions).orElse(narrow);
    }
    return narrow == setOp ? Optional.empty() : Optional.of(narrow);
  }

  /** Narrows the sides whose rows are not kept without a partner. */
  private Optional<RelNode> ofJoin(Join join, List<RexNode> conditions) {
    int left = join.getLeft().getRowType().getFieldCount();
    RelNode narrow = join;
    if (!join.getJoinType().generatesNullsOnLeft()) {
      narrow = below(narrow, 0, onFields(conditions, field -> field < left)).orElse(narrow);
    }
    if (!join.getJoinType().generatesNullsOnRight() && join.getJoinType().projectsRight()) {
      List<RexNode> onRight =
          onFields(conditions, field -> field >= left).stream()
              .map(condition -> RexUtil.shift(condition, -left))
              .toList();
      narrow = below(narrow, 1, onRight).orElse(narrow);
    }
    return narrow == join ? Optional.empty() : Optional.of(narrow);
  }

  /** Narrows the driver of another lookup, whose body joins whatever it yields, and the body. */
  private Optional<RelNode> ofLookup(Lookup other, List<RexNode> conditions) {
    List<RexNode> fields = new ArrayList<>();
    for (int field = 0; field < other.getRowType().getFieldCount(); field++) {
      RexNode own = RexInputRef.of(field, other.getRowType());
      fields.add(
          Origin.of(other.body(), field)
              .filter(origin -> origin.isBatch(other.number()))
              .<RexNode>map(origin -> RexInputRef.of(origin.field(), other.driver().getRowType()))
              .orElse(own));
    }
    IntPredicate isOfDriver =
        field ->
            Origin.of(other.body(), field)
                .filter(origin -> origin.isBatch(other.number()))
                .isPresent();
    RelNode narrow = below(other, 0, moved(conditions, isOfDriver, fields)).orElse(other);
    narrow = below(narrow, 1, onFields(conditions, isOfDriver.negate())).orElse(narrow);
    return narrow == other ? Optional.empty() : Optional.of(narrow);
  }

  private Optional<RelNode> below(RelNode plan, int input, List<RexNode> conditions) {
    return of(plan.getInput(input), conditions)
        .map(
            narrow -> {
              List<RelNode> inputs = new ArrayList<>(plan.getInputs());
              inputs.set(input, narrow);
              return plan.copy(plan.getTraitSet(), inputs);
            });
  }
}
