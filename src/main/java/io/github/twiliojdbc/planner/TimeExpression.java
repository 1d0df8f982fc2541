package io.github.twiliojdbc.planner;

import io.github.twiliojdbc.catalog.ColumnDefinition;
import io.github.twiliojdbc.request.TimeFunction;
import io.github.twiliojdbc.sql.DateFields;
import io.github.twiliojdbc.sql.functions.WallClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.avatica.util.TimeUnitRange;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.type.SqlTypeUtil;

/**
 * A column, or functions of it that never decrease.
 *
 * @param clock clock by which the column is read, if it is not the connection's
 * @param functions functions, the one that is applied first at the end
 */
record TimeExpression(
    ColumnDefinition column, Optional<WallClock> clock, List<TimeFunction> functions) {

  /** Returns the expression with one more function applied to it. */
  TimeExpression then(TimeFunction function) {
    List<TimeFunction> longer = new ArrayList<>();
    longer.add(function);
    longer.addAll(functions);
    return new TimeExpression(column, clock, List.copyOf(longer));
  }

  /** Returns the column and the functions of it that an expression is, if it is such. */
  static Optional<TimeExpression> of(RexNode node, List<ColumnDefinition> columns) {
    if (node instanceof RexInputRef ref) {
      return Optional.of(
          new TimeExpression(columns.get(ref.getIndex()), Optional.empty(), List.of()));
    }
    Optional<WallClock> clock = DateFields.clock(node);
    if (clock.isPresent() && operand(node, 0) instanceof RexInputRef ref) {
      return Optional.of(new TimeExpression(columns.get(ref.getIndex()), clock, List.of()));
    }
    SqlKind kind = node.getKind();
    if (kind == SqlKind.CAST) {
      return cast(operand(node, 0), node.getType(), columns);
    }
    Optional<TimeExpression> truncated = truncated(node, columns);
    if (truncated.isPresent()) {
      return truncated;
    }
    Optional<RexNode> ofWeek = DateFields.startOfWeek(node);
    if (ofWeek.isPresent()) {
      return of(ofWeek.get(), columns)
          .map(time -> time.then(new TimeFunction.StartOf(TimeFunction.unit("WEEK"))));
    }
    boolean isRounding = kind == SqlKind.FLOOR || kind == SqlKind.CEIL;
    if (!isRounding || ((RexCall) node).getOperands().size() != 2) {
      return Optional.empty();
    }
    return function(unit(operand(node, 1)), kind == SqlKind.FLOOR)
        .flatMap(
            function ->
                of(operand(node, 0), columns)
                    .map(
                        time ->
                            node.getType().getSqlTypeName() == SqlTypeName.DATE
                                ? time.then(new TimeFunction.MidnightOf())
                                    .then(function)
                                    .then(new TimeFunction.DayOf())
                                : time.then(function)));
  }

  /** Returns the time that a call of DATE_TRUNC is, with whatever unit. */
  private static Optional<TimeExpression> truncated(RexNode node, List<ColumnDefinition> columns) {
    return DateFields.unit(node)
        .flatMap(
            unit -> {
              Optional<TimeExpression> time = of(operand(node, 1), columns);
              return switch (unit) {
                case "YEAR", "QUARTER", "MONTH", "WEEK", "DAY", "HOUR", "MINUTE", "SECOND" ->
                    time.map(
                        given -> given.then(new TimeFunction.StartOf(TimeFunction.unit(unit))));
                case "MILLISECOND", "MICROSECOND" -> time;
                default -> Optional.empty();
              };
            });
  }

  private static Optional<TimeExpression> cast(
      RexNode from, RelDataType to, List<ColumnDefinition> columns) {
    SqlTypeName source = from.getType().getSqlTypeName();
    SqlTypeName target = to.getSqlTypeName();
    if (source == SqlTypeName.TIMESTAMP && target == SqlTypeName.DATE) {
      return of(from, columns).map(time -> time.then(new TimeFunction.DayOf()));
    }
    if (source == SqlTypeName.DATE && target == SqlTypeName.TIMESTAMP) {
      return of(from, columns).map(time -> time.then(new TimeFunction.MidnightOf()));
    }
    return keepsValues(from.getType(), to) ? of(from, columns) : Optional.empty();
  }

  private static boolean keepsValues(RelDataType from, RelDataType to) {
    if (SqlTypeUtil.isExactNumeric(from) && SqlTypeUtil.isExactNumeric(to)) {
      return to.getScale() == from.getScale() && to.getPrecision() >= from.getPrecision();
    }
    return to.getSqlTypeName() == from.getSqlTypeName()
        && (SqlTypeUtil.isCharacter(to)
            ? to.getPrecision() == RelDataType.PRECISION_NOT_SPECIFIED
            : to.getPrecision() >= from.getPrecision());
  }

  private static Optional<TimeFunction> function(TimeUnitRange unit, boolean isFloor) {
    return switch (unit) {
      case YEAR, QUARTER, MONTH, WEEK, DAY, HOUR, MINUTE, SECOND ->
          Optional.of(
              isFloor
                  ? new TimeFunction.StartOf(TimeFunction.unit(unit.name()))
                  : new TimeFunction.EndOf(TimeFunction.unit(unit.name())));
      default -> Optional.empty();
    };
  }

  static TimeUnitRange unit(RexNode flag) {
    TimeUnitRange unit = ((RexLiteral) flag).getValueAs(TimeUnitRange.class);
    // Not every symbol of a FLOOR is a unit of time that is known here.
    return unit == null ? TimeUnitRange.EPOCH : unit;
  }

  private static RexNode operand(RexNode call, int place) {
    return ((RexCall) call).getOperands().get(place);
  }
}
