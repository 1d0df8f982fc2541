package io.github.twiliojdbc.planner;

import io.github.twiliojdbc.request.Read;
import io.github.twiliojdbc.request.RequestPlan;
import io.github.twiliojdbc.request.Statistics;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The parts of an estimate that are guessed, in words. */
final class Guesses {
  private final ScanPlans plans;
  private final Set<String> all = new LinkedHashSet<>();

  Guesses(ScanPlans plans) {
    this.plans = plans;
  }

  /**
   * Adds those of a scan.
   *
   * @param plan its requests
   * @param estimate how many requests there are likely to be
   * @param times how often the scan is likely to run
   */
  void add(TwilioScan scan, RequestPlan plan, RequestEstimate estimate, double times) {
    Statistics statistics = plans.requests().statistics();
    String table = plan.table().id().toString();
    if (plans.hasOpenParameters(scan)) {
      all.add("the values of parameters that are not set");
    }
    if (plan.reads().stream().anyMatch(Read::isList)) {
      if (!statistics.hasSeen(plan.table())) {
        all.add(
            "the number of rows in a list of %s, %d are assumed"
                .formatted(table, Math.round(statistics.rowsPerList(plan.table()))));
      }
      if (!scan.request().conditions().isEmpty()) {
        all.add("the share of rows of %s that fulfil the conditions".formatted(table));
      }
    }
    if (times != 1) {
      all.add("the number of keys that are looked up in " + table);
    }
    estimate.unknownParents().forEach(parent -> all.add("the number of rows of " + parent));
    if (estimate.dependsOnAccounts()) {
      all.add("the number of accounts, 1 is assumed");
    }
  }

  /** Returns all parts that are guessed. */
  List<String> all() {
    return new ArrayList<>(all);
  }
}
