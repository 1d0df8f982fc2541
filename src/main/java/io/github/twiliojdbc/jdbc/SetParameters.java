package io.github.twiliojdbc.jdbc;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The parameters that were set, and whether one thread has set all of them.
 *
 * <p>Threads that share a statement would else get the rows of each other's parameters. A statement
 * may be handed from one thread to another, between a run and the next as well as before it.
 */
final class SetParameters {
  private static final long NOBODY = -1;

  private final @Nullable ParameterValue[] values;
  private long setter = NOBODY;
  private boolean isOfSeveralThreads;

  SetParameters(int count) {
    this.values = new ParameterValue[count];
  }

  synchronized void set(int index, ParameterValue value) {
    long thread = Thread.currentThread().getId();
    isOfSeveralThreads |= setter != NOBODY && setter != thread;
    setter = thread;
    values[index] = value;
  }

  synchronized void clear() {
    Arrays.fill(values, null);
    setter = NOBODY;
    isOfSeveralThreads = false;
  }

  /**
   * Returns the values for a run.
   *
   * @throws SQLException if one is missing, or if several threads have set them since the last run,
   *     of which each has to set its own again
   */
  synchronized List<ParameterValue> take() throws SQLException {
    if (isOfSeveralThreads) {
      clear();
      throw SqlErrors.inUse("Several threads have set its parameters");
    }
    int missing = Arrays.asList(values).indexOf(null);
    if (missing >= 0) {
      throw new SQLException("Parameter " + (missing + 1) + " is not set.", "07002");
    }
    setter = NOBODY;
    return List.of(values);
  }
}
