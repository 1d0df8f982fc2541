package io.github.twiliojdbc.planner;

import io.github.twiliojdbc.catalog.Catalog;
import io.github.twiliojdbc.catalog.ColumnDefinition;
import io.github.twiliojdbc.catalog.TableDefinition;
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
 * @param tables all tables
 */
record Suggestions(List<TableDefinition> tables) {
  private static final Pattern UNKNOWN = Pattern.compile("'([^']+)' not found");

  static Suggestions of(Catalog catalog) {
    return new Suggestions(List.copyOf(catalog.tables()));
  }

  /** Returns an error that names what was likely meant, if anything. */
  SqlException with(SqlException error, String sql) {
    Matcher unknown = UNKNOWN.matcher(String.valueOf(error.getMessage()));
    if (!unknown.find()) {
      return error;
    }
    Optional<String> nearest =
        switch (error.kind()) {
          case NO_SUCH_TABLE ->
              Nearest.of(unknown.group(1), tables.stream().map(TableDefinition::name).toList());
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

  /** Returns the columns of all tables that a statement names. */
  private List<String> columns(String sql) {
    String text = sql.toLowerCase(Locale.ROOT);
    return tables.stream()
        .filter(table -> Pattern.compile("\\b" + table.name() + "\\b").matcher(text).find())
        .flatMap(table -> table.columns().stream())
        .map(ColumnDefinition::name)
        .distinct()
        .toList();
  }
}
