package io.github.twiliojdbc.shell;

import io.github.twiliojdbc.catalog.Catalog;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The shell's own words, which begin with a dot. */
final class DotCommand {
  static final List<String> NAMES =
      List.of(".describe", ".explain", ".help", ".quit", ".schemas", ".tables");

  static final String HELP =
      """
      .tables [SCHEMA]    tables of a schema
      .schemas            schemas, and how many tables each has
      .describe TABLE     columns of a table
      .explain SQL        requests that a query would send
      .quit               end (or Ctrl-D)
      Statements end with a semicolon. Ctrl-C cancels a query, Tab completes.
      """;

  private DotCommand() {}

  /** Returns the query that a command stands for, if it stands for one. */
  static Optional<String> query(String line) {
    String[] parts = line.strip().split("\\s+", 2);
    String rest = parts.length < 2 ? "" : parts[1].replaceAll(";\\s*$", "").strip();
    return switch (parts[0].toLowerCase(Locale.ROOT)) {
      case ".tables" ->
          Optional.of(
              "SELECT table_name, remarks FROM driver.tables WHERE table_schema = '%s' ORDER BY 1"
                  .formatted(rest.isEmpty() ? Catalog.DEFAULT_SCHEMA : rest.replace("'", "''")));
      case ".schemas" ->
          Optional.of(
              "SELECT table_schema, count(*) AS tables FROM driver.tables GROUP BY 1 ORDER BY 1");
      case ".describe" -> Optional.of("DESCRIBE " + rest);
      case ".explain" -> Optional.of("EXPLAIN PLAN FOR " + rest);
      default -> Optional.empty();
    };
  }
}
