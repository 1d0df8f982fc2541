package io.github.twiliojdbc.metadata;

import static io.github.twiliojdbc.metadata.MetadataResult.row;

import io.github.twiliojdbc.catalog.Catalog;
import io.github.twiliojdbc.catalog.ColumnDefinition;
import io.github.twiliojdbc.catalog.ColumnType;
import io.github.twiliojdbc.planner.DriverTable;
import java.sql.DatabaseMetaData;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Answers calls about schemas, tables, columns, types and functions. */
public final class CatalogMetadata {
  /** Characters of a header that servers commonly accept. */
  private static final int HEADER_LENGTH = 255;

  private final Relations relations;

  /**
   * Creates the metadata of all tables.
   *
   * @param driverTables what the driver tells about itself
   */
  public CatalogMetadata(Catalog catalog, List<DriverTable> driverTables) {
    this.relations = new Relations(catalog, driverTables);
  }

  /** Returns what answers calls about keys. */
  public KeyMetadata keys() {
    return new KeyMetadata(relations);
  }

  /** Returns the catalogs, in JDBC's sense: there are none. */
  public MetadataResult catalogs() {
    return MetadataResult.none(MetadataColumns.CATALOGS);
  }

  /** Returns the schemas whose names are like the pattern. */
  public MetadataResult schemas(@Nullable String schemaPattern) {
    NamePattern pattern = NamePattern.of(schemaPattern);
    return MetadataResult.of(
        MetadataColumns.SCHEMAS,
        relations
            .like(null, null)
            .map(Relation::schema)
            .distinct()
            .filter(pattern::matches)
            .map(schema -> row(schema, null))
            .toList());
  }

  /** Returns the types of tables. */
  public MetadataResult tableTypes() {
    return MetadataResult.of(
        MetadataColumns.TABLE_TYPES,
        relations
            .like(null, null)
            .map(Relation::type)
            .distinct()
            .sorted()
            .map(type -> row(type))
            .toList());
  }

  /** Returns the tables that are like the patterns, by type, schema and name. */
  public MetadataResult tables(
      @Nullable String schemaPattern, @Nullable String tablePattern, @Nullable List<String> types) {
    return MetadataResult.of(
        MetadataColumns.TABLES,
        relations
            .like(schemaPattern, tablePattern)
            .filter(relation -> types == null || types.contains(relation.type()))
            .sorted(Comparator.comparing(Relation::type))
            .map(
                relation ->
                    row(
                        null,
                        relation.schema(),
                        relation.name(),
                        relation.type(),
                        relation.about(),
                        null,
                        null,
                        null,
                        null,
                        null))
            .toList());
  }

  /** Returns the columns that are like the patterns. */
  public MetadataResult columns(
      @Nullable String schemaPattern,
      @Nullable String tablePattern,
      @Nullable String columnPattern) {
    NamePattern pattern = NamePattern.of(columnPattern);
    return MetadataResult.of(
        MetadataColumns.COLUMNS,
        relations
            .like(schemaPattern, tablePattern)
            .flatMap(
                relation ->
                    relation.columns().stream()
                        .filter(column -> pattern.matches(column.name()))
                        .map(column -> column(relation, column)))
            .toList());
  }

  private static @Nullable Object[] column(Relation relation, ColumnDefinition column) {
    TypeSize size = TypeSize.of(column);
    boolean isKey = relation.key().contains(column.name());
    return row(
        null,
        relation.schema(),
        relation.name(),
        column.name(),
        column.type().jdbcType(),
        column.type().sqlName(),
        size.size(),
        null,
        size.digits(),
        size.radix(),
        isKey ? DatabaseMetaData.columnNoNulls : DatabaseMetaData.columnNullable,
        column.about(),
        null,
        null,
        null,
        TypeSize.isText(column.type()) ? size.size() : null,
        relation.position(column),
        isKey ? "NO" : "YES",
        null,
        null,
        null,
        null,
        "NO",
        "NO");
  }

  /** Returns the types of columns, by their JDBC type. */
  public MetadataResult typeInfo() {
    return MetadataResult.of(
        MetadataColumns.TYPE_INFO,
        Stream.of(ColumnType.values())
            .filter(type -> type != ColumnType.JSON)
            .sorted(Comparator.comparing(ColumnType::jdbcType))
            .map(CatalogMetadata::type)
            .toList());
  }

  private static @Nullable Object[] type(ColumnType type) {
    TypeSize size = TypeSize.of(type);
    boolean isNumber = size.radix() != null;
    String prefix = TypeSize.isText(type) ? "'" : type.isTemporal() ? type.sqlName() + " '" : null;
    int digits = isNumber && size.digits() != null ? size.digits() : 0;
    return row(
        type.sqlName(),
        type.jdbcType(),
        size.size(),
        prefix,
        prefix == null ? null : "'",
        type == ColumnType.DECIMAL ? "precision,scale" : null,
        DatabaseMetaData.typeNullable,
        TypeSize.isText(type),
        TypeSize.isText(type) ? DatabaseMetaData.typeSearchable : DatabaseMetaData.typePredBasic,
        !isNumber,
        false,
        false,
        type.sqlName(),
        0,
        type == ColumnType.DECIMAL ? size.size() : digits,
        null,
        null,
        size.radix());
  }

  /** Returns the functions whose names are like the pattern. */
  public MetadataResult functions(@Nullable String functionPattern) {
    NamePattern pattern = NamePattern.of(functionPattern);
    return MetadataResult.of(
        MetadataColumns.FUNCTIONS,
        SqlFunctions.plainNames()
            .filter(pattern::matches)
            .map(name -> row(null, null, name, null, DatabaseMetaData.functionNoTable, name))
            .toList());
  }

  /** Returns what a connection tells by {@code getClientInfo}. */
  public MetadataResult clientInfoProperties() {
    return MetadataResult.of(
        MetadataColumns.CLIENT_INFO_PROPERTIES,
        List.of(
            row(
                "ApplicationName",
                HEADER_LENGTH,
                "",
                "Name of the application, which the User-Agent of requests ends in."),
            row(
                "cacheHits",
                20,
                "0",
                "How many requests were not sent, since answers were at hand."),
            row("requests", 20, "0", "How many requests were sent.")));
  }
}
