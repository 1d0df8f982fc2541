package io.github.twiliojdbc.catalog;

import java.util.List;

/** Which rows of a parent can have children at all; the others cost no request. */
public sealed interface ParentCondition {

  /** Returns the column of the parent. */
  String column();

  /**
   * The parent's column holds one of these values.
   *
   * @param column column of the parent
   * @param values values that have children
   */
  record AnyOf(String column, List<String> values) implements ParentCondition {}

  /**
   * The parent's column is a number of at least this.
   *
   * @param column column of the parent
   * @param minimum smallest number that has children
   */
  record AtLeast(String column, long minimum) implements ParentCondition {}
}
