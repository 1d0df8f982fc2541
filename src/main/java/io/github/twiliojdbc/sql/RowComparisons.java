package io.github.twiliojdbc.sql;

import java.util.List;
import java.util.Optional;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;

/**
 * Comparisons of rows, as {@code (date_sent, sid) > (?, ?)} of whoever reads page by page.
 *
 * <p>They are written as comparisons of their fields, which are unknown where a field is NULL, and
 * of which the first narrows requests; Calcite would compare NULLs like values, and check alone.
 */
final class RowComparisons {
  private RowComparisons() {}

  /** Returns what a comparison of two rows of the same size means; empty for any other call. */
  static Optional<SqlNode> of(SqlCall call) {
    if (!SqlKind.COMPARISON.contains(call.getKind())
        || call.operandCount() != 2
        || !(call.operand(0) instanceof SqlCall left && left.getKind() == SqlKind.ROW)
        || !(call.operand(1) instanceof SqlCall right && right.getKind() == SqlKind.ROW)
        || left.operandCount() != right.operandCount()) {
      return Optional.empty();
    }
    Fields fields =
        new Fields(left.getOperandList(), right.getOperandList(), call.getParserPosition());
    return switch (call.getKind()) {
      case EQUALS -> Optional.of(fields.all(SqlStdOperatorTable.EQUALS, SqlStdOperatorTable.AND));
      case NOT_EQUALS ->
          Optional.of(fields.all(SqlStdOperatorTable.NOT_EQUALS, SqlStdOperatorTable.OR));
      case LESS_THAN, LESS_THAN_OR_EQUAL ->
          Optional.of(
              fields.inOrder(
                  SqlStdOperatorTable.LESS_THAN_OR_EQUAL,
                  SqlStdOperatorTable.LESS_THAN,
                  call.getOperator()));
      case GREATER_THAN, GREATER_THAN_OR_EQUAL ->
          Optional.of(
              fields.inOrder(
                  SqlStdOperatorTable.GREATER_THAN_OR_EQUAL,
                  SqlStdOperatorTable.GREATER_THAN,
                  call.getOperator()));
      default -> Optional.empty();
    };
  }

  private record Fields(List<SqlNode> left, List<SqlNode> right, SqlParserPos place) {

    SqlNode all(SqlOperator comparison, SqlOperator connective) {
      SqlNode result = compared(comparison, 0);
      for (int i = 1; i < left.size(); i++) {
        result = connective.createCall(place, result, compared(comparison, i));
      }
      return result;
    }

    SqlNode inOrder(SqlOperator inclusive, SqlOperator strict, SqlOperator last) {
      int end = left.size() - 1;
      SqlNode result = compared(last, end);
      for (int i = end - 1; i >= 0; i--) {
        SqlNode rest =
            SqlStdOperatorTable.AND.createCall(
                place, compared(SqlStdOperatorTable.EQUALS, i), result);
        result = SqlStdOperatorTable.OR.createCall(place, compared(strict, i), rest);
      }
      return end == 0
          ? result
          : SqlStdOperatorTable.AND.createCall(place, compared(inclusive, 0), result);
    }

    private SqlNode compared(SqlOperator comparison, int field) {
      return comparison.createCall(place, left.get(field), right.get(field));
    }
  }
}
