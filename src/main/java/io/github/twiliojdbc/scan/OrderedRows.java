package io.github.twiliojdbc.scan;

import com.google.common.collect.Range;
import io.github.twiliojdbc.catalog.ColumnDefinition;
import io.github.twiliojdbc.catalog.TableDefinition;
import io.github.twiliojdbc.request.Conjunction;
import io.github.twiliojdbc.request.GrowingWindows;
import io.github.twiliojdbc.request.Predicate;
import io.github.twiliojdbc.request.RequestPlan;
import io.github.twiliojdbc.request.RequestPlanner;
import io.github.twiliojdbc.request.Values;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one table in the order of a date: window after window, each sorted.
 *
 * <p>Where windows cannot serve, as for rows without a date that come first, all rows are read and
 * sorted.
 */
final class OrderedRows implements RowSource {
  private final Execution execution;
  private final RequestPlanner requests;
  private final TableDefinition table;
  private final Predicate predicate;
  private final List<ColumnDefinition> columns;
  private final Ordering ordering;
  private final boolean mayBeNull;
  private final Optional<GrowingWindows> windows;
  private boolean isDone;
  private long seen;
  private double lists = 1;
  private Iterator<@Nullable Object[]> rows = Collections.emptyIterator();

  OrderedRows(
      Execution execution,
      RequestPlanner requests,
      TableDefinition table,
      Predicate predicate,
      List<ColumnDefinition> columns,
      Ordering ordering) {
    this.execution = execution;
    this.requests = requests;
    this.table = table;
    this.predicate = predicate;
    this.columns = columns;
    this.ordering = ordering;
    this.mayBeNull = GrowingWindows.span(predicate, table.column(ordering.column())).isEmpty();
    this.windows =
        requests.windows(
            table,
            predicate,
            ordering.column(),
            ordering.isDescending(),
            ordering.isNullsFirst(),
            ordering.wanted());
    this.isDone = predicate.alternatives().isEmpty();
  }

  @Override
  public @Nullable Object @Nullable [] next() {
    while (!rows.hasNext()) {
      if (isDone) {
        return null;
      }
      read();
    }
    return rows.next();
  }

  private void read() {
    Optional<Range<Long>> window = windows.flatMap(growing -> growing.next(seen, lists));
    isDone = windows.map(GrowingWindows::isDone).orElse(true);
    if (windows.isPresent() && window.isEmpty()) {
      isDone = true;
      return;
    }
    Predicate wanted =
        window
            .filter(range -> !(isDone && mayBeNull))
            .map(range -> within(range))
            .orElse(predicate);
    List<@Nullable Object[]> sorted = new ArrayList<>();
    RequestPlan plan = requests.plan(table, wanted, OptionalLong.empty());
    // Ranges of dates overlap where the last one reads all rows.
    Iterator<@Nullable Object[]> read = execution.rows(requests, plan, columns, rows -> {});
    int place = columns.indexOf(table.column(ordering.column()));
    while (read.hasNext()) {
      @Nullable Object[] row = read.next();
      Object date = row[place];
      boolean isInside =
          date == null
              ? isDone && mayBeNull
              : window.map(r -> r.contains(number(date))).orElse(true);
      if (isInside) {
        sorted.add(row);
      }
    }
    execution.countRows(sorted.size());
    seen += sorted.size();
    // The accounts may have been counted only now.
    lists = requests.estimator().lists(plan);
    sorted.sort(ordering.comparator());
    rows = sorted.iterator();
  }

  private Predicate within(Range<Long> window) {
    return new Predicate.All(
        List.of(
            predicate, new Predicate.Is(Conjunction.of(ordering.column(), Values.within(window)))));
  }

  private static long number(Object date) {
    return ((Number) date).longValue();
  }
}
