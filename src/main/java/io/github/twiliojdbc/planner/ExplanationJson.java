package io.github.twiliojdbc.planner;

import io.github.twiliojdbc.Activity;
import io.github.twiliojdbc.catalog.Json;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** An explanation as JSON, with the same facts as {@link ExplanationText} and the guesses. */
final class ExplanationJson {
  private final Optional<Measurements> measured;

  private ExplanationJson(Optional<Measurements> measured) {
    this.measured = measured;
  }

  /**
   * Returns an explanation as JSON.
   *
   * @param measured measurements of the nodes, if the query was executed
   */
  static String text(ExplainedPlan plan, Optional<Measurements> measured) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("plan", new ExplanationJson(measured).node(plan.root()));
    json.put("estimate", estimate(plan.total()));
    json.put("readsListOfAccounts", plan.readsAccounts());
    json.put("guesses", plan.guesses());
    measured.ifPresent(
        nodes -> {
          Map<String, Object> actual = work(nodes.activity());
          actual.put("rows", nodes.node(0).rows());
          actual.put("milliseconds", milliseconds(nodes.time()));
          json.put("actual", actual);
        });
    return Json.indented(json);
  }

  private Map<String, Object> node(ExplainedNode node) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("operator", node.operator());
    json.put("estimatedRows", Math.round(node.rows()));
    node.scan().ifPresent(scan -> json.put("scan", scan(scan)));
    measured
        .filter(nodes -> node.number().isPresent())
        .map(nodes -> nodes.node(node.number().getAsInt()))
        .ifPresent(measurement -> json.put("actual", actual(node, measurement)));
    json.put("inputs", node.inputs().stream().map(this::node).toList());
    return json;
  }

  private static Map<String, Object> scan(ExplainedScan scan) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("table", scan.table());
    json.put("columns", scan.columns());
    json.put("requests", scan.requests().stream().map(String::strip).toList());
    scan.ranges().ifPresent(ranges -> json.put("ranges", ranges));
    json.put("sent", scan.sent());
    scan.checked().ifPresent(condition -> json.put("checked", condition));
    json.put(
        "notSent",
        scan.notSent().stream()
            .map(
                condition -> {
                  Map<String, Object> entry = new LinkedHashMap<>();
                  entry.put("condition", condition.condition());
                  entry.put("reason", condition.reason());
                  return entry;
                })
            .toList());
    json.put("estimate", estimate(scan.estimate()));
    json.put("isCached", scan.isCached());
    return json;
  }

  private static Map<String, Object> estimate(RequestEstimate estimate) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("requests", Math.round(estimate.requests()));
    if (estimate.dependsOnAccounts()) {
      json.put("requestsPerAccount", Math.round(estimate.perAccount()));
    }
    if (!estimate.unknownParents().isEmpty()) {
      json.put("unknownNumberOf", estimate.unknownParents());
    }
    return json;
  }

  private static Map<String, Object> actual(ExplainedNode node, Measurements.Node measurement) {
    Map<String, Object> json =
        node.scan().isPresent() ? work(measurement.activity()) : new LinkedHashMap<>();
    json.put("rows", measurement.rows());
    json.put("runs", measurement.runs());
    json.put("milliseconds", milliseconds(measurement.time()));
    return json;
  }

  private static Map<String, Object> work(Activity activity) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("requests", activity.requests());
    json.put("cacheHits", activity.cacheHits());
    json.put("retries", activity.retries());
    json.put("pages", activity.pages());
    json.put("rowsRead", activity.rows());
    return json;
  }

  private static double milliseconds(Duration time) {
    return Math.floorDiv(time.toNanos(), 1000L) / 1000.0;
  }
}
