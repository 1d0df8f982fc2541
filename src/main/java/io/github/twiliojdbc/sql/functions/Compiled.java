package io.github.twiliojdbc.sql.functions;

import com.google.common.base.Function;
import com.google.common.base.Throwables;
import com.google.common.cache.CacheBuilder;
import com.google.common.cache.CacheLoader;
import com.google.common.cache.LoadingCache;
import com.google.common.util.concurrent.UncheckedExecutionException;
import java.util.Objects;

/**
 * What patterns are made into, of which a query has the same for all rows; the latest are kept.
 *
 * <p>Safe for use by several threads.
 */
final class Compiled<P, C> {
  private static final int MOST_KEPT = 1000;

  private final LoadingCache<P, C> kept;

  /**
   * Creates it.
   *
   * @param compiler makes something of a pattern
   */
  Compiled(Function<P, C> compiler) {
    this.kept = CacheBuilder.newBuilder().maximumSize(MOST_KEPT).build(CacheLoader.from(compiler));
  }

  /** Returns what a pattern is made into, or throws what its compiler does. */
  C of(P pattern) {
    try {
      return kept.getUnchecked(pattern);
    } catch (UncheckedExecutionException e) {
      Throwables.throwIfUnchecked(Objects.requireNonNull(e.getCause()));
      throw e;
    }
  }
}
