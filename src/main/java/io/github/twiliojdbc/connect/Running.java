package io.github.twiliojdbc.connect;

/** A statement that runs, again and again. */
interface Running {

  /** Returns the run under way or last run. */
  Run run();
}
