package io.github.twiliojdbc.planner;

import com.google.common.math.LongMath;
import java.util.Comparator;
import org.apache.calcite.linq4j.AbstractEnumerable;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.EnumerableDefaults;
import org.apache.calcite.linq4j.Enumerator;
import org.apache.calcite.linq4j.Linq4j;
import org.apache.calcite.linq4j.function.Function1;
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
    long first = skipped(offset);
    long most = number(fetch, Long.MAX_VALUE);
    return new AbstractEnumerable<>() {
      @Override
      public Enumerator<T> enumerator() {
        return most <= 0
            ? Linq4j.emptyEnumerator()
            : new LimitedRows<>(rows.enumerator(), first, most);
      }
    };
  }

  /**
   * Returns some rows of those that a sort brings to the front, without keeping the others; rows
   * with the same key stay as they came.
   *
   * @param offset how many rows are left out at first, or null
   * @param fetch how many rows are returned after that, or null for all
   */
  public static <T, K> Enumerable<T> first(
      Enumerable<T> rows,
      Function1<T, K> key,
      Comparator<K> comparator,
      @Nullable Object offset,
      @Nullable Object fetch) {
    long needed = LongMath.saturatedAdd(skipped(offset), number(fetch, Long.MAX_VALUE));
    return rows(
        needed < Integer.MAX_VALUE
            ? EnumerableDefaults.orderBy(rows, key, comparator, 0, (int) needed)
            : EnumerableDefaults.orderBy(rows, key, comparator),
        offset,
        fetch);
  }

  private static long skipped(@Nullable Object offset) {
    return Math.max(number(offset, 0), 0);
  }

  private static long number(@Nullable Object number, long otherwise) {
    return number == null ? otherwise : ((Number) number).longValue();
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
