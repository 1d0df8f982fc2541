package io.github.twiliojdbc.planner;

import com.google.common.collect.ImmutableRangeSet;
import io.github.twiliojdbc.catalog.ColumnDefinition;
import io.github.twiliojdbc.catalog.ColumnType;
import io.github.twiliojdbc.request.CalendarPart;
import io.github.twiliojdbc.request.Comparison;
import io.github.twiliojdbc.request.TimeFunction;
import io.github.twiliojdbc.sql.functions.LikePattern;
import io.github.twiliojdbc.sql.functions.PatternSymbol;
import io.github.twiliojdbc.sql.functions.WallClock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.apache.calcite.avatica.util.TimeUnitRange;
import org.apache.calcite.plan.RelOptUtil;
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

/** Reads comparisons of a column, or of a function of it, with a value. */
final class ComparisonReader {
  private final List<ColumnDefinition> columns;
  private final RexBuilder builder;
  private final NumberedValues values;
  private final ConditionReader conditions;
  private final ColumnAlone turning;

  /**
   * Creates a reader.
   *
   * @param conditions reads what a comparison is turned into
   */
  ComparisonReader(
      List<ColumnDefinition> columns,
      RexBuilder builder,
      NumberedValues values,
      ConditionReader conditions) {
    this.columns = columns;
    this.builder = builder;
    this.values = values;
    this.conditions = conditions;
    this.turning = new ColumnAlone(builder);
  }

  /**
   * Reads a comparison of an expression that reads columns with a value.
   *
   * @param right value, which is the same for all rows
   */
  PredicateTemplate read(SqlKind kind, RexNode given, RexNode right) {
    RexNode left = withoutWidening(given);
    Optional<RexNode> turned = turning.of(kind, left, right);
    if (turned.isPresent()) {
      return conditions.read(turned.get());
    }
    Optional<RexNode> open = Arguments.first(left);
    if (open.isPresent() && readsTimes(left)) {
      return readDependent(kind, left, right, open.get());
    }
    Optional<TextExpression> text = TextExpression.of(Arguments.withoutNumber(left), columns);
    if (text.isPresent()) {
      return times(
          text.get().time(), right, (known, clock) -> text.get().compared(comparison(kind), known));
    }
    Optional<EpochExpression> epoch = EpochExpression.of(left, columns);
    if (epoch.isPresent()) {
      return times(
          epoch.get().time(),
          right,
          (known, clock) -> epoch.get().compared(comparison(kind), known, clock));
    }
    if (left.getKind() == SqlKind.EXTRACT) {
      return readExtract(kind, left, right);
    }
    Optional<TimeExpression> expression = TimeExpression.of(left, columns);
    if (expression.isEmpty()) {
      return PredicateTemplate.Fixed.UNKNOWN;
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
        : PredicateTemplate.Fixed.UNKNOWN;
  }

  private boolean readsTimes(RexNode node) {
    return RelOptUtil.InputFinder.bits(node).asList().stream()
        .allMatch(place -> columns.get(place).type().isTemporal());
  }

  /** Reads a comparison again with a literal for an argument that is known when it runs. */
  private PredicateTemplate readDependent(
      SqlKind kind, RexNode left, RexNode right, RexNode argument) {
    int number = value(argument);
    value(right);
    NumberedValues known = values.known();
    return new ComputedTemplate.Dependent(
        number,
        RelOptUtil.InputFinder.bits(left).asList().stream()
            .map(place -> columns.get(place).name())
            .toList(),
        given ->
            Arguments.with(builder, left, argument, given)
                .map(written -> again(kind, written, right, known))
                .orElse(PredicateTemplate.Fixed.UNKNOWN));
  }

  /** Reads a comparison whose values have been numbered. */
  private PredicateTemplate again(SqlKind kind, RexNode left, RexNode right, NumberedValues known) {
    NumberedValues own = known.known();
    PredicateTemplate read =
        new ConditionReader(columns, OptionalInt.empty(), builder, own)
            .read(builder.makeCall(RexUtil.op(kind), left, right));
    return own.size() == known.size() ? read : PredicateTemplate.Fixed.UNKNOWN;
  }

  private PredicateTemplate readExtract(SqlKind kind, RexNode extract, RexNode right) {
    Optional<TimeExpression> expression = TimeExpression.of(operand(extract, 1), columns);
    if (expression.isEmpty()) {
      return PredicateTemplate.Fixed.UNKNOWN;
    }
    boolean isDate = operand(extract, 1).getType().getSqlTypeName() == SqlTypeName.DATE;
    TimeExpression time = expression.get();
    ColumnDefinition column = time.column();
    TimeUnitRange unit = TimeExpression.unit(operand(extract, 0));
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
    return PredicateTemplate.Fixed.UNKNOWN;
  }

  /** Returns a whole number that is compared as a DECIMAL or DOUBLE, which changes nothing. */
  static RexNode withoutWidening(RexNode node) {
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

  static boolean isNumber(ColumnType type) {
    return type.isTemporal() || type == ColumnType.INTEGER || type == ColumnType.BIGINT;
  }

  /** Reads LIKE, ILIKE and STARTS_WITH. */
  PredicateTemplate readFunction(RexCall call) {
    List<RexNode> operands = call.getOperands();
    String name = call.getOperator().getName().toUpperCase(Locale.ROOT);
    boolean isLike = name.equals("LIKE") || name.equals("ILIKE");
    if (operands.size() < 2
        || !(isLike || name.equals("STARTS_WITH"))
        || !operands.stream().skip(1).allMatch(ConditionReader::isValue)) {
      return PredicateTemplate.Fixed.UNKNOWN;
    }
    Optional<String> escape =
        operands.size() == 2
            ? Optional.of(isLike ? PatternSymbol.USUAL_ESCAPE : "")
            : operands.get(2) instanceof RexLiteral literal
                ? Optional.ofNullable(literal.getValueAs(String.class))
                : Optional.empty();
    if (escape.isEmpty()) {
      return PredicateTemplate.Fixed.UNKNOWN;
    }
    RexNode left = operands.get(0);
    Function<String, LikePattern> pattern =
        text -> new LikePattern(text, escape.get(), name.equals("ILIKE"));
    if (isLike
        && left instanceof RexInputRef ref
        && columns.get(ref.getIndex()).type() == ColumnType.VARCHAR) {
      return like(columns.get(ref.getIndex()).name(), operands.get(1), pattern);
    }
    return TextExpression.of(left, columns)
        .map(
            text ->
                times(
                    text.time(),
                    operands.get(1),
                    (given, clock) ->
                        isLike
                            ? text.like(pattern.apply(String.valueOf(given)))
                            : text.startingWith(String.valueOf(given))))
        .orElse(PredicateTemplate.Fixed.UNKNOWN);
  }

  private PredicateTemplate like(
      String column, RexNode value, Function<String, LikePattern> pattern) {
    return isUseless(value, given -> pattern.apply(String.valueOf(given)).only())
        ? PredicateTemplate.Fixed.UNKNOWN
        : new ComputedTemplate.Like(column, value(value), pattern);
  }

  private PredicateTemplate times(
      TimeExpression time,
      RexNode value,
      BiFunction<Object, WallClock, Optional<ImmutableRangeSet<Long>>> times) {
    return isUseless(value, given -> times.apply(given, new WallClock(ZoneOffset.UTC)))
        ? PredicateTemplate.Fixed.UNKNOWN
        : new ComputedTemplate.Times(time, value(value), times);
  }

  /** Returns whether a value is known already, and nothing follows from it. */
  private static boolean isUseless(RexNode value, Function<Object, Optional<?>> reading) {
    if (!(value instanceof RexLiteral literal)) {
      return false;
    }
    Object known = KnownValues.value(literal);
    return known != null && ComputedTemplate.attempt(() -> reading.apply(known)).isEmpty();
  }

  private int value(RexNode node) {
    return values.number(node);
  }

  private static RexNode operand(RexNode call, int place) {
    return ((RexCall) call).getOperands().get(place);
  }
}
