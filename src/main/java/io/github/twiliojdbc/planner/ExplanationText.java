package io.github.twiliojdbc.planner;

import io.github.twiliojdbc.Activity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** An explanation as text: a line for each operator and request, inputs indented. */
final class ExplanationText {
  private final Optional<Measurements> measured;
  private final List<String> lines = new ArrayList<>();

  private ExplanationText(Optional<Measurements> measured) {
    this.measured = measured;
  }

  /**
   * Returns the lines of an explanation.
   *
   * @param measured measurements of the nodes, if the query was executed
   */
  static List<String> lines(ExplainedPlan plan, Optional<Measurements> measured) {
    ExplanationText text = new ExplanationText(measured);
    text.add(plan.root(), "");
    text.lines.add(
        plan.total().text() + (plan.readsAccounts() ? " (their list is 1 more request)" : ""));
    measured.ifPresent(
        nodes ->
            text.lines.add(
                "actual: "
                    + work(nodes.activity())
                    + ", "
                    + time(nodes.time())
                    + "; the result has "
                    + counted(nodes.node(0).rows(), "row", "rows")));
    return text.lines;
  }

  private void add(ExplainedNode node, String indent) {
    String inner = indent + "  ";
    lines.add(indent + node.operator());
    node.scan().ifPresent(scan -> add(scan, inner));
    Optional<Measurements.Node> actual =
        measured.filter(nodes -> node.number().isPresent()).map(nodes -> nodes.node(number(node)));
    if (node.scan().isPresent()) {
      lines.add(
          inner
              + node.scan().get().estimate().text()
              + (node.scan().get().isCached() ? ", since the list above is cached" : "")
              + (actual.isPresent() ? "; ≈ " + rows(node) : ""));
    } else if (actual.isPresent()) {
      lines.add(inner + "≈ " + rows(node));
    }
    actual.ifPresent(
        measurement ->
            lines.add(
                inner
                    + "actual: "
                    + (node.scan().isPresent() ? work(measurement.activity()) + ", " : "")
                    + counted(measurement.rows(), "row", "rows")
                    + (node.scan().isPresent() ? " returned" : "")
                    + ", "
                    + time(measurement.time())
                    + (measurement.runs() == 1
                        ? ""
                        : ", " + counted(measurement.runs(), "run", "runs"))));
    node.inputs().forEach(input -> add(input, inner));
  }

  private static int number(ExplainedNode node) {
    return node.number().orElseThrow();
  }

  private void add(ExplainedScan scan, String indent) {
    scan.requests().forEach(line -> lines.add(indent + line));
    scan.ranges().ifPresent(line -> lines.add(indent + line));
    scan.checked().ifPresent(condition -> lines.add(indent + "rows are checked: " + condition));
    scan.notSent()
        .forEach(
            condition ->
                lines.add(
                    indent + "not sent: " + condition.condition() + ", " + condition.reason()));
  }

  private static String rows(ExplainedNode node) {
    return counted(Math.round(node.rows()), "row", "rows");
  }

  private static String work(Activity activity) {
    return counted(activity.requests(), "request", "requests")
        + ", "
        + counted(activity.cacheHits(), "cache hit", "cache hits")
        + ", "
        + counted(activity.pages(), "page", "pages")
        + ", "
        + counted(activity.rows(), "row", "rows")
        + " read";
  }

  private static String counted(long number, String one, String many) {
    return number + " " + (number == 1 ? one : many);
  }

  private static String time(Duration time) {
    return String.format(Locale.ROOT, "%.1f ms", time.toNanos() / 1e6);
  }
}
