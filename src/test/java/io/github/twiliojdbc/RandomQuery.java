package io.github.twiliojdbc;

import io.github.twiliojdbc.catalog.Catalog;
import io.github.twiliojdbc.catalog.ColumnDefinition;
import io.github.twiliojdbc.catalog.ColumnType;
import io.github.twiliojdbc.catalog.FilterDefinition;
import io.github.twiliojdbc.catalog.ParentLink;
import io.github.twiliojdbc.catalog.Rollup;
import io.github.twiliojdbc.catalog.TableDefinition;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A query made at random: its SQL, and for each parameter something that makes values for it.
 *
 * <p>Whether its rows come in an order is known, so that they can be compared.
 */
final class RandomQuery {
  private static final Instant NOW = Instant.parse("2026-06-30T12:00:00Z");
  private static final List<String> COMPARISONS = List.of("=", "<>", "<", "<=", ">", ">=");

  private static final List<String> PATTERNS =
      List.of(
          "YYYY-MM",
          "YYYY-MM-DD",
          "YYYY",
          "YYYYMM",
          "YYYY-MM-DD HH24",
          "YYYY-Q",
          "IYYY-IW",
          "MM/YYYY",
          "DD.MM.YYYY",
          "Mon YYYY",
          "FMMonth FMDD, YYYY",
          "YYYY-DD",
          "MM",
          "YYYY-DDD");

  private static final List<String> WRITTEN =
      List.of(
          "yyyy-MM",
          "yyyy-MM-dd",
          "yyyy",
          "yyyyMM",
          "yyyy-Q",
          "MM/yyyy",
          "dd.MM.yyyy",
          "MMM yyyy",
          "MMMM d, yyyy",
          "yyyy-dd",
          "MM",
          "yyyy-DDD");

  /** Values that turn a condition on and off. */
  private static final List<Optional<String>> SWITCHES =
      List.of(Optional.empty(), Optional.of("a"), Optional.of("b"), Optional.of(""));

  private final Catalog catalog;
  private final Map<String, List<Map<String, @Nullable Object>>> samples;
  private final Random random;
  private final List<Supplier<@Nullable Object>> parameters = new ArrayList<>();
  private String sql = "";
  private boolean isOrdered;

  private RandomQuery(
      Catalog catalog, Map<String, List<Map<String, @Nullable Object>>> samples, Random random) {
    this.catalog = catalog;
    this.samples = samples;
    this.random = random;
  }

  /**
   * Makes a query.
   *
   * @param samples for each table that may be queried, some of its rows
   */
  static RandomQuery make(
      Catalog catalog, Map<String, List<Map<String, @Nullable Object>>> samples, Random random) {
    RandomQuery query = new RandomQuery(catalog, samples, random);
    query.sql =
        switch (random.nextInt(9)) {
          case 0, 1, 2, 3 -> query.singleTable();
          case 4, 5, 6 -> query.join();
          case 7 -> query.dynamic();
          default -> query.firstRows();
        };
    return query;
  }

  String sql() {
    return sql;
  }

  boolean isOrdered() {
    return isOrdered;
  }

  /** Returns values for one run. */
  List<@Nullable Object> parameters() {
    List<@Nullable Object> values = new ArrayList<>();
    parameters.forEach(parameter -> values.add(parameter.get()));
    return values;
  }

  private String singleTable() {
    TableDefinition table = pick(tables());
    if (random.nextInt(20) == 0) {
      return sums();
    }
    return switch (random.nextInt(5)) {
      case 4 -> {
        isOrdered = true;
        String keys = keys("t", table).collect(Collectors.joining(", "));
        yield "SELECT %s, count(*) OVER () AS n FROM %s t%s ORDER BY %s LIMIT %d"
            .formatted(keys, table.id(), where("t", table), keys, 1 + random.nextInt(9));
      }
      case 0 ->
          "SELECT count(*), count(DISTINCT t.%s) FROM %s t%s"
              .formatted(quoted(pick(table.columns())), table.id(), where("t", table));
      case 1 -> {
        String group = "t." + quoted(pick(table.columns()));
        yield "SELECT %s, count(*) FROM %s t%s GROUP BY %s"
            .formatted(group, table.id(), where("t", table), group);
      }
      default -> rows(table);
    };
  }

  /** Returns sums by period, of a table of which Twilio has lists of such sums. */
  private String sums() {
    TableDefinition table =
        pick(tables().stream().filter(candidate -> candidate.rollup().isPresent()).toList());
    Rollup rollup = table.rollup().orElseThrow();
    String date = "t.\"" + rollup.date() + "\"";
    String same = "t.\"" + pick(rollup.same()) + "\"";
    String group =
        pick(
            List.of(
                same,
                "FLOOR(" + date + " TO MONTH)",
                "EXTRACT(YEAR FROM " + date + "), " + same,
                "to_char(" + date + ", 'YYYY-MM')",
                "FLOOR(" + date + " TO YEAR)",
                date));
    String bound =
        pick(
            List.of(
                "",
                " WHERE " + date + " >= DATE '2026-05-01'",
                " WHERE " + date + " < DATE '2026-06-01' AND " + same + " IS NOT NULL",
                " WHERE " + date + " <= DATE '2026-05-31'",
                " WHERE " + date + " >= date_trunc('month', now()) - INTERVAL '1 month'",
                " WHERE " + date + " > current_date - " + (28 + random.nextInt(5)),
                " WHERE t.account_sid LIKE '%" + random.nextInt(3) + "'",
                " WHERE " + date + " > DATE '2026-05-31'"));
    return "SELECT %s, sum(t.\"%s\") FROM %s t%s GROUP BY %s"
        .formatted(group, pick(rollup.sums()), table.id(), bound, group);
  }

  private String rows(TableDefinition table) {
    String select = "SELECT " + columns("t", table) + " FROM " + table.id() + " t";
    List<ColumnDefinition> dates = dates(table);
    if (dates.isEmpty() || random.nextBoolean()) {
      return select + where("t", table);
    }
    isOrdered = true;
    String direction = pick(List.of(" DESC", " DESC", " DESC NULLS FIRST", "", " NULLS LAST"));
    String keys =
        table.key().stream().map(key -> ", t.\"" + key + "\"").collect(Collectors.joining());
    return "%s%s ORDER BY t.%s%s%s LIMIT %d%s"
        .formatted(
            select,
            where("t", table),
            quoted(pick(dates)),
            direction,
            keys,
            1 + random.nextInt(40),
            random.nextInt(4) == 0 ? " OFFSET " + random.nextInt(5) : "");
  }

  private String join() {
    TableDefinition child =
        pick(tables().stream().filter(table -> !table.parents().isEmpty()).toList());
    TableDefinition parent = catalog.table(child.parentTable().orElseThrow());
    ParentLink link = child.parents().get(child.parents().size() - 1);
    String on = "c.\"" + link.parameter() + "\" = p.\"" + link.column() + "\"";
    return switch (random.nextInt(9)) {
      case 8 -> windows(child, parent, link);
      case 6 -> grandparents(child, parent, on);
      case 7 -> {
        isOrdered = true;
        yield "SELECT %s, %s FROM %s p JOIN %s c ON %s WHERE %s ORDER BY %s LIMIT %d"
            .formatted(
                columns("p", parent),
                columns("c", child),
                parent.id(),
                child.id(),
                on,
                predicate("p", parent),
                Stream.concat(keys("p", parent), keys("c", child))
                    .collect(Collectors.joining(", ")),
                1 + random.nextInt(20));
      }
      case 0 ->
          "SELECT %s, %s FROM %s p LEFT JOIN %s c ON %s AND %s%s"
              .formatted(
                  columns("p", parent),
                  columns("c", child),
                  parent.id(),
                  child.id(),
                  on,
                  predicate("c", child),
                  where("p", parent));
      case 1 ->
          "SELECT %s FROM %s p WHERE %sEXISTS (SELECT 1 FROM %s c WHERE %s AND %s) AND %s"
              .formatted(
                  columns("p", parent),
                  parent.id(),
                  random.nextBoolean() ? "NOT " : "",
                  child.id(),
                  on,
                  predicate("c", child),
                  predicate("p", parent));
      case 2 ->
          "SELECT %s FROM %s c WHERE c.\"%s\" IN (SELECT p.\"%s\" FROM %s p%s)"
              .formatted(
                  columns("c", child),
                  child.id(),
                  link.parameter(),
                  link.column(),
                  parent.id(),
                  where("p", parent));
      case 3 ->
          "SELECT p.\"%s\", (SELECT count(*) FROM %s c WHERE %s) AS n FROM %s p%s"
              .formatted(link.column(), child.id(), on, parent.id(), where("p", parent));
      default ->
          "SELECT %s, %s FROM %s JOIN %s ON %s WHERE %s AND %s"
              .formatted(
                  columns("p", parent),
                  columns("c", child),
                  random.nextBoolean() ? parent.id() + " p" : child.id() + " c",
                  "%s",
                  on,
                  predicate("p", parent),
                  predicate("c", child))
              .transform(text -> withOther(text, parent, child));
    };
  }

  /** Returns a query that needs some rows only: a limit over a join, EXISTS or an extreme. */
  private String firstRows() {
    TableDefinition table = pick(tables());
    TableDefinition other = pick(tables());
    return switch (random.nextInt(6)) {
      case 0 ->
          "SELECT %sEXISTS (SELECT 1 FROM %s t%s) AS e"
              .formatted(pick(List.of("", "NOT ")), table.id(), where("t", table));
      case 1 ->
          "SELECT %s FROM %s o WHERE %sEXISTS (SELECT %s FROM %s t%s)"
              .formatted(
                  columns("o", other),
                  other.id(),
                  pick(List.of("", "NOT ")),
                  pick(List.of("1", "t.*", "DISTINCT " + columns("t", table))),
                  table.id(),
                  where("t", table));
      case 2, 3 -> extremes(table);
      default -> limitedJoin();
    };
  }

  private String extremes(TableDefinition table) {
    List<ColumnDefinition> dates = dates(table);
    if (dates.isEmpty()) {
      return "SELECT DISTINCT 1 AS one FROM " + table.id() + " t" + where("t", table);
    }
    String date = "t." + quoted(pick(dates));
    return "SELECT %s FROM %s t%s"
        .formatted(
            pick(List.of(
                    "max(%s) AS a",
                    "min(%s) AS a",
                    "max(CAST(%s AS DATE)) AS a, max(%<s) AS b",
                    "max(%s) AS a, min(%<s) AS b",
                    "min(FLOOR(%s TO MONTH)) AS a, max(%<s) AS b, min(%<s) AS c",
                    "max(%s) AS a, count(*) AS b"))
                .formatted(date),
            table.id(),
            where("t", table));
  }

  private String limitedJoin() {
    TableDefinition child =
        pick(tables().stream().filter(table -> !table.parents().isEmpty()).toList());
    TableDefinition parent = catalog.table(child.parentTable().orElseThrow());
    ParentLink link = child.parents().get(child.parents().size() - 1);
    String on = "c.\"" + link.parameter() + "\" = p.\"" + link.column() + "\"";
    boolean isOfParent = random.nextBoolean();
    String alias = isOfParent ? "p" : "c";
    TableDefinition table = isOfParent ? parent : child;
    String join = pick(List.of("JOIN", "JOIN", "LEFT JOIN", "RIGHT JOIN", "FULL JOIN"));
    boolean isChildFirst = random.nextBoolean();
    String from =
        "%s %s %s ON %s%s"
            .formatted(
                isChildFirst ? child.id() + " c" : parent.id() + " p",
                join,
                isChildFirst ? parent.id() + " p" : child.id() + " c",
                on,
                random.nextBoolean() ? where(alias, table) : "");
    List<ColumnDefinition> dates = dates(table);
    if (dates.isEmpty() || random.nextInt(3) == 0) {
      return "SELECT count(*) AS n FROM (SELECT c.*, p.* FROM %s LIMIT %d) t"
          .formatted(from, 1 + random.nextInt(40));
    }
    isOrdered = true;
    // Rows that are the same may stand in any order.
    String order =
        alias
            + "."
            + quoted(pick(dates))
            + pick(List.of(" DESC NULLS LAST", " DESC", "", " NULLS LAST"))
            + keys(alias, table).map(key -> ", " + key).collect(Collectors.joining());
    return "SELECT %s FROM %s ORDER BY %s LIMIT %d"
        .formatted(
            keys(alias, table).collect(Collectors.joining(", ")),
            from,
            order,
            1 + random.nextInt(40));
  }

  /** Returns a join with rows on which the dates that are wanted of a table depend. */
  private String dynamic() {
    TableDefinition table = pick(dated());
    ColumnDefinition column = pick(dates(table));
    boolean isDate = column.type() == ColumnType.DATE;
    String time = "t." + quoted(column);
    TableDefinition other = pick(dated());
    RandomDriver driver =
        new RandomDriver(
            NOW,
            random,
            parameters,
            List.of(
                "SELECT CAST(o.%s AS TIMESTAMP) AS x FROM %s o"
                    .formatted(quoted(pick(dates(other))), other.id())));
    int kind = random.nextInt(9);
    String rows = kind == 8 ? driver.row() : driver.rows();
    String on = driver.condition(time, isDate);
    String from = table.id() + " t";
    String columns = columns("t", table);
    return switch (kind) {
      case 0, 1 ->
          "SELECT d.x, %s FROM %s %sJOIN %s ON %s AND %s"
              .formatted(columns, rows, kind == 0 ? "" : "LEFT ", from, on, predicate("t", table));
      case 2 ->
          "SELECT d.x, %s FROM %s %s JOIN %s ON %s"
              .formatted(columns, from, pick(List.of("LEFT", "RIGHT")), rows, on);
      case 3 ->
          "SELECT %s FROM %s, %s WHERE %s".formatted(columns, from, rows, on)
              + " AND "
              + predicate("t", table);
      case 4 ->
          "SELECT d.x FROM %s WHERE %sEXISTS (SELECT 1 FROM %s WHERE %s)"
              .formatted(rows, random.nextBoolean() ? "NOT " : "", from, on);
      case 5 ->
          "SELECT %s FROM %s WHERE %sEXISTS (SELECT 1 FROM %s WHERE %s)"
              .formatted(columns, from, random.nextBoolean() ? "NOT " : "", rows, on);
      case 6 ->
          "SELECT %s FROM %s WHERE CAST(%s AS DATE) %sIN (SELECT CAST(d.x AS DATE) FROM %s)"
              .formatted(columns, from, time, random.nextInt(3) == 0 ? "NOT " : "", rows);
      case 7 ->
          """
          SELECT d.x, t.n FROM %s LEFT JOIN (
            SELECT u.at, count(*) AS n FROM (
              SELECT CAST(%s AS DATE) AS at FROM %s
              UNION ALL SELECT CAST(o.%s AS DATE) FROM %s o) u GROUP BY 1
          ) t ON %s"""
              .formatted(
                  rows,
                  time,
                  from,
                  quoted(pick(dates(other))),
                  other.id(),
                  driver.condition("t.at", true));
      default ->
          "SELECT %s FROM %s WHERE CAST(%s AS TIMESTAMP) %s (SELECT d.x FROM %s)"
              .formatted(columns, from, time, pick(List.of(">=", "<", "=", ">")), rows);
    };
  }

  private List<TableDefinition> dated() {
    return tables().stream().filter(table -> !dates(table).isEmpty()).toList();
  }

  private static List<ColumnDefinition> dates(TableDefinition table) {
    return table.columns().stream()
        .filter(column -> column.filter().orElse(null) instanceof FilterDefinition.Range)
        .toList();
  }

  /** Returns a join of a table with its parent and that one's parent, if it has any. */
  private String grandparents(TableDefinition child, TableDefinition parent, String on) {
    if (parent.parents().isEmpty()) {
      return "SELECT count(*) FROM %s c JOIN %s p ON %s WHERE %s"
          .formatted(child.id(), parent.id(), on, predicate("p", parent));
    }
    TableDefinition grandparent = catalog.table(parent.parentTable().orElseThrow());
    ParentLink link = parent.parents().get(parent.parents().size() - 1);
    return """
        SELECT g."%s", count(*), count(DISTINCT p."%s") FROM %s c JOIN %s p ON %s
        %sJOIN %s g ON p."%s" = g."%s" WHERE %s AND %s GROUP BY g."%s\""""
        .formatted(
            link.column(),
            parent.key().get(0),
            child.id(),
            parent.id(),
            on,
            random.nextBoolean() ? "LEFT " : "",
            grandparent.id(),
            link.parameter(),
            link.column(),
            predicate("p", parent),
            predicate("g", grandparent),
            link.column());
  }

  /** Returns a join with rows that are counted before they are joined. */
  private String windows(TableDefinition child, TableDefinition parent, ParentLink link) {
    String partition = random.nextBoolean() ? "PARTITION BY c.\"" + link.parameter() + "\" " : "";
    return """
        SELECT p."%s", w.n, w.k FROM %s p JOIN (
          SELECT c."%s" AS l, c."%s" AS k, count(*) OVER (%s) AS n FROM %s c WHERE %s
        ) w ON w.l = p."%s" WHERE %s"""
        .formatted(
            link.column(),
            parent.id(),
            link.parameter(),
            child.key().get(0),
            partition,
            child.id(),
            predicate("c", child),
            link.column(),
            predicate("p", parent));
  }

  private static Stream<String> keys(String alias, TableDefinition table) {
    return table.key().stream().map(key -> alias + ".\"" + key + "\"");
  }

  /** Puts the table into a join that it does not name yet. */
  private static String withOther(String text, TableDefinition parent, TableDefinition child) {
    boolean hasParent = text.contains("FROM " + parent.id() + " p");
    return text.replace("%s", hasParent ? child.id() + " c" : parent.id() + " p");
  }

  private String columns(String alias, TableDefinition table) {
    List<String> columns = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(3); i++) {
      columns.add(alias + "." + quoted(pick(table.columns())) + " AS " + alias + i);
    }
    return String.join(", ", columns);
  }

  private String where(String alias, TableDefinition table) {
    return random.nextInt(8) == 0 ? "" : " WHERE " + predicate(alias, table);
  }

  private String predicate(String alias, TableDefinition table) {
    return switch (random.nextInt(6)) {
      case 0, 1 -> atom(alias, table);
      case 2, 3 -> atom(alias, table) + " AND " + atom(alias, table);
      case 4 -> "(" + atom(alias, table) + " OR " + atom(alias, table) + ")";
      default ->
          "((%s AND %s) OR (%s AND %s))"
              .formatted(
                  atom(alias, table), atom(alias, table), atom(alias, table), atom(alias, table));
    };
  }

  private String atom(String alias, TableDefinition table) {
    List<ColumnDefinition> useful =
        table.columns().stream()
            .filter(
                column ->
                    column.filter().isPresent()
                        || table.key().contains(column.name())
                        || table.list().parameters().contains(column.name()))
            .toList();
    ColumnDefinition column = pick(random.nextInt(4) > 0 ? useful : table.columns());
    String name = alias + "." + quoted(column);
    return switch (column.type()) {
      case TIMESTAMP, DATE -> time(name, table, column);
      case BOOLEAN -> pick(List.of(name, "NOT " + name, name + " IS NOT TRUE", name + " = TRUE"));
      case INTEGER, BIGINT, DECIMAL, DOUBLE ->
          random.nextInt(6) == 0
              ? name + " IS NULL"
              : name + " " + pick(COMPARISONS) + " " + value(table, column);
      case VARCHAR, JSON -> text(name, table, column);
    };
  }

  private String text(String name, TableDefinition table, ColumnDefinition column) {
    return switch (column.type() == ColumnType.JSON ? 6 : random.nextInt(13)) {
      case 0, 1, 2 -> name + " = " + value(table, column);
      case 3, 4 ->
          "%s IN (%s, %s, %s)"
              .formatted(name, value(table, column), value(table, column), value(table, column));
      case 5 -> name + " <> " + value(table, column);
      case 6 -> name + pick(List.of(" IS NULL", " IS NOT NULL"));
      case 7, 8 -> name + pick(List.of(" LIKE ", " ILIKE ", " NOT LIKE ")) + value(table, column);
      case 9 -> optional(() -> name + " = " + value(table, column));
      case 10 -> {
        ColumnDefinition other =
            pick(table.columns().stream().filter(each -> each.type() == column.type()).toList());
        yield "CASE WHEN %s THEN %s ELSE %s END = %s"
            .formatted(
                condition(),
                name,
                name.substring(0, name.indexOf('.') + 1) + quoted(other),
                value(table, column));
      }
      case 11 ->
          "%s = coalesce(nullif(%s, %s), %s)"
              .formatted(name, value(table, column), value(table, column), name);
      default -> "upper(" + name + ") LIKE '%A%'";
    };
  }

  /** Returns a condition that applies if a parameter says so. */
  private String optional(Supplier<String> condition) {
    return switch (random.nextInt(5)) {
      case 0 -> "(%s OR %s)".formatted(condition(), condition.get());
      case 1 ->
          "CASE WHEN %s THEN %s ELSE %s END".formatted(condition(), condition.get(), condition());
      case 2 -> "(%s) = (%s)".formatted(condition.get(), condition());
      case 3 -> "NOT (%s AND %s)".formatted(condition(), condition.get());
      default -> "coalesce(%s, %s)".formatted(condition.get(), condition());
    };
  }

  /** Returns a condition that reads no column. */
  private String condition() {
    parameters.add(() -> pick(SWITCHES).orElse(null));
    return pick(List.of("? IS NULL", "? = 'a'", "? <> 'a'", "coalesce(?, '') = ''"));
  }

  private String time(String name, TableDefinition table, ColumnDefinition column) {
    boolean isDate = column.type() == ColumnType.DATE;
    String comparison = pick(COMPARISONS);
    return switch (random.nextInt(18)) {
      case 13 -> optional(() -> name + " " + comparison + " " + value(table, column));
      case 14, 15 -> asText(name);
      case 16 ->
          "date_trunc(%s, %s) %s %s"
              .formatted(unit(), name, comparison, "TIMESTAMP '" + day() + " 00:00:00'");
      case 17 ->
          "EXTRACT(EPOCH FROM %s) %s %d"
              .formatted(name, comparison, NOW.getEpochSecond() - random.nextInt(10_000_000));
      case 0, 1, 2 -> name + " " + comparison + " " + value(table, column);
      case 3 -> "%s BETWEEN %s AND %s".formatted(name, value(table, column), value(table, column));
      case 4 -> "CAST(" + name + " AS DATE) " + comparison + " DATE '" + day() + "'";
      case 5 ->
          "EXTRACT(YEAR FROM %s) = %d AND EXTRACT(MONTH FROM %s) %s %d"
              .formatted(name, 2025 + random.nextInt(3), name, comparison, 3 + random.nextInt(4));
      case 6 ->
          "FLOOR(%s TO %s) %s %s'%s'"
              .formatted(
                  name,
                  pick(List.of("YEAR", "MONTH", "DAY")),
                  comparison,
                  isDate ? "DATE " : "TIMESTAMP ",
                  isDate
                      ? day().withDayOfMonth(1).toString()
                      : day().withDayOfMonth(1) + " 00:00:00");
      case 7 ->
          "%s %s CURRENT_TIMESTAMP - INTERVAL '%d' DAY(3)"
              .formatted(name, comparison, random.nextInt(100));
      case 8 -> name + pick(List.of(" IS NULL", " IS NOT NULL"));
      case 9 ->
          random.nextBoolean()
              ? "EXTRACT(DAY FROM " + name + ") = " + (1 + random.nextInt(28))
              : "EXTRACT(QUARTER FROM " + name + ") = " + (1 + random.nextInt(4));
      case 10, 11 ->
          distance("CAST(" + name + " AS TIMESTAMP)", random.nextInt(100) - 5, comparison);
      default -> name + " >= '" + day() + "'";
    };
  }

  private String unit() {
    List<String> units = List.of("day", "week", "months", "QUARTER", "year", "decade", "hour");
    if (random.nextBoolean()) {
      return "'" + pick(units) + "'";
    }
    parameters.add(() -> pick(units));
    return "?";
  }

  /** Returns a condition on a time as a string, which is compared with whatever there is. */
  private String asText(String name) {
    String pattern = pick(PATTERNS);
    String text =
        switch (random.nextInt(4)) {
          case 0 -> name + "::text";
          case 1 -> "left(" + name + "::text, " + random.nextInt(12) + ")";
          default -> "to_char(" + name + ", '" + pattern + "')";
        };
    Supplier<String> value =
        () ->
            switch (random.nextInt(4)) {
              case 0 -> pick(List.of("", "x", "2026", "2026-1", "2026-13-45", "9", "06/2026", "é"));
              case 1 -> day().toString().substring(0, random.nextInt(11));
              default -> day().format(DateTimeFormatter.ofPattern(pick(WRITTEN), Locale.ENGLISH));
            };
    return switch (random.nextInt(4)) {
      case 0 -> text + " LIKE '" + value.get() + pick(List.of("%", "", "_", "-%")) + "'";
      case 1 -> text + " IN ('" + value.get() + "', '" + value.get() + "')";
      case 2 -> {
        parameters.add(value::get);
        yield text + " " + pick(COMPARISONS) + " ?";
      }
      default -> text + " " + pick(COMPARISONS) + " '" + value.get() + "'";
    };
  }

  /** Returns a condition on how long ago a time is. */
  private String distance(String time, int days, String comparison) {
    return switch (random.nextInt(6)) {
      case 0 -> "CURRENT_TIMESTAMP - %s %s INTERVAL '%d' DAY(3)".formatted(time, comparison, days);
      case 1 -> "%s + INTERVAL '%d' DAY(3) %s CURRENT_DATE".formatted(time, days, comparison);
      case 2 -> "CURRENT_DATE - CAST(%s AS DATE) %s %d".formatted(time, comparison, days);
      case 3 ->
          "EXTRACT(EPOCH FROM CURRENT_TIMESTAMP - %s) %s %d"
              .formatted(time, comparison, 86_400 * days);
      case 4 -> "EXTRACT(DAY FROM CURRENT_TIMESTAMP - %s) %s %d".formatted(time, comparison, days);
      default -> "age(CURRENT_DATE, %s) %s INTERVAL '%d days'".formatted(time, comparison, days);
    };
  }

  /** Returns a literal, or a parameter for which there are many values. */
  private String value(TableDefinition table, ColumnDefinition column) {
    if (random.nextBoolean()) {
      parameters.add(() -> value(table, column, true));
      return "?";
    }
    Object value = value(table, column, false);
    return switch (column.type()) {
      case TIMESTAMP -> "TIMESTAMP '" + value + "'";
      case DATE -> "DATE '" + value + "'";
      case VARCHAR, JSON -> "'" + String.valueOf(value).replace("'", "''") + "'";
      default -> String.valueOf(value);
    };
  }

  private @Nullable Object value(
      TableDefinition table, ColumnDefinition column, boolean isParameter) {
    List<Map<String, @Nullable Object>> rows =
        samples.getOrDefault(table.id().toString(), List.of());
    Object sample = rows.isEmpty() ? null : pick(rows).get(column.name());
    return switch (column.type()) {
      case TIMESTAMP -> {
        Instant instant =
            sample == null || random.nextInt(3) == 0
                ? NOW.minus(random.nextInt(120 * 24), ChronoUnit.HOURS)
                : ((Timestamp) sample).toInstant();
        Instant shifted =
            random.nextInt(20) == 0
                ? instant.minus(600, ChronoUnit.DAYS)
                : instant.plusSeconds(random.nextInt(3) - 1);
        LocalDateTime time = LocalDateTime.ofInstant(shifted, ZoneOffset.UTC);
        yield isParameter
            ? pick(
                List.of(
                    Timestamp.from(shifted),
                    shifted,
                    time,
                    shifted.atOffset(ZoneOffset.ofHours(5)),
                    time.toLocalDate(),
                    time.toString()))
            : Timestamp.valueOf(time).toString();
      }
      case DATE -> {
        LocalDate day = sample == null ? day() : ((Date) sample).toLocalDate();
        yield isParameter ? pick(List.of(day, Date.valueOf(day), day.toString())) : day;
      }
      case BOOLEAN -> random.nextBoolean();
      case INTEGER, BIGINT, DECIMAL, DOUBLE -> sample == null ? random.nextInt(5) : sample;
      case VARCHAR, JSON -> sample == null || random.nextInt(8) == 0 ? "+1 & ü%" : sample;
    };
  }

  private LocalDate day() {
    return LocalDate.ofInstant(NOW, ZoneOffset.UTC).minusDays(random.nextInt(100));
  }

  private List<TableDefinition> tables() {
    return samples.keySet().stream().sorted().map(catalog::table).toList();
  }

  private static String quoted(ColumnDefinition column) {
    return "\"" + column.name() + "\"";
  }

  private <T> T pick(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
