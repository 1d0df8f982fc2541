package io.github.twiliojdbc.sql.corrections;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.calcite.plan.hep.HepPlanner;
import org.apache.calcite.plan.hep.HepProgram;
import org.apache.calcite.rel.RelCollation;
import org.apache.calcite.rel.RelCollations;
import org.apache.calcite.rel.RelFieldCollation;
import org.apache.calcite.rel.RelHomogeneousShuttle;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.AggregateCall;
import org.apache.calcite.rel.logical.LogicalAggregate;
import org.apache.calcite.rel.rules.CoreRules;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.sql.SqlAggFunction;
import org.apache.calcite.sql.SqlOperatorBinding;
import org.apache.calcite.sql.type.OperandTypes;
import org.apache.calcite.util.Optionality;
import org.jspecify.annotations.Nullable;

/**
 * Set functions that take their rows in an order, as {@code string_agg(x, ',' ORDER BY y)}.
 *
 * <p>When Calcite makes a join of a correlated query it moves the arguments of set functions along,
 * but not what they are ordered by. So that is an argument as well, for as long as this takes.
 */
final class OrderedAggregates extends RelHomogeneousShuttle {
  private final UnaryOperator<AggregateCall> change;

  private OrderedAggregates(UnaryOperator<AggregateCall> change) {
    this.change = change;
  }

  /** Returns a plan in which orders are arguments. */
  static RelNode toArguments(RelNode plan) {
    return plan.accept(
        new OrderedAggregates(
            call -> call.getCollation().equals(RelCollations.EMPTY) ? call : toArguments(call)));
  }

  /** Returns a plan in which arguments that were orders are such again. */
  static RelNode fromArguments(RelNode plan) {
    return plan.accept(
        new OrderedAggregates(
            call ->
                call.getAggregation() instanceof Ordered ordered
                    ? fromArguments(call, ordered)
                    : call));
  }

  /**
   * Returns whether there are aggregates of DISTINCT values beside one whose order is arguments.
   */
  private static boolean isBesideDistinct(Aggregate aggregate) {
    return aggregate.getAggCallList().stream().anyMatch(AggregateCall::isDistinct)
        && aggregate.getAggCallList().stream()
            .anyMatch(call -> call.getAggregation() instanceof Ordered);
  }

  @Override
  public RelNode visit(RelNode node) {
    RelNode visited = super.visit(node);
    if (!(visited instanceof LogicalAggregate aggregate)) {
      return visited;
    }
    if (isBesideDistinct(aggregate)) {
      return apart(aggregate).accept(this);
    }
    List<AggregateCall> calls = aggregate.getAggCallList().stream().map(change).toList();
    return calls.equals(aggregate.getAggCallList())
        ? aggregate
        : aggregate.copy(
            aggregate.getTraitSet(),
            aggregate.getInput(),
            aggregate.getGroupSet(),
            aggregate.getGroupSets(),
            calls);
  }

  /** Takes DISTINCT values apart while the order of what stands beside them is arguments. */
  private static RelNode apart(LogicalAggregate aggregate) {
    HepPlanner planner =
        new HepPlanner(
            HepProgram.builder()
                .addRuleInstance(CoreRules.AGGREGATE_EXPAND_DISTINCT_AGGREGATES)
                .build());
    planner.setRoot(aggregate);
    return planner.findBestExp();
  }

  private static AggregateCall toArguments(AggregateCall call) {
    List<RelFieldCollation> order = call.getCollation().getFieldCollations();
    return changed(
        call,
        new Ordered(call.getAggregation(), call.getArgList().size(), order),
        Stream.concat(
                call.getArgList().stream(), order.stream().map(RelFieldCollation::getFieldIndex))
            .toList(),
        RelCollations.EMPTY);
  }

  private static AggregateCall fromArguments(AggregateCall call, Ordered ordered) {
    List<Integer> arguments = call.getArgList();
    List<RelFieldCollation> order = new ArrayList<>();
    for (int i = 0; i < ordered.order.size(); i++) {
      order.add(ordered.order.get(i).withFieldIndex(arguments.get(ordered.arguments + i)));
    }
    return changed(
        call, ordered.function, arguments.subList(0, ordered.arguments), RelCollations.of(order));
  }

  private static AggregateCall changed(
      AggregateCall call, SqlAggFunction function, List<Integer> arguments, RelCollation order) {
    return AggregateCall.create(
        call.getParserPosition(),
        function,
        call.isDistinct(),
        call.isApproximate(),
        call.ignoreNulls(),
        call.rexList,
        arguments,
        call.filterArg,
        call.distinctKeys,
        order,
        call.type,
        call.name);
  }

  /** A set function that has what its rows are ordered by as arguments behind its own. */
  private static final class Ordered extends SqlAggFunction {
    private final SqlAggFunction function;
    private final int arguments;
    private final List<RelFieldCollation> order;

    Ordered(SqlAggFunction function, int arguments, List<RelFieldCollation> order) {
      super(
          function.getName() + order,
          null,
          function.getKind(),
          binding -> type(binding, function, arguments),
          null,
          OperandTypes.VARIADIC,
          function.getFunctionType(),
          false,
          false,
          Optionality.FORBIDDEN);
      this.function = function;
      this.arguments = arguments;
      this.order = order;
    }

    private static @Nullable RelDataType type(
        SqlOperatorBinding binding, SqlAggFunction function, int arguments) {
      return function.inferReturnType(
          new Aggregate.AggCallBinding(
              binding.getTypeFactory(),
              function,
              List.of(),
              binding.collectOperandTypes().subList(0, arguments),
              binding.hasEmptyGroup(),
              binding.hasFilter()));
    }
  }
}
