package io.github.twiliojdbc.catalog;

/**
 * Where the value of a path parameter comes from when the query does not give it.
 *
 * @param parameter path parameter, which is also a column of the child
 * @param table parent table
 * @param column column of the parent that holds the value
 */
public record ParentLink(String parameter, TableName table, String column) {}
