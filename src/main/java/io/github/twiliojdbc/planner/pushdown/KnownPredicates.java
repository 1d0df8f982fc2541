package io.github.twiliojdbc.planner.pushdown;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rel.core.Join;
import org.apache.calcite.rel.core.JoinRelType;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.core.Sort;
import org.apache.calcite.rel.core.Values;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.util.ImmutableBitSet;
import org.jspecify.annotations.Nullable;

/** What is known of all rows of a plan's nodes: conditions and fields that are constants. */
final class KnownPredicates {
  private final Map<RelNode, Facts> facts = new IdentityHashMap<>();

  /**
   * What is known of a node's rows.
   *
   * @param conditions conditions over the fields that hold for all rows, none of which can fail
   * @param constants fields whose value is that of an expression without columns
   */
  record Facts(List<RexNode> conditions, Map<Integer, RexNode> constants) {
    static final Facts NONE = new Facts(List.of(), Map.of());
  }

  Facts of(RelNode node) {
    Facts known = facts.get(node);
    if (known == null) {
      known = find(node);
      facts.put(node, known);
    }
    return known;
  }

  private Facts find(RelNode node) {
    if (node instanceof Filter filter) {
      Facts input = of(filter.getInput());
      DistinctConditions all = new DistinctConditions();
      input.conditions.forEach(all::add);
      RelOptUtil.conjunctions(filter.getCondition()).stream()
          .filter(Conditions::isMovable)
          .forEach(all::add);
      return new Facts(all.all(), input.constants);
    }
    if (node instanceof Project project) {
      return of(project);
    }
    if (node instanceof Aggregate aggregate) {
      return of(aggregate);
    }
    if (node instanceof Join join) {
      return of(join);
    }
    if (node instanceof Sort sort) {
      return of(sort.getInput());
    }
    return node instanceof Values values ? of(values) : Facts.NONE;
  }

  private static Facts of(Values values) {
    if (values.getTuples().size() != 1) {
      return Facts.NONE;
    }
    Map<Integer, RexNode> constants = new HashMap<>();
    List<RexLiteral> row = values.getTuples().get(0);
    for (int field = 0; field < row.size(); field++) {
      constants.put(field, row.get(field));
    }
    return new Facts(List.of(), constants);
  }

  private Facts of(Project project) {
    Facts input = of(project.getInput());
    Map<RexNode, Integer> fields = new HashMap<>();
    Map<Integer, RexNode> constants = new HashMap<>();
    for (int field = 0; field < project.getProjects().size(); field++) {
      RexNode expression = project.getProjects().get(field);
      fields.putIfAbsent(expression, field);
      RexNode constant =
          expression.accept(withConstants(input.constants, project.getCluster().getRexBuilder()));
      if (isConstant(constant)) {
        constants.put(field, constant);
      }
    }
    RexBuilder builder = project.getCluster().getRexBuilder();
    DistinctConditions above = new DistinctConditions();
    for (RexNode condition : input.conditions) {
      RexNode over = over(condition, fields, project, builder);
      if (over != null) {
        above.add(over);
      }
    }
    return new Facts(above.all(), constants);
  }

  /** Returns a condition over a projection's fields, or null if these do not tell. */
  private static @Nullable RexNode over(
      RexNode condition, Map<RexNode, Integer> fields, Project project, RexBuilder builder) {
    boolean[] isComplete = {true};
    RexNode over =
        condition.accept(
            new Replacement(
                expression -> {
                  Integer field = fields.get(expression);
                  if (field != null) {
                    return builder.makeInputRef(project, field);
                  }
                  isComplete[0] &= !(expression instanceof RexInputRef);
                  return null;
                }));
    return isComplete[0] ? over : null;
  }

  private Facts of(Aggregate aggregate) {
    if (aggregate.getGroupType() != Aggregate.Group.SIMPLE) {
      return Facts.NONE;
    }
    Facts input = of(aggregate.getInput());
    ImmutableBitSet keys = aggregate.getGroupSet();
    RexBuilder builder = aggregate.getCluster().getRexBuilder();
    Map<Integer, RexNode> constants = new HashMap<>();
    input.constants.forEach(
        (field, constant) -> {
          if (keys.get(field)) {
            constants.put(keys.indexOf(field), constant);
          }
        });
    // A total of one row that there surely is, as of a query that yields one value.
    Double fewest = aggregate.getCluster().getMetadataQuery().getMinRowCount(aggregate.getInput());
    Double most = aggregate.getCluster().getMetadataQuery().getMaxRowCount(aggregate.getInput());
    if (keys.isEmpty() && fewest != null && fewest == 1 && most != null && most == 1) {
      for (int call = 0; call < aggregate.getAggCallList().size(); call++) {
        var function = aggregate.getAggCallList().get(call);
        SqlKind kind = function.getAggregation().getKind();
        if ((kind == SqlKind.SINGLE_VALUE || kind == SqlKind.MIN || kind == SqlKind.MAX)
            && !function.hasFilter()
            && input.constants.containsKey(function.getArgList().get(0))) {
          constants.put(call, input.constants.get(function.getArgList().get(0)));
        }
      }
    }
    List<RexNode> onKeys =
        input.conditions.stream()
            .filter(condition -> keys.contains(RelOptUtil.InputFinder.bits(condition)))
            .filter(condition -> !Conditions.readsNothing(condition))
            .map(
                condition ->
                    Conditions.mapped(builder, condition, keys::indexOf, aggregate.getRowType()))
            .toList();
    return new Facts(onKeys, constants);
  }

  private Facts of(Join join) {
    int left = join.getLeft().getRowType().getFieldCount();
    boolean keepsLeft = !join.getJoinType().generatesNullsOnLeft();
    boolean keepsRight =
        join.getJoinType().projectsRight() && !join.getJoinType().generatesNullsOnRight();
    RexBuilder builder = join.getCluster().getRexBuilder();
    DistinctConditions all = new DistinctConditions();
    Map<Integer, RexNode> constants = new HashMap<>();
    if (keepsLeft) {
      Facts facts = of(join.getLeft());
      facts.conditions.forEach(
          condition ->
              all.add(Conditions.mapped(builder, condition, field -> field, join.getRowType())));
      constants.putAll(facts.constants);
    }
    if (keepsRight) {
      Facts facts = of(join.getRight());
      facts.conditions.forEach(
          condition ->
              all.add(
                  Conditions.mapped(builder, condition, field -> field + left, join.getRowType())));
      facts.constants.forEach((field, constant) -> constants.put(field + left, constant));
    }
    if (join.getJoinType() == JoinRelType.INNER) {
      RelOptUtil.conjunctions(join.getCondition()).stream()
          .filter(Conditions::isMovable)
          .forEach(all::add);
    }
    return new Facts(all.all(), constants);
  }

  /** Returns a shuttle that replaces fields by the constants that they are. */
  static RexShuttle withConstants(Map<Integer, RexNode> constants, RexBuilder builder) {
    return new RexShuttle() {
      @Override
      public RexNode visitInputRef(RexInputRef ref) {
        RexNode constant = constants.get(ref.getIndex());
        return constant == null
            ? ref
            : builder.ensureType(ref.getType(), constant, /* matchNullability= */ false);
      }
    };
  }

  private static boolean isConstant(RexNode expression) {
    return !RexUtil.containsInputRef(expression) && Conditions.isDeterministic(expression);
  }
}
