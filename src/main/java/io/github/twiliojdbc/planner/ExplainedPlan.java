package io.github.twiliojdbc.planner;

import io.github.twiliojdbc.QueryEstimate;
import java.util.List;

/**
 * The explanation of a plan.
 *
 * @param root the node that returns the rows of the result
 * @param total estimated number of requests
 * @param readsAccounts whether the list of accounts takes one more request
 * @param guesses the parts of the estimate that are guessed
 */
record ExplainedPlan(
    ExplainedNode root, RequestEstimate total, boolean readsAccounts, List<String> guesses) {

  /** Returns the estimates for programs. */
  QueryEstimate estimate() {
    return new QueryEstimate(
        Math.round(total.withOneAccount()) + (readsAccounts ? 1 : 0),
        Math.round(total.perAccount()),
        Math.round(root.rows()),
        guesses);
  }
}
