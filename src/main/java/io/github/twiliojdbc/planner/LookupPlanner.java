package io.github.twiliojdbc.planner;

import com.google.common.collect.ImmutableList;
import io.github.twiliojdbc.catalog.TableDefinition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.apache.calcite.plan.Convention;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.RelHomogeneousShuttle;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.CorrelationId;
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rel.core.Join;
import org.apache.calcite.rel.core.JoinRelType;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.core.Sort;
import org.apache.calcite.rel.logical.LogicalJoin;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.util.ImmutableBitSet;
import org.jspecify.annotations.Nullable;

/** Makes lookups of joins for which that takes fewer requests than reading both sides. */
final class LookupPlanner extends RelHomogeneousShuttle {
  /** Maximum number of rows of a driver that are likely to make ranges narrower than the list. */
  private static final int MOST_RANGES = 1_000;

  /** Kinds of outer joins and of half joins of which every row is one of the left side. */
  private static final Set<JoinRelType> KEEPING_LEFT =
      EnumSet.of(JoinRelType.LEFT, JoinRelType.SEMI, JoinRelType.ANTI);

  private int numbers;

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

  /** Returns the join with one side as the driver, if the other can be asked for its rows. */
  private Optional<Candidate> lookup(Join join, boolean isLeftDriver) {
    boolean keepsDriver =
        join.getJoinType() == JoinRelType.INNER
            || (isLeftDriver
                ? KEEPING_LEFT.contains(join.getJoinType())
                : join.getJoinType() == JoinRelType.RIGHT);
    if (!keepsDriver) {
      return Optional.empty();
    }
    RelNode driver = isLeftDriver ? join.getLeft() : join.getRight();
    RelNode other = isLeftDriver ? join.getRight() : join.getLeft();
    CorrelationId row = join.getCluster().createCorrel();
    List<RexNode> conditions = conditions(join, isLeftDriver, row);
    List<DynamicFilter> filters = new ArrayList<>();
    Optional<RelNode> possible =
        new Narrowing(
                (scan, own) ->
                    DynamicFilter.of(scan, own, row)
                        .map(
                            filter -> {
                              filters.add(filter);
                              return scan;
                            }))
            .of(other, conditions);
    if (possible.isEmpty()) {
      return Optional.empty();
    }
    int given = filters.size() == 1 ? filters.get(0).keys().size() : 0;
    Driver complete = complete(driver, filters, asking(join, isLeftDriver));
    int number = numbers++;
    List<ScanLookup> scans = new ArrayList<>();
    RelNode asked =
        new Narrowing(
                (scan, own) ->
                    told(scan, own, row, complete, given)
                        .map(
                            lookup -> {
                              scans.add(lookup);
                              return scan.with(scan.request().withLookup(lookup));
                            }))
            .of(other, conditions)
            .orElseThrow();
    boolean isTooMany =
        scans.stream()
            .anyMatch(
                scan ->
                    !scan.filter().isKeyed()
                        && scan.known().isEmpty()
                        && scan.rows() > MOST_RANGES);
    return isTooMany
        ? Optional.empty()
        : Optional.of(candidate(join, isLeftDriver, complete, asked, number, scans));
  }

  /** Returns the conditions on the side that is asked, with a variable for the driver's row. */
  private static List<RexNode> conditions(Join join, boolean isLeftDriver, CorrelationId row) {
    RexBuilder builder = join.getCluster().getRexBuilder();
    RelNode driver = isLeftDriver ? join.getLeft() : join.getRight();
    int left = join.getLeft().getRowType().getFieldCount();
    RexNode variable = builder.makeCorrel(driver.getRowType(), row);
    return RelOptUtil.conjunctions(join.getCondition()).stream()
        .map(
            condition ->
                RexUtil.expandSearch(builder, null, condition)
                    .accept(
                        new RexShuttle() {
                          @Override
                          public RexNode visitCall(RexCall call) {
                            RexNode visited = super.visitCall(call);
                            return isEquality(visited)
                                ? builder.makeCall(
                                    SqlStdOperatorTable.EQUALS, ((RexCall) visited).getOperands())
                                : visited;
                          }

                          @Override
                          public RexNode visitInputRef(RexInputRef ref) {
                            boolean isOfDriver = ref.getIndex() < left == isLeftDriver;
                            int field =
                                ref.getIndex() < left ? ref.getIndex() : ref.getIndex() - left;
                            return isOfDriver
                                ? builder.makeFieldAccess(variable, field)
                                : new RexInputRef(field, ref.getType());
                          }
                        }))
        .filter(condition -> RexUtil.containsInputRef(condition))
        .toList();
  }

  /** Returns whether two values, of which one is never NULL, are not distinct. */
  private static boolean isEquality(RexNode node) {
    return node.getKind() == SqlKind.IS_NOT_DISTINCT_FROM
        && ((RexCall) node)
            .getOperands().stream().anyMatch(operand -> !operand.getType().isNullable());
  }

  /** Returns the driver with what follows from its being a parent of the rows that are asked. */
  private static Driver complete(RelNode plan, List<DynamicFilter> filters, RexNode asking) {
    List<DynamicFilter.Key> keys = filters.size() == 1 ? filters.get(0).keys() : List.of();
    Driver driver =
        new Driver(
            plan,
            keys.stream().map(DynamicFilter.Key::field).toList(),
            keys.stream().map(DynamicFilter.Key::column).toList(),
            asking);
    return keys.isEmpty() ? driver : driver.complete(filters.get(0).table());
  }

  /**
   * Returns what a scan is told of the driver's rows.
   *
   * @param given number of the driver's keys that the conditions are about
   */
  private Optional<ScanLookup> told(
      TwilioScan scan, List<RexNode> conditions, CorrelationId row, Driver driver, int given) {
    TableDefinition table = scan.definition();
    RexBuilder builder = scan.getCluster().getRexBuilder();
    List<RexNode> all = new ArrayList<>(conditions);
    for (int key = given; key < driver.keys().size(); key++) {
      int column = table.columnIndex(driver.columns().get(key));
      all.add(
          builder.makeCall(
              SqlStdOperatorTable.EQUALS,
              new RexInputRef(
                  column, scan.getTable().getRowType().getFieldList().get(column).getType()),
              builder.makeFieldAccess(
                  builder.makeCorrel(driver.plan().getRowType(), row), driver.keys().get(key))));
    }
    return DynamicFilter.of(scan, all, row).map(filter -> told(scan, filter, driver.plan()));
  }

  private ScanLookup told(TwilioScan scan, DynamicFilter filter, RelNode driver) {
    KnownValues known = ScanPlans.of(scan).values();
    Optional<List<List<@Nullable Object>>> values =
        ConstantRows.of(driver, known).flatMap(rows -> known.rows(rows, filter.values()));
    double rows =
        values
            .map(all -> (double) all.size())
            .orElseGet(
                () -> Lookup.rows(driver, RelOptUtil.InputFinder.bits(filter.values(), null)));
    return new ScanLookup(numbers++, filter, rows, values);
  }

  private static Candidate candidate(
      Join join,
      boolean isLeftDriver,
      Driver driver,
      RelNode asked,
      int number,
      List<ScanLookup> scans) {
    Batch batch =
        new Batch(
            join.getCluster(),
            driver.plan().getRowType(),
            number,
            join.getCluster().getMetadataQuery().getRowCount(driver.plan()));
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
    Lookup lookup =
        new Lookup(
            join.getCluster().traitSetOf(Convention.NONE),
            driver.plan(),
            body,
            number,
            List.copyOf(scans),
            driver.asking());
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

  /** Returns how many requests a plan is likely to send. */
  static double requests(RelNode plan) {
    if (plan instanceof TwilioScan scan) {
      return ScanPlans.of(scan).requests(scan);
    }
    if (plan instanceof Lookup lookup) {
      return requests(lookup.driver()) + lookup.repetitions() * requests(lookup.body());
    }
    return plan.getInputs().stream().mapToDouble(LookupPlanner::requests).sum();
  }

  /** One way to run a join, and how many requests it is likely to send. */
  private record Candidate(RelNode plan, double requests) {}
}
