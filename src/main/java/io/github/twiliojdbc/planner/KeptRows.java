package io.github.twiliojdbc.planner;

import com.google.common.collect.AbstractIterator;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.calcite.DataContext;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.Linq4j;
import org.jspecify.annotations.Nullable;

/**
 * Rows that are read once, as far as any iteration went, and kept for the next iteration.
 *
 * <p>Public because generated code is in another package.
 *
 * @param <T> what a row is
 */
public final class KeptRows<T extends @Nullable Object> implements Iterable<T> {
  private final Iterable<T> source;
  private final Runnable check;
  private final List<T> kept = new ArrayList<>();
  private @Nullable Iterator<T> unread;

  /**
   * Creates the rows of a source.
   *
   * @param check fails if the rows are no longer wanted, which a join in memory learns from nobody
   *     else
   */
  KeptRows(Iterable<T> source, Runnable check) {
    this.source = source;
    this.check = check;
  }

  /** Returns rows that are kept as long as a query runs. */
  public static <T extends @Nullable Object> Enumerable<T> of(
      DataContext query, Enumerable<T> rows) {
    return Linq4j.asEnumerable(new KeptRows<>(rows, ((QueryContext) query).execution()::check));
  }

  @Override
  public Iterator<T> iterator() {
    Iterator<T> rest = unread == null ? source.iterator() : unread;
    unread = rest;
    return new AbstractIterator<>() {
      private int next;

      @Override
      protected @Nullable T computeNext() {
        check.run();
        if (next == kept.size()) {
          if (!rest.hasNext()) {
            return endOfData();
          }
          kept.add(rest.next());
        }
        return kept.get(next++);
      }
    };
  }
}
