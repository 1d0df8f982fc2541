package io.github.twiliojdbc.planner;

import io.github.twiliojdbc.request.Predicate;
import io.github.twiliojdbc.request.RequestPlanner;
import io.github.twiliojdbc.scan.Execution;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.calcite.DataContext;
import org.apache.calcite.adapter.java.JavaTypeFactory;
import org.apache.calcite.linq4j.QueryProvider;
import org.apache.calcite.schema.SchemaPlus;
import org.jspecify.annotations.Nullable;

/** What one run of a query is given: time and parameters, keys for lookups, the way to Twilio. */
final class QueryContext implements DataContext {
  private final TimeContext values;
  private final Execution execution;
  private final RequestPlanner requests;
  private final Map<Integer, Predicate> keys;

  QueryContext(TimeContext values, Execution execution, RequestPlanner requests) {
    this(values, execution, requests, Map.of());
  }

  private QueryContext(
      TimeContext values,
      Execution execution,
      RequestPlanner requests,
      Map<Integer, Predicate> keys) {
    this.values = values;
    this.execution = execution;
    this.requests = requests;
    this.keys = keys;
  }

  /** Returns the same context in which a lookup asks for the rows of a predicate alone. */
  QueryContext with(int lookup, Predicate rows) {
    Map<Integer, Predicate> more = new HashMap<>(keys);
    more.put(lookup, rows);
    return new QueryContext(values, execution, requests, more);
  }

  /** Returns what the rows that a lookup asks for fulfil. */
  Predicate keys(int lookup) {
    return keys.getOrDefault(lookup, Predicate.UNKNOWN);
  }

  Instant now() {
    return values.now();
  }

  Execution execution() {
    return execution;
  }

  RequestPlanner requests() {
    return requests;
  }

  @Override
  public @Nullable Object get(String name) {
    return values.get(name);
  }

  @Override
  public @Nullable SchemaPlus getRootSchema() {
    return values.getRootSchema();
  }

  @Override
  public JavaTypeFactory getTypeFactory() {
    return values.getTypeFactory();
  }

  @Override
  public QueryProvider getQueryProvider() {
    return values.getQueryProvider();
  }
}
