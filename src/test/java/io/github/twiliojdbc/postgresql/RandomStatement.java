package io.github.twiliojdbc.postgresql;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
  /** A type of expressions. */
  private enum Kind {
    TEXT,
    INTEGER,
    BIGINT,
    DECIMAL,
    DOUBLE,
    BOOLEAN,
    TIMESTAMP,
    DATE
  }

  private static final List<Kind> NUMBERS =
      List.of(Kind.INTEGER, Kind.DECIMAL, Kind.DOUBLE, Kind.BIGINT);

  /**
   * A table of the sandbox.
   *
   * @param key columns that tell the rows apart
   * @param columns names, by their types
   */
  private record Table(String name, List<String> key, Map<Kind, List<String>> columns) {}

  private static final List<Table> TABLES =
      List.of(
          new Table(
              "messages",
              List.of("sid"),
              Map.of(
                  Kind.TEXT, List.of("status", "direction", "body", "from"),
                  Kind.INTEGER, List.of("num_segments", "error_code", "num_media"),
                  Kind.DECIMAL, List.of("price"),
                  Kind.TIMESTAMP, List.of("date_sent", "date_created"))),
          new Table(
              "calls",
              List.of("sid"),
              Map.of(
                  Kind.TEXT, List.of("status", "direction", "answered_by", "to"),
                  Kind.INTEGER, List.of("duration"),
                  Kind.DECIMAL, List.of("price"),
                  Kind.TIMESTAMP, List.of("start_time", "end_time"))),
          new Table(
              "usage_records",
              List.of("account_sid", "category", "start_date", "end_date"),
              Map.of(
                  Kind.TEXT, List.of("category", "usage_unit", "price_unit"),
                  Kind.BIGINT, List.of("count"),
                  Kind.DECIMAL, List.of("price", "usage"),
                  Kind.DATE, List.of("start_date", "end_date"))),
          new Table(
              "conference_participants",
              List.of("conference_sid", "call_sid"),
              Map.of(
                  Kind.TEXT, List.of("status", "label"),
                  Kind.BOOLEAN, List.of("muted", "hold", "coaching"),
                  Kind.TIMESTAMP, List.of("date_created"))),
          new Table(
              "recordings",
              List.of("sid"),
              Map.of(
                  Kind.TEXT, List.of("status", "source", "price_unit"),
                  Kind.INTEGER, List.of("duration", "channels"),
                  Kind.DECIMAL, List.of("price"),
                  Kind.TIMESTAMP, List.of("start_time"))),
          new Table(
              "available_phone_numbers_local",
              List.of("phone_number"),
              Map.of(
                  Kind.TEXT, List.of("locality", "region", "postal_code"),
                  Kind.BOOLEAN, List.of("beta"),
                  Kind.DOUBLE, List.of("latitude", "longitude"))));

  /** Makes a statement. */
  static RandomStatement make(Random random) {
    Writer writer = new Writer(random);
    String sql = writer.statement();
    return new RandomStatement(sql, List.copyOf(writer.parameters), writer.isOrdered);
  }

  /** Writes one statement. */
  private static final class Writer {
    private final Random random;
    private final List<String> parameters = new ArrayList<>();
    private boolean isOrdered;

    /** Table of which columns can be named, and how it is called. */
    private Table table;

    private String alias = "t";

    Writer(Random random) {
      this.random = random;
      this.table = pick(TABLES);
      this.takesTexts = random.nextBoolean();
    }

    String statement() {
      return switch (random.nextInt(12)) {
        case 0, 1, 2 -> rows();
        case 3, 4, 5 -> groups();
        case 6, 7 -> windows();
        case 8 -> sets();
        case 9 -> constants();
        case 10 -> subQueries();
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
                table.columns.keySet().stream()
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
      // Equal numbers of different scales are two to Calcite's sets.
      List<Kind> kinds =
          IntStream.range(0, 1 + random.nextInt(3))
              .mapToObj(i -> any())
              .map(kind -> kind == Kind.DECIMAL ? Kind.TEXT : kind)
              .toList();
      String first = list(kinds);
      String operator =
          pick(List.of(" UNION ", " UNION ALL ", " INTERSECT ", " EXCEPT ", " EXCEPT ALL "));
      table = random.nextBoolean() ? pick(TABLES) : table;
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
      // Nested loops over a large table would take most of the test's time.
      table =
          pick(
              TABLES.stream()
                  .filter(each -> each.columns.containsKey(kind))
                  .filter(each -> each.equals(outer) || !each.name.equals("messages"))
                  .toList());
      alias = "u";
      String condition =
          switch (random.nextInt(4)) {
            case 0 -> "%s IN (SELECT %s%s)".formatted(value, column(kind), from());
            case 1 ->
                "%sEXISTS (SELECT 1 FROM %s u WHERE u.%s = %s AND %s)"
                    .formatted(
                        random.nextBoolean() ? "NOT " : "",
                        table.name,
                        quoted(pick(table.columns.get(kind))),
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
                        table.name,
                        "u." + quoted(pick(table.columns.get(kind))),
                        condition(1));
          };
      table = outer;
      alias = "t";
      return "SELECT " + own + ", " + item + " FROM " + outer.name + " t WHERE " + condition;
    }

    /** Returns a join of sums by a text with sums by the same text. */
    private String joins() {
      String left = "SELECT " + expression(Kind.TEXT, 1, false) + " AS k, " + aggregate() + " AS a";
      left += from() + " GROUP BY 1";
      if (random.nextBoolean()) {
        table = pick(TABLES);
      }
      String right =
          "SELECT " + expression(Kind.TEXT, 1, false) + " AS k, " + aggregate() + " AS b";
      right += from() + " GROUP BY 1";
      return "SELECT l.k, l.a, r.k, r.b FROM (%s) l %s JOIN (%s) r ON l.k = r.k"
          .formatted(left, pick(List.of("INNER", "LEFT", "RIGHT", "FULL")), right);
    }

    private String from() {
      return " FROM "
          + table.name
          + " "
          + alias
          + some()
          + (random.nextInt(3) > 0 ? "" : " AND (" + condition(2) + " OR " + condition(1) + ")");
    }

    /** Leaves most rows of the large tables out, which tell nothing more. */
    private String some() {
      return " WHERE "
          + switch (table.name) {
            case "messages" -> alias + ".sid < 'SM2'";
            case "calls" -> alias + ".sid < 'CA3'";
            default -> "TRUE";
          };
    }

    private String keys() {
      return table.key.stream().map(key -> alias + "." + key).collect(Collectors.joining(", "));
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
            case 0, 4 ->
                takesTexts
                    ? "string_agg(" + text(1) + ", ',' ORDER BY " + keys() + ")"
                    : "count(DISTINCT " + expression(any(), 1) + ")";
            case 2 ->
                pick(List.of("stddev", "stddev_pop", "var_samp", "var_pop", "variance"))
                    + "("
                    + expression(number(), 1)
                    + ")";
            case 3 -> pick(List.of("bool_and", "bool_or", "every")) + "(" + condition(1) + ")";
            case 1 -> "sum(" + (takesTexts ? "" : "DISTINCT ") + expression(number(), 1) + ")";
            default -> plainAggregate();
          };
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

    private Kind any() {
      return pick(table.columns.keySet().stream().sorted().toList());
    }

    private Kind number() {
      return pick(NUMBERS);
    }

    private Kind comparable() {
      return pick(List.of(Kind.TEXT, Kind.INTEGER, Kind.DECIMAL, Kind.TIMESTAMP, Kind.DATE));
    }

    private boolean has(Kind kind) {
      return table.columns.containsKey(kind);
    }

    private String column(Kind kind) {
      return alias + "." + quoted(pick(table.columns.get(kind)));
    }

    private static String quoted(String name) {
      return "\"" + name + "\"";
    }

    private String expression(Kind kind, int depth) {
      return expression(kind, depth, true);
    }

    private String expression(Kind kind, int depth, boolean parameters) {
      return expression(kind, depth, parameters, true);
    }

    /**
     * Returns an expression of a type.
     *
     * @param depth how deep it may nest
     * @param mayHaveParameters whether question marks may be in it
     * @param mayHaveColumns whether there are rows
     */
    private String expression(
        Kind kind, int depth, boolean mayHaveParameters, boolean mayHaveColumns) {
      boolean hadColumns = hasColumns;
      hasColumns = mayHaveColumns;
      boolean hadParameters = hasParameters;
      hasParameters = mayHaveParameters;
      try {
        return of(kind, depth);
      } finally {
        hasColumns = hadColumns;
        hasParameters = hadParameters;
      }
    }

    /** Aggregates of texts in an order, in place of those of DISTINCT values beside them. */
    private final boolean takesTexts;

    private boolean hasColumns = true;
    private boolean hasParameters = true;

    private String of(Kind kind, int depth) {
      if (depth <= 0 || random.nextInt(4) == 0) {
        return leaf(kind);
      }
      return switch (random.nextInt(9)) {
        case 0 ->
            "CASE WHEN %s THEN %s ELSE %s END"
                .formatted(truth(depth - 1), of(kind, depth - 1), of(kind, depth - 1));
        case 1 -> "COALESCE(%s, %s)".formatted(of(kind, depth - 1), of(kind, depth - 1));
        case 2 -> "NULLIF(%s, %s)".formatted(of(kind, depth - 1), leaf(kind));
        default ->
            switch (kind) {
              case TEXT -> text(depth);
              case INTEGER, BIGINT, DECIMAL, DOUBLE -> number(kind, depth);
              case BOOLEAN -> truth(depth);
              case TIMESTAMP -> timestamp(depth);
              case DATE -> date(depth);
            };
      };
    }

    private String leaf(Kind kind) {
      if (hasColumns && has(kind) && random.nextInt(3) > 0) {
        return column(kind);
      }
      if (hasParameters && random.nextInt(4) == 0) {
        return parameter(kind);
      }
      return literal(kind);
    }

    private String literal(Kind kind) {
      return switch (kind) {
        case TEXT ->
            pick(List.of("'delivered'", "'in'", "''", "'Ünï ☃'", "'a b'", "'x%_'", "'failed'"));
        case INTEGER -> String.valueOf(random.nextInt(40) - 8).replaceFirst("^-(.*)", "(-$1)");
        case BIGINT -> pick(List.of("CAST(7 AS BIGINT)", "3000000000", "CAST(12345678 AS BIGINT)"));
        case DECIMAL -> pick(List.of("0.5", "1.50", "-0.0075", "12345.6789", "0.00", "100.0"));
        case DOUBLE ->
            pick(List.of("CAST(0.25 AS DOUBLE PRECISION)", "CAST(-3 AS DOUBLE PRECISION)"));
        case BOOLEAN -> pick(List.of("TRUE", "FALSE"));
        case TIMESTAMP ->
            pick(
                List.of(
                    "TIMESTAMP '2026-11-20 10:30:00'",
                    "TIMESTAMP '2026-09-01 00:00:00'",
                    "TIMESTAMP '2024-02-29 23:59:59'"));
        case DATE -> pick(List.of("DATE '2026-11-01'", "DATE '2026-12-31'", "DATE '2024-02-29'"));
      };
    }

    private String parameter(Kind kind) {
      parameters.add(
          switch (kind) {
            case TEXT -> "str " + pick(List.of("delivered", "x", "", "busy", "Größe"));
            case INTEGER -> pick(List.of("int 3", "int -1", "int 0"));
            case BIGINT -> pick(List.of("long 4", "long 9000000000"));
            case DECIMAL -> pick(List.of("dec 0.015", "dec -1.5", "dec 100"));
            case DOUBLE -> pick(List.of("dbl 0.1", "dbl -2.5"));
            case BOOLEAN -> pick(List.of("bool true", "bool false"));
            case TIMESTAMP -> pick(List.of("ts 2026-11-20 10:30:00", "ldt 2026-10-01T00:00:00"));
            case DATE -> pick(List.of("date 2026-11-15", "odate 2026-10-31"));
          });
      // PostgreSQL is not told the type of a date by its driver.
      boolean isTyped = kind != Kind.TIMESTAMP && kind != Kind.DATE;
      return isTyped && random.nextBoolean() ? "?" : "CAST(? AS " + typeName(kind) + ")";
    }

    private static String typeName(Kind kind) {
      return switch (kind) {
        case TEXT -> "VARCHAR";
        case DECIMAL -> "NUMERIC";
        case DOUBLE -> "DOUBLE PRECISION";
        default -> kind.name();
      };
    }

    private String text(int depth) {
      int next = depth - 1;
      return switch (random.nextInt(14)) {
        case 0 -> "upper(" + of(Kind.TEXT, next) + ")";
        case 1 -> "lower(" + of(Kind.TEXT, next) + ")";
        case 2 -> of(Kind.TEXT, next) + " || " + leaf(Kind.TEXT);
        case 3 ->
            "substring(%s, %d, %d)"
                .formatted(of(Kind.TEXT, next), 1 + random.nextInt(4), random.nextInt(5));
        case 4 -> "left(" + of(Kind.TEXT, next) + ", " + (random.nextInt(7) - 2) + ")";
        case 5 -> "right(" + of(Kind.TEXT, next) + ", " + (random.nextInt(7) - 2) + ")";
        case 6 -> "replace(" + of(Kind.TEXT, next) + ", 'e', 'EE')";
        case 7 -> "lpad(" + of(Kind.TEXT, next) + ", 12, '*-')";
        case 8 -> "trim(" + of(Kind.TEXT, next) + ")";
        case 9 ->
            "CAST("
                + of(pick(List.of(Kind.INTEGER, Kind.DECIMAL, Kind.DATE)), next)
                + " AS VARCHAR)";
        case 10 ->
            "CAST("
                + of(pick(List.of(Kind.TIMESTAMP, Kind.BOOLEAN, Kind.DOUBLE)), next)
                + " AS VARCHAR)";
        case 11 ->
            "to_char("
                + of(Kind.TIMESTAMP, next)
                + ", "
                + pick(List.of("'YYYY-MM'", "'Dy DD Mon'", "'HH24:MI:SS'", "'IYYY-IW'"))
                + ")";
        case 12 -> "split_part(" + of(Kind.TEXT, next) + ", 'e', " + (1 + random.nextInt(2)) + ")";
        default ->
            "%s(%s, %s)"
                .formatted(
                    pick(List.of("greatest", "least", "concat")),
                    of(Kind.TEXT, next),
                    of(Kind.TEXT, next));
      };
    }

    private String number(Kind kind, int depth) {
      int next = depth - 1;
      return switch (random.nextInt(kind == Kind.INTEGER ? 12 : 8)) {
        case 0, 1, 2 ->
            "(%s %s %s)"
                .formatted(of(kind, next), pick(List.of("+", "-", "*")), of(mixed(kind), next));
        case 3 -> "(%s / NULLIF(%s, 0))".formatted(of(kind, next), of(mixed(kind), next));
        case 4 -> "abs(" + of(kind, next) + ")";
        case 5 ->
            kind == Kind.DOUBLE
                ? "round(" + of(kind, next) + ")"
                : kind == Kind.DECIMAL
                    ? "round(" + of(kind, next) + ", " + random.nextInt(4) + ")"
                    : "mod(" + of(kind, next) + ", " + (2 + random.nextInt(5)) + ")";
        case 6 ->
            kind == Kind.INTEGER || kind == Kind.BIGINT
                ? "CAST(" + of(Kind.INTEGER, next) + " AS " + typeName(kind) + ")"
                : pick(List.of("floor", "ceil")) + "(" + of(kind, next) + ")";
        case 7 -> "CAST(" + of(mixed(Kind.DECIMAL), next) + " AS " + typeName(kind) + ")";
        case 8 -> "length(" + of(Kind.TEXT, next) + ")";
        case 9 -> "position('e' IN " + of(Kind.TEXT, next) + ")";
        case 10 -> "(" + of(Kind.DATE, next) + " - " + leaf(Kind.DATE) + ")";
        default -> "-" + leaf(kind).replaceFirst("^-", "");
      };
    }

    private Kind mixed(Kind kind) {
      return random.nextInt(3) > 0 ? kind : pick(List.of(Kind.INTEGER, Kind.DECIMAL, Kind.BIGINT));
    }

    private String condition(int depth) {
      return expression(Kind.BOOLEAN, depth);
    }

    private String truth(int depth) {
      int next = depth - 1;
      if (depth <= 0) {
        return leaf(Kind.BOOLEAN);
      }
      Kind kind = hasColumns && random.nextInt(4) > 0 ? any() : comparable();
      return switch (random.nextInt(11)) {
        case 0, 1, 2 -> "(%s %s %s)".formatted(of(kind, next), comparison(), of(kind, next));
        case 3 -> "(%s IS %sNULL)".formatted(of(kind, next), pick(List.of("", "NOT ")));
        case 4 ->
            "(%s %s (%s, %s))"
                .formatted(
                    of(kind, next), pick(List.of("IN", "NOT IN")), leaf(kind), literal(kind));
        case 5 ->
            kind == Kind.BOOLEAN
                ? "(" + of(kind, next) + " IS TRUE)"
                : "(%s BETWEEN %s AND %s)".formatted(of(kind, next), leaf(kind), leaf(kind));
        case 6 ->
            "(%s %s %s)"
                .formatted(
                    of(Kind.TEXT, next),
                    pick(List.of("LIKE", "NOT LIKE", "ILIKE")),
                    pick(List.of("'%e%'", "'d_l%'", "'%'", "''", "'IN%'")));
        case 7 -> "(" + truth(next) + " AND " + truth(next) + ")";
        case 8 -> "(" + truth(next) + " OR " + truth(next) + ")";
        case 9 -> "(NOT " + truth(next) + ")";
        default ->
            "(%s IS %sDISTINCT FROM %s)"
                .formatted(of(kind, next), pick(List.of("", "NOT ")), of(kind, next));
      };
    }

    private String timestamp(int depth) {
      int next = depth - 1;
      return switch (random.nextInt(5)) {
        case 0 ->
            "date_trunc('%s', %s)"
                .formatted(
                    pick(List.of("day", "month", "year", "week", "hour", "quarter")),
                    of(Kind.TIMESTAMP, next));
        case 1, 2 ->
            "(%s %s INTERVAL %s)"
                .formatted(
                    of(Kind.TIMESTAMP, next),
                    pick(List.of("+", "-")),
                    pick(
                        List.of(
                            "'1' MONTH",
                            "'36' HOUR",
                            "'7' DAY",
                            "'1-2' YEAR TO MONTH",
                            "'90' SECOND")));
        case 3 -> "CAST(" + of(Kind.DATE, next) + " AS TIMESTAMP)";
        default ->
            "%s(%s, %s)"
                .formatted(
                    pick(List.of("greatest", "least")),
                    of(Kind.TIMESTAMP, next),
                    of(Kind.TIMESTAMP, next));
      };
    }

    private String date(int depth) {
      int next = depth - 1;
      return switch (random.nextInt(3)) {
        case 0 -> "CAST(" + of(Kind.TIMESTAMP, next) + " AS DATE)";
        case 1 ->
            "(%s %s %d)"
                .formatted(of(Kind.DATE, next), pick(List.of("+", "-")), random.nextInt(40));
        default ->
            "%s(%s, %s)"
                .formatted(
                    pick(List.of("greatest", "least")), of(Kind.DATE, next), of(Kind.DATE, next));
      };
    }

    private String comparison() {
      return pick(List.of("=", "<>", "<", "<=", ">", ">="));
    }

    private <T> T pick(List<T> values) {
      return values.get(random.nextInt(values.size()));
    }
  }
}
