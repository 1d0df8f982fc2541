package io.github.twiliojdbc.metadata;

import static io.github.twiliojdbc.metadata.MetadataResult.row;

import io.github.twiliojdbc.catalog.Catalog;
import io.github.twiliojdbc.catalog.ColumnDefinition;
import io.github.twiliojdbc.catalog.ColumnType;
import io.github.twiliojdbc.catalog.FilterDefinition;
import io.github.twiliojdbc.catalog.PathTemplate;
import io.github.twiliojdbc.catalog.TableDefinition;
import io.github.twiliojdbc.catalog.TableName;
import io.github.twiliojdbc.planner.DriverTable;
import io.github.twiliojdbc.planner.SqlPlanner;
import io.github.twiliojdbc.scan.RequestLog;
import io.github.twiliojdbc.scan.SentRequest;
import io.github.twiliojdbc.transport.Response;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The tables in which the driver tells about itself. */
public final class DriverTables {
  private DriverTables() {}

  /**
   * Returns the tables.
   *
   * @param requests requests of the connection
   * @param settings name, value, default and meaning of each property, without secrets
   */
  public static List<DriverTable> of(
      Catalog catalog, RequestLog requests, List<@Nullable Object[]> settings) {
    return List.of(
        table(
            "columns",
            "Columns of the tables.",
            List.of(
                text("table_schema", "Schema of the table."),
                text("table_name", "Name of the table."),
                text("column_name", "Name of the column."),
                number("ordinal_position", "Place of the column, counted from 1."),
                text("data_type", "Type in SQL."),
                flag("is_key", "Whether the column is part of the key."),
                flag("is_secret", "Whether the column is NULL unless exposeSecrets is set."),
                text("remarks", "What the column holds.")),
            () -> each(catalog, DriverTables::columns)),
        table(
            "filters",
            "Conditions that become parameters of requests.",
            List.of(
                text("table_schema", "Schema of the table."),
                text("table_name", "Name of the table."),
                text("column_name", "Name of the column."),
                text("operators", "Comparisons that are sent."),
                text("parameters", "Parameters that they are sent as, or in the path."),
                text("grain", "Smallest step of a date: day or second."),
                number("reach_days", "How many days back Twilio accepts a date.")),
            () -> each(catalog, DriverTables::filters)),
        table(
            "requests",
            "Latest requests of this connection, at most 1000.",
            List.of(
                ColumnDefinition.of("started_at", ColumnType.TIMESTAMP, "When the request began."),
                text("method", "HTTP method."),
                text("url", "URL, in which there is no secret."),
                number("status", "HTTP status of the answer; NULL if there was none."),
                ColumnDefinition.of(
                    "ms", ColumnType.BIGINT, "Milliseconds until the answer was there."),
                ColumnDefinition.of(
                    "bytes", ColumnType.BIGINT, "Size of the answer, decompressed."),
                ColumnDefinition.of(
                    "rows", ColumnType.BIGINT, "Rows of the answer; NULL if not counted."),
                flag("cache_hit", "Whether the answer was at hand, so that nothing was sent."),
                number("retries", "How often the request was sent again."),
                text("protocol", "Protocol of the answer, such as h2; none without a network."),
                text("encoding", "How the answer was compressed, if it was."),
                number("server_ms", "Milliseconds that Twilio says it took; NULL if it does not."),
                number(
                    "concurrent_requests",
                    "Requests of the account that Twilio answered at the time, if it says so."),
                text("statement", "Statement that the request was sent for.")),
            () -> requests.entries().stream().map(DriverTables::request).toList()),
        table(
            "settings",
            "Properties of this connection; secrets are masked.",
            List.of(
                text("name", "Name of the property."),
                text("setting", "Its value."),
                text("default_setting", "Its value if it is not set."),
                text("remarks", "What it means.")),
            () -> settings),
        table(
            "tables",
            "Tables of Twilio's API.",
            List.of(
                text("table_schema", "Schema of the table."),
                text("table_name", "Name of the table."),
                text("product", "Part of Twilio that the table is of."),
                text("list_path", "Path of the list."),
                text("get_path", "Path of one row, if there is one."),
                text("key", "Columns that identify a row."),
                text("parents", "Columns that name a row of another table, and that table's."),
                text("remarks", "What the rows are.")),
            () -> each(catalog, DriverTables::table)));
  }

  /** Returns what there is to tell of each table, by each of its names. */
  private static List<@Nullable Object[]> each(
      Catalog catalog, BiFunction<TableName, TableDefinition, Stream<@Nullable Object[]>> rows) {
    return catalog.schemas().stream()
        .flatMap(
            schema ->
                catalog.tables(schema).entrySet().stream()
                    .flatMap(
                        table ->
                            rows.apply(new TableName(schema, table.getKey()), table.getValue())))
        .toList();
  }

  private static Stream<@Nullable Object[]> table(TableName name, TableDefinition table) {
    return Stream.<@Nullable Object[]>of(
        row(
            name.schema(),
            name.name(),
            table.product().name(),
            table.list().text(),
            table.get().map(PathTemplate::text).orElse(null),
            String.join(", ", table.key()),
            table.parents().isEmpty()
                ? null
                : table.parents().stream()
                    .map(link -> link.parameter() + " = " + link.table() + "." + link.column())
                    .collect(Collectors.joining(", ")),
            table.about()));
  }

  private static Stream<@Nullable Object[]> columns(TableName name, TableDefinition table) {
    return table.columns().stream()
        .map(
            column ->
                row(
                    name.schema(),
                    name.name(),
                    column.name(),
                    table.columnIndex(column.name()) + 1,
                    column.type().sqlName(),
                    table.key().contains(column.name()),
                    column.secret(),
                    column.about()));
  }

  private static Stream<@Nullable Object[]> filters(TableName name, TableDefinition table) {
    return table.columns().stream().flatMap(column -> filter(name, table, column));
  }

  private static Stream<@Nullable Object[]> filter(
      TableName name, TableDefinition table, ColumnDefinition column) {
    if (table.list().parameters().contains(column.name())
        || table.key().equals(List.of(column.name()))) {
      return Stream.<@Nullable Object[]>of(
          equality(name, column.name(), "{" + column.name() + "}"));
    }
    return column.filter().stream()
        .map(
            filter ->
                filter instanceof FilterDefinition.Range range
                    ? range(name, column.name(), range)
                    : equality(
                        name, column.name(), ((FilterDefinition.Equals) filter).parameter()));
  }

  private static @Nullable Object[] equality(TableName table, String column, String sentAs) {
    return row(table.schema(), table.name(), column, "=, IN", sentAs, null, null);
  }

  private static @Nullable Object[] range(
      TableName table, String column, FilterDefinition.Range range) {
    return row(
        table.schema(),
        table.name(),
        column,
        "=, <, <=, >, >=, BETWEEN",
        range.after() + ", " + range.before(),
        range.grain().name().toLowerCase(Locale.ROOT),
        range.reach().map(reach -> (int) reach.toDays()).orElse(null));
  }

  private static @Nullable Object[] request(RequestLog.Entry entry) {
    SentRequest request = entry.request();
    long rows = entry.rowCount().get();
    return row(
        request.startedAt().toEpochMilli(),
        "GET",
        request.url(),
        request.answer().map(Response::status).orElse(null),
        request.milliseconds(),
        request.bytes(),
        rows < 0 ? null : rows,
        request.isKept(),
        request.retries(),
        request.answer().map(Response::protocol).orElse(null),
        request.answer().flatMap(answer -> answer.header("content-encoding")).orElse(null),
        number(request.answer().map(Response::serverMilliseconds)),
        number(request.answer().map(Response::concurrentRequests)),
        request.statement());
  }

  private static @Nullable Integer number(Optional<OptionalInt> number) {
    return number.isPresent() && number.get().isPresent() ? number.get().getAsInt() : null;
  }

  private static ColumnDefinition text(String name, String about) {
    return ColumnDefinition.of(name, ColumnType.VARCHAR, about);
  }

  private static ColumnDefinition number(String name, String about) {
    return ColumnDefinition.of(name, ColumnType.INTEGER, about);
  }

  private static ColumnDefinition flag(String name, String about) {
    return ColumnDefinition.of(name, ColumnType.BOOLEAN, about);
  }

  private static DriverTable table(
      String name,
      String about,
      List<ColumnDefinition> columns,
      Supplier<List<@Nullable Object[]>> rows) {
    return new DriverTable(SqlPlanner.DRIVER_SCHEMA, name, about, columns, rows);
  }
}
