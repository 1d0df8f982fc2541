package io.github.twiliojdbc.catalog;

import java.sql.Types;

/** The type of a column, in the catalog, in SQL and in JDBC. */
public enum ColumnType {
  VARCHAR(Types.VARCHAR),
  INTEGER(Types.INTEGER),
  BIGINT(Types.BIGINT),
  DECIMAL(Types.DECIMAL),
  DOUBLE(Types.DOUBLE),
  BOOLEAN(Types.BOOLEAN),
  /** An instant in UTC, to the millisecond. */
  TIMESTAMP(Types.TIMESTAMP),
  DATE(Types.DATE),
  /** An object or array, held as compact JSON text. */
  JSON(Types.VARCHAR);

  private final int jdbcType;

  ColumnType(int jdbcType) {
    this.jdbcType = jdbcType;
  }

  /** Returns the constant of {@link Types}. */
  public int jdbcType() {
    return jdbcType;
  }

  /** Returns the name of the type in SQL. */
  public String sqlName() {
    return this == JSON ? VARCHAR.name() : name();
  }

  /** Returns whether values are points in time that a date filter can bound. */
  public boolean isTemporal() {
    return this == TIMESTAMP || this == DATE;
  }
}
