package io.github.twiliojdbc.planner;

import org.apache.calcite.linq4j.AbstractEnumerable;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.Enumerator;
import org.apache.calcite.linq4j.Linq4j;
import org.jspecify.annotations.Nullable;

/**
 * What the generated code of a query calls to get some rows alone.
 *
 * <p>Public because generated code is in another package.
 */
public final class LimitRuntime {
  private LimitRuntime() {}

  /**
   * Returns some rows, and asks for none beyond them.
   *
   * @param offset how many rows are left out at first, or null
   * @param fetch how many rows are returned after that, or null for all
   */
  public static <T> Enumerable<T> rows(
      Enumerable<T> rows, @Nullable Object offset, @Nullable Object fetch) {
    long first = offset == null ? 0 : ((Number) offset).longValue();
    long most = fetch == null ? Long.MAX_VALUE : ((Number) fetch).longValue();
    return new AbstractEnumerable<>() {
      @Override
      public Enumerator<T> enumerator() {
        return most <= 0
            ? Linq4j.emptyEnumerator()
            : new LimitedRows<>(rows.enumerator(), Math.max(first, 0), most);
      }
    };
  }

  private static final class LimitedRows<T> implements Enumerator<T> {
    private final Enumerator<T> rows;
    private final long offset;
    private final long most;
    private long returned;

    LimitedRows(Enumerator<T> rows, long offset, long most) {
      this.rows = rows;
      this.offset = offset;
      this.most = most;
    }

    @Override
    public T current() {
      return rows.current();
    }

    @Override
    public boolean moveNext() {
      if (returned == 0) {
        for (long i = 0; i < offset; i++) {
          if (!rows.moveNext()) {
            return false;
          }
        }
      }
      boolean moved = returned < most && rows.moveNext();
      returned++;
      return moved;
    }

    @Override
    public void reset() {
      rows.reset();
      returned = 0;
    }

    @Override
    public void close() {
      rows.close();
    }
  }
}
