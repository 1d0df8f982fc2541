package io.github.twiliojdbc.sql;

import java.math.RoundingMode;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.rel.type.RelDataTypeSystemImpl;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.type.SqlTypeUtil;
import org.jspecify.annotations.Nullable;

/** The types that expressions have by those of their operands, as PostgreSQL has them. */
final class TwilioTypeSystem extends RelDataTypeSystemImpl {
  /** Digits of a number that a DECIMAL may be limited to. */
  private static final int MOST_DIGITS = 1000;

  private static final int MOST_CHARACTERS = 10_485_760;

  @Override
  public int getMaxPrecision(SqlTypeName type) {
    return switch (type) {
      case DECIMAL -> MOST_DIGITS;
      case VARCHAR, CHAR -> MOST_CHARACTERS;
      default -> super.getMaxPrecision(type);
    };
  }

  @Override
  public int getMaxScale(SqlTypeName type) {
    return type == SqlTypeName.DECIMAL ? MOST_DIGITS : super.getMaxScale(type);
  }

  /** An interval may be as long as there is room for. */
  @Override
  public int getDefaultPrecision(SqlTypeName type) {
    return SqlTypeName.INTERVAL_TYPES.contains(type)
        ? SqlTypeName.MAX_INTERVAL_START_PRECISION
        : super.getDefaultPrecision(type);
  }

  /** A cast rounds as other databases do, where Calcite would cut off. */
  @Override
  public RoundingMode roundingMode() {
    return RoundingMode.HALF_UP;
  }

  @Override
  public RelDataType deriveSumType(RelDataTypeFactory factory, RelDataType argument) {
    return switch (argument.getSqlTypeName()) {
      case TINYINT, SMALLINT, INTEGER -> nullable(factory, SqlTypeName.BIGINT, argument);
      case BIGINT, DECIMAL -> nullable(factory, SqlTypeName.DECIMAL, argument);
      default -> argument;
    };
  }

  @Override
  public RelDataType deriveAvgAggType(RelDataTypeFactory factory, RelDataType argument) {
    return SqlTypeUtil.isExactNumeric(argument)
        ? nullable(factory, SqlTypeName.DECIMAL, argument)
        : argument;
  }

  @Override
  public RelDataType deriveCovarType(
      RelDataTypeFactory factory, RelDataType one, RelDataType other) {
    return nullable(factory, SqlTypeName.DOUBLE, one);
  }

  @Override
  public @Nullable RelDataType deriveDecimalPlusType(
      RelDataTypeFactory factory, RelDataType one, RelDataType other) {
    return decimal(factory, one, other);
  }

  @Override
  public @Nullable RelDataType deriveDecimalMultiplyType(
      RelDataTypeFactory factory, RelDataType one, RelDataType other) {
    return decimal(factory, one, other);
  }

  @Override
  public @Nullable RelDataType deriveDecimalDivideType(
      RelDataTypeFactory factory, RelDataType one, RelDataType other) {
    return decimal(factory, one, other);
  }

  @Override
  public @Nullable RelDataType deriveDecimalModType(
      RelDataTypeFactory factory, RelDataType one, RelDataType other) {
    return decimal(factory, one, other);
  }

  private static @Nullable RelDataType decimal(
      RelDataTypeFactory factory, RelDataType one, RelDataType other) {
    return SqlTypeUtil.isExactNumeric(one)
            && SqlTypeUtil.isExactNumeric(other)
            && (SqlTypeUtil.isDecimal(one) || SqlTypeUtil.isDecimal(other))
        ? factory.createSqlType(SqlTypeName.DECIMAL)
        : null;
  }

  private static RelDataType nullable(
      RelDataTypeFactory factory, SqlTypeName type, RelDataType like) {
    return factory.createTypeWithNullability(factory.createSqlType(type), like.isNullable());
  }
}
