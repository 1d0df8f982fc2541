package io.github.twiliojdbc.sql.corrections;

import java.math.BigDecimal;
import java.util.List;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexOver;
import org.apache.calcite.rex.RexWindow;
import org.apache.calcite.sql.SqlAggFunction;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.type.SqlTypeName;

/** NTILE as the SQL standard has it: where rows are left over, the first parts have one more. */
final class Ntile {
  private final RexBuilder builder;
  private final RexWindow window;
  private final RelDataType type;

  private Ntile(RexBuilder builder, RexWindow window) {
    this.builder = builder;
    this.window = window;
    this.type = builder.getTypeFactory().createSqlType(SqlTypeName.BIGINT);
  }

  /** Returns the number of the part, computed from those of the row and of all rows. */
  static RexNode of(RexBuilder builder, RexOver over) {
    return builder.makeCast(
        over.getType(), new Ntile(builder, over.getWindow()).part(over.getOperands().get(0)));
  }

  private RexNode part(RexNode parts) {
    RexNode count = builder.makeCast(type, parts);
    RexNode rows = over(SqlStdOperatorTable.COUNT, false);
    RexNode before =
        call(SqlStdOperatorTable.MINUS, over(SqlStdOperatorTable.ROW_NUMBER, true), one());
    RexNode size = call(SqlStdOperatorTable.DIVIDE, rows, count);
    RexNode larger =
        call(SqlStdOperatorTable.MINUS, rows, call(SqlStdOperatorTable.MULTIPLY, size, count));
    RexNode inLarger =
        call(SqlStdOperatorTable.MULTIPLY, larger, call(SqlStdOperatorTable.PLUS, size, one()));
    // Without a whole row for each part, all rows are in the larger ones.
    RexNode divisor =
        builder.makeCall(
            SqlStdOperatorTable.CASE,
            builder.makeCall(SqlStdOperatorTable.EQUALS, size, builder.makeZeroLiteral(type)),
            one(),
            size);
    return call(
        SqlStdOperatorTable.PLUS,
        one(),
        builder.makeCall(
            SqlStdOperatorTable.CASE,
            builder.makeCall(SqlStdOperatorTable.LESS_THAN, before, inLarger),
            call(SqlStdOperatorTable.DIVIDE, before, call(SqlStdOperatorTable.PLUS, size, one())),
            call(
                SqlStdOperatorTable.PLUS,
                larger,
                call(
                    SqlStdOperatorTable.DIVIDE,
                    call(SqlStdOperatorTable.MINUS, before, inLarger),
                    divisor))));
  }

  private RexNode over(SqlAggFunction function, boolean isUpToRow) {
    return Windows.over(builder, type, function, window, /* isRows= */ true, isUpToRow);
  }

  private RexNode one() {
    return builder.makeExactLiteral(BigDecimal.ONE, type);
  }

  private RexNode call(SqlOperator operator, RexNode left, RexNode right) {
    return builder.makeCall(type, operator, List.of(left, right));
  }
}
