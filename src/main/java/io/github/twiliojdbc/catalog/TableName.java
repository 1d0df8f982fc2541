package io.github.twiliojdbc.catalog;

/**
 * The name of a table.
 *
 * @param schema schema that the table is in
 * @param name name in the schema
 */
public record TableName(String schema, String name) {

  /**
   * Returns the name that a text says.
   *
   * @param schema schema of a name that says none
   */
  static TableName of(String text, String schema) {
    int dot = text.indexOf('.');
    return dot < 0
        ? new TableName(schema, text)
        : new TableName(text.substring(0, dot), text.substring(dot + 1));
  }

  /** Returns the name as SQL needs it where no other schema was chosen. */
  @Override
  public String toString() {
    return schema.equals(Catalog.DEFAULT_SCHEMA) ? name : schema + "." + name;
  }
}
