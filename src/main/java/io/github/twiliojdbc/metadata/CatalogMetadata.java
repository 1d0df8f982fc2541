package io.github.twiliojdbc.metadata;

import io.github.twiliojdbc.catalog.Catalog;
import io.github.twiliojdbc.catalog.ColumnDefinition;
import io.github.twiliojdbc.catalog.ParentLink;
import io.github.twiliojdbc.catalog.TableDefinition;
import java.sql.DatabaseMetaData;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Answers metadata calls from the catalog. */
public final class CatalogMetadata {
  private static final String TABLE = "TABLE";

  private final Catalog catalog;
  private final String schema;

  /** Creates the metadata of a catalog whose tables are in one schema. */
  public CatalogMetadata(Catalog catalog, String schema) {
    this.catalog = catalog;
    this.schema = schema;
  }

  /** Returns the catalogs, in JDBC's sense: there are none. */
  public MetadataResult catalogs() {
    return MetadataResult.of(MetadataColumns.CATALOGS, List.of());
  }

  /** Returns the schema, if its name is like the pattern. */
  public MetadataResult schemas(@Nullable String schemaPattern) {
    return MetadataResult.of(
        MetadataColumns.SCHEMAS,
        isLike(schema, schemaPattern) ? List.<@Nullable Object[]>of(row(schema, null)) : List.of());
  }

  /** Returns the one type of table. */
  public MetadataResult tableTypes() {
    return MetadataResult.of(MetadataColumns.TABLE_TYPES, List.<@Nullable Object[]>of(row(TABLE)));
  }

  /** Returns the tables that are like the patterns. */
  public MetadataResult tables(
      @Nullable String schemaPattern, @Nullable String tablePattern, @Nullable List<String> types) {
    Stream<TableDefinition> tables =
        types == null || types.contains(TABLE)
            ? matching(schemaPattern, tablePattern)
            : Stream.empty();
    return MetadataResult.of(
        MetadataColumns.TABLES,
        rows(
            tables.map(
                table ->
                    row(
                        null,
                        schema,
                        table.name(),
                        TABLE,
                        table.about(),
                        null,
                        null,
                        null,
                        null,
                        null))));
  }

  /** Returns the columns that are like the patterns. */
  public MetadataResult columns(
      @Nullable String schemaPattern,
      @Nullable String tablePattern,
      @Nullable String columnPattern) {
    return MetadataResult.of(
        MetadataColumns.COLUMNS,
        rows(
            matching(schemaPattern, tablePattern)
                .flatMap(
                    table ->
                        table.columns().stream()
                            .filter(column -> isLike(column.name(), columnPattern))
                            .map(column -> column(table, column)))));
  }

  private @Nullable Object[] column(TableDefinition table, ColumnDefinition column) {
    return row(
        null,
        schema,
        table.name(),
        column.name(),
        column.type().jdbcType(),
        column.type().sqlName(),
        null,
        null,
        null,
        10,
        DatabaseMetaData.columnNullable,
        column.about(),
        null,
        null,
        null,
        null,
        table.columnIndex(column.name()) + 1,
        "YES",
        null,
        null,
        null,
        null,
        "NO",
        "NO");
  }

  /** Returns the key of a table, by column name. */
  public MetadataResult primaryKeys(@Nullable String schemaName, String table) {
    return MetadataResult.of(
        MetadataColumns.PRIMARY_KEYS,
        rows(
            named(schemaName, table)
                .flatMap(
                    definition ->
                        definition.key().stream()
                            .sorted()
                            .map(
                                column ->
                                    row(
                                        null,
                                        schema,
                                        definition.name(),
                                        column,
                                        definition.key().indexOf(column) + 1,
                                        definition.name() + "_key")))));
  }

  /** Returns the columns of a table that name rows of its parent. */
  public MetadataResult importedKeys(@Nullable String schemaName, String table) {
    List<@Nullable Object[]> rows = new ArrayList<>();
    named(schemaName, table)
        .forEach(
            child -> {
              for (ParentLink link : child.parents()) {
                rows.add(
                    row(
                        null,
                        schema,
                        link.table(),
                        link.column(),
                        null,
                        schema,
                        child.name(),
                        link.parameter(),
                        child.parents().indexOf(link) + 1,
                        DatabaseMetaData.importedKeyNoAction,
                        DatabaseMetaData.importedKeyNoAction,
                        child.name() + "_" + link.table(),
                        link.table() + "_key",
                        DatabaseMetaData.importedKeyNotDeferrable));
              }
            });
    return MetadataResult.of(MetadataColumns.IMPORTED_KEYS, rows);
  }

  private Stream<TableDefinition> named(@Nullable String schemaName, String table) {
    boolean inSchema = schemaName == null || schemaName.equalsIgnoreCase(schema);
    return catalog.tables().stream()
        .filter(definition -> inSchema && definition.name().equalsIgnoreCase(table));
  }

  private Stream<TableDefinition> matching(
      @Nullable String schemaPattern, @Nullable String tablePattern) {
    return catalog.tables().stream()
        .filter(table -> isLike(schema, schemaPattern) && isLike(table.name(), tablePattern))
        .sorted(Comparator.comparing(TableDefinition::name));
  }

  /** Returns whether a name is like a pattern of JDBC: % any text, _ one character, \ escapes. */
  static boolean isLike(String name, @Nullable String pattern) {
    if (pattern == null) {
      return true;
    }
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c == '\\' && i + 1 < pattern.length()) {
        i++;
        regex.append(Pattern.quote(pattern.substring(i, i + 1)));
      } else if (c == '%') {
        regex.append(".*");
      } else {
        regex.append(c == '_' ? "." : Pattern.quote(String.valueOf(c)));
      }
    }
    return Pattern.compile(regex.toString(), Pattern.CASE_INSENSITIVE).matcher(name).matches();
  }

  private static @Nullable Object[] row(@Nullable Object... values) {
    return values;
  }

  private static List<@Nullable Object[]> rows(Stream<@Nullable Object[]> rows) {
    return rows.toList();
  }
}
