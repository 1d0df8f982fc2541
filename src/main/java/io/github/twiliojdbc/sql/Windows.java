package io.github.twiliojdbc.sql;

import java.math.BigDecimal;
import java.util.List;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexOver;
import org.apache.calcite.rex.RexWindow;
import org.apache.calcite.rex.RexWindowBounds;
import org.apache.calcite.sql.SqlAggFunction;
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
      case LAG, LEAD -> withTypeOfValue(over);
      case PERCENT_RANK -> percentRank(over);
      case CUME_DIST -> divided(over, count(over, true), count(over, false));
      default -> over;
    };
  }

  /** Returns a neighbour's value, where what stands in for none is of the same type. */
  private RexNode withTypeOfValue(RexOver over) {
    List<RexNode> operands = over.getOperands();
    if (operands.size() < 3) {
      return over;
    }
    RexWindow window = over.getWindow();
    return builder.makeOver(
        over.getType(),
        over.getAggOperator(),
        List.of(
            operands.get(0),
            operands.get(1),
            Casts.cast(builder, operands.get(2), operands.get(0).getType())),
        window.partitionKeys,
        window.orderKeys,
        window.getLowerBound(),
        window.getUpperBound(),
        window.getExclude(),
        window.isRows(),
        true,
        false,
        false,
        over.ignoreNulls());
  }

  /** Returns the rows before those that are equal to a row, as a part of all others. */
  private RexNode percentRank(RexOver over) {
    RexNode one = builder.makeExactLiteral(BigDecimal.ONE, whole());
    RexNode others =
        builder.makeCall(whole(), SqlStdOperatorTable.MINUS, List.of(count(over, false), one));
    RexNode before =
        builder.makeCall(
            whole(),
            SqlStdOperatorTable.MINUS,
            List.of(over(over, SqlStdOperatorTable.RANK, true), one));
    // A row by itself has no others.
    RexNode divisor =
        builder.makeCall(
            SqlStdOperatorTable.CASE,
            builder.makeCall(SqlStdOperatorTable.EQUALS, others, builder.makeZeroLiteral(whole())),
            one,
            others);
    return divided(over, before, divisor);
  }

  private RexNode divided(RexOver over, RexNode part, RexNode all) {
    return builder.makeCall(
        over.getType(),
        SqlStdOperatorTable.DIVIDE,
        List.of(builder.makeCast(over.getType(), part), builder.makeCast(over.getType(), all)));
  }

  private RexNode count(RexOver over, boolean isUpToRow) {
    return over(over, SqlStdOperatorTable.COUNT, isUpToRow);
  }

  private RexNode over(RexOver over, SqlAggFunction function, boolean isUpToRow) {
    RexWindow window = over.getWindow();
    return builder.makeOver(
        whole(),
        function,
        List.of(),
        window.partitionKeys,
        window.orderKeys,
        RexWindowBounds.UNBOUNDED_PRECEDING,
        isUpToRow ? RexWindowBounds.CURRENT_ROW : RexWindowBounds.UNBOUNDED_FOLLOWING,
        false,
        true,
        false,
        false,
        false);
  }

  private RelDataType whole() {
    return builder.getTypeFactory().createSqlType(SqlTypeName.BIGINT);
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
