package io.github.twiliojdbc.planner;

import io.github.twiliojdbc.catalog.TableDefinition;
import io.github.twiliojdbc.request.RequestPlan;
import io.github.twiliojdbc.transport.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rex.RexUtil;

/**
 * Describes how a query would run: its operators and, for each scan, the requests that it would
 * send, and the conditions that are checked on the rows because Twilio cannot.
 */
final class Explanation {
  /** A name in braces, encoded, that stands in an address for a value that is not known yet. */
  private static final Pattern OPEN = Pattern.compile("%7B(%3F)?(\\w+)%7D");

  private final ScanPlans plans;
  private final int maxConcurrency;
  private final Function<Target, String> url;
  private final Guesses guesses;
  private final List<RequestPlan> earlier = new ArrayList<>();
  private boolean listsAccounts;
  private RequestEstimate total = RequestEstimate.NONE;

  private Explanation(ScanPlans plans, int maxConcurrency, Function<Target, String> url) {
    this.plans = plans;
    this.guesses = new Guesses(plans);
    this.maxConcurrency = maxConcurrency;
    this.url =
        target ->
            OPEN.matcher(url.apply(target))
                .replaceAll(open -> "{" + (open.group(1) == null ? "" : "?") + open.group(2) + "}");
  }

  /**
   * Describes a plan.
   *
   * @param measured the same plan with measured nodes, or the plan itself if it is not executed
   * @param maxConcurrency maximum number of requests at a time
   * @param url returns the URL of a target
   */
  static ExplainedPlan of(
      RelNode plan,
      RelNode measured,
      ScanPlans plans,
      int maxConcurrency,
      Function<Target, String> url) {
    Explanation explanation = new Explanation(plans, maxConcurrency, url);
    ExplainedNode root = explanation.node(plan, measured, 1, List.of());
    RequestEstimate total = explanation.total;
    return new ExplainedPlan(
        root,
        total,
        total.dependsOnAccounts() && !(explanation.listsAccounts && caches(plans)),
        explanation.guesses.all());
  }

  /**
   * Describes a node and its inputs.
   *
   * @param times how often it is likely to run
   * @param above conditions that stand above the node, in its fields
   */
  private ExplainedNode node(
      RelNode node, RelNode measured, double times, List<OuterConditions.Outer> above) {
    if (measured instanceof Measured measuredNode) {
      ExplainedNode explained = node(node, measuredNode.getInput(), times, above);
      return new ExplainedNode(
          explained.operator(),
          explained.rows(),
          OptionalInt.of(measuredNode.number()),
          explained.scan(),
          explained.inputs());
    }
    if (node instanceof Kept kept) {
      return node(kept.getInput(), measured.getInput(0), times, above);
    }
    List<ExplainedNode> inputs = new ArrayList<>();
    for (int i = 0; i < node.getInputs().size(); i++) {
      double repeated =
          node instanceof Lookup lookup && i > 0 ? Math.max(1, lookup.repetitions()) : 1;
      inputs.add(
          node(
              node.getInput(i),
              measured.getInput(i),
              times * repeated,
              OuterConditions.below(node, i, above)));
    }
    return new ExplainedNode(
        operator(node),
        node.getCluster().getMetadataQuery().getRowCount(node),
        OptionalInt.empty(),
        node instanceof TwilioScan scan ? Optional.of(scan(scan, times, above)) : Optional.empty(),
        inputs);
  }

  private static boolean caches(ScanPlans plans) {
    return plans.requests().statistics().cachesAnswers();
  }

  private static String operator(RelNode node) {
    if (node instanceof TwilioScan scan) {
      return "TwilioScan(%s: %s)"
          .formatted(scan.definition().id(), String.join(", ", scan.getRowType().getFieldNames()));
    }
    if (node instanceof Lookup lookup) {
      return "Lookup(" + lookup.description() + ")";
    }
    return node instanceof Batch
        ? "Batch(rows of the first input, some at a time)"
        : OperatorText.of(node);
  }

  private ExplainedScan scan(TwilioScan scan, double times, List<OuterConditions.Outer> above) {
    TableDefinition table = scan.definition();
    RequestPlan plan = plans.known(scan);
    UnsentConditions unsent = new UnsentConditions(scan, plans);
    boolean isCached = isCached(scan, plan);
    RequestEstimate estimate =
        plan.isPossible() && !isCached ? plans.estimate(scan).times(times) : RequestEstimate.NONE;
    total = total.plus(estimate);
    guesses.add(scan, plan, estimate, times);
    return new ExplainedScan(
        table.id().toString(),
        scan.getRowType().getFieldNames(),
        plan.describe(url),
        ranges(scan, plan),
        unsent.sent(),
        scan.request().conditions().isEmpty()
            ? Optional.empty()
            : Optional.of(
                OperatorText.sql(
                    RexUtil.composeConjunction(
                        scan.getCluster().getRexBuilder(), scan.request().conditions()),
                    UnsentConditions.names(table))),
        unsent.all(above),
        estimate,
        isCached);
  }

  /** Returns whether the cache holds the answers by then, since the same requests stand above. */
  private boolean isCached(TwilioScan scan, RequestPlan plan) {
    boolean mayBe = caches(plans) && plan.areAnswersCached() && plans.isKnown(scan);
    boolean isCached = mayBe && earlier.stream().anyMatch(plan::hasSameRequests);
    if (mayBe) {
      earlier.add(plan);
    }
    listsAccounts |= plans.requests().listsAccounts(plan);
    return isCached;
  }

  private Optional<String> ranges(TwilioScan scan, RequestPlan plan) {
    if (plans.isWindowed(scan)) {
      return Optional.of("then on in windows that grow, until there are enough rows");
    }
    List<String> columns = maxConcurrency > 1 ? plans.splits(plan).toList() : List.of();
    return columns.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "in windows of %s if there is more than one page, up to %d requests at a time"
                .formatted(String.join(", ", columns), maxConcurrency));
  }
}
