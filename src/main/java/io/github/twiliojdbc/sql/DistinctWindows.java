package io.github.twiliojdbc.sql;

import org.apache.calcite.sql.SqlBasicCall;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNumericLiteral;
import org.apache.calcite.sql.SqlOrderBy;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.util.SqlBasicVisitor;
import org.apache.calcite.util.Util;

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
            && select.getSelectList().stream().anyMatch(DistinctWindows::hasWindow)
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

  private static boolean hasWindow(SqlNode item) {
    try {
      item.accept(
          new SqlBasicVisitor<Void>() {
            @Override
            public Void visit(SqlCall call) {
              if (call.getKind() == SqlKind.OVER) {
                throw new Util.FoundOne(call);
              }
              return super.visit(call);
            }
          });
      return false;
    } catch (Util.FoundOne e) {
      return true;
    }
  }
}
