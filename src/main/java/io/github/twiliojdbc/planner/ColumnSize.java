package io.github.twiliojdbc.planner;

import io.github.twiliojdbc.catalog.ColumnDefinition;
import io.github.twiliojdbc.sql.functions.Conversions;
import java.util.Optional;
import org.apache.calcite.rel.type.RelDataType;

/**
 * How large the values of a result's column can be, in JDBC's terms, where 0 is unknown.
 *
 * @param precision digits of a number, characters of anything else as text
 * @param scale digits behind the point of a number, or of a fraction of a second
 * @param shown characters of a value that is shown to people
 */
record ColumnSize(int precision, int scale, int shown) {
  private static final int DECIMAL_PRECISION = 38;

  /** Digits of a fraction of a second: Twilio has at most milliseconds. */
  private static final int FRACTION = 3;

  /**
   * Returns the size of values of a type.
   *
   * @param column the table's column that they come from, unchanged, if they do
   */
  static ColumnSize of(RelDataType type, Optional<ColumnDefinition> column) {
    int declared = Math.max(type.getPrecision(), 0);
    return switch (type.getSqlTypeName()) {
      case VARCHAR -> {
        int length =
            declared > 0
                ? declared
                : column.map(ColumnDefinition::length).orElse(ColumnDefinition.USUAL_LENGTH);
        yield new ColumnSize(length, 0, length);
      }
      case DECIMAL -> {
        boolean isLimited = type.getScale() != RelDataType.SCALE_NOT_SPECIFIED;
        int precision = isLimited ? declared : DECIMAL_PRECISION;
        int scale =
            isLimited
                ? type.getScale()
                : column.map(ColumnDefinition::scale).orElse(ColumnDefinition.USUAL_SCALE);
        // A sign and a point.
        yield new ColumnSize(precision, scale, precision + 2);
      }
      case TIMESTAMP -> point(20 + FRACTION, FRACTION);
      case TIME -> point(9 + FRACTION, FRACTION);
      case DATE -> point(10, 0);
      case BOOLEAN -> new ColumnSize(declared, 0, "false".length());
      case DOUBLE, FLOAT, REAL ->
          new ColumnSize(declared, 0, Conversions.textOf(-Double.MAX_VALUE).length());
      case TINYINT, SMALLINT, INTEGER, BIGINT -> new ColumnSize(declared, 0, declared + 1);
      default -> new ColumnSize(declared, Math.max(type.getScale(), 0), declared);
    };
  }

  private static ColumnSize point(int characters, int fraction) {
    return new ColumnSize(characters, fraction, characters);
  }
}
