package io.github.twiliojdbc.jdbc;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A statement that runs, again and again. */
interface Running {

  /** Returns the run under way or last run. */
  Run run();

  /** Returns the values of the statement's parameters, by names of ?0, ?1 and so on. */
  default Map<String, @Nullable Object> parameters() {
    return Map.of();
  }
}
