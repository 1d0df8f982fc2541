package io.github.twiliojdbc.catalog;

/**
 * A column that names a row of another table, though no path needs it.
 *
 * @param column column that names the row, or is NULL
 * @param table other table
 * @param key key of the other table
 */
public record ReferenceDefinition(String column, TableName table, String key) {}
