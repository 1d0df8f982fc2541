package io.github.twiliojdbc.planner;

import io.github.twiliojdbc.request.Predicate;
import io.github.twiliojdbc.request.RequestPlanner;
import io.github.twiliojdbc.scan.Execution;
import io.github.twiliojdbc.sql.functions.WallClock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.calcite.DataContext;
import org.apache.calcite.adapter.java.JavaTypeFactory;
import org.apache.calcite.linq4j.QueryProvider;
import org.apache.calcite.schema.SchemaPlus;
import org.jspecify.annotations.Nullable;

/** What one run of a query is given: time and parameters, keys for lookups, the way to Twilio. */
final class QueryContext implements DataContext {
  private final TimeContext values;
  private final Map<String, Object> constants;
  private final Execution execution;
  private final RequestPlanner requests;
  private final Map<Integer, LookupBatch> batches;
  private final @Nullable Measurements measurements;
  private final Map<Object, Optional<KeyedRows<List<@Nullable Object>, @Nullable Object[]>>>
      keyedRows;
  private @Nullable Iterator<@Nullable Object[]> begun;

  QueryContext(TimeContext values, Execution execution, RequestPlanner requests) {
    this(values, Map.of(), execution, requests, Map.of(), null, new HashMap<>());
  }

  private QueryContext(
      TimeContext values,
      Map<String, Object> constants,
      Execution execution,
      RequestPlanner requests,
      Map<Integer, LookupBatch> batches,
      @Nullable Measurements measurements,
      Map<Object, Optional<KeyedRows<List<@Nullable Object>, @Nullable Object[]>>> keyedRows) {
    this.values = values;
    this.constants = constants;
    this.execution = execution;
    this.requests = requests;
    this.batches = batches;
    this.measurements = measurements;
    this.keyedRows = keyedRows;
  }

  /** Returns the same context for a plan whose nodes are measured. */
  QueryContext with(Measurements ofNodes) {
    return new QueryContext(values, constants, execution, requests, batches, ofNodes, keyedRows);
  }

  /** Returns the same context for a part of the execution. */
  QueryContext with(Execution part) {
    return new QueryContext(values, constants, part, requests, batches, measurements, keyedRows);
  }

  Measurements measurements() {
    return Objects.requireNonNull(measurements, "the plan is not measured");
  }

  /** Returns the context of the run for code that refers to constants; it takes what was begun. */
  QueryContext with(Map<String, Object> others) {
    QueryContext context =
        new QueryContext(values, others, execution, requests, batches, measurements, keyedRows);
    context.begun = begun;
    return context;
  }

  /** Keeps the rows of the query's only scan, which were begun to be read. */
  void keep(Iterator<@Nullable Object[]> rows) {
    begun = rows;
  }

  /** Returns the rows that were begun to be read, for the one who goes on, or null. */
  @Nullable Iterator<@Nullable Object[]> takeBegun() {
    Iterator<@Nullable Object[]> rows = begun;
    begun = null;
    return rows;
  }

  /**
   * Returns the same context in which a lookup has a batch.
   *
   * @param filters filters of scans by their numbers
   */
  QueryContext with(int lookup, Map<Integer, BatchFilter> filters, List<Object> rows) {
    Map<Integer, LookupBatch> more = new HashMap<>(batches);
    more.put(lookup, new LookupBatch(BatchFilter.NONE, rows));
    filters.forEach((scan, filter) -> more.put(scan, new LookupBatch(filter, List.of())));
    return new QueryContext(values, constants, execution, requests, more, measurements, keyedRows);
  }

  /** Returns what the rows of a scan fulfil that may join those of its lookup's batch. */
  Predicate filter(int scan) {
    LookupBatch batch = batches.get(scan);
    return batch == null ? Predicate.UNKNOWN : batch.filter().predicate();
  }

  /** Returns the predicates of the rows of a batch that a scan is told of. */
  BatchFilter batchFilter(int scan) {
    LookupBatch batch = batches.get(scan);
    return batch == null ? BatchFilter.NONE : batch.filter();
  }

  /** Returns whether the query is not within a batch of a lookup, which others may follow. */
  boolean isOutermost() {
    return batches.isEmpty();
  }

  /** Returns the rows by keys that the scans of this run have, by what tells the scans apart. */
  Map<Object, Optional<KeyedRows<List<@Nullable Object>, @Nullable Object[]>>> keyedRows() {
    return keyedRows;
  }

  /** Returns the rows of a lookup's batch. */
  List<Object> batch(int lookup) {
    return Objects.requireNonNull(batches.get(lookup)).rows();
  }

  Instant now() {
    return values.now();
  }

  WallClock clock() {
    return values.clock();
  }

  Execution execution() {
    return execution;
  }

  RequestPlanner requests() {
    return requests;
  }

  @Override
  public @Nullable Object get(String name) {
    Object constant = constants.get(name);
    return constant == null ? values.get(name) : constant;
  }

  @Override
  public SchemaPlus getRootSchema() {
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

  /**
   * What a scan is told of a batch.
   *
   * @param predicate what the scan's rows fulfil
   * @param rows the same for each row of the batch alone
   * @param isLast whether there will be no other batch
   */
  record BatchFilter(Predicate predicate, List<Predicate> rows, boolean isLast) {
    /** The filter that lets all rows through. */
    static final BatchFilter NONE = new BatchFilter(Predicate.UNKNOWN, List.of(), false);
  }

  private record LookupBatch(BatchFilter filter, List<Object> rows) {}
}
