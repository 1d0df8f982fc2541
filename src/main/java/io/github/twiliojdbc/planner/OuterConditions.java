package io.github.twiliojdbc.planner;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.plan.Strong;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.Calc;
import org.apache.calcite.rel.core.Correlate;
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rel.core.Join;
import org.apache.calcite.rel.core.JoinRelType;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.core.RepeatUnion;
import org.apache.calcite.rel.core.SetOp;
import org.apache.calcite.rel.core.Sort;
import org.apache.calcite.rel.core.Window;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexProgram;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.util.ImmutableBitSet;

/**
 * The conditions that every row of a node's input must fulfil to matter above the node, expressed
 * in the fields of the input.
 *
 * <p>A condition that cannot be moved below a node without a change of rows keeps that obstacle.
 * Conditions that no scan below could check, such as those on the result of an aggregate, are left
 * out.
 */
final class OuterConditions {
  private OuterConditions() {}

  /**
   * A condition that stands above an input.
   *
   * @param condition condition in the fields of the input
   * @param obstacle why it cannot be moved to the input, a clause that begins with "since"; empty
   *     if it can
   */
  record Outer(RexNode condition, Optional<String> obstacle) {
    private ImmutableBitSet fields() {
      return RelOptUtil.InputFinder.bits(condition);
    }

    private Outer behind(String reason) {
      return obstacle.isPresent() ? this : new Outer(condition, Optional.of("since " + reason));
    }

    /** Returns the same condition with other expressions in place of fields. */
    private Outer with(Function<Integer, RexNode> expressions) {
      return new Outer(
          condition.accept(
              new RexShuttle() {
                @Override
                public RexNode visitInputRef(RexInputRef field) {
                  return expressions.apply(field.getIndex());
                }
              }),
          obstacle);
    }

    private Outer shifted(int offset) {
      return offset == 0 ? this : new Outer(RexUtil.shift(condition, offset), obstacle);
    }
  }

  /**
   * Returns the conditions above an input of a node.
   *
   * @param above conditions above the node itself
   */
  static List<Outer> below(RelNode node, int input, List<Outer> above) {
    List<Outer> conditions = new ArrayList<>();
    if (node instanceof Calc calc) {
      RexProgram program = calc.getProgram();
      above.forEach(
          outer ->
              conditions.add(
                  outer.with(
                      field -> program.expandLocalRef(program.getProjectList().get(field)))));
      if (program.getCondition() != null) {
        conditions.addAll(own(program.expandLocalRef(program.getCondition())));
      }
    } else if (node instanceof Project project) {
      above.forEach(outer -> conditions.add(outer.with(project.getProjects()::get)));
    } else if (node instanceof Filter filter) {
      conditions.addAll(above);
      conditions.addAll(own(filter.getCondition()));
    } else if (node instanceof Sort sort) {
      boolean isLimit = sort.fetch != null || sort.offset != null;
      above.forEach(
          outer -> conditions.add(isLimit ? outer.behind("it stands above a LIMIT") : outer));
    } else if (node instanceof Limit) {
      above.forEach(outer -> conditions.add(outer.behind("it stands above a LIMIT")));
    } else if (node instanceof Aggregate aggregate) {
      above.forEach(outer -> conditions.addAll(below(aggregate, outer).toList()));
    } else if (node instanceof Window window) {
      above.forEach(outer -> conditions.addAll(below(window, outer).toList()));
    } else if (node instanceof Join join) {
      conditions.addAll(below(node, join.getJoinType(), input, above));
      own(join.getCondition()).forEach(outer -> conditions.addAll(on(join, input, outer).toList()));
    } else if (node instanceof Correlate correlate) {
      conditions.addAll(below(node, correlate.getJoinType(), input, above));
    } else if (node instanceof Lookup lookup) {
      conditions.addAll(input == 1 ? above : ofBatch(lookup.body(), lookup.number(), above));
    } else if (node instanceof RepeatUnion) {
      above.forEach(outer -> conditions.add(outer.behind("it stands above WITH RECURSIVE")));
    } else if (node instanceof SetOp || isTransparent(node)) {
      conditions.addAll(above);
    }
    return conditions.stream().filter(OuterConditions::isOfColumns).toList();
  }

  private static boolean isTransparent(RelNode node) {
    return node.getInputs().size() == 1
        && node.getRowType().getFieldCount() == node.getInput(0).getRowType().getFieldCount();
  }

  private static boolean isOfColumns(Outer outer) {
    return !outer.fields().isEmpty() && RexUtil.isDeterministic(outer.condition);
  }

  private static List<Outer> own(RexNode condition) {
    return RelOptUtil.conjunctions(condition).stream()
        .map(each -> new Outer(each, Optional.empty()))
        .toList();
  }

  private static Stream<Outer> below(Aggregate aggregate, Outer outer) {
    ImmutableBitSet fields = outer.fields();
    if (fields.length() > aggregate.getGroupCount()) {
      return Stream.empty();
    }
    List<Integer> keys = aggregate.getGroupSet().asList();
    Outer moved =
        outer.with(field -> RexInputRef.of(keys.get(field), aggregate.getInput().getRowType()));
    boolean isOfAllGroups =
        aggregate.getGroupSets().stream().allMatch(set -> set.contains(moved.fields()));
    return Stream.of(
        isOfAllGroups
            ? moved
            : moved.behind("it stands above GROUPING SETS of which some leave its column out"));
  }

  private static Stream<Outer> below(Window window, Outer outer) {
    if (outer.fields().length() > window.getInput().getRowType().getFieldCount()) {
      return Stream.empty();
    }
    boolean isWhole = window.groups.stream().allMatch(group -> group.keys.contains(outer.fields()));
    return Stream.of(
        isWhole ? outer : outer.behind("it stands above a window that is not partitioned by it"));
  }

  private static List<Outer> below(RelNode join, JoinRelType type, int input, List<Outer> above) {
    int left = join.getInput(0).getRowType().getFieldCount();
    boolean isNullSide = input == 0 ? type.generatesNullsOnLeft() : type.generatesNullsOnRight();
    return above.stream()
        .flatMap(outer -> ofSide(join, input, outer))
        .map(
            outer ->
                isNullSide && !Strong.isNotTrue(outer.condition, outer.fields())
                    ? outer.behind("it stands above %s that adds NULLs".formatted(named(type)))
                    : outer)
        .map(outer -> outer.shifted(input == 0 ? 0 : -left))
        .toList();
  }

  /** Returns a condition of a join, if it is one on an input alone. */
  private static Stream<Outer> on(Join join, int input, Outer outer) {
    JoinRelType type = join.getJoinType();
    int left = join.getLeft().getRowType().getFieldCount();
    // Rows of a preserved side, and those that an anti-join is to return, stay if it is not true.
    boolean keepsOthers =
        input == 0
            ? type.generatesNullsOnRight() || type == JoinRelType.ANTI
            : type.generatesNullsOnLeft();
    return ofSide(join, input, outer)
        .map(
            each ->
                keepsOthers
                    ? each.behind("%s keeps the rows that do not fulfil it".formatted(named(type)))
                    : each)
        .map(each -> each.shifted(input == 0 ? 0 : -left));
  }

  private static Stream<Outer> ofSide(RelNode join, int input, Outer outer) {
    int left = join.getInput(0).getRowType().getFieldCount();
    int all = left + join.getInput(1).getRowType().getFieldCount();
    ImmutableBitSet side =
        input == 0 ? ImmutableBitSet.range(left) : ImmutableBitSet.range(left, all);
    return side.contains(outer.fields()) ? Stream.of(outer) : Stream.empty();
  }

  private static String named(JoinRelType type) {
    String name = type.name().toUpperCase(Locale.ROOT);
    return (type == JoinRelType.ANTI ? "an " : "a ") + name + " JOIN";
  }

  /** Returns the conditions that arrive at the batch of a lookup. */
  private static List<Outer> ofBatch(RelNode node, int lookup, List<Outer> above) {
    if (node instanceof Batch batch) {
      return batch.number() == lookup ? above : List.of();
    }
    return IntStream.range(0, node.getInputs().size())
        .boxed()
        .flatMap(input -> ofBatch(node.getInput(input), lookup, below(node, input, above)).stream())
        .toList();
  }
}
