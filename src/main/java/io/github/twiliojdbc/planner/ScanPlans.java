package io.github.twiliojdbc.planner;

import io.github.twiliojdbc.request.Predicate;
import io.github.twiliojdbc.request.RequestPlan;
import io.github.twiliojdbc.request.RequestPlanner;
import java.util.OptionalLong;
import org.apache.calcite.rex.RexLiteral;

/**
 * What a scan is likely to ask for, seen while its query is planned.
 *
 * @param requests planner of requests at the time of planning
 * @param values values that are known or guessed
 */
record ScanPlans(RequestPlanner requests, KnownValues values) {

  /** Returns the plans of the query that a scan is part of. */
  static ScanPlans of(TwilioScan scan) {
    return scan.getCluster().getPlanner().getContext().unwrapOrThrow(ScanPlans.class);
  }

  /** Returns the plan with a guess for every value that is not known. */
  RequestPlan guessed(TwilioScan scan) {
    ScanPredicate predicate = ScanPredicate.of(scan);
    return plan(scan, predicate.template().bind(values.guessed(predicate.values())));
  }

  /** Returns the plan as far as values are known. */
  RequestPlan known(TwilioScan scan) {
    ScanPredicate predicate = ScanPredicate.of(scan);
    return plan(scan, predicate.template().bind(values.known(predicate.values())));
  }

  private RequestPlan plan(TwilioScan scan, Predicate predicate) {
    OptionalLong wanted =
        scan.wanted()
            .filter(RexLiteral.class::isInstance)
            .map(rows -> OptionalLong.of(RexLiteral.intValue(rows)))
            .orElse(OptionalLong.empty());
    return requests.plan(scan.definition(), predicate, wanted);
  }
}
