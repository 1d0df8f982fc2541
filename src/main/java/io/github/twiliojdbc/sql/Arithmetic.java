package io.github.twiliojdbc.sql;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.calcite.avatica.util.TimeUnit;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlBinaryOperator;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlCallBinding;
import org.apache.calcite.sql.SqlIntervalQualifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlOperandCountRange;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.SqlOperatorBinding;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.SqlOperandCountRanges;
import org.apache.calcite.sql.type.SqlOperandTypeInference;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.type.SqlTypeUtil;
import org.apache.calcite.sql.validate.SqlValidator;
import org.apache.calcite.sql.validate.SqlValidatorScope;
import org.jspecify.annotations.Nullable;

/**
 * One of {@code + - * / %}: what it gives follows from the types of its operands, as in PostgreSQL.
 *
 * <p>Whole numbers give a whole number, and fail rather than overflow; with a DECIMAL they give a
 * DECIMAL with all of its digits, with a DOUBLE a DOUBLE. A date and whole days give a date, a date
 * and an interval a timestamp, two dates whole days, two timestamps an interval.
 */
final class Arithmetic extends SqlBinaryOperator {
  static final Arithmetic PLUS = new Arithmetic(SqlStdOperatorTable.PLUS);
  static final Arithmetic MINUS = new Arithmetic(SqlStdOperatorTable.MINUS);
  static final Arithmetic TIMES = new Arithmetic(SqlStdOperatorTable.MULTIPLY);
  static final Arithmetic DIVIDE = new Arithmetic(SqlStdOperatorTable.DIVIDE);
  static final Arithmetic REMAINDER = new Arithmetic(SqlStdOperatorTable.PERCENT_REMAINDER);

  private static final Map<SqlOperator, SqlOperator> REPLACED =
      Map.of(
          SqlStdOperatorTable.PLUS, PLUS,
          SqlStdOperatorTable.MINUS, MINUS,
          SqlStdOperatorTable.MULTIPLY, TIMES,
          SqlStdOperatorTable.DIVIDE, DIVIDE,
          SqlStdOperatorTable.PERCENT_REMAINDER, REMAINDER);

  private Arithmetic(SqlBinaryOperator standard) {
    super(
        standard.getName(),
        standard.getKind(),
        (standard.getLeftPrec() + 1) / 2,
        true,
        null,
        null,
        null);
  }

  /** Returns the operator in place of one of Calcite's, if there is one. */
  static Optional<SqlOperator> inPlaceOf(SqlOperator operator) {
    return Optional.ofNullable(REPLACED.get(operator));
  }

  @Override
  public SqlOperandCountRange getOperandCountRange() {
    return SqlOperandCountRanges.of(2);
  }

  @Override
  public String getAllowedSignatures(String name) {
    return "numbers, dates, times and intervals";
  }

  /** A parameter has the type of the other operand. */
  @Override
  public SqlOperandTypeInference getOperandTypeInference() {
    return (binding, result, operands) -> {
      RelDataType left = binding.getOperandType(0);
      RelDataType right = binding.getOperandType(1);
      operands[0] = isUnknown(left) ? right : left;
      operands[1] = isUnknown(right) ? left : right;
    };
  }

  private static boolean isUnknown(RelDataType type) {
    return type.getSqlTypeName() == SqlTypeName.UNKNOWN
        || type.getSqlTypeName() == SqlTypeName.NULL;
  }

  /** Does not look for another operator of the same name, as Calcite does. */
  @Override
  public RelDataType deriveType(SqlValidator validator, SqlValidatorScope scope, SqlCall call) {
    call.getOperandList().forEach(operand -> validator.deriveType(scope, operand));
    return validateOperands(validator, scope, call);
  }

  @Override
  public boolean checkOperandTypes(SqlCallBinding binding, boolean throwOnFailure) {
    boolean fits = result(binding).isPresent();
    if (!fits && throwOnFailure) {
      throw binding.newValidationSignatureError();
    }
    return fits;
  }

  @Override
  public RelDataType inferReturnType(SqlOperatorBinding binding) {
    return result(binding).orElseThrow();
  }

  private Optional<RelDataType> result(SqlOperatorBinding binding) {
    return Optional.ofNullable(
        result(binding.getTypeFactory(), binding.getOperandType(0), binding.getOperandType(1)));
  }

  private @Nullable RelDataType result(
      RelDataTypeFactory factory, RelDataType left, RelDataType right) {
    RelDataType type = kind(factory, other(left, right), other(right, left));
    return type == null
        ? null
        : factory.createTypeWithNullability(type, left.isNullable() || right.isNullable());
  }

  /** Returns the type of an operand: NULL and a text are whatever the other one asks for. */
  private RelDataType other(RelDataType type, RelDataType beside) {
    return !isUnknown(type) && !SqlTypeUtil.inCharFamily(type)
        ? type
        : isUnknown(beside) || SqlTypeUtil.inCharFamily(beside) ? type : beside;
  }

  private @Nullable RelDataType kind(
      RelDataTypeFactory factory, RelDataType left, RelDataType right) {
    if (isUnknown(left) && isUnknown(right)) {
      return factory.createSqlType(SqlTypeName.DECIMAL);
    }
    if (SqlTypeUtil.isNumeric(left) && SqlTypeUtil.isNumeric(right)) {
      return number(factory, left, right);
    }
    boolean isSum = kind == SqlKind.PLUS;
    boolean isSumOrDifference = isSum || kind == SqlKind.MINUS;
    if (isSum && isPoint(right) && !isPoint(left)) {
      return kind(factory, right, left);
    }
    if (isSumOrDifference && isPoint(left)) {
      return fromPoint(factory, left, right);
    }
    if (SqlTypeUtil.isInterval(left) && SqlTypeUtil.isInterval(right)) {
      return isSumOrDifference && left.getFamily() == right.getFamily()
          ? interval(factory, left)
          : null;
    }
    if (SqlTypeUtil.isInterval(left) && SqlTypeUtil.isNumeric(right)) {
      return kind == SqlKind.TIMES || kind == SqlKind.DIVIDE ? scaled(factory, left, right) : null;
    }
    return kind == SqlKind.TIMES && SqlTypeUtil.isNumeric(left) && SqlTypeUtil.isInterval(right)
        ? scaled(factory, right, left)
        : null;
  }

  /** Returns the type of an interval times a number: months are taken whole times alone. */
  private @Nullable RelDataType scaled(
      RelDataTypeFactory factory, RelDataType interval, RelDataType factor) {
    boolean isWhole = kind == SqlKind.TIMES && SqlTypeUtil.isIntType(factor);
    return isWhole || !interval.getSqlTypeName().isYearMonth() ? interval(factory, interval) : null;
  }

  private static RelDataType number(
      RelDataTypeFactory factory, RelDataType left, RelDataType right) {
    if (SqlTypeUtil.isApproximateNumeric(left) || SqlTypeUtil.isApproximateNumeric(right)) {
      return factory.createSqlType(SqlTypeName.DOUBLE);
    }
    if (SqlTypeUtil.isDecimal(left) || SqlTypeUtil.isDecimal(right)) {
      return factory.createSqlType(SqlTypeName.DECIMAL);
    }
    return factory.createSqlType(
        left.getSqlTypeName() == SqlTypeName.BIGINT || right.getSqlTypeName() == SqlTypeName.BIGINT
            ? SqlTypeName.BIGINT
            : SqlTypeName.INTEGER);
  }

  private @Nullable RelDataType fromPoint(
      RelDataTypeFactory factory, RelDataType left, RelDataType right) {
    SqlTypeName point = left.getSqlTypeName();
    if (SqlTypeUtil.isInterval(right)) {
      boolean isTimeOfDay = point == SqlTypeName.TIME;
      return isTimeOfDay && right.getSqlTypeName().isYearMonth()
          ? null
          : factory.createSqlType(isTimeOfDay ? SqlTypeName.TIME : SqlTypeName.TIMESTAMP);
    }
    if (point == SqlTypeName.DATE && SqlTypeUtil.isIntType(right)) {
      return factory.createSqlType(SqlTypeName.DATE);
    }
    boolean isDay = isDay(left) && isDay(right);
    if (kind == SqlKind.MINUS && isPoint(right)) {
      boolean hasTimeOfDay =
          point == SqlTypeName.TIME || right.getSqlTypeName() == SqlTypeName.TIME;
      return isDay
          ? factory.createSqlType(SqlTypeName.INTEGER)
          : hasTimeOfDay && point != right.getSqlTypeName()
              ? null
              : ValueKind.INTERVAL.type(factory);
    }
    boolean isDayAndTime =
        (isDate(left, right) && right.getSqlTypeName() == SqlTypeName.TIME)
            || (isDate(right, left) && point == SqlTypeName.TIME);
    return kind == SqlKind.PLUS && isDayAndTime
        ? factory.createSqlType(SqlTypeName.TIMESTAMP)
        : null;
  }

  private static boolean isDate(RelDataType type, RelDataType other) {
    return isDay(type) && !isDay(other);
  }

  private static boolean isDay(RelDataType type) {
    return type.getSqlTypeName() == SqlTypeName.DATE;
  }

  private static RelDataType interval(RelDataTypeFactory factory, RelDataType interval) {
    return interval.getSqlTypeName().isYearMonth()
        ? ValueKind.MONTHS.type(factory)
        : ValueKind.INTERVAL.type(factory);
  }

  private static boolean isPoint(RelDataType type) {
    return switch (type.getSqlTypeName()) {
      case DATE, TIME, TIMESTAMP -> true;
      default -> false;
    };
  }

  /** Returns the expression of a call. */
  RexNode call(RexBuilder builder, RexNode first, RexNode second) {
    RelDataTypeFactory factory = builder.getTypeFactory();
    RelDataType type = result(factory, first.getType(), second.getType());
    if (type == null) {
      throw new IllegalStateException(first.getType() + " " + getName() + " " + second.getType());
    }
    RexNode left = cast(builder, first, other(first.getType(), second.getType()));
    RexNode right = cast(builder, second, other(second.getType(), first.getType()));
    if (SqlTypeUtil.isNumeric(type) && SqlTypeUtil.isNumeric(left.getType())) {
      return number(builder, type, cast(builder, left, type), cast(builder, right, type));
    }
    if (SqlTypeUtil.isNumeric(type)) {
      return Intrinsics.call(builder, "DAYS_BETWEEN", left, right);
    }
    if (SqlTypeUtil.isInterval(type)) {
      return interval(builder, type, left, right);
    }
    if (kind == SqlKind.PLUS
        && isPoint(right.getType())
        && !isDate(left.getType(), right.getType())) {
      return point(builder, type, right, left);
    }
    return point(builder, type, left, right);
  }

  private static RexNode cast(RexBuilder builder, RexNode operand, RelDataType type) {
    RelDataType wanted =
        builder.getTypeFactory().createTypeWithNullability(type, operand.getType().isNullable());
    return operand.getType().equals(wanted) ? operand : Casts.cast(builder, operand, wanted);
  }

  private RexNode number(RexBuilder builder, RelDataType type, RexNode left, RexNode right) {
    boolean isWhole = SqlTypeUtil.isIntType(type);
    return switch (kind) {
      case PLUS ->
          builder.makeCall(
              type,
              isWhole ? SqlStdOperatorTable.CHECKED_PLUS : SqlStdOperatorTable.PLUS,
              List.of(left, right));
      case MINUS ->
          builder.makeCall(
              type,
              isWhole ? SqlStdOperatorTable.CHECKED_MINUS : SqlStdOperatorTable.MINUS,
              List.of(left, right));
      case TIMES ->
          builder.makeCall(
              type,
              isWhole ? SqlStdOperatorTable.CHECKED_MULTIPLY : SqlStdOperatorTable.MULTIPLY,
              List.of(left, right));
      case DIVIDE ->
          isWhole
              ? builder.makeCall(type, SqlStdOperatorTable.DIVIDE, List.of(left, right))
              : Intrinsics.call(builder, "DIVIDE", left, right);
      default ->
          SqlTypeUtil.isApproximateNumeric(type)
              ? Intrinsics.call(builder, "REMAINDER", left, right)
              : builder.makeCall(type, SqlStdOperatorTable.MOD, List.of(left, right));
    };
  }

  private RexNode interval(RexBuilder builder, RelDataType type, RexNode left, RexNode right) {
    if (isPoint(left.getType())) {
      boolean isTimeOfDay = left.getType().getSqlTypeName() == SqlTypeName.TIME;
      RelDataType point =
          builder
              .getTypeFactory()
              .createSqlType(isTimeOfDay ? SqlTypeName.TIME : SqlTypeName.TIMESTAMP);
      return builder.makeCall(
          type,
          SqlStdOperatorTable.MINUS_DATE,
          List.of(cast(builder, left, point), cast(builder, right, point)));
    }
    if (SqlTypeUtil.isInterval(left.getType()) && SqlTypeUtil.isInterval(right.getType())) {
      return builder.makeCall(
          type,
          kind == SqlKind.PLUS ? SqlStdOperatorTable.PLUS : SqlStdOperatorTable.MINUS,
          List.of(left, right));
    }
    boolean isFirst = SqlTypeUtil.isInterval(left.getType());
    RexNode interval = isFirst ? left : right;
    RexNode factor = isFirst ? right : left;
    if (kind == SqlKind.TIMES && SqlTypeUtil.isIntType(factor.getType())) {
      return builder.makeCall(type, SqlStdOperatorTable.MULTIPLY, List.of(interval, factor));
    }
    return Intrinsics.call(
        builder, kind == SqlKind.TIMES ? "INTERVAL_TIMES" : "INTERVAL_DIVIDED", interval, factor);
  }

  private RexNode point(RexBuilder builder, RelDataType type, RexNode point, RexNode distance) {
    RexNode from = cast(builder, point, type);
    RelDataType given = distance.getType();
    if (given.getSqlTypeName() == SqlTypeName.TIME) {
      return Intrinsics.call(builder, "DAY_AND_TIME", point, distance);
    }
    if (SqlTypeUtil.isInterval(given)) {
      return moved(builder, type, from, distance);
    }
    RexNode day =
        builder.makeIntervalLiteral(
            BigDecimal.valueOf(TimeUnit.DAY.multiplier.longValue()),
            new SqlIntervalQualifier(TimeUnit.DAY, null, SqlParserPos.ZERO));
    RelDataType days =
        builder.getTypeFactory().createTypeWithNullability(day.getType(), given.isNullable());
    return moved(
        builder,
        type,
        from,
        builder.makeCall(days, SqlStdOperatorTable.MULTIPLY, List.of(day, distance)));
  }

  private RexNode moved(RexBuilder builder, RelDataType type, RexNode point, RexNode interval) {
    return builder.makeCall(
        type,
        kind == SqlKind.PLUS ? SqlStdOperatorTable.DATETIME_PLUS : SqlStdOperatorTable.MINUS_DATE,
        List.of(point, interval));
  }
}
