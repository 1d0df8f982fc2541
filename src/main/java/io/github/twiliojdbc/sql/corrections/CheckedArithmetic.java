package io.github.twiliojdbc.sql.corrections;

import io.github.twiliojdbc.sql.PlanRewriting;
import java.util.Map;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.type.SqlTypeName;

/** Makes sums and products of whole numbers fail where they would overflow, and be wrong. */
final class CheckedArithmetic extends PlanRewriting {
  private static final Map<SqlKind, SqlOperator> CHECKED =
      Map.of(
          SqlKind.PLUS, SqlStdOperatorTable.CHECKED_PLUS,
          SqlKind.MINUS, SqlStdOperatorTable.CHECKED_MINUS,
          SqlKind.TIMES, SqlStdOperatorTable.CHECKED_MULTIPLY,
          SqlKind.MINUS_PREFIX, SqlStdOperatorTable.CHECKED_UNARY_MINUS);

  private final RexBuilder builder;

  CheckedArithmetic(RexBuilder builder) {
    this.builder = builder;
  }

  @Override
  protected RexNode rewritten(RexCall call) {
    SqlOperator checked = CHECKED.get(call.getKind());
    return checked != null && SqlTypeName.INT_TYPES.contains(call.getType().getSqlTypeName())
        ? builder.makeCall(call.getType(), checked, call.getOperands())
        : call;
  }
}
