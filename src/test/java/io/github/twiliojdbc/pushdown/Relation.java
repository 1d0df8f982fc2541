package io.github.twiliojdbc.pushdown;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
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
   * @param branches where the target is chosen from; all but a CASE have one
   */
  record Origin(int scan, List<Branch> branches) {
    static Origin of(int scan, String expression) {
      return new Origin(scan, List.of(new Branch("", expression)));
    }

    /** Returns the origin of an expression over the target, in which it is {@code $c}. */
    Origin computed(String expression) {
      return new Origin(
          scan,
          branches.stream()
              .map(
                  branch ->
                      new Branch(
                          branch.guard, "(" + expression.replace("$c", branch.expression) + ")"))
              .toList());
    }

    /** Returns the condition on the scan's own columns. */
    String condition(Condition condition) {
      return branches.stream()
          .map(
              branch ->
                  branch.guard.isEmpty()
                      ? condition.inside(branch.expression)
                      : "(%s AND %s)".formatted(branch.guard, condition.inside(branch.expression)))
          .collect(Collectors.joining(" OR "));
    }
  }

  /**
   * A value of the target.
   *
   * @param guard condition under which it is the value; empty for always
   * @param expression the value, over the scan's own columns
   */
  record Branch(String guard, String expression) {}

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
