package io.github.twiliojdbc.connect;

/** A statement whose runs can warn. */
interface WarningSource {

  /** Returns the warnings of the run under way or last run. */
  Warnings warnings();
}
