package io.github.twiliojdbc.planner;

import io.github.twiliojdbc.request.Predicate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.calcite.DataContext;
import org.apache.calcite.linq4j.AbstractEnumerable;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.Enumerator;
import org.apache.calcite.linq4j.Linq4j;
import org.apache.calcite.linq4j.function.Function1;
import org.apache.calcite.linq4j.function.Predicate1;
import org.jspecify.annotations.Nullable;

/**
 * What the generated code of a query calls to join rows with those that have their keys.
 *
 * <p>Public because generated code is in another package.
 */
public final class LookupRuntime {
  /** Keys of the first batch: few, since few rows may be needed. */
  private static final int FIRST_KEYS = 3;

  private static final int MOST_KEYS = 64;

  /** Maximum number of rows of a batch, if their keys are mostly the same or are ranges. */
  static final int MOST_ROWS = 10_000;

  private final int number;
  private final List<ScanLookup> scans;
  private final int count;
  private final boolean isKeyed;

  LookupRuntime(int number, List<ScanLookup> scans) {
    this.number = number;
    this.scans = scans;
    this.count = scans.stream().mapToInt(scan -> scan.filter().values().size()).sum();
    this.isKeyed = scans.stream().anyMatch(scan -> scan.filter().isKeyed());
  }

  /**
   * Returns the joined rows, batch by batch.
   *
   * @param driver rows whose keys are asked for
   * @param asking whether a row is asked for
   * @param values returns the values of the scans' filters for a row
   * @param body returns the joined rows of the batch that a context holds
   */
  public <T> Enumerable<T> rows(
      DataContext context,
      Enumerable<Object> driver,
      Predicate1<Object> asking,
      Function1<Object, @Nullable Object[]> values,
      Function1<DataContext, Enumerable<T>> body) {
    return new AbstractEnumerable<>() {
      @Override
      public Enumerator<T> enumerator() {
        return new Joined<>((QueryContext) context, driver.enumerator(), asking, values, body);
      }
    };
  }

  /** Returns the batch that is being joined. */
  public static Enumerable<Object> batch(DataContext context, int number) {
    return Linq4j.asEnumerable(((QueryContext) context).batch(number));
  }

  /** Returns the predicates of the scans for a row of the driver. */
  private List<Predicate> predicates(QueryContext context, List<@Nullable Object> values) {
    List<Predicate> predicates = new ArrayList<>();
    int first = 0;
    for (ScanLookup scan : scans) {
      int end = first + scan.filter().values().size();
      predicates.add(
          scan.filter().bind(values.subList(first, end), context.now(), context.clock()));
      first = end;
    }
    return predicates;
  }

  /** Returns the filter of each scan, by its number, for some rows of the driver. */
  private Map<Integer, QueryContext.BatchFilter> filters(
      Collection<List<Predicate>> rows, boolean areLast) {
    Map<Integer, QueryContext.BatchFilter> filters = new HashMap<>();
    for (int i = 0; i < scans.size(); i++) {
      int scan = i;
      List<Predicate> ofScan = rows.stream().map(predicates -> predicates.get(scan)).toList();
      filters.put(
          scans.get(scan).number(),
          new QueryContext.BatchFilter(
              isKeyed ? new Predicate.Any(ofScan) : DynamicFilter.any(ofScan), ofScan, areLast));
    }
    return filters;
  }

  /** The joined rows of one batch after another. */
  private final class Joined<T> implements Enumerator<T> {
    private final QueryContext context;
    private final Enumerator<Object> driver;
    private final Predicate1<Object> asking;
    private final Function1<Object, @Nullable Object[]> values;
    private final Function1<DataContext, Enumerable<T>> body;
    private Enumerator<T> joined = Linq4j.emptyEnumerator();
    private int mostKeys = FIRST_KEYS;
    private boolean isDone;

    Joined(
        QueryContext context,
        Enumerator<Object> driver,
        Predicate1<Object> asking,
        Function1<Object, @Nullable Object[]> values,
        Function1<DataContext, Enumerable<T>> body) {
      this.context = context;
      this.driver = driver;
      this.asking = asking;
      this.values = values;
      this.body = body;
    }

    @Override
    public T current() {
      return joined.current();
    }

    @Override
    public boolean moveNext() {
      while (!joined.moveNext()) {
        joined.close();
        joined = Linq4j.emptyEnumerator();
        if (isDone) {
          return false;
        }
        readBatch();
      }
      return true;
    }

    private void readBatch() {
      List<Object> rows = new ArrayList<>();
      Map<List<@Nullable Object>, List<Predicate>> asked = new LinkedHashMap<>();
      int most = isKeyed ? mostKeys : MOST_ROWS;
      while (asked.size() < most && rows.size() < MOST_ROWS) {
        if (!driver.moveNext()) {
          isDone = true;
          break;
        }
        Object row = driver.current();
        rows.add(row);
        if (asking.apply(row)) {
          ask(row, asked);
        }
      }
      mostKeys = Math.min(MOST_KEYS, mostKeys * 4);
      if (!rows.isEmpty()) {
        joined =
            body.apply(
                    context.with(
                        number, filters(asked.values(), isDone && context.isOutermost()), rows))
                .enumerator();
      }
    }

    /** Adds a row to those that are asked for, unless no row can be joined with it. */
    private void ask(Object row, Map<List<@Nullable Object>, List<Predicate>> asked) {
      List<@Nullable Object> key = values(row);
      if (!asked.containsKey(key)) {
        List<Predicate> predicates = predicates(context, key);
        if (predicates.stream().anyMatch(predicate -> !predicate.alternatives().isEmpty())) {
          asked.put(key, predicates);
        }
      }
    }

    private List<@Nullable Object> values(Object row) {
      try {
        return Arrays.asList(values.apply(row));
      } catch (RuntimeException e) {
        // The join's condition fails as well, unless it does not come to this.
        return Collections.nCopies(count, PredicateTemplate.Bound.OPEN);
      }
    }

    @Override
    public void reset() {
      throw new UnsupportedOperationException("rows are read once");
    }

    @Override
    public void close() {
      joined.close();
      driver.close();
    }
  }
}
