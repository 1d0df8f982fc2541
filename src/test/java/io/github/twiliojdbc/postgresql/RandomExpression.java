package io.github.twiliojdbc.postgresql;

import io.github.twiliojdbc.catalog.Catalog;
import io.github.twiliojdbc.catalog.ColumnDefinition;
import io.github.twiliojdbc.catalog.ColumnType;
import io.github.twiliojdbc.catalog.TableDefinition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes expressions at random, of columns of a table, literals and parameters. */
abstract sealed class RandomExpression permits RandomStatement.Writer {
  /** A type of expressions. */
  enum Kind {
    TEXT,
    INTEGER,
    BIGINT,
    DECIMAL,
    DOUBLE,
    BOOLEAN,
    TIMESTAMP,
    DATE
  }

  private static final int MOST_OTHERS = 30;

  static final List<Kind> NUMBERS = List.of(Kind.INTEGER, Kind.DECIMAL, Kind.DOUBLE, Kind.BIGINT);

  /**
   * A table of the sandbox.
   *
   * @param key columns that tell the rows apart
   * @param columns names, by their types
   */
  record Table(String name, List<String> key, Map<Kind, List<String>> columns) {
    private static Table of(TableDefinition table) {
      return new Table(
          table.id().toString(),
          table.key(),
          table.columns().stream()
              .collect(
                  Collectors.groupingBy(
                      column -> kind(column.type()),
                      TreeMap::new,
                      Collectors.mapping(ColumnDefinition::name, Collectors.toList()))));
    }

    private static Kind kind(ColumnType type) {
      return switch (type) {
        case VARCHAR, JSON -> Kind.TEXT;
        case INTEGER -> Kind.INTEGER;
        case BIGINT -> Kind.BIGINT;
        case DECIMAL -> Kind.DECIMAL;
        case DOUBLE -> Kind.DOUBLE;
        case BOOLEAN -> Kind.BOOLEAN;
        case TIMESTAMP -> Kind.TIMESTAMP;
        case DATE -> Kind.DATE;
      };
    }
  }

  /** Tables that have many rows, of which half of the statements are. */
  private static final List<Table> LARGE =
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

  /** Some of all other tables. */
  static final List<Table> OTHERS = others();

  static final List<Table> TABLES = Stream.concat(LARGE.stream(), OTHERS.stream()).toList();

  private static List<Table> others() {
    List<TableDefinition> tables =
        new ArrayList<>(
            Catalog.bundled().tables().stream()
                .filter(table -> !table.id().schema().equals(Catalog.DEFAULT_SCHEMA))
                .filter(table -> !table.key().isEmpty())
                .filter(table -> Catalog.bundled().required(table).isEmpty())
                .toList());
    Collections.shuffle(tables, new Random(PostgresqlTest.SEED));
    return tables.stream().limit(MOST_OTHERS).map(Table::of).toList();
  }

  final Random random;
  final List<String> parameters = new ArrayList<>();

  /** Table of which columns can be named. */
  Table table;

  /** How the table is called. */
  String alias = "t";

  private boolean hasColumns = true;
  private boolean hasParameters = true;

  /**
   * Creates expressions of the columns of a table.
   *
   * @param random makes every choice
   */
  RandomExpression(Random random) {
    this.random = random;
    this.table = anyTable();
  }

  final Table anyTable() {
    return pick(random.nextBoolean() ? LARGE : OTHERS);
  }

  Kind any() {
    return pick(table.columns.keySet().stream().sorted().toList());
  }

  Kind number() {
    return pick(NUMBERS);
  }

  Kind comparable() {
    return pick(List.of(Kind.TEXT, Kind.INTEGER, Kind.DECIMAL, Kind.TIMESTAMP, Kind.DATE));
  }

  boolean has(Kind kind) {
    return table.columns.containsKey(kind);
  }

  String column(Kind kind) {
    return alias + "." + quoted(pick(table.columns.get(kind)));
  }

  static String quoted(String name) {
    return "\"" + name + "\"";
  }

  String expression(Kind kind, int depth) {
    return expression(kind, depth, true);
  }

  String expression(Kind kind, int depth, boolean parameters) {
    return expression(kind, depth, parameters, true);
  }

  /**
   * Returns an expression of a type.
   *
   * @param depth how deep it may nest
   * @param mayHaveParameters whether question marks may be in it
   * @param mayHaveColumns whether there are rows
   */
  String expression(Kind kind, int depth, boolean mayHaveParameters, boolean mayHaveColumns) {
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

  String of(Kind kind, int depth) {
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

  String leaf(Kind kind) {
    if (hasColumns && has(kind) && random.nextInt(3) > 0) {
      return column(kind);
    }
    if (hasParameters && random.nextInt(4) == 0) {
      return parameter(kind);
    }
    return literal(kind);
  }

  String literal(Kind kind) {
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

  String parameter(Kind kind) {
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

  static String typeName(Kind kind) {
    return switch (kind) {
      case TEXT -> "VARCHAR";
      case DECIMAL -> "NUMERIC";
      case DOUBLE -> "DOUBLE PRECISION";
      default -> kind.name();
    };
  }

  String text(int depth) {
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
          "CAST(" + of(pick(List.of(Kind.INTEGER, Kind.DECIMAL, Kind.DATE)), next) + " AS VARCHAR)";
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

  String number(Kind kind, int depth) {
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

  Kind mixed(Kind kind) {
    return random.nextInt(3) > 0 ? kind : pick(List.of(Kind.INTEGER, Kind.DECIMAL, Kind.BIGINT));
  }

  String condition(int depth) {
    return expression(Kind.BOOLEAN, depth);
  }

  String truth(int depth) {
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
              .formatted(of(kind, next), pick(List.of("IN", "NOT IN")), leaf(kind), literal(kind));
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

  String timestamp(int depth) {
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

  String date(int depth) {
    int next = depth - 1;
    return switch (random.nextInt(3)) {
      case 0 -> "CAST(" + of(Kind.TIMESTAMP, next) + " AS DATE)";
      case 1 ->
          "(%s %s %d)".formatted(of(Kind.DATE, next), pick(List.of("+", "-")), random.nextInt(40));
      default ->
          "%s(%s, %s)"
              .formatted(
                  pick(List.of("greatest", "least")), of(Kind.DATE, next), of(Kind.DATE, next));
    };
  }

  String comparison() {
    return pick(List.of("=", "<>", "<", "<=", ">", ">="));
  }

  <T> T pick(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
