package io.github.twiliojdbc.planner;

import java.util.List;
import java.util.Optional;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rex.RexDynamicParam;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.jspecify.annotations.Nullable;

/**
 * The only scan of a query, if it is sure to be read and depends on nothing but literals, so that
 * its first page may be on its way while the query is still being compiled.
 *
 * @param values values of the scan's predicate, then how many rows are wanted if not all are
 */
record FirstScan(ScanRuntime runtime, List<@Nullable Object> values) {

  /** Returns the scan that a plan begins with. */
  static Optional<FirstScan> of(RelNode plan) {
    if (plan instanceof TwilioScan scan) {
      return of(scan);
    }
    boolean mayReadNothing =
        plan instanceof Limit limit
            && limit.fetch != null
            && (limit.fetch instanceof RexDynamicParam || RexLiteral.intValue(limit.fetch) == 0);
    return plan.getInputs().size() == 1 && !mayReadNothing
        ? of(plan.getInput(0))
        : Optional.empty();
  }

  private static Optional<FirstScan> of(TwilioScan scan) {
    ScanPredicate predicate = ScanPredicate.of(scan);
    List<RexNode> values = scan.values(predicate);
    return values.stream().allMatch(RexLiteral.class::isInstance)
        ? Optional.of(
            new FirstScan(
                new ScanRuntime(scan.request(), predicate),
                values.stream().map(value -> KnownValues.value((RexLiteral) value)).toList()))
        : Optional.empty();
  }

  /** Reads up to the first row, with which the compiled query goes on. */
  void begin(QueryContext query) {
    var rows = runtime.open(query, ComputedValues.known(values));
    boolean unused = rows.hasNext();
    query.keep(rows);
  }
}
