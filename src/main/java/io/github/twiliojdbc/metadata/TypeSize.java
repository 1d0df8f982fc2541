package io.github.twiliojdbc.metadata;

import io.github.twiliojdbc.catalog.ColumnDefinition;
import io.github.twiliojdbc.catalog.ColumnType;
import org.jspecify.annotations.Nullable;

/**
 * How large values of a type can be, in JDBC's terms.
 *
 * @param size digits of a number, characters of anything else as text
 * @param digits digits behind the point, or of a fraction of a second
 * @param radix base of the digits, for numbers
 */
record TypeSize(int size, @Nullable Integer digits, @Nullable Integer radix) {

  private static final int DECIMAL_DIGITS = 38;

  /** Returns how large the values of a column can be. */
  static TypeSize of(ColumnDefinition column) {
    return switch (column.type()) {
      case VARCHAR, JSON -> new TypeSize(column.length(), null, null);
      case DECIMAL -> new TypeSize(DECIMAL_DIGITS, column.scale(), 10);
      default -> of(column.type());
    };
  }

  static TypeSize of(ColumnType type) {
    return switch (type) {
      case VARCHAR, JSON -> new TypeSize(Integer.MAX_VALUE, null, null);
      case INTEGER -> new TypeSize(10, 0, 10);
      case BIGINT -> new TypeSize(19, 0, 10);
      case DECIMAL -> new TypeSize(DECIMAL_DIGITS, ColumnDefinition.USUAL_SCALE, 10);
      case DOUBLE -> new TypeSize(53, null, 2);
      case BOOLEAN -> new TypeSize(1, null, null);
      case TIMESTAMP -> new TypeSize(23, 3, null);
      case DATE -> new TypeSize(10, null, null);
    };
  }

  /** Returns whether values are written in quotes. */
  static boolean isText(ColumnType type) {
    return type == ColumnType.VARCHAR || type == ColumnType.JSON;
  }
}
