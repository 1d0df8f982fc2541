package io.github.twiliojdbc.jdbc;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The parameters that were set, and the threads that have set them.
 *
 * <p>Threads that share a statement would else get the rows of each other's parameters. A statement
 * may be handed from one thread to another, between a run and the next as well as before it.
 */
final class SetParameters {
  private final @Nullable ParameterValue[] values;

  /** Threads that have set some since the last run. */
  private final Set<Long> setters = new HashSet<>();

  /** Threads whose values are gone, and which have not set them again. */
  private final Set<Long> losers = new HashSet<>();

  SetParameters(int count) {
    this.values = new ParameterValue[count];
  }

  synchronized void set(int index, ParameterValue value) {
    long thread = Thread.currentThread().getId();
    setters.add(thread);
    losers.remove(thread);
    values[index] = value;
  }

  synchronized void clear() {
    Arrays.fill(values, null);
    setters.clear();
  }

  /**
   * Returns the values for a run; null stands for one that is not set.
   *
   * @param mayBeOpen whether some may not be set
   * @throws SQLException if one is missing, or if several threads have set them since the last run,
   *     of which each has to set its own again
   */
  synchronized List<@Nullable ParameterValue> take(boolean mayBeOpen) throws SQLException {
    long thread = Thread.currentThread().getId();
    if (setters.size() > 1) {
      losers.addAll(setters);
      clear();
    }
    if (losers.remove(thread)) {
      throw SqlErrors.inUse("Several threads have set its parameters");
    }
    int missing = Arrays.asList(values).indexOf(null);
    if (missing >= 0 && !mayBeOpen) {
      throw new SQLException("Parameter " + (missing + 1) + " is not set.", "07002");
    }
    setters.clear();
    return Arrays.asList(values.clone());
  }
}
