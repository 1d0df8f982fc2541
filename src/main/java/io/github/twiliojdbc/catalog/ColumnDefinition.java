package io.github.twiliojdbc.catalog;

import java.util.Optional;

/**
 * One column of a table.
 *
 * @param name name of the column
 * @param field name of the field in Twilio's JSON
 * @param type type in SQL
 * @param about one line that says what the column holds
 * @param filter how the API narrows a list by this column, if it can
 * @param secret whether the value is read as NULL unless exposeSecrets is on
 */
public record ColumnDefinition(
    String name,
    String field,
    ColumnType type,
    String about,
    Optional<FilterDefinition> filter,
    boolean secret) {

  /** Returns the values that must be asked for one by one, if they must. */
  public Optional<FilterDefinition.Each> each() {
    return filter.flatMap(
        narrowing ->
            narrowing instanceof FilterDefinition.Equals equals ? equals.each() : Optional.empty());
  }
}
