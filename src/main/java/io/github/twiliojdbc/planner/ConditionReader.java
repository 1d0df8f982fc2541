package io.github.twiliojdbc.planner;

import com.google.common.collect.Range;
import io.github.twiliojdbc.catalog.ColumnDefinition;
import io.github.twiliojdbc.catalog.ColumnType;
import io.github.twiliojdbc.request.CalendarPart;
import io.github.twiliojdbc.request.Comparison;
import io.github.twiliojdbc.request.Conjunction;
import io.github.twiliojdbc.request.Predicate;
import io.github.twiliojdbc.request.TimeFunction;
import io.github.twiliojdbc.request.Values;
import io.github.twiliojdbc.sql.DateFields;
import io.github.twiliojdbc.sql.functions.WallClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.avatica.util.TimeUnitRange;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.type.SqlTypeUtil;
import org.apache.calcite.util.Sarg;

/**
 * Reads the conditions of a scan in terms that requests can be made of.
 *
 * <p>What cannot be read is left open: the filter above the scan checks it.
 */
final class ConditionReader {
  private final List<ColumnDefinition> columns;
  private final RexBuilder builder;
  private final ColumnAlone turning;
  private final List<RexNode> values = new ArrayList<>();

  ConditionReader(List<ColumnDefinition> columns, RexBuilder builder) {
    this.columns = columns;
    this.builder = builder;
    this.turning = new ColumnAlone(builder);
  }

  /** Returns the expressions of the values that the templates refer to by number. */
  List<RexNode> values() {
    return values;
  }

  PredicateTemplate read(RexNode node) {
    return switch (node.getKind()) {
      case AND -> new PredicateTemplate.All(readAll((RexCall) node));
      case OR -> new PredicateTemplate.Any(readAll((RexCall) node));
      case SEARCH -> readSearch((RexCall) node);
      case EQUALS,
          NOT_EQUALS,
          GREATER_THAN,
          GREATER_THAN_OR_EQUAL,
          LESS_THAN,
          LESS_THAN_OR_EQUAL -> {
        RexNode left = operand(node, 0);
        RexNode right = operand(node, 1);
        yield isValue(right)
            ? readComparison(node.getKind(), left, right)
            : isValue(left)
                ? readComparison(node.getKind().reverse(), right, left)
                : PredicateTemplate.UNKNOWN;
      }
      case IS_NOT_NULL -> readNotNull(operand(node, 0));
      case INPUT_REF -> readTruth(node, true);
      case NOT -> readTruth(operand(node, 0), false);
      default -> PredicateTemplate.UNKNOWN;
    };
  }

  private PredicateTemplate readSearch(RexCall search) {
    Sarg<?> values = Membership.sarg(search);
    if (withoutWidening(operand(search, 0)) instanceof RexInputRef ref
        && columns.get(ref.getIndex()).type() == ColumnType.VARCHAR) {
      ColumnDefinition column = columns.get(ref.getIndex());
      if (values.isPoints()) {
        return oneOf(column, Membership.points(values));
      }
      if (values.isComplementedPoints() && column.each().isPresent()) {
        List<Object> others = new ArrayList<>(column.each().get().values());
        others.removeAll(Membership.points(values.negate()));
        return oneOf(column, others);
      }
    }
    return read(RexUtil.expandSearch(builder, null, search));
  }

  private static PredicateTemplate oneOf(ColumnDefinition column, List<?> values) {
    return new PredicateTemplate.Fixed(
        new Predicate.Is(Conjunction.of(column.name(), Values.oneOf(values))));
  }

  private List<PredicateTemplate> readAll(RexCall call) {
    return call.getOperands().stream().map(this::read).toList();
  }

  private PredicateTemplate readTruth(RexNode node, boolean truth) {
    if (!(node instanceof RexInputRef ref)) {
      return PredicateTemplate.UNKNOWN;
    }
    return oneOf(columns.get(ref.getIndex()), List.of(truth));
  }

  private PredicateTemplate readNotNull(RexNode node) {
    return node instanceof RexInputRef ref && isNumber(columns.get(ref.getIndex()).type())
        ? new PredicateTemplate.Fixed(
            new Predicate.Is(
                Conjunction.of(columns.get(ref.getIndex()).name(), Values.within(Range.all()))))
        : PredicateTemplate.UNKNOWN;
  }

  private PredicateTemplate readComparison(SqlKind kind, RexNode given, RexNode right) {
    RexNode left = withoutWidening(given);
    Optional<RexNode> turned = turning.of(kind, left, right);
    if (turned.isPresent()) {
      return read(turned.get());
    }
    if (left.getKind() == SqlKind.EXTRACT) {
      return readExtract(kind, left, right);
    }
    Optional<TimeExpression> expression = expression(left);
    if (expression.isEmpty()) {
      return PredicateTemplate.UNKNOWN;
    }
    ColumnDefinition column = expression.get().column();
    if (isNumber(column.type())) {
      return new PredicateTemplate.Compare(
          column,
          expression.get().clock(),
          expression.get().functions(),
          comparison(kind),
          value(right));
    }
    boolean isComparable =
        column.type() == ColumnType.VARCHAR || column.type() == ColumnType.BOOLEAN;
    if (kind == SqlKind.NOT_EQUALS && column.each().isPresent()) {
      return new PredicateTemplate.Unequal(
          column.name(), column.each().get().values(), value(right));
    }
    return kind == SqlKind.EQUALS && isComparable
        ? new PredicateTemplate.Equal(column.name(), column.type(), value(right))
        : PredicateTemplate.UNKNOWN;
  }

  private PredicateTemplate readExtract(SqlKind kind, RexNode extract, RexNode right) {
    Optional<TimeExpression> expression = expression(operand(extract, 1));
    if (expression.isEmpty()) {
      return PredicateTemplate.UNKNOWN;
    }
    boolean isDate = operand(extract, 1).getType().getSqlTypeName() == SqlTypeName.DATE;
    TimeExpression time = expression.get();
    ColumnDefinition column = time.column();
    TimeUnitRange unit = unit(operand(extract, 0));
    if (unit == TimeUnitRange.YEAR) {
      TimeExpression timestamp = isDate ? time.then(new TimeFunction.MidnightOf()) : time;
      return new PredicateTemplate.Compare(
          column,
          time.clock(),
          timestamp.then(new TimeFunction.YearOf()).functions(),
          comparison(kind),
          value(right));
    }
    for (CalendarPart part : CalendarPart.values()) {
      if (part.name().equals(unit.name())) {
        TimeExpression date = isDate ? time : time.then(new TimeFunction.DayOf());
        return new PredicateTemplate.ComparePart(
            column, time.clock(), date.functions(), part, comparison(kind), value(right));
      }
    }
    return PredicateTemplate.UNKNOWN;
  }

  /** Returns the column and the functions of it that an expression is, if it is such. */
  private Optional<TimeExpression> expression(RexNode node) {
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
      return cast(operand(node, 0), node.getType());
    }
    Optional<RexNode> ofWeek = DateFields.startOfWeek(node);
    if (ofWeek.isPresent()) {
      return expression(ofWeek.get())
          .map(time -> time.then(new TimeFunction.StartOf(TimeFunction.unit("WEEK"))));
    }
    boolean isRounding = kind == SqlKind.FLOOR || kind == SqlKind.CEIL;
    if (!isRounding || ((RexCall) node).getOperands().size() != 2) {
      return Optional.empty();
    }
    return function(unit(operand(node, 1)), kind == SqlKind.FLOOR)
        .flatMap(
            function ->
                expression(operand(node, 0))
                    .map(
                        time ->
                            node.getType().getSqlTypeName() == SqlTypeName.DATE
                                ? time.then(new TimeFunction.MidnightOf())
                                    .then(function)
                                    .then(new TimeFunction.DayOf())
                                : time.then(function)));
  }

  private Optional<TimeExpression> cast(RexNode from, RelDataType to) {
    SqlTypeName source = from.getType().getSqlTypeName();
    SqlTypeName target = to.getSqlTypeName();
    if (source == SqlTypeName.TIMESTAMP && target == SqlTypeName.DATE) {
      return expression(from).map(time -> time.then(new TimeFunction.DayOf()));
    }
    if (source == SqlTypeName.DATE && target == SqlTypeName.TIMESTAMP) {
      return expression(from).map(time -> time.then(new TimeFunction.MidnightOf()));
    }
    return keepsValues(from.getType(), to) ? expression(from) : Optional.empty();
  }

  /** Returns a whole number that is compared as a DECIMAL or DOUBLE, which changes nothing. */
  private static RexNode withoutWidening(RexNode node) {
    return node.getKind() == SqlKind.CAST
            && SqlTypeUtil.isIntType(operand(node, 0).getType())
            && isWide(node.getType())
        ? operand(node, 0)
        : node;
  }

  private static boolean isWide(RelDataType type) {
    return type.getSqlTypeName() == SqlTypeName.DOUBLE
        || (SqlTypeUtil.isDecimal(type) && type.getScale() == RelDataType.SCALE_NOT_SPECIFIED);
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

  private static TimeUnitRange unit(RexNode flag) {
    TimeUnitRange unit = ((RexLiteral) flag).getValueAs(TimeUnitRange.class);
    // Not every symbol of a FLOOR is a unit of time that is known here.
    return unit == null ? TimeUnitRange.EPOCH : unit;
  }

  private static Comparison comparison(SqlKind kind) {
    return switch (kind) {
      case EQUALS -> Comparison.EQUAL;
      case NOT_EQUALS -> Comparison.NOT_EQUAL;
      case GREATER_THAN -> Comparison.ABOVE;
      case GREATER_THAN_OR_EQUAL -> Comparison.AT_LEAST;
      case LESS_THAN -> Comparison.BELOW;
      default -> Comparison.AT_MOST;
    };
  }

  private static boolean isNumber(ColumnType type) {
    return type.isTemporal() || type == ColumnType.INTEGER || type == ColumnType.BIGINT;
  }

  /** Returns whether an expression has one value for all rows of the scan. */
  static boolean isValue(RexNode node) {
    return !RexUtil.containsInputRef(node) && RexUtil.isDeterministic(node);
  }

  private int value(RexNode node) {
    values.add(node);
    return values.size() - 1;
  }

  private static RexNode operand(RexNode call, int place) {
    return ((RexCall) call).getOperands().get(place);
  }

  /**
   * A column, or functions of it.
   *
   * @param clock clock by which the column is read, if it is not the connection's
   * @param functions functions, the one that is applied first at the end
   */
  private record TimeExpression(
      ColumnDefinition column, Optional<WallClock> clock, List<TimeFunction> functions) {
    TimeExpression then(TimeFunction function) {
      List<TimeFunction> longer = new ArrayList<>();
      longer.add(function);
      longer.addAll(functions);
      return new TimeExpression(column, clock, List.copyOf(longer));
    }
  }
}
