package io.github.twiliojdbc.planner;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.RelHomogeneousShuttle;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.AggregateCall;
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.logical.LogicalFilter;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;

/**
 * Filters the rows of a total by what its aggregates look at: {@code count(*) FILTER (WHERE a),
 * sum(CASE WHEN b THEN price END)} needs rows for which a or b holds.
 *
 * <p>This is the same for a total without GROUP BY, which has one row whatever its input is, if
 * every aggregate ignores the rows that are left out. It does so if its FILTER is not true for
 * them, or if it ignores NULL and its argument is NULL.
 */
final class FilteredTotals extends RelHomogeneousShuttle {
  private static final Set<SqlKind> IGNORING_NULL =
      Set.of(
          SqlKind.COUNT,
          SqlKind.SUM,
          SqlKind.SUM0,
          SqlKind.MIN,
          SqlKind.MAX,
          SqlKind.AVG,
          SqlKind.STDDEV_POP,
          SqlKind.STDDEV_SAMP,
          SqlKind.VAR_POP,
          SqlKind.VAR_SAMP);

  /** Functions that are NULL if an operand is. */
  private static final Set<SqlKind> STRICT =
      Set.of(SqlKind.CAST, SqlKind.PLUS, SqlKind.MINUS, SqlKind.TIMES, SqlKind.MINUS_PREFIX);

  @Override
  public RelNode visit(RelNode node) {
    RelNode visited = super.visit(node);
    return visited instanceof Aggregate aggregate
            && aggregate.getGroupSet().isEmpty()
            && aggregate.getGroupType() == Aggregate.Group.SIMPLE
            && !aggregate.getAggCallList().isEmpty()
        ? filtered(aggregate)
        : visited;
  }

  private static RelNode filtered(Aggregate aggregate) {
    List<Project> projects = new ArrayList<>();
    RelNode input = aggregate.getInput();
    while (input instanceof Project project && !project.containsOver()) {
      projects.add(project);
      input = project.getInput();
    }
    RexBuilder builder = aggregate.getCluster().getRexBuilder();
    List<RexNode> conditions = new ArrayList<>();
    for (AggregateCall call : aggregate.getAggCallList()) {
      Optional<RexNode> condition = condition(aggregate, call, projects);
      if (condition.isEmpty()) {
        return aggregate;
      }
      conditions.add(condition.get());
    }
    RexNode any = RexUtil.composeDisjunction(builder, conditions);
    if (any.isAlwaysTrue() || !RexUtil.isDeterministic(any) || !isUseful(input, any)) {
      return aggregate;
    }
    RelNode filtered = LogicalFilter.create(input, any);
    Collections.reverse(projects);
    for (Project project : projects) {
      filtered = project.copy(project.getTraitSet(), List.of(filtered));
    }
    return aggregate.copy(aggregate.getTraitSet(), List.of(filtered));
  }

  /** Returns whether a condition may narrow what is read. */
  private static boolean isUseful(RelNode input, RexNode condition) {
    RelNode leaf = input;
    while (leaf instanceof Filter filter) {
      leaf = filter.getInput();
    }
    return !(leaf instanceof TwilioScan scan)
        || RelOptUtil.InputFinder.bits(condition).isEmpty()
        || ScanPredicate.candidates(scan, condition).findAny().isPresent();
  }

  /** Returns a condition without which a row makes no difference to an aggregate. */
  private static Optional<RexNode> condition(
      Aggregate aggregate, AggregateCall call, List<Project> projects) {
    if (call.hasFilter()) {
      return Optional.of(expression(aggregate, call.filterArg, projects));
    }
    return IGNORING_NULL.contains(call.getAggregation().getKind()) && call.getArgList().size() == 1
        ? notNull(
            aggregate.getCluster().getRexBuilder(),
            expression(aggregate, call.getArgList().get(0), projects))
        : Optional.empty();
  }

  /** Returns what a field of an aggregate's input is over the input of the projections below it. */
  private static RexNode expression(Aggregate aggregate, int field, List<Project> projects) {
    RexNode expression =
        aggregate.getCluster().getRexBuilder().makeInputRef(aggregate.getInput(), field);
    for (Project project : projects) {
      expression = RelOptUtil.pushPastProject(expression, project);
    }
    return expression;
  }

  /** Returns a condition without which an expression is NULL, if it says so. */
  private static Optional<RexNode> notNull(RexBuilder builder, RexNode node) {
    if (!(node instanceof RexCall call)) {
      return Optional.empty();
    }
    if (STRICT.contains(call.getKind())) {
      return call.getOperands().stream()
          .map(operand -> notNull(builder, operand))
          .flatMap(Optional::stream)
          .findFirst();
    }
    return call.getKind() == SqlKind.CASE ? chosen(builder, call) : Optional.empty();
  }

  /** Returns the CASE that is true where another one chooses what may be other than NULL. */
  private static Optional<RexNode> chosen(RexBuilder builder, RexCall choice) {
    List<RexNode> operands = new ArrayList<>(choice.getOperands());
    boolean isNarrow = false;
    for (int i = 0; i < operands.size(); i++) {
      if (i % 2 == 1 || i == operands.size() - 1) {
        boolean isNull = RexLiteral.isNullLiteral(RexUtil.removeCast(operands.get(i)));
        Optional<RexNode> condition =
            isNull ? Optional.of(builder.makeLiteral(false)) : notNull(builder, operands.get(i));
        isNarrow |= condition.isPresent();
        operands.set(i, condition.orElseGet(() -> builder.makeLiteral(true)));
      }
    }
    return isNarrow
        ? Optional.of(builder.makeCall(SqlStdOperatorTable.CASE, operands))
        : Optional.empty();
  }
}
