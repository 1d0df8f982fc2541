package io.github.twiliojdbc.planner;

import io.github.twiliojdbc.sql.SqlException;
import org.apache.calcite.adapter.enumerable.EnumerableCalc;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.RelVisitor;
import org.jspecify.annotations.Nullable;

/** How much of a plan can be made code, of which the JVM takes 64 KB a method. */
final class CodeSize {
  /** Different expressions in one select list and its condition. */
  private static final int MOST_EXPRESSIONS = 5_000;

  private CodeSize() {}

  /**
   * Checks that a plan can be made code.
   *
   * @throws SqlException if it is too large
   */
  static void check(RelNode plan) {
    new RelVisitor() {
      @Override
      public void visit(RelNode node, int ordinal, @Nullable RelNode parent) {
        if (node instanceof EnumerableCalc calc
            && calc.getProgram().getExprCount() > MOST_EXPRESSIONS) {
          throw tooLarge(
              calc.getProgram().getExprCount()
                  + " expressions, of which a query may have "
                  + MOST_EXPRESSIONS,
              null);
        }
        super.visit(node, ordinal, parent);
      }
    }.go(plan);
  }

  /** Returns what a failed compilation says if the code was too large, or the failure as it is. */
  static SqlException failure(@Nullable Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (String.valueOf(cause.getMessage()).contains("grows beyond 64 KB")) {
        return tooLarge("more code than the 64 KB that the JVM takes", thrown);
      }
    }
    return SqlException.noWayToRun(thrown);
  }

  private static SqlException tooLarge(String size, @Nullable Throwable cause) {
    return new SqlException(
        SqlException.Kind.TOO_COMPLEX,
        "The query is too large, it has " + size + ": ask for its parts in several queries.",
        cause);
  }
}
