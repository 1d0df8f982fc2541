package io.github.twiliojdbc.sql.corrections;

import com.google.common.collect.ImmutableList;
import io.github.twiliojdbc.sql.Casts;
import io.github.twiliojdbc.sql.Intrinsics;
import io.github.twiliojdbc.sql.SqlException;
import java.math.BigDecimal;
import java.util.Set;
import org.apache.calcite.rel.RelFieldCollation;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexFieldCollation;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexOver;
import org.apache.calcite.rex.RexWindow;
import org.apache.calcite.rex.RexWindowBound;
import org.apache.calcite.rex.RexWindowBounds;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.type.SqlTypeName;

/**
 * A frame of the rows whose values are near a row's own: RANGE BETWEEN 5 PRECEDING and so on.
 *
 * <p>Calcite's code knows such frames over numbers that ascend and are never NULL. The rows are
 * therefore put in order of a number that does: of the milliseconds of times, of the opposite for
 * DESC, and of one beyond all reach for NULL, so that NULLs are near each other alone.
 */
final class RangeFrame {
  private static final BigDecimal FAR = BigDecimal.valueOf(1L << 62);
  private static final Set<SqlTypeName> TIMES = Set.of(SqlTypeName.DATE, SqlTypeName.TIMESTAMP);

  private final RexBuilder builder;
  private final RelDataType type;

  private RangeFrame(RexBuilder builder, RelDataType type) {
    this.builder = builder;
    this.type = type;
  }

  /**
   * Returns a call over the same rows.
   *
   * @throws SqlException if the frame is of values that are not counted so
   */
  static RexOver of(RexBuilder builder, RexOver over) {
    RexWindow window = over.getWindow();
    if (window.isRows()
        || (!hasOffset(window.getLowerBound()) && !hasOffset(window.getUpperBound()))) {
      return over;
    }
    RexFieldCollation order = window.orderKeys.get(0);
    if (isBeside(window) && order.left.getType().isNullable()) {
      throw refused(
          "from NULL to values before or behind it",
          "Leave NULLs out and write COALESCE(x, 0) in its ORDER BY");
    }
    RelDataTypeFactory types = builder.getTypeFactory();
    RangeFrame frame =
        new RangeFrame(
            builder,
            types.createSqlType(
                order.left.getType().getSqlTypeName() == SqlTypeName.DOUBLE
                    ? SqlTypeName.DOUBLE
                    : SqlTypeName.BIGINT));
    return (RexOver)
        builder.makeOver(
            over.getType(),
            over.getAggOperator(),
            over.getOperands(),
            window.partitionKeys,
            ImmutableList.of(new RexFieldCollation(frame.key(order), Set.of())),
            frame.bound(window.getLowerBound()),
            frame.bound(window.getUpperBound()),
            window.getExclude(),
            false,
            true,
            false,
            over.isDistinct(),
            over.ignoreNulls());
  }

  /** Returns whether a frame may leave the row's own value out, which for NULL means nothing. */
  private static boolean isBeside(RexWindow window) {
    return hasOffset(window.getLowerBound())
        && hasOffset(window.getUpperBound())
        && window.getLowerBound().isPreceding() == window.getUpperBound().isPreceding();
  }

  private static boolean hasOffset(RexWindowBound bound) {
    return bound.getOffset() != null;
  }

  private RexNode key(RexFieldCollation order) {
    RexNode number = number(order.left);
    boolean isDescending = order.getDirection().isDescending();
    RexNode ascending =
        isDescending ? builder.makeCall(SqlStdOperatorTable.UNARY_MINUS, number) : number;
    boolean isFirst = order.getNullDirection() == RelFieldCollation.NullDirection.FIRST;
    return builder.makeCall(
        type,
        SqlStdOperatorTable.COALESCE,
        ImmutableList.of(ascending, builder.makeLiteral(isFirst ? FAR.negate() : FAR, type, true)));
  }

  /** Returns a value as a number. */
  private RexNode number(RexNode value) {
    SqlTypeName name = value.getType().getSqlTypeName();
    RelDataTypeFactory types = builder.getTypeFactory();
    if (TIMES.contains(name)) {
      RelDataType timestamp = types.createSqlType(SqlTypeName.TIMESTAMP);
      return Intrinsics.call(
          builder,
          "MILLISECONDS_OF",
          Casts.cast(
              builder,
              value,
              types.createTypeWithNullability(timestamp, value.getType().isNullable())));
    }
    if (!SqlTypeName.INT_TYPES.contains(name) && name != SqlTypeName.DOUBLE) {
      throw refused(
          "in " + name + "s",
          "Count in whole parts: ORDER BY CAST(x * 100000 AS BIGINT) RANGE 1000 PRECEDING for 0.01");
    }
    return builder.makeCast(
        types.createTypeWithNullability(type, value.getType().isNullable()), value);
  }

  private RexWindowBound bound(RexWindowBound bound) {
    RexNode offset = bound.getOffset();
    if (offset == null) {
      return bound;
    }
    SqlTypeName name = offset.getType().getSqlTypeName();
    if (SqlTypeName.YEAR_INTERVAL_TYPES.contains(name)) {
      throw refused(
          "in months",
          "Take a sub-query: (SELECT sum(x) FROM t AS u WHERE u.d BETWEEN t.d - INTERVAL '1' MONTH AND"
              + " t.d)");
    }
    RexNode number =
        SqlTypeName.DAY_INTERVAL_TYPES.contains(name)
            ? Intrinsics.call(builder, "MILLISECONDS_OF", offset)
            : builder.makeCast(type, offset);
    return bound.isPreceding()
        ? RexWindowBounds.preceding(number)
        : RexWindowBounds.following(number);
  }

  private static SqlException refused(String what, String advice) {
    return new SqlException(
        SqlException.Kind.UNSUPPORTED,
        "A window's RANGE is not counted %s. %s.".formatted(what, advice),
        null);
  }
}
