package io.github.twiliojdbc.planner;

import com.google.common.base.Throwables;
import io.github.twiliojdbc.QueryEstimate;
import io.github.twiliojdbc.scan.Execution;
import io.github.twiliojdbc.sql.DeepStack;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.apache.calcite.adapter.enumerable.EnumerableRel;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.Enumerator;
import org.apache.calcite.linq4j.Linq4j;
import org.jspecify.annotations.Nullable;

/**
 * The rows of an EXPLAIN statement.
 *
 * @param planner planner of the query
 * @param plan plan of the query
 * @param analyzed the plan with measured nodes and its code, if the query is to be executed
 * @param isJson whether the explanation is JSON, in one row, instead of a row for each line of text
 */
record ExplainSource(
    SqlPlanner planner, EnumerableRel plan, Optional<Analyzed> analyzed, boolean isJson)
    implements PlannedQuery.Source {

  /**
   * A plan that is executed to be explained.
   *
   * @param plan plan whose nodes are measured
   * @param code its code
   */
  record Analyzed(EnumerableRel plan, CompletableFuture<PlannedQuery.Code> code) {}

  @Override
  public Enumerable<?> rows(Execution execution, Map<String, @Nullable Object> values) {
    TimeContext context = new TimeContext(planner.clock().instant(), planner.wallClock(), values);
    // What is estimated must not know what the execution finds out.
    ExplainedPlan explained = explained(execution, context, values);
    Optional<Measurements> measured = analyzed.map(query -> execute(query, execution, context));
    return Linq4j.asEnumerable(
        isJson
            ? List.of(ExplanationJson.text(explained, measured))
            : ExplanationText.lines(explained, measured));
  }

  /** Returns the estimates. */
  QueryEstimate estimate(Execution execution, Map<String, @Nullable Object> values) {
    TimeContext context = new TimeContext(planner.clock().instant(), planner.wallClock(), values);
    return explained(execution, context, values).estimate();
  }

  private ExplainedPlan explained(
      Execution execution, TimeContext context, Map<String, @Nullable Object> values) {
    ScanPlans plans =
        planner.scanPlans(plan.getCluster().getRexBuilder(), context, values.keySet());
    try {
      return execution.await(
          DeepStack.begin(
              () ->
                  Explanation.of(
                      plan,
                      analyzed.<EnumerableRel>map(Analyzed::plan).orElse(plan),
                      plans,
                      planner.maxConcurrency(),
                      planner.url())));
    } catch (ExecutionException e) {
      Throwables.throwIfUnchecked(Objects.requireNonNull(e.getCause()));
      throw new IllegalStateException(e);
    }
  }

  private Measurements execute(Analyzed query, Execution execution, TimeContext context) {
    PlannedQuery.Code code = PlannedQuery.compiled(execution, query.code());
    Measurements measured =
        new Measurements(Measured.count(query.plan()), execution, planner.clock());
    QueryContext run =
        new QueryContext(context, execution, planner.requests(context.now()))
            .with(code.constants())
            .with(measured);
    Instant start = planner.clock().instant();
    try (Enumerator<?> rows = code.bindable().bind(run).enumerator()) {
      while (rows.moveNext()) {
        execution.check();
      }
    }
    measured.end(start);
    return measured;
  }
}
