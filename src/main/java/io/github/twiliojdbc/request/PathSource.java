package io.github.twiliojdbc.request;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where the values of a path's parameters come from. */
public sealed interface PathSource {

  /**
   * The query gives them all.
   *
   * @param bindings one map from parameter to value for each path
   */
  record Known(List<Map<String, String>> bindings) implements PathSource {}

  /**
   * The query gives all but the account.
   *
   * @param parameter parameter that names the account
   * @param bindings the other parameters, one map for each path in each account
   * @param accounts which accounts are read, if not all are
   */
  record EachAccount(
      String parameter, List<Map<String, String>> bindings, Optional<Values> accounts)
      implements PathSource {

    /** Returns whether the rows of an account are read. */
    public boolean reads(String sid) {
      return accounts.map(values -> values.admits(sid)).orElse(true);
    }
  }

  /**
   * Only the query could give them, and does not.
   *
   * @param columns columns of the table of which one value is needed each
   */
  record Missing(List<String> columns) implements PathSource {}

  /**
   * The rows of the parent give them.
   *
   * @param parent how the parent's rows are asked for
   * @param columns column of the parent for each parameter
   * @param rows what a row of the parent must fulfil for its children to be asked for
   * @param given the parameters that no parent has, one map for each path below each parent
   */
  record EachParent(
      RequestPlan parent,
      Map<String, String> columns,
      Conjunction rows,
      List<Map<String, String>> given)
      implements PathSource {}
}
