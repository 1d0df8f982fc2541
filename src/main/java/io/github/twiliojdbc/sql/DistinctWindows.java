package io.github.twiliojdbc.sql;

import org.apache.calcite.sql.SqlBasicCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNumericLiteral;
import org.apache.calcite.sql.SqlOrderBy;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.SqlUtil;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;

/**
 * SELECT DISTINCT of windows in the order of a column's number, which Calcite takes for that of
 * something that is not selected: what is selected is put in order outside.
 */
final class DistinctWindows {
  private DistinctWindows() {}

  /** Returns a query in an order, which is outside of the query if that is such. */
  static SqlOrderBy of(SqlOrderBy ordered) {
    boolean isSuch =
        ordered.query instanceof SqlSelect select
            && select.isDistinct()
            && select.getSelectList().stream()
                .anyMatch(
                    item -> SqlUtil.containsCall(item, call -> call.getKind() == SqlKind.OVER))
            && ordered.orderList.stream().allMatch(DistinctWindows::isNumber);
    if (!isSuch) {
      return ordered;
    }
    SqlParserPos place = ordered.query.getParserPosition();
    SqlNode rows =
        SqlStdOperatorTable.AS.createCall(
            place, ordered.query, new SqlIdentifier("distinct_rows", place));
    return new SqlOrderBy(
        ordered.getParserPosition(),
        Rewriting.allOf(rows),
        ordered.orderList,
        ordered.offset,
        ordered.fetch);
  }

  private static boolean isNumber(SqlNode key) {
    return switch (key.getKind()) {
      case DESCENDING, NULLS_FIRST, NULLS_LAST -> isNumber(((SqlBasicCall) key).operand(0));
      default -> key instanceof SqlNumericLiteral;
    };
  }
}
