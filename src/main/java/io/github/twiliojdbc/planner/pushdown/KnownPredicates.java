package io.github.twiliojdbc.planner.pushdown;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.AggregateCall;
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rel.core.Join;
import org.apache.calcite.rel.core.JoinRelType;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.core.Sort;
import org.apache.calcite.rel.core.Union;
import org.apache.calcite.rel.core.Values;
import org.apache.calcite.rel.metadata.RelMetadataQuery;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.util.ImmutableBitSet;
import org.jspecify.annotations.Nullable;

/** What is known of all rows of a plan's nodes: conditions and constants. */
final class KnownPredicates {
  /** Alternatives that are told apart; a condition made of more is dearer than it is worth. */
  private static final int MOST_ALTERNATIVES = 64;

  /** Aggregates that of one value are that value. */
  private static final Set<SqlKind> OF_ONE_VALUE =
      Set.of(SqlKind.SINGLE_VALUE, SqlKind.MIN, SqlKind.MAX);

  private final IdentityHashMap<RelNode, Facts> facts = new IdentityHashMap<>();

  /**
   * What is known of a node's rows.
   *
   * @param conditions conditions over the fields that hold for all rows, none of which can fail
   * @param alternatives constants that fields are, expressions without columns by field: each row
   *     has those of one alternative at least
   */
  record Facts(List<RexNode> conditions, List<Map<Integer, RexNode>> alternatives) {
    static final Facts NONE = new Facts(List.of(), List.of(Map.of()));

    Facts {
      if (alternatives.size() > MOST_ALTERNATIVES) {
        alternatives = NONE.alternatives;
      }
    }
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
      return new Facts(all.all(), input.alternatives);
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
    if (node instanceof Union union) {
      return new Facts(
          List.of(),
          union.getInputs().stream().flatMap(input -> of(input).alternatives.stream()).toList());
    }
    return node instanceof Values values ? of(values) : Facts.NONE;
  }

  private static Facts of(Values values) {
    List<Map<Integer, RexNode>> rows = new ArrayList<>();
    for (List<RexLiteral> row : values.getTuples()) {
      Map<Integer, RexNode> constants = new HashMap<>();
      for (int field = 0; field < row.size(); field++) {
        constants.put(field, row.get(field));
      }
      rows.add(constants);
    }
    return new Facts(List.of(), rows);
  }

  private Facts of(Project project) {
    Facts input = of(project.getInput());
    RexBuilder builder = project.getCluster().getRexBuilder();
    Map<RexNode, Integer> fields = new HashMap<>();
    for (int field = 0; field < project.getProjects().size(); field++) {
      fields.putIfAbsent(project.getProjects().get(field), field);
    }
    List<Map<Integer, RexNode>> alternatives = new ArrayList<>();
    for (Map<Integer, RexNode> known : input.alternatives) {
      Map<Integer, RexNode> constants = new HashMap<>();
      for (int field = 0; field < project.getProjects().size(); field++) {
        RexNode constant = project.getProjects().get(field).accept(withConstants(known, builder));
        if (isConstant(constant)) {
          constants.put(field, constant);
        }
      }
      alternatives.add(constants);
    }
    DistinctConditions above = new DistinctConditions();
    for (RexNode condition : input.conditions) {
      RexNode over = over(condition, fields, project, builder);
      if (over != null) {
        above.add(over);
      }
    }
    return new Facts(above.all(), alternatives);
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
    // A total has a row even where its input has none, and so no alternative.
    boolean isTotal = aggregate.getGroupSet().isEmpty() && !isOfOneRow(aggregate);
    if (aggregate.getGroupType() != Aggregate.Group.SIMPLE || isTotal) {
      return Facts.NONE;
    }
    Facts input = of(aggregate.getInput());
    ImmutableBitSet keys = aggregate.getGroupSet();
    RexBuilder builder = aggregate.getCluster().getRexBuilder();
    List<Map<Integer, RexNode>> alternatives = new ArrayList<>();
    for (Map<Integer, RexNode> known : input.alternatives) {
      Map<Integer, RexNode> constants = new HashMap<>();
      known.forEach(
          (field, constant) -> {
            if (keys.get(field)) {
              constants.put(keys.indexOf(field), constant);
            }
          });
      if (isOfOneRow(aggregate)) {
        constants.putAll(ofOneRow(aggregate, known));
      }
      alternatives.add(constants);
    }
    List<RexNode> onKeys =
        input.conditions.stream()
            .filter(condition -> keys.contains(RelOptUtil.InputFinder.bits(condition)))
            .filter(condition -> !Conditions.readsNothing(condition))
            .map(
                condition ->
                    Conditions.mapped(builder, condition, keys::indexOf, aggregate.getRowType()))
            .toList();
    return new Facts(onKeys, alternatives);
  }

  /** Returns whether a total is of one row that there surely is. */
  private static boolean isOfOneRow(Aggregate aggregate) {
    RelMetadataQuery metadata = aggregate.getCluster().getMetadataQuery();
    Double fewest = metadata.getMinRowCount(aggregate.getInput());
    Double most = metadata.getMaxRowCount(aggregate.getInput());
    return aggregate.getGroupSet().isEmpty()
        && fewest != null
        && fewest == 1
        && most != null
        && most == 1;
  }

  private static Map<Integer, RexNode> ofOneRow(Aggregate aggregate, Map<Integer, RexNode> row) {
    Map<Integer, RexNode> constants = new HashMap<>();
    for (int place = 0; place < aggregate.getAggCallList().size(); place++) {
      AggregateCall call = aggregate.getAggCallList().get(place);
      if (OF_ONE_VALUE.contains(call.getAggregation().getKind()) && !call.hasFilter()) {
        RexNode value = row.get(call.getArgList().get(0));
        if (value != null) {
          constants.put(place, value);
        }
      }
    }
    return constants;
  }

  private Facts of(Join join) {
    int left = join.getLeft().getRowType().getFieldCount();
    boolean keepsLeft = !join.getJoinType().generatesNullsOnLeft();
    boolean keepsRight =
        join.getJoinType().projectsRight() && !join.getJoinType().generatesNullsOnRight();
    RexBuilder builder = join.getCluster().getRexBuilder();
    DistinctConditions all = new DistinctConditions();
    List<Map<Integer, RexNode>> alternatives = Facts.NONE.alternatives;
    if (keepsLeft) {
      Facts known = of(join.getLeft());
      known.conditions.forEach(
          condition ->
              all.add(Conditions.mapped(builder, condition, field -> field, join.getRowType())));
      alternatives = known.alternatives;
    }
    if (keepsRight) {
      Facts known = of(join.getRight());
      known.conditions.forEach(
          condition ->
              all.add(
                  Conditions.mapped(builder, condition, field -> field + left, join.getRowType())));
      alternatives = pairs(alternatives, shifted(known.alternatives, left));
    }
    if (join.getJoinType() == JoinRelType.INNER) {
      RelOptUtil.conjunctions(join.getCondition()).stream()
          .filter(Conditions::isMovable)
          .forEach(all::add);
    }
    return new Facts(all.all(), alternatives);
  }

  private static List<Map<Integer, RexNode>> pairs(
      List<Map<Integer, RexNode>> lefts, List<Map<Integer, RexNode>> rights) {
    if ((long) lefts.size() * rights.size() > MOST_ALTERNATIVES) {
      return Facts.NONE.alternatives;
    }
    List<Map<Integer, RexNode>> pairs = new ArrayList<>();
    for (Map<Integer, RexNode> one : lefts) {
      for (Map<Integer, RexNode> other : rights) {
        Map<Integer, RexNode> both = new HashMap<>(one);
        both.putAll(other);
        pairs.add(both);
      }
    }
    return pairs;
  }

  /** Returns alternatives whose fields stand behind some others. */
  static List<Map<Integer, RexNode>> shifted(List<Map<Integer, RexNode>> alternatives, int by) {
    List<Map<Integer, RexNode>> shifted = new ArrayList<>();
    for (Map<Integer, RexNode> constants : alternatives) {
      Map<Integer, RexNode> moved = new HashMap<>();
      constants.forEach((field, constant) -> moved.put(field + by, constant));
      shifted.add(moved);
    }
    return shifted;
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
