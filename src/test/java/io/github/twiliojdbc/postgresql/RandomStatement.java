package io.github.twiliojdbc.postgresql;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A statement made at random of expressions that both databases know.
 *
 * @param parameters kind and value of each, as {@link Parameters} reads them
 * @param isOrdered whether the order of the rows is known
 */
record RandomStatement(String sql, List<String> parameters, boolean isOrdered) {
  /** Makes a statement. */
  static RandomStatement make(Random random) {
    Writer writer = new Writer(random);
    String sql = writer.statement();
    return new RandomStatement(sql, List.copyOf(writer.parameters), writer.isOrdered);
  }

  /** Writes one statement. */
  static final class Writer extends RandomExpression {
    private boolean isOrdered;

    Writer(Random random) {
      super(random);
    }

    String statement() {
      return switch (random.nextInt(13)) {
        case 0, 1, 2 -> rows();
        case 3, 4, 5 -> groups();
        case 6, 7 -> windows();
        case 8 -> sets();
        case 9 -> constants();
        case 10 -> subQueries();
        case 11 -> laterals();
        default -> joins();
      };
    }

    private String rows() {
      String select = "SELECT " + keys() + ", " + items(1 + random.nextInt(3)) + from();
      if (random.nextInt(3) > 0) {
        return select;
      }
      isOrdered = true;
      return "%s ORDER BY %s %s, %s LIMIT %d"
          .formatted(
              select,
              value(any()),
              pick(List.of("NULLS FIRST", "DESC NULLS LAST", "DESC NULLS FIRST")),
              keys(),
              1 + random.nextInt(50));
    }

    private String groups() {
      int groups = random.nextInt(3);
      List<String> items = new ArrayList<>();
      for (int i = 0; i < groups; i++) {
        items.add(expression(pick(List.of(any(), Kind.TEXT, Kind.BOOLEAN)), 1, false));
      }
      for (int i = 0; i <= random.nextInt(3); i++) {
        items.add(aggregate());
      }
      String sql = "SELECT " + String.join(", ", items) + from();
      if (groups > 0) {
        String numbers =
            IntStream.rangeClosed(1, groups)
                .mapToObj(String::valueOf)
                .collect(Collectors.joining(", "));
        sql += " GROUP BY " + numbers;
      }
      return random.nextInt(4) == 0
          ? sql + " HAVING " + aggregateOf(Kind.INTEGER) + " " + comparison() + " 2"
          : sql;
    }

    private String windows() {
      List<String> items = new ArrayList<>(List.of(keys()));
      for (int i = 0; i <= random.nextInt(2); i++) {
        items.add(window());
      }
      return "SELECT " + String.join(", ", items) + from();
    }

    private String window() {
      String partition =
          random.nextBoolean() ? "PARTITION BY " + expression(any(), 1, false) + " " : "";
      String order =
          "ORDER BY "
              + (random.nextBoolean()
                  ? column(any()) + pick(List.of(" NULLS FIRST, ", " DESC NULLS LAST, "))
                  : "")
              + keys();
      String call =
          switch (random.nextInt(10)) {
            case 0 -> "row_number()";
            case 1 -> "rank()";
            case 2 -> "dense_rank()";
            case 3 -> "ntile(" + (1 + random.nextInt(5)) + ")";
            case 4 -> "lag(" + value(any()) + ")";
            case 5 -> "lead(" + value(any()) + ", " + random.nextInt(3) + ")";
            case 6 -> "first_value(" + value(any()) + ")";
            case 7 -> "last_value(" + value(any()) + ")";
            case 8 -> pick(List.of("min", "max")) + "(" + value(Kind.TEXT) + ")";
            default ->
                table.columns().keySet().stream()
                    .sorted()
                    .filter(NUMBERS::contains)
                    .findFirst()
                    .map(kind -> pick(List.of("sum", "avg", "min")) + "(" + value(kind) + ")")
                    .orElseGet(() -> "count(" + value(any()) + ")");
          };
      String frame =
          random.nextInt(3) == 0
              ? pick(
                  List.of(
                      " ROWS BETWEEN 2 PRECEDING AND CURRENT ROW",
                      " ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING",
                      " ROWS BETWEEN 1 PRECEDING AND 3 FOLLOWING",
                      " ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING",
                      " RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW"))
              : "";
      boolean takesFrame = call.matches("(?s)(first|last)_value.*|(sum|avg|min|max|count)\\(.*");
      return call + " OVER (" + partition + order + (takesFrame ? frame : "") + ")";
    }

    /** Returns an expression of a column, since PostgreSQL knows no type of a bare text. */
    private String value(Kind kind) {
      return random.nextBoolean()
          ? column(kind)
          : "NULLIF(" + column(kind) + ", " + expression(kind, 0) + ")";
    }

    private String sets() {
      List<Kind> kinds = IntStream.range(0, 1 + random.nextInt(3)).mapToObj(i -> any()).toList();
      String first = list(kinds);
      String operator =
          pick(List.of(" UNION ", " UNION ALL ", " INTERSECT ", " EXCEPT ", " EXCEPT ALL "));
      table = random.nextBoolean() ? anyTable() : table;
      return first + operator + list(kinds);
    }

    private String list(List<Kind> kinds) {
      return kinds.stream()
              .map(kind -> expression(kind, 1, false))
              .collect(Collectors.joining(", ", "SELECT ", ""))
          + from();
    }

    private String constants() {
      List<String> items = new ArrayList<>();
      for (int i = 0; i <= random.nextInt(3); i++) {
        items.add(expression(pick(List.of(Kind.values())), 3, true, false));
      }
      return "SELECT " + String.join(", ", items);
    }

    private String subQueries() {
      Table outer = table;
      String own = keys();
      String item = expression(any(), 1);
      Kind kind = any();
      String value = column(kind);
      enter(outer, kind);
      String condition =
          switch (random.nextInt(4)) {
            case 0 -> "%s IN (SELECT %s%s)".formatted(value, column(kind), from());
            case 1 ->
                "%sEXISTS (SELECT 1 FROM %s u WHERE u.%s = %s AND %s)"
                    .formatted(
                        random.nextBoolean() ? "NOT " : "",
                        table.name(),
                        quoted(pick(table.columns().get(kind))),
                        value,
                        condition(1));
            case 2 ->
                "%s %s (SELECT %s%s ORDER BY %s LIMIT 1)"
                    .formatted(value, comparison(), column(kind), from(), keys());
            default ->
                "%s NOT IN (SELECT %s FROM %s u WHERE %s IS NOT NULL AND %s)"
                    .formatted(
                        value,
                        column(kind),
                        table.name(),
                        "u." + quoted(pick(table.columns().get(kind))),
                        condition(1));
          };
      table = outer;
      alias = "t";
      return "SELECT " + own + ", " + item + " FROM " + outer.name() + " t WHERE " + condition;
    }

    /** Goes on with another table that has columns of a kind, or with the same. */
    private void enter(Table outer, Kind kind) {
      // Nested loops over a large table would take most of the test's time.
      table =
          pick(
              TABLES.stream()
                  .filter(each -> each.columns().containsKey(kind))
                  .filter(each -> each.equals(outer) || !each.name().equals("messages"))
                  .toList());
      alias = "u";
    }

    /** Returns rows of a table with what another has for each. */
    private String laterals() {
      table = pick(OTHERS);
      Table outer = table;
      String own = keys();
      Kind kind = any();
      String value = column(kind);
      enter(outer, kind);
      String of =
          switch (random.nextInt(3)) {
            case 0 -> aggregate();
            case 1 -> keys() + ", " + window();
            default -> keys() + ", " + expression(any(), 1) + " AS v";
          };
      String lateral =
          "SELECT %s FROM %s u WHERE %s = %s".formatted(of, table.name(), column(kind), value);
      boolean takesFirst = random.nextInt(3) == 0 && of.startsWith(keys());
      lateral += takesFirst ? " ORDER BY " + keys() + " LIMIT 2" : "";
      table = outer;
      alias = "t";
      return "SELECT %s, x.* FROM %s t %s"
          .formatted(
              own,
              outer.name(),
              random.nextBoolean()
                  ? "CROSS JOIN LATERAL (" + lateral + ") x"
                  : "LEFT JOIN LATERAL (" + lateral + ") x ON TRUE");
    }

    /** Returns a join of sums by a text with sums by the same text. */
    private String joins() {
      String left = "SELECT " + expression(Kind.TEXT, 1, false) + " AS k, " + aggregate() + " AS a";
      left += from() + " GROUP BY 1";
      if (random.nextBoolean()) {
        table = anyTable();
      }
      String right =
          "SELECT " + expression(Kind.TEXT, 1, false) + " AS k, " + aggregate() + " AS b";
      right += from() + " GROUP BY 1";
      return "SELECT l.k, l.a, r.k, r.b FROM (%s) l %s JOIN (%s) r ON l.k = r.k"
          .formatted(left, pick(List.of("INNER", "LEFT", "RIGHT", "FULL")), right);
    }

    private String from() {
      return " FROM "
          + table.name()
          + " "
          + alias
          + some()
          + (random.nextInt(3) > 0 ? "" : " AND (" + condition(2) + " OR " + condition(1) + ")");
    }

    /** Leaves most rows of the large tables out, which tell nothing more. */
    private String some() {
      return " WHERE "
          + switch (table.name()) {
            case "messages" -> alias + ".sid < 'SM2'";
            case "calls" -> alias + ".sid < 'CA3'";
            default -> "TRUE";
          };
    }

    private String keys() {
      return table.key().stream()
          .map(key -> alias + "." + quoted(key))
          .collect(Collectors.joining(", "));
    }

    private String items(int count) {
      List<String> items = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        items.add(expression(any(), 3));
      }
      return String.join(", ", items);
    }

    private String aggregate() {
      String call =
          switch (random.nextInt(12)) {
            case 0 -> "string_agg(" + text(1) + ", ',' ORDER BY " + keys() + ")";
            case 4 -> "count(DISTINCT " + expression(any(), 1) + ")";
            case 5 -> "string_agg(DISTINCT " + value(Kind.TEXT) + ", ',')";
            case 6 -> "json_agg(" + value(Kind.TEXT) + " ORDER BY " + keys() + ")";
            case 2 ->
                pick(List.of("stddev", "stddev_pop", "var_samp", "var_pop", "variance"))
                    + "("
                    + expression(number(), 1)
                    + ")";
            case 3 -> pick(List.of("bool_and", "bool_or", "every")) + "(" + condition(1) + ")";
            case 1 -> "sum(DISTINCT " + expression(number(), 1) + ")";
            default -> plainAggregate();
          };
      if (random.nextInt(8) == 0) {
        return "coalesce(" + pick(List.of("sum", "max")) + "(" + expression(number(), 1) + "), 0)";
      }
      return random.nextInt(6) == 0 ? call + " FILTER (WHERE " + condition(1) + ")" : call;
    }

    private String plainAggregate() {
      return switch (random.nextInt(5)) {
        case 0 -> "count(" + (random.nextBoolean() ? "*" : expression(any(), 1)) + ")";
        case 1 -> "min(" + expression(comparable(), 2) + ")";
        case 2 -> "max(" + expression(comparable(), 2) + ")";
        case 3 -> "sum(" + expression(number(), 2) + ")";
        default -> "avg(" + expression(number(), 2) + ")";
      };
    }

    private String aggregateOf(Kind kind) {
      return has(kind) ? "max(" + column(kind) + ")" : "count(*)";
    }
  }
}
