package io.github.twiliojdbc.planner;

import io.github.twiliojdbc.QueryEstimate;
import io.github.twiliojdbc.scan.Execution;
import io.github.twiliojdbc.sql.TwilioTypeFactory;
import io.github.twiliojdbc.sql.functions.WallClock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.apache.calcite.avatica.AvaticaParameter;
import org.apache.calcite.avatica.ColumnMetaData;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.runtime.Bindable;
import org.apache.calcite.sql.type.SqlTypeName;
import org.jspecify.annotations.Nullable;

/** A query that may run, any number of times. */
public final class PlannedQuery {
  private final List<ColumnMetaData> columns;
  private final List<AvaticaParameter> parameters;
  private final boolean takesOpenParameters;
  private final Source source;

  private PlannedQuery(
      List<ColumnMetaData> columns,
      List<AvaticaParameter> parameters,
      boolean takesOpenParameters,
      Source source) {
    this.columns = columns;
    this.parameters = parameters;
    this.takesOpenParameters = takesOpenParameters;
    this.source = source;
  }

  /**
   * Returns a query whose code is still being compiled.
   *
   * @param first the scan that is read first, if it can be before there is code
   */
  static PlannedQuery of(
      SqlPlanner planner,
      List<ColumnMetaData> columns,
      List<AvaticaParameter> parameters,
      Optional<FirstScan> first,
      CompletableFuture<Code> code) {
    return new PlannedQuery(
        columns,
        parameters,
        /* takesOpenParameters= */ false,
        (execution, values) -> {
          Instant now = planner.clock().instant();
          QueryContext context =
              new QueryContext(
                  new TimeContext(now, planner.wallClock(), values),
                  execution,
                  planner.requests(now));
          if (!code.isDone()) {
            first.ifPresent(scan -> scan.begin(context));
          }
          Code compiled = compiled(execution, code);
          return compiled.bindable().bind(context.with(compiled.constants()));
        });
  }

  static Code compiled(Execution execution, CompletableFuture<Code> code) {
    try {
      return execution.await(code);
    } catch (ExecutionException e) {
      throw CodeSize.failure(e.getCause());
    }
  }

  /**
   * Returns the explanation of a query.
   *
   * @param parameters parameters of the query
   * @param takesOpenParameters whether parameters may stay open
   */
  static PlannedQuery explanation(
      List<AvaticaParameter> parameters, boolean takesOpenParameters, ExplainSource source) {
    TwilioTypeFactory types = new TwilioTypeFactory(new WallClock(ZoneOffset.UTC));
    var text = types.createSqlType(SqlTypeName.VARCHAR);
    var rowType = types.builder().add("plan", text).build();
    List<ColumnMetaData> columns =
        ColumnTypes.columns(
            types,
            rowType,
            rowType.getFieldNames(),
            Collections.nCopies(1, null),
            path -> Optional.empty());
    return new PlannedQuery(columns, parameters, takesOpenParameters, source);
  }

  /** Returns a query that can be planned once all its parameters have values. */
  static PlannedQuery open(int parameters) {
    return new PlannedQuery(
        List.of(),
        ColumnTypes.openParameters(parameters),
        /* takesOpenParameters= */ false,
        (execution, values) -> {
          throw new IllegalStateException("the query must be planned with types of parameters");
        });
  }

  /** Returns the query with parameters of no type, so that it is planned anew with values. */
  PlannedQuery withOpenParameters() {
    return new PlannedQuery(
        columns, ColumnTypes.openParameters(parameters.size()), takesOpenParameters, source);
  }

  /** Returns the columns of the result; none if it depends on the values of parameters. */
  public List<ColumnMetaData> columns() {
    return columns;
  }

  /** Returns the parameters of the statement. */
  public List<AvaticaParameter> parameters() {
    return parameters;
  }

  /**
   * Returns the estimates of the query that an EXPLAIN statement explains.
   *
   * @param values values of the parameters, by names of ?0, ?1 and so on
   */
  public QueryEstimate estimate(Execution execution, Map<String, @Nullable Object> values) {
    if (source instanceof ExplainSource explained) {
      return explained.estimate(execution, values);
    }
    throw new IllegalStateException("the statement explains no query");
  }

  /** Returns whether it can be executed while parameters have no values. */
  public boolean takesOpenParameters() {
    return takesOpenParameters;
  }

  /**
   * Returns the rows, arrays or bare values if there is one column, which are read as they are
   * enumerated; the first ones may have been read before.
   *
   * @param values values of the parameters, by names of ?0, ?1 and so on
   * @param maxRows most rows to return, or a negative number for all
   */
  public Enumerable<?> rows(
      Execution execution, Map<String, @Nullable Object> values, long maxRows) {
    Enumerable<?> all = source.rows(execution, values);
    return maxRows < 0 ? all : LimitRuntime.rows(all, null, maxRows);
  }

  /** Where rows come from. */
  interface Source {
    Enumerable<?> rows(Execution execution, Map<String, @Nullable Object> values);
  }

  /**
   * What a query was compiled to.
   *
   * @param constants objects that the code refers to by names
   */
  record Code(Bindable<?> bindable, Map<String, Object> constants) {}
}
