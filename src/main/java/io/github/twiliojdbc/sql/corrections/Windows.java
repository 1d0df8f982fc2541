package io.github.twiliojdbc.sql.corrections;

import io.github.twiliojdbc.sql.Casts;
import io.github.twiliojdbc.sql.PlanRewriting;
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
  protected RexNode rewritten(RexOver call) {
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
    return inWindow(
        over,
        over.getType(),
        over.getAggOperator(),
        List.of(
            operands.get(0),
            operands.get(1),
            Casts.cast(builder, operands.get(2), operands.get(0).getType())));
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
            List.of(ofRange(over, SqlStdOperatorTable.RANK, true), one));
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
    return ofRange(over, SqlStdOperatorTable.COUNT, isUpToRow);
  }

  private RexNode ofRange(RexOver over, SqlAggFunction function, boolean isUpToRow) {
    return over(builder, whole(), function, over.getWindow(), /* isRows= */ false, isUpToRow);
  }

  /**
   * Returns a function of no operands, over all rows of a window's partition or up to a row.
   *
   * @param isRows whether rows that are equal in the order are told apart
   */
  static RexNode over(
      RexBuilder builder,
      RelDataType type,
      SqlAggFunction function,
      RexWindow window,
      boolean isRows,
      boolean isUpToRow) {
    return builder.makeOver(
        type,
        function,
        List.of(),
        window.partitionKeys,
        window.orderKeys,
        RexWindowBounds.UNBOUNDED_PRECEDING,
        isUpToRow ? RexWindowBounds.CURRENT_ROW : RexWindowBounds.UNBOUNDED_FOLLOWING,
        isRows,
        true,
        false,
        false,
        false);
  }

  /** Returns another function over a call's window. */
  private RexNode inWindow(
      RexOver over, RelDataType type, SqlAggFunction function, List<RexNode> operands) {
    RexWindow window = over.getWindow();
    return builder.makeOver(
        type,
        function,
        operands,
        window.partitionKeys,
        window.orderKeys,
        window.getLowerBound(),
        window.getUpperBound(),
        window.getExclude(),
        window.isRows(),
        true,
        false,
        false,
        function.equals(over.getAggOperator()) && over.ignoreNulls());
  }

  private RelDataType whole() {
    return builder.getTypeFactory().createSqlType(SqlTypeName.BIGINT);
  }

  /** Returns NULL where the frame has fewer rows, whatever comes behind it. */
  private RexNode nthValue(RexOver over) {
    RexNode rows = inWindow(over, whole(), SqlStdOperatorTable.COUNT, List.of());
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
