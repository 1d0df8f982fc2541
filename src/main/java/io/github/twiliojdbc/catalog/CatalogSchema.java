package io.github.twiliojdbc.catalog;

import java.util.Map;

/**
 * The tables of one schema.
 *
 * @param name name of the schema
 * @param about one line that says what the tables have in common
 * @param tables the schema's own tables by name
 * @param others names of the schema that mean tables of other schemas, or tables that were renamed
 */
public record CatalogSchema(
    String name,
    String about,
    Map<String, TableDefinition> tables,
    Map<String, TableName> others) {}
