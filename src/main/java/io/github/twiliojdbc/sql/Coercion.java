package io.github.twiliojdbc.sql;

import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.type.SqlTypeUtil;
import org.apache.calcite.sql.validate.SqlValidator;
import org.apache.calcite.sql.validate.implicit.TypeCoercionImpl;
import org.jspecify.annotations.Nullable;

/** As what values of two types are compared. */
final class Coercion extends TypeCoercionImpl {
  Coercion(RelDataTypeFactory factory, SqlValidator validator) {
    super(factory, validator);
  }

  /** Compares DECIMALs with all of their digits, and intervals as they are. */
  @Override
  public @Nullable RelDataType commonTypeForBinaryComparison(
      @Nullable RelDataType one, @Nullable RelDataType other) {
    if (one != null
        && SqlTypeUtil.isInterval(one)
        && other != null
        && SqlTypeUtil.isInterval(other)) {
      return null;
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
}
