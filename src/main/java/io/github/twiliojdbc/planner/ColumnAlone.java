package io.github.twiliojdbc.planner;

import io.github.twiliojdbc.request.TimeFunction;
import io.github.twiliojdbc.sql.DateFields;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.calcite.avatica.util.TimeUnit;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.sql.SqlIntervalQualifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.SqlTypeName;
import org.jspecify.annotations.Nullable;

/**
 * Comparisons in which a time is moved by an interval, or its distance from another is taken,
 * turned so that less is left around the column: {@code now() - date_sent < INTERVAL '2' DAY} is
 * {@code date_sent > now() - INTERVAL '2' DAY}.
 */
final class ColumnAlone {
  /** An age's months have 28 to 31 days and are compared as if they had 30. */
  static final BigDecimal LONGEST = new BigDecimal("1.05");

  static final BigDecimal SHORTEST = new BigDecimal("0.9");

  /** Digits of a second that a time has. */
  private static final int MILLISECONDS = 3;

  private static final int DIGITS = 9;

  private final RexBuilder builder;

  ColumnAlone(RexBuilder builder) {
    this.builder = builder;
  }

  /**
   * Returns what follows from a comparison, and is nearer to a condition on a column; empty if
   * there is nothing to turn.
   *
   * @param value what is compared with, which has one value for all rows
   */
  Optional<RexNode> of(SqlKind comparison, RexNode left, RexNode value) {
    if (!(left instanceof RexCall call)) {
      return Optional.empty();
    }
    List<RexNode> operands = call.getOperands();
    String function = call.getOperator().getName().toUpperCase(Locale.ROOT);
    if (function.equals("LENGTH_OF") && operands.get(0) instanceof RexCall age) {
      return ofAge(comparison, age, value);
    }
    if (operands.size() != 2) {
      return Optional.empty();
    }
    RexNode first = operands.get(0);
    RexNode second = operands.get(1);
    if (function.equals("DAYS_BETWEEN")) {
      return ofDistance(comparison, first, second, days(value));
    }
    if (call.getOperator().equals(SqlStdOperatorTable.MINUS_DATE) && isDayTime(left)) {
      return ofDistance(comparison, first, second, value);
    }
    boolean isPlus = call.getOperator().equals(SqlStdOperatorTable.DATETIME_PLUS);
    if ((isPlus || call.getOperator().equals(SqlStdOperatorTable.MINUS_DATE))
        && isDayTime(second)
        && ConditionReader.isValue(second)) {
      return Optional.of(compared(comparison, first, moved(value, second, !isPlus)));
    }
    return DateFields.isField(function)
            && first instanceof RexLiteral unit
            && value instanceof RexLiteral number
        ? ofField(comparison, unit.getValueAs(String.class), second, number)
        : Optional.empty();
  }

  /** Turns {@code one - other <comparison> distance}. */
  private Optional<RexNode> ofDistance(
      SqlKind comparison, RexNode one, RexNode other, RexNode distance) {
    if (ConditionReader.isValue(one)) {
      return Optional.of(compared(comparison.reverse(), other, moved(one, distance, false)));
    }
    return ConditionReader.isValue(other)
        ? Optional.of(compared(comparison, one, moved(other, distance, true)))
        : Optional.empty();
  }

  /** Turns a comparison of the seconds or the whole days of a distance. */
  private Optional<RexNode> ofField(
      SqlKind comparison, @Nullable String unit, RexNode distance, RexLiteral number) {
    BigDecimal count = number.getValueAs(BigDecimal.class);
    if (unit == null || count == null || !isDayTime(distance)) {
      return Optional.empty();
    }
    if (unit.equalsIgnoreCase("epoch") && count.stripTrailingZeros().scale() <= MILLISECONDS) {
      return Optional.of(
          compared(comparison, distance, interval(count.movePointRight(MILLISECONDS))));
    }
    if (!unit.equalsIgnoreCase("day") || count.signum() <= 0) {
      return Optional.empty();
    }
    BigDecimal day = BigDecimal.valueOf(TimeFunction.DAY);
    return switch (comparison) {
      case LESS_THAN, LESS_THAN_OR_EQUAL ->
          Optional.of(
              compared(
                  SqlKind.LESS_THAN, distance, interval(count.add(BigDecimal.ONE).multiply(day))));
      case GREATER_THAN, GREATER_THAN_OR_EQUAL ->
          Optional.of(
              compared(SqlKind.GREATER_THAN_OR_EQUAL, distance, interval(count.multiply(day))));
      default -> Optional.empty();
    };
  }

  /** Turns a comparison of an age, of which a month counts 30 days, with an interval. */
  private Optional<RexNode> ofAge(SqlKind comparison, RexCall age, RexNode value) {
    if (!age.getOperator().getName().equalsIgnoreCase("age")
        || !(value instanceof RexLiteral literal)) {
      return Optional.empty();
    }
    BigDecimal length = literal.getValueAs(BigDecimal.class);
    if (length == null) {
      return Optional.empty();
    }
    BigDecimal one = length.multiply(LONGEST);
    BigDecimal other = length.multiply(SHORTEST);
    RexNode end = age.getOperands().get(0);
    RexNode start = age.getOperands().get(1);
    return switch (comparison) {
      case LESS_THAN, LESS_THAN_OR_EQUAL ->
          ofDistance(SqlKind.LESS_THAN_OR_EQUAL, end, start, interval(one.max(other)));
      case GREATER_THAN, GREATER_THAN_OR_EQUAL ->
          ofDistance(SqlKind.GREATER_THAN_OR_EQUAL, end, start, interval(one.min(other)));
      default -> Optional.empty();
    };
  }

  private RexNode compared(SqlKind comparison, RexNode column, RexNode value) {
    return builder.makeCall(RexUtil.op(comparison), column, value);
  }

  private RexNode moved(RexNode point, RexNode interval, boolean isLater) {
    SqlOperator operator =
        isLater ? SqlStdOperatorTable.DATETIME_PLUS : SqlStdOperatorTable.MINUS_DATE;
    RelDataType type =
        builder
            .getTypeFactory()
            .createTypeWithNullability(
                point.getType(), point.getType().isNullable() || interval.getType().isNullable());
    return builder.makeCall(type, operator, List.of(point, interval));
  }

  private RexNode days(RexNode count) {
    RexNode day = interval(BigDecimal.valueOf(TimeFunction.DAY));
    RelDataType days =
        builder
            .getTypeFactory()
            .createTypeWithNullability(day.getType(), count.getType().isNullable());
    return builder.makeCall(days, SqlStdOperatorTable.MULTIPLY, List.of(day, count));
  }

  private RexNode interval(BigDecimal milliseconds) {
    return builder.makeIntervalLiteral(
        milliseconds.setScale(0, RoundingMode.HALF_UP),
        new SqlIntervalQualifier(
            TimeUnit.DAY, DIGITS, TimeUnit.SECOND, MILLISECONDS, SqlParserPos.ZERO));
  }

  private static boolean isDayTime(RexNode node) {
    return SqlTypeName.DAY_INTERVAL_TYPES.contains(node.getType().getSqlTypeName());
  }
}
