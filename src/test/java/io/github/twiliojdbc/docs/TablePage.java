package io.github.twiliojdbc.docs;

import io.github.twiliojdbc.catalog.Catalog;
import io.github.twiliojdbc.catalog.ColumnDefinition;
import io.github.twiliojdbc.catalog.FilterDefinition;
import io.github.twiliojdbc.catalog.Paging;
import io.github.twiliojdbc.catalog.ParentLink;
import io.github.twiliojdbc.catalog.TableDefinition;
import io.github.twiliojdbc.catalog.TableName;
import io.github.twiliojdbc.request.Conjunction;
import io.github.twiliojdbc.request.Predicate;
import io.github.twiliojdbc.request.RequestPlanner;
import io.github.twiliojdbc.request.Statistics;
import io.github.twiliojdbc.request.Values;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** The page of one table. */
final class TablePage {
  private static final Instant NOW = Instant.parse("2026-06-30T12:00:00Z");

  private final Catalog catalog;
  private final TableDefinition table;

  TablePage(Catalog catalog, TableDefinition table) {
    this.catalog = catalog;
    this.table = table;
  }

  String text() {
    StringBuilder page = new StringBuilder("# ").append(table.id()).append("\n\n");
    page.append(table.about()).append("\n\n");
    page.append("- ").append(table.paging() == Paging.ROW ? "Read: `GET " : "List: `GET ");
    page.append(table.list().text()).append("` of ").append(table.product().subdomain());
    if (table.paging().hasPages()) {
      page.append(", at most ").append(table.pageSize()).append(" rows a page");
    }
    page.append(" ([Twilio's page](").append(table.docs()).append("))\n");
    table.get().ifPresent(path -> page.append("- One row: `GET ").append(path).append("`\n"));
    page.append("- Key: ")
        .append(table.key().isEmpty() ? "none" : String.join(", ", table.key()))
        .append('\n');
    table.cursor().ifPresent(cursor -> page.append("- Cursor: ").append(cursor).append('\n'));
    for (ParentLink link : table.parents()) {
      page.append(
          "- `%s` is `%s` of %s\n".formatted(link.parameter(), link.column(), link(link.table())));
    }
    table
        .references()
        .forEach(
            other ->
                page.append(
                    "- `%s` names a row of %s\n".formatted(other.column(), link(other.table()))));
    page.append("- Cost: ").append(cost()).append('\n');
    table.notes().forEach(note -> page.append("\n").append(note).append('\n'));
    page.append("\n```sql\n").append(query(catalog, table)).append("\n```\n");
    page.append("\n| column | type | filter | meaning |\n|---|---|---|---|\n");
    table.columns().forEach(column -> page.append(row(column)));
    return page.toString();
  }

  /** Returns a query that runs on the sandbox, values of columns that must be given included. */
  static String query(Catalog catalog, TableDefinition table) {
    String conditions =
        catalog.required(table).stream()
            .map(column -> column + " = 'X1'")
            .collect(Collectors.joining(" AND "));
    return "SELECT *\nFROM "
        + table.id()
        + (conditions.isEmpty() ? "" : "\nWHERE " + conditions)
        + "\nLIMIT 10";
  }

  private String link(TableName name) {
    return "[%s](../%s/%s.md)".formatted(name, name.schema(), name.name());
  }

  private String cost() {
    List<String> required = catalog.required(table);
    if (!required.isEmpty()) {
      return "a request for each " + String.join(" and ", required) + ", which must be given";
    }
    long all = requests(Conjunction.NONE);
    if (table.parents().isEmpty() || catalog.parentOf(table).orElseThrow().parents().isEmpty()) {
      return "about " + requests(all) + " for all rows of an account of usual size";
    }
    Conjunction given =
        new Conjunction(
            table.parents().stream()
                .collect(
                    Collectors.toMap(ParentLink::parameter, link -> Values.oneOf(List.of("X1")))));
    ParentLink last = table.parents().get(table.parents().size() - 1);
    return "about %s for all rows of an account of usual size, %s with one %s"
        .formatted(requests(all), requests(requests(given)), last.parameter());
  }

  private long requests(Conjunction rows) {
    RequestPlanner planner =
        new RequestPlanner(catalog, OptionalInt.empty(), Statistics.TYPICAL, NOW, Duration.ZERO);
    return Math.round(
        planner
            .estimator()
            .requests(planner.plan(table, new Predicate.Is(rows), OptionalLong.empty())));
  }

  private static String requests(long count) {
    return count == 1 ? "1 request" : count + " requests";
  }

  private static String row(ColumnDefinition column) {
    return "| %s | %s | %s | %s%s |\n"
        .formatted(
            column.name(),
            column.type().sqlName(),
            column.filter().map(TablePage::parameters).orElse(""),
            column.about(),
            column.secret() ? " NULL unless exposeSecrets is set." : "");
  }

  private static String parameters(FilterDefinition filter) {
    if (filter instanceof FilterDefinition.Range range) {
      return "`" + range.after() + "`, `" + range.before() + "`";
    }
    FilterDefinition.Equals equals = (FilterDefinition.Equals) filter;
    return "`%s`%s"
        .formatted(
            equals.parameter(), equals.each().isPresent() ? ", a request for each value" : "");
  }
}
