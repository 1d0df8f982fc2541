package io.github.twiliojdbc.pushdown;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A query drawn so far, and the output column that the condition will stand on.
 *
 * @param sql a SELECT, in which each scan is a {@link ScanMarker}
 * @param columns its output columns
 * @param target the output column that the condition will stand on
 * @param origins what the condition has to be added to, in the inside form
 * @param isSound whether a condition that NULL does not fulfil may move from the target to the
 *     origins
 */
record Relation(
    String sql, List<Column> columns, Column target, List<Origin> origins, boolean isSound) {

  /**
   * A scan that the target comes from.
   *
   * @param scan number of the scan
   * @param expression the target as an expression over the scan's own columns
   */
  record Origin(int scan, String expression) {}

  /** Returns an item of a FROM clause. */
  String as(String alias) {
    return "(" + sql + ") AS " + alias;
  }

  /** Returns the columns that the condition does not stand on. */
  List<Column> others() {
    return columns.stream().filter(column -> !column.equals(target)).toList();
  }

  /** Returns the columns whose values name something. */
  List<Column> identified() {
    return columns.stream().filter(column -> !column.identity().isEmpty()).toList();
  }

  Optional<Column> account() {
    return columns.stream().filter(column -> column.identity().equals("accounts.sid")).findFirst();
  }

  Relation unsound() {
    return new Relation(sql, columns, target, origins, /* isSound= */ false);
  }

  /** Returns the relation with the origins of another one beside its own. */
  Relation with(Relation other) {
    return new Relation(
        sql,
        columns,
        target,
        Stream.concat(origins.stream(), other.origins.stream()).toList(),
        isSound && other.isSound);
  }
}
