package io.github.twiliojdbc.jdbc;

/** A statement that runs, again and again. */
interface Running {

  /** Returns the run under way or last run. */
  Run run();
}
