package io.github.twiliojdbc.sql;

import java.util.List;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexOver;
import org.apache.calcite.rex.RexWindow;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.type.SqlTypeName;

/**
 * Gives windows the meaning of the SQL standard where Calcite's code has another: NTILE deals rows
 * out to equal parts, NTH_VALUE is that of the frame, and RANGE reaches as far as {@link
 * RangeFrame} says.
 */
final class Windows extends PlanRewriting {
  private final RexBuilder builder;

  Windows(RexBuilder builder) {
    this.builder = builder;
  }

  @Override
  RexNode rewritten(RexOver call) {
    RexOver over = RangeFrame.of(builder, call);
    return switch (over.getAggOperator().getKind()) {
      case NTILE -> Ntile.of(builder, over);
      case NTH_VALUE -> nthValue(over);
      default -> over;
    };
  }

  /** Returns NULL where the frame has fewer rows, whatever comes behind it. */
  private RexNode nthValue(RexOver over) {
    RelDataType type = builder.getTypeFactory().createSqlType(SqlTypeName.BIGINT);
    RexWindow window = over.getWindow();
    RexNode rows =
        builder.makeOver(
            type,
            SqlStdOperatorTable.COUNT,
            List.of(),
            window.partitionKeys,
            window.orderKeys,
            window.getLowerBound(),
            window.getUpperBound(),
            window.getExclude(),
            window.isRows(),
            true,
            false,
            false,
            false);
    return builder.makeCall(
        over.getType(),
        SqlStdOperatorTable.CASE,
        List.of(
            builder.makeCall(
                SqlStdOperatorTable.GREATER_THAN_OR_EQUAL, rows, over.getOperands().get(1)),
            over,
            builder.makeNullLiteral(over.getType())));
  }
}
