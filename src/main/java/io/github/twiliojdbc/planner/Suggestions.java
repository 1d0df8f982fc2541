package io.github.twiliojdbc.planner;

import io.github.twiliojdbc.catalog.Catalog;
import io.github.twiliojdbc.catalog.ColumnDefinition;
import io.github.twiliojdbc.catalog.TableName;
import io.github.twiliojdbc.sql.Nearest;
import io.github.twiliojdbc.sql.SqlException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What somebody is likely to have meant by the name of a table or column that does not exist.
 *
 * @param catalog all tables
 */
record Suggestions(Catalog catalog) {
  private static final Pattern UNKNOWN =
      Pattern.compile("'([^']+)' not found(?: within '([^']+)')?");

  /** Returns an error that names what was likely meant, if anything. */
  SqlException with(SqlException error, String sql) {
    Matcher unknown = UNKNOWN.matcher(String.valueOf(error.getMessage()));
    if (!unknown.find()) {
      return error;
    }
    Optional<String> nearest =
        switch (error.kind()) {
          case NO_SUCH_TABLE ->
              table(unknown.group(1), Optional.ofNullable(unknown.group(2)).orElse(""));
          case NO_SUCH_COLUMN -> Nearest.of(unknown.group(1), columns(sql));
          default -> Optional.empty();
        };
    return nearest
        .map(
            name ->
                new SqlException(
                    error.kind(),
                    error.getMessage() + " The nearest name is \"" + name + "\".",
                    error.getCause()))
        .orElse(error);
  }

  /** Returns the table of that name in any schema, or else the nearest name in one. */
  private Optional<String> table(String unknown, String schema) {
    if (catalog.schemas().contains(schema)) {
      return Nearest.of(unknown, catalog.tables(schema).keySet());
    }
    return catalog.schemas().stream()
        .map(name -> new TableName(name, unknown.toLowerCase(Locale.ROOT)))
        .filter(name -> catalog.find(name).isPresent())
        .map(TableName::toString)
        .findFirst()
        .or(() -> Nearest.of(unknown, catalog.tables(Catalog.DEFAULT_SCHEMA).keySet()))
        .or(() -> Nearest.of(unknown, catalog.schemas()));
  }

  /** Returns the columns of all tables that a statement names. */
  private List<String> columns(String sql) {
    String text = sql.toLowerCase(Locale.ROOT);
    return catalog.schemas().stream()
        .filter(schema -> schema.equals(Catalog.DEFAULT_SCHEMA) || isNamed(schema, text))
        .flatMap(schema -> catalog.tables(schema).entrySet().stream())
        .filter(table -> isNamed(table.getKey(), text))
        .flatMap(table -> table.getValue().columns().stream())
        .map(ColumnDefinition::name)
        .distinct()
        .toList();
  }

  private static boolean isNamed(String name, String text) {
    return Pattern.compile("\\b" + name + "\\b").matcher(text).find();
  }
}
