package io.github.twiliojdbc.planner;

import io.github.twiliojdbc.catalog.ColumnDefinition;
import io.github.twiliojdbc.catalog.TableDefinition;
import io.github.twiliojdbc.request.RequestPlan;
import io.github.twiliojdbc.transport.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.calcite.adapter.enumerable.EnumerableRel;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.sql.SqlKind;

/**
 * Says how a query would run: its operators, below each scan the requests that it would send, and
 * what the rows must be checked for because Twilio cannot.
 */
final class Explanation {
  /** A name in braces, encoded, that stands in an address for a value that is not known yet. */
  private static final Pattern OPEN = Pattern.compile("%7B(%3F)?(\\w+)%7D");

  private final ScanPlans plans;
  private final int maxConcurrency;
  private final Function<Target, String> url;
  private final List<String> lines = new ArrayList<>();
  private double requests;

  Explanation(ScanPlans plans, int maxConcurrency, Function<Target, String> url) {
    this.plans = plans;
    this.maxConcurrency = maxConcurrency;
    this.url =
        target ->
            OPEN.matcher(url.apply(target))
                .replaceAll(open -> "{" + (open.group(1) == null ? "" : "?") + open.group(2) + "}");
  }

  List<String> lines(EnumerableRel plan) {
    add(plan, "", 1);
    lines.add(approximately(requests));
    return lines;
  }

  /**
   * Describes a node and what is below it.
   *
   * @param times how often it is likely to run
   */
  private void add(RelNode node, String indent, double times) {
    if (node instanceof TwilioScan scan) {
      addScan(scan, indent, times);
      return;
    }
    if (node instanceof Kept kept) {
      add(kept.getInput(), indent, times);
      return;
    }
    if (node instanceof Lookup lookup) {
      lines.add(indent + "Lookup(" + describe(lookup) + ")");
      add(lookup.driver(), indent + "  ", times);
      add(lookup.body(), indent + "  ", times * Math.max(1, lookup.askedKeys()));
      return;
    }
    if (node instanceof Batch) {
      lines.add(indent + "Batch(rows of the first input, some at a time)");
      return;
    }
    lines.add(indent + OperatorText.of(node));
    node.getInputs().forEach(input -> add(input, indent + "  ", times));
  }

  private String describe(Lookup lookup) {
    String keys = "for the keys of the first input: " + String.join(", ", lookup.columns());
    return lookup.asking().isAlwaysTrue()
        ? keys
        : keys
            + " where "
            + OperatorText.sql(lookup.asking(), lookup.driver().getRowType().getFieldNames());
  }

  private void addScan(TwilioScan scan, String indent, double times) {
    TableDefinition table = scan.definition();
    lines.add(
        indent
            + "TwilioScan("
            + table.id()
            + ": "
            + String.join(", ", scan.getRowType().getFieldNames())
            + ")");
    RequestPlan plan = plans.known(scan);
    plan.describe(url).forEach(line -> lines.add(indent + "  " + line));
    if (plans.isWindowed(scan)) {
      lines.add(indent + "  then on in windows that grow, until there are enough rows");
    } else if (maxConcurrency > 1) {
      plans
          .splits(plan)
          .forEach(
              column ->
                  lines.add(
                      indent
                          + "  in windows of "
                          + column
                          + " if there is more than one page, up to "
                          + maxConcurrency
                          + " requests at a time"));
    }
    if (!scan.request().conditions().isEmpty()) {
      RexNode all =
          RexUtil.composeConjunction(
              scan.getCluster().getRexBuilder(), scan.request().conditions());
      lines.add(indent + "  rows are checked: " + OperatorText.sql(all, names(table)));
    }
    for (RexNode condition : scan.request().conditions()) {
      whyNotSent(scan, condition)
          .ifPresent(
              reason ->
                  lines.add(
                      indent
                          + "  not sent: "
                          + OperatorText.sql(condition, names(table))
                          + ", "
                          + reason));
    }
    double own = plan.isPossible() ? plans.requests(scan) * times : 0;
    requests += own;
    lines.add(indent + "  " + approximately(own));
  }

  /** Returns why a condition is not part of a request, if it is not. */
  private static Optional<String> whyNotSent(TwilioScan scan, RexNode condition) {
    TableDefinition table = scan.definition();
    Set<String> read = ScanPredicate.columns(scan, condition).collect(Collectors.toSet());
    if (read.stream().anyMatch(column -> isSendable(table, column))) {
      return Optional.empty();
    }
    if (condition.getKind() == SqlKind.IS_NOT_NULL) {
      // Joins and aggregates add such conditions of themselves.
      return Optional.empty();
    }
    List<String> named =
        RelOptUtil.InputFinder.bits(condition).asList().stream()
            .map(place -> table.columns().get(place).name())
            .toList();
    return Optional.of(
        named.stream().anyMatch(column -> isSendable(table, column))
            ? "since only columns compared with values can be"
            : "since Twilio cannot filter " + table.id() + " by " + String.join(", ", named));
  }

  private static boolean isSendable(TableDefinition table, String column) {
    return table.column(column).filter().isPresent()
        || table.accountColumn().equals(Optional.of(column))
        || table.list().parameters().contains(column)
        || table.get().map(path -> path.parameters().contains(column)).orElse(false);
  }

  private static List<String> names(TableDefinition table) {
    return table.columns().stream().map(ColumnDefinition::name).toList();
  }

  private static String approximately(double requests) {
    long rounded = Math.max(0, Math.round(requests));
    return "≈ " + rounded + (rounded == 1 ? " request" : " requests");
  }
}
