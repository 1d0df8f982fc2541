package io.github.twiliojdbc.pushdown;

import java.util.List;

/**
 * A condition on one column, in which {@code $c} stands for the column and {@code ¿0} for the first
 * parameter.
 *
 * @param spelling how it is written
 * @param outside text of the condition where it stands outside
 * @param inside text of the condition at the scan
 * @param with common table that the outer condition needs, as {@code name AS (…)}; empty for none
 * @param values values of its parameters
 * @param isStrict whether NULL never fulfils it
 */
record Condition(
    Spelling spelling,
    String outside,
    String inside,
    String with,
    List<Object> values,
    boolean isStrict) {

  String outside(String column) {
    return outside.replace("$c", column);
  }

  String inside(String expression) {
    return inside.replace("$c", expression);
  }

  /** Returns the name of the common table. */
  String withName() {
    return with.substring(0, with.indexOf(' '));
  }
}
