package io.github.twiliojdbc.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A view of the schema {@code reports}: what people often ask, as SQL.
 *
 * <p>A file begins with what the rows are and what each column holds, as comments of SQL.
 *
 * @param name name of the view
 * @param about one line that says what the rows are
 * @param columns the columns in order
 * @param sql the query
 */
public record Report(String name, String about, List<ColumnDefinition> columns, String sql) {
  /** Name of the schema of all reports. */
  public static final String SCHEMA = "reports";

  private static final Pattern COLUMN = Pattern.compile("-- (\\w+) ([A-Z]+): (.*)");

  /** Reads a report's file. */
  static Report of(String name, String text) {
    List<ColumnDefinition> columns = new ArrayList<>();
    List<String> lines = text.lines().toList();
    int line = 2;
    for (; line < lines.size() && lines.get(line).startsWith("--"); line++) {
      Matcher column = COLUMN.matcher(lines.get(line));
      if (!column.matches()) {
        throw new CatalogException(
            "%s.sql, line %d: no column, such as '-- sid VARCHAR: Identifier.'"
                .formatted(name, line + 1));
      }
      columns.add(
          ColumnDefinition.of(
              column.group(1), ColumnType.valueOf(column.group(2)), column.group(3)));
    }
    return new Report(
        name,
        lines.get(0).replaceFirst("^-- ", ""),
        List.copyOf(columns),
        String.join("\n", lines.subList(line, lines.size())));
  }
}
