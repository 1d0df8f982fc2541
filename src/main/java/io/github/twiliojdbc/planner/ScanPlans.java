package io.github.twiliojdbc.planner;

import io.github.twiliojdbc.catalog.TableDefinition;
import io.github.twiliojdbc.request.Conjunction;
import io.github.twiliojdbc.request.DateSpan;
import io.github.twiliojdbc.request.Estimator;
import io.github.twiliojdbc.request.GrowingWindows;
import io.github.twiliojdbc.request.Predicate;
import io.github.twiliojdbc.request.RequestPlan;
import io.github.twiliojdbc.request.RequestPlanner;
import io.github.twiliojdbc.request.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.metadata.RelMdUtil;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;

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

  /** Returns how many requests a scan is likely to send. */
  double requests(TwilioScan scan) {
    return requests(scan, guessed(scan), requests.estimator());
  }

  private double requests(TwilioScan scan, RequestPlan plan, Estimator estimator) {
    double all = estimator.requests(plan);
    if (!isWindowed(scan) || wanted(scan).isEmpty()) {
      return all;
    }
    double accounts = Math.max(1, all / Math.max(1, requests.estimator(1).requests(plan)));
    // The first window may hold too few rows, so there are two of them.
    return Math.min(
        all,
        accounts
            * (plan.reads().size()
                + Math.ceil((double) wanted(scan).getAsLong() / plan.pageSize())));
  }

  /** Returns how many requests a scan is likely to send, and what that depends on. */
  RequestEstimate estimate(TwilioScan scan) {
    RequestPlan plan = guessed(scan);
    List<String> parents = requests.unknownParents(plan);
    if (requests.statistics().accounts().isEmpty()) {
      // The estimate is linear in the number of accounts.
      double one = requests(scan, plan, requests.estimator(1));
      double each = requests(scan, plan, requests.estimator(2)) - one;
      if (each > 0) {
        return new RequestEstimate(one - each, each, parents);
      }
    }
    return new RequestEstimate(requests(scan, plan, requests.estimator()), 0, parents);
  }

  /** Returns whether all values that the requests of a scan depend on are known. */
  boolean isKnown(TwilioScan scan) {
    return scan.request().lookups().isEmpty()
        && ScanPredicate.of(scan).values().stream().noneMatch(values::isUnknown);
  }

  /** Returns whether conditions of a scan depend on parameters without values. */
  boolean hasOpenParameters(TwilioScan scan) {
    return ScanPredicate.of(scan).values().stream().anyMatch(values::hasOpenParameter);
  }

  /** Returns how many rows of a scan are likely to be taken that its conditions hold for. */
  double rows(TwilioScan scan) {
    double all = requests.estimator().rows(guessed(scan));
    OptionalLong wanted = wanted(scan);
    return wanted.isPresent() ? Math.min(all, Math.max(1.0, (double) wanted.getAsLong())) : all;
  }

  /**
   * Returns the share of a scan's rows that is likely to fulfil another condition as well.
   *
   * @param condition condition on the scan's fields
   */
  double selectivity(TwilioScan scan, RexNode condition) {
    List<RexNode> all = new ArrayList<>(scan.request().conditions());
    double guessed = 1;
    for (RexNode operand : RelOptUtil.conjunctions(scan.overTable(condition))) {
      if (ScanPredicate.columns(scan, operand).findAny().isPresent()) {
        all.add(operand);
      } else {
        guessed *= RelMdUtil.guessSelectivity(operand);
      }
    }
    double rows = rows(scan);
    double fewer = rows(scan.with(scan.request().withConditions(all)));
    return rows > 0 ? guessed * Math.min(1, fewer / rows) : guessed;
  }

  /** Returns the plan with a guess for every value that is not known. */
  private RequestPlan guessed(TwilioScan scan) {
    ScanPredicate open = ScanPredicate.of(scan);
    List<ScanLookup> lookups = lookups(scan);
    Predicate guessed = bind(open.template(), values.guessed(open.values(), lookups));
    return plan(
        scan,
        guessed.alternatives().isEmpty()
            ? bind(open.template(), values.known(open.values(), lookups))
            : guessed);
  }

  /** Returns the plan as far as values are known; of an ordered scan, that of its first window. */
  RequestPlan known(TwilioScan scan) {
    ScanPredicate open = ScanPredicate.of(scan);
    Predicate predicate = bind(open.template(), values.known(open.values(), lookups(scan)));
    Optional<Predicate> window =
        windows(scan, predicate)
            .flatMap(windows -> windows.next(0, 1))
            .map(
                range ->
                    new Predicate.Is(
                        Conjunction.of(
                            scan.request().order().orElseThrow().column(), Values.within(range))));
    return plan(
        scan,
        window
            .<Predicate>map(range -> new Predicate.All(List.of(predicate, range)))
            .orElse(predicate));
  }

  /** Returns whether two scans of a table send the same requests, as far as that is known. */
  boolean haveSameRequests(TwilioScan scan, TwilioScan other) {
    return known(scan).hasSameRequests(known(other))
        && guessed(scan).hasSameRequests(guessed(other));
  }

  /** Returns whether a scan is read in windows that grow until they hold enough rows. */
  boolean isWindowed(TwilioScan scan) {
    ScanPredicate open = ScanPredicate.of(scan);
    return windows(scan, bind(open.template(), values.known(open.values(), lookups(scan))))
        .isPresent();
  }

  /** Returns the dates that a plan's lists can be read by in several windows at once. */
  Stream<String> splits(RequestPlan plan) {
    return plan.wanted().isPresent()
        ? Stream.empty()
        : plan.reads().stream()
            .flatMap(read -> requests.span(plan.table(), read).stream())
            .map(DateSpan::column)
            .distinct();
  }

  private Optional<GrowingWindows> windows(TwilioScan scan, Predicate predicate) {
    return scan.request()
        .order()
        .flatMap(
            order ->
                requests.windows(
                    scan.definition(),
                    predicate,
                    order.column(),
                    order.descending(),
                    order.nullsFirst(),
                    wanted(scan).orElse(1)));
  }

  /** Returns the predicate that values make; guesses that exclude each other do not count. */
  private static Predicate bind(PredicateTemplate template, PredicateTemplate.Bound bound) {
    Predicate predicate = template.bind(bound);
    return predicate.alternatives().isEmpty() ? template.bind(bound.withoutGuesses()) : predicate;
  }

  private RequestPlan plan(TwilioScan scan, Predicate predicate) {
    return requests.plan(
        table(scan),
        predicate,
        scan.request().order().isPresent() ? OptionalLong.empty() : wanted(scan),
        scan.request().wholePages());
  }

  /** Returns the table whose list a scan would read now, as far as values are known. */
  private TableDefinition table(TwilioScan scan) {
    return scan.request().table(values.known(scan.request().bounds(), List.of()).values());
  }

  /** Returns the lookups of a scan without the keys whose values are known anyway. */
  private static List<ScanLookup> lookups(TwilioScan scan) {
    Set<String> known =
        scan.request().conditions().stream()
            .flatMap(condition -> ScanPredicate.columns(scan, condition))
            .collect(Collectors.toSet());
    return scan.request().lookups().stream().map(lookup -> lookup.without(known)).toList();
  }

  private static OptionalLong wanted(TwilioScan scan) {
    return scan.request()
        .wanted()
        .filter(RexLiteral.class::isInstance)
        .map(rows -> OptionalLong.of(RexLiteral.intValue(rows)))
        .orElse(OptionalLong.empty());
  }
}
