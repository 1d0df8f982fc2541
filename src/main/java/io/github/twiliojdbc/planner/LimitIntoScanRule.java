package io.github.twiliojdbc.planner;

import io.github.twiliojdbc.catalog.ColumnDefinition;
import io.github.twiliojdbc.catalog.FilterDefinition;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.plan.RelOptRule;
import org.apache.calcite.plan.RelOptRuleCall;
import org.apache.calcite.plan.hep.HepRelVertex;
import org.apache.calcite.rel.RelCollations;
import org.apache.calcite.rel.RelFieldCollation;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.core.Sort;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexDynamicParam;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.jspecify.annotations.Nullable;

/**
 * Tells a scan how many rows are enough, and in which order if it can bring them in that order: by
 * a date that the API filters.
 *
 * <p>An ordered scan makes the sort above it a mere limit, since filters and projections between
 * them keep the order.
 */
final class LimitIntoScanRule extends RelOptRule {

  LimitIntoScanRule() {
    super(operand(Sort.class, any()), "LimitIntoScanRule");
  }

  @Override
  public void onMatch(RelOptRuleCall call) {
    Sort sort = call.rel(0);
    TwilioScan scan = scan(sort.getInput());
    if (sort.fetch == null || scan == null || scan.request().wanted().isPresent()) {
      return;
    }
    RexNode wanted = wanted(sort);
    Optional<TwilioScan> limited =
        sort.getCollation().getFieldCollations().isEmpty()
            ? Optional.of(scan.with(scan.request().withWanted(wanted, Optional.empty())))
            : order(sort, scan)
                .map(order -> scan.with(scan.request().withWanted(wanted, Optional.of(order))));
    limited.ifPresent(
        narrow ->
            call.transformTo(
                sort.copy(
                    sort.getTraitSet().replace(RelCollations.EMPTY),
                    replace(sort.getInput(), narrow),
                    RelCollations.EMPTY)));
  }

  /** Returns the scan that filters and projections alone stand above. */
  private static @Nullable TwilioScan scan(RelNode node) {
    RelNode current = current(node);
    if (current instanceof TwilioScan scan) {
      return scan;
    }
    // A window function sees rows beyond those that are returned.
    boolean isPlain = current instanceof Project project && !project.containsOver();
    return current instanceof Filter || isPlain ? scan(current.getInput(0)) : null;
  }

  private static RelNode replace(RelNode node, TwilioScan scan) {
    RelNode current = current(node);
    return current instanceof TwilioScan
        ? scan
        : current.copy(current.getTraitSet(), List.of(replace(current.getInput(0), scan)));
  }

  private static RelNode current(RelNode node) {
    return node instanceof HepRelVertex vertex ? vertex.getCurrentRel() : node;
  }

  private static RexNode wanted(Sort sort) {
    RexBuilder builder = sort.getCluster().getRexBuilder();
    RexNode fetch = sort.fetch;
    if (sort.offset == null) {
      return fetch;
    }
    return fetch instanceof RexDynamicParam || sort.offset instanceof RexDynamicParam
        ? builder.makeCall(SqlStdOperatorTable.PLUS, fetch, sort.offset)
        : builder.makeExactLiteral(
            BigDecimal.valueOf(
                (long) RexLiteral.intValue(fetch) + RexLiteral.intValue(sort.offset)));
  }

  /**
   * Returns the order over the scan's own fields, if it begins with a date that can be filtered.
   */
  private static Optional<ScanOrder> order(Sort sort, TwilioScan scan) {
    List<RelFieldCollation> fields = new ArrayList<>();
    for (RelFieldCollation field : sort.getCollation().getFieldCollations()) {
      int place = place(sort.getInput(), field.getFieldIndex());
      if (place < 0) {
        return Optional.empty();
      }
      fields.add(field.withFieldIndex(place));
    }
    RelFieldCollation first = fields.get(0);
    ColumnDefinition column = scan.column(first.getFieldIndex());
    return column
        .filter()
        .filter(FilterDefinition.Range.class::isInstance)
        .map(
            filter ->
                new ScanOrder(
                    column.name(),
                    first.direction.isDescending(),
                    ScanOrder.isNullsFirst(first),
                    List.copyOf(fields)));
  }

  /** Returns the scan's field that a field above it is, or -1 if it is computed. */
  private static int place(RelNode node, int field) {
    RelNode current = current(node);
    if (current instanceof Project project) {
      return project.getProjects().get(field) instanceof RexInputRef ref
          ? place(project.getInput(), ref.getIndex())
          : -1;
    }
    return current instanceof Filter filter ? place(filter.getInput(), field) : field;
  }
}
