package io.github.twiliojdbc.planner;

import io.github.twiliojdbc.catalog.ColumnDefinition;
import io.github.twiliojdbc.catalog.TableDefinition;
import io.github.twiliojdbc.request.Conjunction;
import io.github.twiliojdbc.request.PathSource;
import io.github.twiliojdbc.request.Predicate;
import io.github.twiliojdbc.request.Read;
import io.github.twiliojdbc.request.RequestPlan;
import io.github.twiliojdbc.request.RequestPlanner;
import io.github.twiliojdbc.request.Values;
import io.github.twiliojdbc.scan.Execution;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The requests of a scan for the keys of a lookup, or for the list of all its rows. */
final class LookupScan implements KeyedRows.Source<List<@Nullable Object>, @Nullable Object[]> {
  private final RequestPlanner requests;
  private final TableDefinition table;
  private final Predicate predicate;
  private final List<String> keys;
  private final List<ColumnDefinition> columns;
  private final Execution ofKeys;
  private final Execution ofList;
  private final RequestPlan all;
  private final RequestPlan list;
  private final double requestsOfKey;
  private @Nullable Iterator<@Nullable Object[]> unread;
  private long rowsRead;

  private LookupScan(
      QueryContext query,
      TableDefinition table,
      Predicate predicate,
      List<String> keys,
      List<ColumnDefinition> wanted,
      RequestPlan all,
      double requestsOfKey) {
    this.requests = query.requests();
    this.table = table;
    this.predicate = predicate;
    this.keys = keys;
    Set<ColumnDefinition> read = new LinkedHashSet<>(wanted);
    keys.forEach(key -> read.add(table.column(key)));
    this.columns = List.copyOf(read);
    this.ofKeys = query.execution().part();
    this.ofList = query.execution().part();
    this.all = all;
    // A number of wanted rows keeps pages from being read ahead of those that are taken.
    this.list =
        new RequestPlan(table, all.reads(), all.pageSize(), OptionalLong.of(Long.MAX_VALUE));
    this.requestsOfKey = requestsOfKey;
  }

  /**
   * Returns the rows of a scan by their keys; empty if one key or the whole list cannot be asked
   * for without reading the lists of other tables first.
   *
   * @param predicate what all wanted rows fulfil, whatever their key
   * @param keys columns of the key
   * @param some a key that is wanted
   */
  static Optional<KeyedRows<List<@Nullable Object>, @Nullable Object[]>> of(
      QueryContext query,
      TableDefinition table,
      Predicate predicate,
      List<String> keys,
      List<@Nullable Object> some,
      List<ColumnDefinition> wanted) {
    RequestPlan plan = query.requests().plan(table, predicate, OptionalLong.empty());
    RequestPlan ofKey =
        query
            .requests()
            .plan(
                table,
                new Predicate.All(List.of(predicate, predicate(keys, some))),
                OptionalLong.empty());
    if (!isDirect(plan) || !isDirect(ofKey)) {
      return Optional.empty();
    }
    double requestsOfKey =
        ofKey.reads().stream().anyMatch(Read::isList)
            ? ofKey.leastRequests()
            : query.requests().estimator().requests(ofKey);
    return Optional.of(
        new KeyedRows<>(
            new LookupScan(
                query, table, predicate, keys, wanted, plan, Math.max(1, requestsOfKey))));
  }

  private static boolean isDirect(RequestPlan plan) {
    return plan.reads().stream()
        .allMatch(
            read ->
                read.source() instanceof PathSource.Known
                    || read.source() instanceof PathSource.EachAccount);
  }

  /** Returns the only key that a predicate is about, if it is about one. */
  static Optional<List<@Nullable Object>> key(Predicate predicate, List<String> keys) {
    List<Conjunction> alternatives = predicate.alternatives();
    if (alternatives.size() != 1) {
      return Optional.empty();
    }
    List<@Nullable Object> key = new ArrayList<>();
    for (String column : keys) {
      if (!(alternatives.get(0).columns().get(column) instanceof Values.OneOf oneOf)
          || oneOf.values().size() != 1) {
        return Optional.empty();
      }
      key.add(oneOf.values().iterator().next());
    }
    return Optional.of(key);
  }

  private static Predicate predicate(List<String> keys, List<@Nullable Object> values) {
    Conjunction conjunction = Conjunction.NONE;
    for (int i = 0; i < keys.size(); i++) {
      conjunction =
          conjunction.and(Conjunction.of(keys.get(i), Values.oneOf(Arrays.asList(values.get(i)))));
    }
    return new Predicate.Is(conjunction);
  }

  @Override
  public Iterator<@Nullable Object[]> lookUp(List<List<@Nullable Object>> wanted) {
    List<Read> reads = new ArrayList<>();
    for (List<@Nullable Object> key : wanted) {
      // Each key has its own requests: what is likely fewer for many keys may be the whole list.
      reads.addAll(
          requests
              .plan(
                  table,
                  new Predicate.All(List.of(predicate, predicate(keys, key))),
                  OptionalLong.empty())
              .reads());
    }
    RequestPlan plan =
        new RequestPlan(table, List.copyOf(reads), list.pageSize(), OptionalLong.empty());
    return ofKeys.rows(requests, plan, columns);
  }

  @Override
  public Optional<List<@Nullable Object[]>> nextPage() {
    Iterator<@Nullable Object[]> rows =
        unread == null ? ofList.rows(requests, list, columns) : unread;
    unread = rows;
    if (!rows.hasNext()) {
      return Optional.empty();
    }
    List<@Nullable Object[]> page = new ArrayList<>();
    do {
      page.add(rows.next());
      rowsRead++;
    } while (rowsRead < ofList.activity().rows() && rows.hasNext());
    return Optional.of(page);
  }

  @Override
  public List<@Nullable Object> key(@Nullable Object[] row) {
    List<@Nullable Object> key = new ArrayList<>();
    keys.forEach(column -> key.add(row[columns.indexOf(table.column(column))]));
    return key;
  }

  @Override
  public boolean isUnique() {
    return !table.key().isEmpty() && keys.containsAll(table.key());
  }

  @Override
  public double requestsOfKeys() {
    return sent(ofKeys);
  }

  @Override
  public double requestsOfList() {
    return sent(ofList);
  }

  private static double sent(Execution part) {
    return part.activity().requests() + part.activity().cacheHits();
  }

  @Override
  public double requestsOfKey() {
    return requestsOfKey;
  }

  @Override
  public double leastPages() {
    return list.leastRequests();
  }

  @Override
  public double likelyPages() {
    return requests.estimator().requests(all);
  }
}
