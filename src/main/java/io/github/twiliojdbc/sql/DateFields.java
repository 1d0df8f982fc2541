package io.github.twiliojdbc.sql;

import io.github.twiliojdbc.sql.functions.DateFunctions;
import io.github.twiliojdbc.sql.functions.WallClock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.calcite.avatica.util.TimeUnitRange;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIntervalQualifier;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql2rel.SqlRexContext;
import org.apache.calcite.sql2rel.StandardConvertletTable;
import org.apache.calcite.util.NlsString;

/**
 * Fields and beginnings of dates, as expressions that the planner finds date ranges in.
 *
 * <p>Where a unit is known to both and means the same, Calcite's EXTRACT and FLOOR are taken.
 */
public final class DateFields {
  private static final Set<String> FIELDS = Set.of("FIELD_OF", "DATE_PART");
  private static final Set<String> OF_DATES = Set.of("YEAR", "QUARTER", "MONTH", "DAY");
  private static final Set<String> OF_TIMES = Set.of("HOUR", "MINUTE");
  private static final Set<String> BEGINNINGS =
      Set.of("YEAR", "QUARTER", "MONTH", "DAY", "HOUR", "MINUTE", "SECOND");

  private DateFields() {}

  /** Returns the expression of a call of a function, which may be one of others. */
  static RexNode call(RexBuilder builder, Function function, List<RexNode> operands) {
    if (operands.size() == 2
        && operands.get(0) instanceof RexLiteral literal
        && literal.getValue() instanceof NlsString text) {
      String unit = text.getValue().toUpperCase(Locale.ROOT);
      RexNode value = operands.get(1);
      SqlTypeName type = value.getType().getSqlTypeName();
      boolean isTimestamp = type == SqlTypeName.TIMESTAMP;
      boolean isDate = type == SqlTypeName.DATE;
      if (isField(function.getName())
          && (((isTimestamp || isDate) && OF_DATES.contains(unit))
              || (isTimestamp && OF_TIMES.contains(unit)))) {
        return field(builder, function, operands, unit);
      }
      if (function.getName().equals("DATE_TRUNC")
          && (isTimestamp || isDate)
          && BEGINNINGS.contains(unit)) {
        return beginning(builder, value, unit);
      }
    }
    return function.call(builder, operands);
  }

  /** Returns whether a function takes a field, its first operand, of a time or an interval. */
  public static boolean isField(String function) {
    return FIELDS.contains(function.toUpperCase(Locale.ROOT));
  }

  private static RexNode field(
      RexBuilder builder, Function function, List<RexNode> operands, String unit) {
    RelDataTypeFactory factory = builder.getTypeFactory();
    RexNode value = operands.get(1);
    boolean isNullable = value.getType().isNullable();
    RexNode field =
        builder.makeCall(
            factory.createTypeWithNullability(
                factory.createSqlType(SqlTypeName.BIGINT), isNullable),
            SqlStdOperatorTable.EXTRACT,
            List.of(builder.makeFlag(TimeUnitRange.valueOf(unit)), value));
    return Casts.cast(builder, field, function.call(builder, operands).getType());
  }

  private static RexNode beginning(RexBuilder builder, RexNode value, String unit) {
    RelDataTypeFactory factory = builder.getTypeFactory();
    RelDataType type =
        factory.createTypeWithNullability(
            factory.createSqlType(SqlTypeName.TIMESTAMP), value.getType().isNullable());
    return builder.makeCall(
        type,
        SqlStdOperatorTable.FLOOR,
        List.of(Casts.cast(builder, value, type), builder.makeFlag(TimeUnitRange.valueOf(unit))));
  }

  /** Returns a call of a function for one of EXTRACT or FLOOR with a unit, else the call itself. */
  public static RexNode function(RexBuilder builder, RexCall call) {
    List<RexNode> operands = call.getOperands();
    return switch (call.getKind()) {
      case EXTRACT -> function(builder, "FIELD_OF", operands.get(0), operands.get(1), call);
      case FLOOR ->
          operands.size() == 2
              ? function(builder, "DATE_TRUNC", operands.get(1), operands.get(0), call)
              : call;
      default -> call;
    };
  }

  private static RexNode function(
      RexBuilder builder, String name, RexNode unit, RexNode value, RexCall call) {
    String text =
        Objects.requireNonNull(((RexLiteral) unit).getValueAs(TimeUnitRange.class)).name();
    return BEGINNINGS.contains(text)
        ? Casts.cast(
            builder,
            Intrinsics.call(builder, name, builder.makeLiteral(text), value),
            call.getType())
        : call;
  }

  /** Returns the unit of a call of DATE_TRUNC, in the singular, if it is such a call. */
  public static Optional<String> unit(RexNode node) {
    boolean isTruncation =
        node instanceof RexCall call
            && call.getOperator().getName().equalsIgnoreCase("DATE_TRUNC")
            && call.getOperands().size() == 2;
    return isTruncation && ((RexCall) node).getOperands().get(0) instanceof RexLiteral unit
        ? Optional.ofNullable(unit.getValueAs(String.class))
            .map(name -> name.toUpperCase(Locale.ROOT))
            .map(name -> name.endsWith("S") ? name.substring(0, name.length() - 1) : name)
        : Optional.empty();
  }

  /** Returns the time of which an expression is the Monday that begins its week, if it is such. */
  public static Optional<RexNode> startOfWeek(RexNode node) {
    return node instanceof RexCall call
            && call.getOperator().getName().equalsIgnoreCase("WEEK_START")
        ? Optional.of(call.getOperands().get(0))
        : Optional.empty();
  }

  /** Returns the clock that an expression reads its first operand by, if it is AT TIME ZONE. */
  public static Optional<WallClock> clock(RexNode node) {
    return node instanceof RexCall call
            && call.getOperator().getName().equalsIgnoreCase("AT_ZONE")
            && call.getOperands().get(1) instanceof RexLiteral zone
        ? Optional.of(DateFunctions.clock(Objects.requireNonNull(zone.getValueAs(String.class))))
        : Optional.empty();
  }

  /** Returns whether a call is FLOOR or CEIL of a date to a week, which begins on Monday. */
  static boolean isWeek(SqlCall call) {
    return call.operandCount() == 2
        && call.operand(1) instanceof SqlIntervalQualifier unit
        && unit.timeUnitRange == TimeUnitRange.WEEK;
  }

  /** Returns the Monday at the beginning or the end of a week. */
  static RexNode week(SqlRexContext context, SqlCall call) {
    RexBuilder builder = context.getRexBuilder();
    RexNode value = context.convertExpression(call.operand(0));
    boolean isDate = value.getType().getSqlTypeName() == SqlTypeName.DATE;
    boolean isTimestamp = value.getType().getSqlTypeName() == SqlTypeName.TIMESTAMP;
    if (!isDate && !isTimestamp) {
      return StandardConvertletTable.INSTANCE.get(call).convertCall(context, call);
    }
    String name = call.getOperator().equals(SqlStdOperatorTable.FLOOR) ? "WEEK_START" : "WEEK_END";
    return Casts.cast(builder, Intrinsics.call(builder, name, value), value.getType());
  }
}
