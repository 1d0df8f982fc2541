package io.github.twiliojdbc.pushdown;

import io.github.twiliojdbc.catalog.ColumnType;

/**
 * An output column of a drawn query.
 *
 * @param name name, unquoted
 * @param type type of its values
 * @param identity kind of thing that its values name, such as {@code accounts.sid}; empty if they
 *     name nothing
 */
record Column(String name, ColumnType type, String identity) {

  Column as(String newName) {
    return new Column(newName, type, identity);
  }

  /** Returns whether values of both columns can be equal in a sensible query. */
  boolean isPeerOf(Column other) {
    return type == other.type && identity.equals(other.identity);
  }

  boolean isText() {
    return type == ColumnType.VARCHAR;
  }

  boolean isNumber() {
    return switch (type) {
      case INTEGER, BIGINT, DECIMAL, DOUBLE -> true;
      default -> false;
    };
  }

  boolean isDate() {
    return type == ColumnType.TIMESTAMP || type == ColumnType.DATE;
  }

  /** Returns the name of the type in SQL. */
  String sqlType() {
    return type.name();
  }
}
