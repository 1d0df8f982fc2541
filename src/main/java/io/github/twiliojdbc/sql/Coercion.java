package io.github.twiliojdbc.sql;

import java.util.List;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.type.SqlTypeUtil;
import org.apache.calcite.sql.validate.SqlValidator;
import org.apache.calcite.sql.validate.SqlValidatorScope;
import org.apache.calcite.sql.validate.implicit.TypeCoercionImpl;
import org.jspecify.annotations.Nullable;

/** As what values of two types are compared. */
final class Coercion extends TypeCoercionImpl {
  Coercion(RelDataTypeFactory factory, SqlValidator validator) {
    super(factory, validator);
  }

  /** Compares DECIMALs with all of their digits, intervals as they are, and texts as intervals. */
  @Override
  public @Nullable RelDataType commonTypeForBinaryComparison(
      @Nullable RelDataType one, @Nullable RelDataType other) {
    if (one != null
        && SqlTypeUtil.isInterval(one)
        && other != null
        && SqlTypeUtil.isInterval(other)) {
      return null;
    }
    if (one != null && other != null && (isSaid(one, other) || isSaid(other, one))) {
      return SqlTypeUtil.isInterval(one) ? one : other;
    }
    return one != null
            && other != null
            && SqlTypeUtil.isExactNumeric(one)
            && SqlTypeUtil.isExactNumeric(other)
            && (SqlTypeUtil.isDecimal(one) || SqlTypeUtil.isDecimal(other))
        ? factory.createTypeWithNullability(
            factory.createSqlType(SqlTypeName.DECIMAL), one.isNullable() || other.isNullable())
        : super.commonTypeForBinaryComparison(one, other);
  }

  /** Returns whether the one type is of intervals of days and the other of texts. */
  private static boolean isSaid(RelDataType interval, RelDataType text) {
    return SqlTypeName.DAY_INTERVAL_TYPES.contains(interval.getSqlTypeName())
        && SqlTypeUtil.inCharFamily(text);
  }

  /** Compares a text with an interval as the interval that it says. */
  @Override
  protected boolean coerceOperandType(
      @Nullable SqlValidatorScope scope, SqlCall call, int index, RelDataType target) {
    SqlNode operand = call.operand(index);
    if (scope == null || !isSaid(target, validator.deriveType(scope, operand))) {
      return super.coerceOperandType(scope, call, index, target);
    }
    SqlNode length = Calls.function("LENGTH_OF", operand.getParserPosition(), List.of(operand));
    call.setOperand(index, length);
    updateInferredType(length, validator.deriveType(scope, length));
    return true;
  }
}
