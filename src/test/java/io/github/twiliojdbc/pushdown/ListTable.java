package io.github.twiliojdbc.pushdown;

import io.github.twiliojdbc.catalog.Catalog;
import io.github.twiliojdbc.catalog.ColumnDefinition;
import io.github.twiliojdbc.catalog.ColumnType;
import io.github.twiliojdbc.catalog.ParentLink;
import io.github.twiliojdbc.catalog.ReferenceDefinition;
import io.github.twiliojdbc.catalog.TableDefinition;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A table that queries are drawn over.
 *
 * @param name name in SQL
 * @param columns columns that may be selected
 * @param filterable those that a request can be narrowed by
 */
record ListTable(String name, List<Column> columns, List<Column> filterable) {
  /** Numbers of rows of the main account's lists, by table; sub-accounts have half as many. */
  static final Map<String, Integer> ROWS =
      Map.of(
          "messages", 480,
          "calls", 420,
          "recordings", 400,
          "incoming_phone_numbers", 400,
          "conferences", 400,
          "alerts", 240,
          "usage_records", 400,
          "conversations", 240,
          "executions", 220);

  /** Size of pages, with which each of the lists has at least 20. */
  static final int PAGE_SIZE = 10;

  private static final Set<String> PHONES = Set.of("to", "from", "phone_number");

  /** Columns without a filter that wrappers use. */
  private static final Set<String> OTHERS =
      Set.of(
          "direction",
          "status",
          "num_segments",
          "duration",
          "price",
          "source",
          "channels",
          "friendly_name",
          "error_code",
          "count",
          "usage",
          "region",
          "date_updated");

  static final List<ListTable> ALL = ROWS.keySet().stream().sorted().map(ListTable::of).toList();

  /** Returns the column of this name, if it may be selected. */
  Optional<Column> named(String column) {
    return columns.stream().filter(each -> each.name().equals(column)).findFirst();
  }

  private static ListTable of(String name) {
    TableDefinition table = Catalog.bundled().table(name);
    List<ColumnDefinition> useful =
        table.columns().stream()
            .filter(column -> column.type() != ColumnType.JSON)
            .filter(column -> isFilterable(table, column) || OTHERS.contains(column.name()))
            .toList();
    return new ListTable(
        name,
        useful.stream().map(column -> column(table, column)).toList(),
        useful.stream()
            .filter(column -> isFilterable(table, column))
            .filter(column -> column.type() != ColumnType.BOOLEAN)
            .map(column -> column(table, column))
            .toList());
  }

  private static boolean isFilterable(TableDefinition table, ColumnDefinition column) {
    return column.filter().isPresent()
        || (table.get().isPresent() && table.key().contains(column.name()))
        || table.list().parameters().contains(column.name());
  }

  private static Column column(TableDefinition table, ColumnDefinition column) {
    return new Column(column.name(), column.type(), identity(table, column.name()));
  }

  private static String identity(TableDefinition table, String column) {
    if (PHONES.contains(column)) {
      return "phone";
    }
    if (table.key().equals(List.of(column))) {
      return table.name() + "." + column;
    }
    for (ParentLink link : table.parents()) {
      if (link.parameter().equals(column)) {
        return link.table().name() + "." + link.column();
      }
    }
    for (ReferenceDefinition reference : table.references()) {
      if (reference.column().equals(column)) {
        return reference.table().name() + "." + reference.key();
      }
    }
    return "";
  }
}
