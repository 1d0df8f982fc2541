package io.github.twiliojdbc.sql;

import java.math.BigDecimal;
import java.util.List;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlBasicTypeNameSpec;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlCallBinding;
import org.apache.calcite.sql.SqlCollectionTypeNameSpec;
import org.apache.calcite.sql.SqlDataTypeSpec;
import org.apache.calcite.sql.SqlIntervalQualifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.fun.SqlCastFunction;
import org.apache.calcite.sql.fun.SqlLibraryOperators;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.type.SqlTypeUtil;
import org.apache.calcite.sql.validate.SqlValidator;
import org.apache.calcite.sql2rel.SqlRexContext;
import org.apache.calcite.util.Util;

/** What a CAST gives, by the types that it is from and to, whether it is written or implied. */
public final class Casts {
  private static final int MILLISECONDS = 3;

  /** The CAST of statements, which may also be of truth values to numbers. */
  static final SqlCastFunction OPERATOR =
      new SqlCastFunction() {
        @Override
        public boolean checkOperandTypes(SqlCallBinding binding, boolean throwOnFailure) {
          return isTruthAndNumber(binding.getOperandType(0), binding.getOperandType(1))
              || isTruthAndNumber(binding.getOperandType(1), binding.getOperandType(0))
              || super.checkOperandTypes(binding, throwOnFailure);
        }
      };

  /** All casts of statements; TRY_CAST gives NULL for a text that cannot be read. */
  static final List<SqlOperator> OPERATORS = List.of(OPERATOR, SqlLibraryOperators.TRY_CAST);

  private Casts() {}

  private static boolean isTruthAndNumber(RelDataType one, RelDataType other) {
    return SqlTypeUtil.isBoolean(one) && SqlTypeUtil.isNumeric(other);
  }

  /** Returns the CAST of a value to a type. */
  static SqlCall to(SqlTypeName type, SqlNode value, SqlParserPos place) {
    return OPERATOR.createCall(
        place, value, new SqlDataTypeSpec(new SqlBasicTypeNameSpec(type, place), place));
  }

  /** Returns the CAST that a cast of any spelling is; an array's elements are cast one by one. */
  static SqlCall of(SqlCall cast) {
    SqlParserPos place = cast.getParserPosition();
    SqlNode type = cast.operand(1);
    if (type instanceof SqlDataTypeSpec array
        && array.getTypeNameSpec() instanceof SqlCollectionTypeNameSpec collection) {
      SqlDataTypeSpec each = new SqlDataTypeSpec(collection.getElementTypeName(), place);
      SqlNodeList elements = Quantified.elements(cast.<SqlNode>operand(0));
      return elements.isEmpty()
          ? cast
          : SqlStdOperatorTable.ARRAY_VALUE_CONSTRUCTOR.createCall(
              place,
              elements.stream()
                  .map(element -> OPERATOR.createCall(place, element, TypeNames.standard(each)))
                  .toList());
    }
    SqlOperator operator =
        cast.getKind() == SqlKind.SAFE_CAST ? SqlLibraryOperators.TRY_CAST : OPERATOR;
    return operator.createCall(
        place,
        cast.operand(0),
        type instanceof SqlIntervalQualifier unit ? Intervals.standard(unit) : type);
  }

  /** Returns the expression of a CAST. */
  static RexNode convert(SqlRexContext context, SqlCall call) {
    RexBuilder builder = context.getRexBuilder();
    RexNode operand = context.convertExpression(call.operand(0));
    RelDataType type =
        context
            .getTypeFactory()
            .createTypeWithNullability(
                target(context.getValidator(), call), operand.getType().isNullable());
    RexNode cast =
        call.getKind() == SqlKind.SAFE_CAST
            ? castOfReadable(builder, operand, type)
            : cast(builder, operand, type);
    if (call.operand(1) instanceof SqlDataTypeSpec spec
        && spec.getTypeNameSpec() instanceof SqlBasicTypeNameSpec name
        && Util.last(name.getTypeName().names).equals(SqlTypeName.CHAR.name())) {
      int length = Math.max(name.getPrecision(), 1);
      return Intrinsics.call(
          builder, "PADDED", cast, builder.makeExactLiteral(BigDecimal.valueOf(length)));
    }
    return cast;
  }

  private static RexNode castOfReadable(RexBuilder builder, RexNode operand, RelDataType type) {
    RelDataType nullable = builder.getTypeFactory().createTypeWithNullability(type, true);
    RexNode cast = cast(builder, operand, nullable);
    return SqlTypeUtil.inCharFamily(operand.getType())
        ? builder.makeCall(
            nullable,
            SqlStdOperatorTable.CASE,
            List.of(
                Intrinsics.call(
                    builder,
                    "IS_READABLE",
                    operand,
                    builder.makeLiteral(type.getSqlTypeName().name())),
                cast,
                builder.makeNullLiteral(nullable)))
        : cast;
  }

  /** Returns the type that is cast to; calls that Calcite makes itself were not validated. */
  private static RelDataType target(SqlValidator validator, SqlCall call) {
    RelDataType known = validator.getValidatedNodeTypeIfKnown(call);
    return known != null ? known : ((SqlDataTypeSpec) call.operand(1)).deriveType(validator);
  }

  /** Returns a value as one of another type. */
  public static RexNode cast(RexBuilder builder, RexNode operand, RelDataType type) {
    RelDataType from = operand.getType();
    if (from.getSqlTypeName() == SqlTypeName.NULL
        || SqlTypeUtil.equalSansNullability(builder.getTypeFactory(), from, type)) {
      return builder.makeCast(type, operand);
    }
    return switch (type.getSqlTypeName()) {
      case VARCHAR -> text(builder, operand, type);
      case BOOLEAN -> truth(builder, operand, type);
      case TINYINT, SMALLINT, INTEGER, BIGINT -> whole(builder, operand, type);
      case DECIMAL ->
          SqlTypeUtil.isApproximateNumeric(from) || SqlTypeUtil.inCharFamily(from)
              ? builder.makeCast(type, Intrinsics.call(builder, "NUMERIC_OF", operand))
              : SqlTypeUtil.isBoolean(from)
                  ? whole(builder, operand, type)
                  : builder.makeCast(type, operand);
      case REAL -> builder.makeCast(type, Intrinsics.call(builder, "SINGLE_OF", operand));
      case FLOAT, DOUBLE ->
          SqlTypeUtil.inCharFamily(from)
              ? builder.makeCast(type, Intrinsics.call(builder, "DOUBLE_OF", operand))
              : builder.makeCast(type, operand);
      case TIMESTAMP -> timestamp(builder, operand, type);
      case DATE -> point(builder, operand, type, "DATE_OF");
      case TIME ->
          SqlTypeUtil.inCharFamily(from)
              ? builder.makeCast(type, Intrinsics.call(builder, "TIME_OF", operand))
              : builder.makeCast(type, operand);
      default -> {
        if (SqlTypeUtil.isInterval(type) && SqlTypeUtil.inCharFamily(from)) {
          String function = type.getSqlTypeName().isYearMonth() ? "MONTHS_OF" : "INTERVAL_OF";
          yield builder.makeCast(type, Intrinsics.call(builder, function, operand));
        }
        yield builder.makeCast(type, operand);
      }
    };
  }

  private static RexNode text(RexBuilder builder, RexNode operand, RelDataType type) {
    RelDataType from = operand.getType();
    RexNode text =
        switch (from.getSqlTypeName()) {
          case DECIMAL, REAL, FLOAT, DOUBLE, BOOLEAN, TIMESTAMP ->
              Intrinsics.call(builder, "TEXT_OF", operand);
          default -> operand;
        };
    boolean isText = SqlTypeUtil.inCharFamily(text.getType());
    return isText && type.getPrecision() >= 0 && !isShorter(text.getType(), type)
        ? builder.makeCast(
            type,
            Intrinsics.call(
                builder,
                "CUT",
                text,
                builder.makeExactLiteral(BigDecimal.valueOf(type.getPrecision()))))
        : builder.makeCast(type, text);
  }

  private static boolean isShorter(RelDataType from, RelDataType to) {
    return from.getPrecision() >= 0 && from.getPrecision() <= to.getPrecision();
  }

  private static RexNode truth(RexBuilder builder, RexNode operand, RelDataType type) {
    RelDataType from = operand.getType();
    if (SqlTypeUtil.inCharFamily(from)) {
      return builder.makeCast(type, Intrinsics.call(builder, "TRUTH_OF", operand));
    }
    return SqlTypeUtil.isNumeric(from)
        ? builder.makeCall(SqlStdOperatorTable.NOT_EQUALS, operand, builder.makeZeroLiteral(from))
        : builder.makeCast(type, operand);
  }

  private static RexNode whole(RexBuilder builder, RexNode operand, RelDataType type) {
    RelDataType from = operand.getType();
    if (SqlTypeUtil.isBoolean(from)) {
      RexNode one = builder.makeCast(type, builder.makeExactLiteral(BigDecimal.ONE));
      RexNode zero = builder.makeCast(type, builder.makeExactLiteral(BigDecimal.ZERO));
      return builder.makeCall(
          type,
          SqlStdOperatorTable.CASE,
          List.of(
              builder.makeCall(SqlStdOperatorTable.IS_TRUE, operand),
              one,
              builder.makeCall(SqlStdOperatorTable.IS_FALSE, operand),
              zero,
              builder.makeNullLiteral(type)));
    }
    boolean isConverted = SqlTypeUtil.isApproximateNumeric(from) || SqlTypeUtil.inCharFamily(from);
    String function = type.getSqlTypeName() == SqlTypeName.BIGINT ? "BIGINT_OF" : "INT_OF";
    return builder.makeCast(
        type, isConverted ? Intrinsics.call(builder, function, operand) : operand);
  }

  private static RexNode point(
      RexBuilder builder, RexNode operand, RelDataType type, String function) {
    return SqlTypeUtil.inCharFamily(operand.getType())
        ? builder.makeCast(type, Intrinsics.call(builder, function, operand))
        : builder.makeCast(type, operand);
  }

  /** Returns a timestamp with as many digits of a second's fraction as its type has. */
  private static RexNode timestamp(RexBuilder builder, RexNode operand, RelDataType type) {
    int digits = type.getPrecision();
    if (digits >= MILLISECONDS) {
      return point(builder, operand, type, "TIMESTAMP_OF");
    }
    RelDataType exact =
        builder
            .getTypeFactory()
            .createTypeWithNullability(
                builder.getTypeFactory().createSqlType(SqlTypeName.TIMESTAMP), type.isNullable());
    return builder.makeCast(
        type,
        Intrinsics.call(
            builder,
            "ROUNDED",
            cast(builder, operand, exact),
            builder.makeExactLiteral(BigDecimal.valueOf(digits))));
  }

  /** Returns whether an operator is a CAST. */
  static boolean isCast(SqlCall call) {
    return call.getOperator() instanceof SqlCastFunction;
  }
}
