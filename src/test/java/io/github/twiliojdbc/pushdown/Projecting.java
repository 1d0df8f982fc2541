package io.github.twiliojdbc.pushdown;

import io.github.twiliojdbc.catalog.ColumnType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Wrappers that compute columns, and those that order rows. */
final class Projecting {
  private static final Column TEXT = new Column("", ColumnType.VARCHAR, "");

  private Projecting() {}

  /** Some of the columns, under other names. */
  static Optional<Relation> renamed(Relation input, SqlRandom random) {
    String t = random.fresh("t");
    return Optional.of(
        new Outputs(random)
            .target(t + "." + input.target().name(), input.target())
            .addAll(t, random.some(input.others(), 3))
            .select(input, "FROM " + input.as(t)));
  }

  /** Expressions over other columns beside the target. */
  static Optional<Relation> expressions(Relation input, SqlRandom random) {
    String t = random.fresh("t");
    Outputs outputs = new Outputs(random).all(t, input);
    for (Column column : random.some(input.others(), 3)) {
      String expression =
          column.isText()
              ? random.pick(
                  List.of(
                      "upper(%s)",
                      "coalesce(%s, 'none')",
                      "%1$s || '-' || %1$s",
                      "CASE WHEN %1$s LIKE 'A%%' THEN 'a' ELSE %1$s END"))
              : column.isNumber() ? "coalesce(%1$s, 0) + abs(%1$s)" : "%s";
      outputs.add(expression.formatted(t + "." + column.name()), new Column("", column.type(), ""));
    }
    return Optional.of(outputs.select(input, "FROM " + input.as(t)));
  }

  /** The target cut off to a day or month. */
  static Optional<Relation> truncated(Relation input, SqlRandom random) {
    Column target = input.target();
    if (!target.isDate()) {
      return Optional.empty();
    }
    boolean isTime = target.type() == ColumnType.TIMESTAMP;
    return Optional.of(
        switch (random.below(4)) {
          case 0 -> {
            String format = random.pick(List.of("YYYY-MM-DD", "YYYY-MM", "YYYY"));
            yield computed(
                input,
                "to_char($c, '" + format + "')",
                new Column("", ColumnType.VARCHAR, "#" + format),
                random);
          }
          case 1 ->
              isTime
                  ? computed(
                      input,
                      "date_trunc('" + random.pick(List.of("day", "month")) + "', $c)",
                      new Column("", target.type(), ""),
                      random)
                  : computed(
                      input,
                      "CAST(date_trunc('month', $c) AS DATE)",
                      new Column("", target.type(), ""),
                      random);
          default ->
              computed(
                  input,
                  random.pick(List.of("$c::date", "CAST($c AS DATE)")),
                  new Column("", ColumnType.DATE, ""),
                  random);
        });
  }

  /** The target moved by an interval. */
  static Optional<Relation> shifted(Relation input, SqlRandom random) {
    Column target = input.target();
    if (target.type() != ColumnType.TIMESTAMP) {
      return Optional.empty();
    }
    String expression =
        "$c %s INTERVAL '%s'"
            .formatted(random.pick(List.of("+", "-")), random.pick(List.of("1 day", "2 hours")));
    return Optional.of(computed(input, expression, new Column("", target.type(), ""), random));
  }

  /** A scalar sub-query as a value beside the target. */
  static Optional<Relation> scalarSubquery(Relation input, SqlRandom random) {
    String t = random.fresh("t");
    String subquery =
        input
            .account()
            .filter(account -> random.below(3) > 0)
            .map(
                account ->
                    "(SELECT a.friendly_name FROM accounts a WHERE a.sid = %s.%s)"
                        .formatted(t, account.name()))
            .orElse("(SELECT max(a.friendly_name) FROM accounts a)");
    return Optional.of(
        new Outputs(random).all(t, input).add(subquery, TEXT).select(input, "FROM " + input.as(t)));
  }

  /** All rows in an order. */
  static Optional<Relation> orderBy(Relation input, SqlRandom random) {
    String t = random.fresh("t");
    return Optional.of(
        new Outputs(random)
            .all(t, input)
            .select(
                input,
                "FROM %s ORDER BY %s.%s%s"
                    .formatted(
                        input.as(t),
                        t,
                        random.pick(input.columns()).name(),
                        random.pick(List.of("", " DESC", " DESC NULLS LAST", " NULLS FIRST")))));
  }

  /** The first rows in an order, through which no condition may move. */
  static Optional<Relation> limit(Relation input, SqlRandom random) {
    String t = random.fresh("t");
    return Optional.of(
        new Outputs(random)
            .all(t, input)
            .select(
                input,
                "FROM %s ORDER BY %s LIMIT %d"
                    .formatted(
                        input.as(t),
                        names(t, random.shuffled(input.columns())),
                        1 + random.below(300)))
            .unsound());
  }

  /**
   * Returns a query whose target is computed from that of its input.
   *
   * @param expression expression in which {@code $c} is the target
   */
  static Relation computed(Relation input, String expression, Column like, SqlRandom random) {
    String t = random.fresh("t");
    Relation relation =
        new Outputs(random)
            .target(expression.replace("$c", t + "." + input.target().name()), like)
            .addAll(t, input.others())
            .select(input, "FROM " + input.as(t));
    return new Relation(
        relation.sql(),
        relation.columns(),
        relation.target(),
        input.origins().stream().map(origin -> origin.computed(expression)).toList(),
        relation.isSound());
  }

  /** Returns the names of columns with commas between them. */
  static String names(String alias, List<Column> columns) {
    return columns.stream()
        .map(column -> alias + "." + column.name())
        .collect(Collectors.joining(", "));
  }
}
