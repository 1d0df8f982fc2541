package io.github.twiliojdbc.sql;

import org.apache.calcite.rel.type.RelDataTypeSystem;
import org.apache.calcite.sql.type.BasicSqlType;
import org.apache.calcite.sql.type.SqlTypeName;

/** The type of DECIMALs with any number of digits, before the point and behind it. */
final class NumericType extends BasicSqlType {
  NumericType(RelDataTypeSystem system) {
    this(system, false);
  }

  private NumericType(RelDataTypeSystem system, boolean isNullable) {
    super(system, SqlTypeName.DECIMAL, isNullable);
  }

  @Override
  public int getPrecision() {
    return PRECISION_NOT_SPECIFIED;
  }

  @Override
  public int getScale() {
    return SCALE_NOT_SPECIFIED;
  }

  @Override
  public BasicSqlType createWithNullability(boolean isNullable) {
    return isNullable == isNullable() ? this : new NumericType(typeSystem, isNullable);
  }
}
