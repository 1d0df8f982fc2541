package io.github.twiliojdbc.catalog;

import java.util.List;
import java.util.Map;

/**
 * The tables of one schema.
 *
 * @param name name of the schema
 * @param about one line that says what the tables have in common
 * @param notes what a user of the tables should know
 * @param tables the schema's own tables by name
 * @param others names of the schema that mean tables of other schemas, or tables that were renamed
 */
public record CatalogSchema(
    String name,
    String about,
    List<String> notes,
    Map<String, TableDefinition> tables,
    Map<String, TableName> others) {}
