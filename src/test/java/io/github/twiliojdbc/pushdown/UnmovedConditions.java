package io.github.twiliojdbc.pushdown;

import java.util.List;

/**
 * The conditions that stand above a scan for no reason.
 *
 * <p>EXPLAIN names each condition above a scan on a column that the list of the scan can filter,
 * unless a request contains it or need not. The reason is an operator whose rows would change, or
 * that the planner did not move the condition, which is a defect.
 */
public final class UnmovedConditions {
  private static final String REASON = "since it was not moved to the scan";

  private UnmovedConditions() {}

  /** Returns the lines of an explanation that name such a condition. */
  public static List<String> in(List<String> explanation) {
    return explanation.stream().map(String::strip).filter(line -> line.endsWith(REASON)).toList();
  }
}
