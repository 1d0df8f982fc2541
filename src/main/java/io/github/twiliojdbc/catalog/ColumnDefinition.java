package io.github.twiliojdbc.catalog;

import java.util.Optional;

/**
 * One column of a table.
 *
 * @param name name of the column
 * @param field name of the field in Twilio's JSON
 * @param type type in SQL
 * @param length most characters of a text
 * @param scale most digits behind the point of a DECIMAL
 * @param about one line that says what the column holds
 * @param filter how the API narrows a list by this column, if it can
 * @param secret whether the value is read as NULL unless exposeSecrets is on
 */
public record ColumnDefinition(
    String name,
    String field,
    ColumnType type,
    int length,
    int scale,
    String about,
    Optional<FilterDefinition> filter,
    boolean secret) {
  /** Length of a text that has no known limit; tools set room aside for as much. */
  public static final int USUAL_LENGTH = 65_535;

  /** Scale of a DECIMAL that may have any number of digits. */
  public static final int USUAL_SCALE = 12;

  /** Returns a column of a table that is not read from Twilio. */
  public static ColumnDefinition of(String name, ColumnType type, String about) {
    return new ColumnDefinition(
        name, name, type, USUAL_LENGTH, USUAL_SCALE, about, Optional.empty(), /* secret= */ false);
  }

  /** Returns the values that must be asked for one by one, if they must. */
  public Optional<FilterDefinition.Each> each() {
    return filter.flatMap(
        narrowing ->
            narrowing instanceof FilterDefinition.Equals equals ? equals.each() : Optional.empty());
  }
}
