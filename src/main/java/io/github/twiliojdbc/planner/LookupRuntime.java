package io.github.twiliojdbc.planner;

import io.github.twiliojdbc.request.Conjunction;
import io.github.twiliojdbc.request.Predicate;
import io.github.twiliojdbc.request.Values;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
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
  private static final int FIRST_KEYS = 4;

  private static final int MOST_KEYS = 64;

  /** Rows of a batch whose keys are mostly the same. */
  private static final int MOST_ROWS = 10_000;

  private final int number;
  private final List<Integer> keys;
  private final List<String> columns;

  LookupRuntime(int number, List<Integer> keys, List<String> columns) {
    this.number = number;
    this.keys = keys;
    this.columns = columns;
  }

  /**
   * Returns the joined rows, batch by batch.
   *
   * @param driver rows whose keys are asked for
   * @param asking whether the key of a row is asked for
   * @param body returns the joined rows of the batch that a context holds
   */
  public <T> Enumerable<T> rows(
      DataContext context,
      Enumerable<Object> driver,
      Predicate1<Object> asking,
      Function1<DataContext, Enumerable<T>> body) {
    return new AbstractEnumerable<>() {
      @Override
      public Enumerator<T> enumerator() {
        return new Joined<>((QueryContext) context, driver.enumerator(), asking, body);
      }
    };
  }

  /** Returns the batch that is being joined. */
  public static Enumerable<Object> batch(DataContext context, int number) {
    return Linq4j.asEnumerable(((QueryContext) context).batch(number));
  }

  private Object field(Object row, int place) {
    return row instanceof Object[] fields ? fields[place] : row;
  }

  /** Returns the predicate that the rows with these keys fulfil. */
  private Predicate predicate(Set<List<Object>> batchKeys) {
    List<Predicate> alternatives = new ArrayList<>();
    for (List<Object> key : batchKeys) {
      Conjunction conjunction = Conjunction.NONE;
      for (int i = 0; i < key.size(); i++) {
        conjunction =
            conjunction.and(Conjunction.of(columns.get(i), Values.oneOf(List.of(key.get(i)))));
      }
      alternatives.add(new Predicate.Is(conjunction));
    }
    return new Predicate.Any(alternatives);
  }

  /** The joined rows of one batch after another. */
  private final class Joined<T> implements Enumerator<T> {
    private final QueryContext context;
    private final Enumerator<Object> driver;
    private final Predicate1<Object> asking;
    private final Function1<DataContext, Enumerable<T>> body;
    private Enumerator<T> joined = Linq4j.emptyEnumerator();
    private int mostKeys = FIRST_KEYS;
    private boolean isDone;

    Joined(
        QueryContext context,
        Enumerator<Object> driver,
        Predicate1<Object> asking,
        Function1<DataContext, Enumerable<T>> body) {
      this.context = context;
      this.driver = driver;
      this.asking = asking;
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
      Set<List<Object>> batchKeys = new LinkedHashSet<>();
      while (batchKeys.size() < mostKeys && rows.size() < MOST_ROWS) {
        if (!driver.moveNext()) {
          isDone = true;
          break;
        }
        Object row = driver.current();
        rows.add(row);
        List<@Nullable Object> key = keys.stream().map(place -> field(row, place)).toList();
        if (key.stream().allMatch(Objects::nonNull) && asking.apply(row)) {
          batchKeys.add(List.copyOf(key));
        }
      }
      mostKeys = Math.min(MOST_KEYS, mostKeys * 4);
      if (!rows.isEmpty()) {
        joined = body.apply(context.with(number, predicate(batchKeys), rows)).enumerator();
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
