package io.github.twiliojdbc.planner;

/** How much of a query is left to Twilio. */
public enum PushDown {
  /** As much as Twilio can do. */
  ALL,

  /** Nothing: tables are read whole, which is slow but simple, and good to compare with. */
  NONE
}
