package io.github.twiliojdbc.jdbc;

import io.github.twiliojdbc.metadata.CatalogMetadata;
import io.github.twiliojdbc.metadata.KeyMetadata;
import io.github.twiliojdbc.metadata.MetadataColumns;
import io.github.twiliojdbc.metadata.MetadataResult;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.apache.calcite.avatica.Meta;
import org.jspecify.annotations.Nullable;

/** Answers what {@link java.sql.DatabaseMetaData} asks for as results. */
abstract class MetadataCalls implements Meta {
  final SessionConnection connection;
  private final CatalogMetadata metadata;
  private final KeyMetadata keys;

  MetadataCalls(SessionConnection connection, CatalogMetadata metadata) {
    this.connection = connection;
    this.metadata = metadata;
    this.keys = metadata.keys();
  }

  @Override
  public MetaResultSet getCatalogs(ConnectionHandle handle) {
    return resultSet(metadata.catalogs());
  }

  @Override
  public MetaResultSet getSchemas(ConnectionHandle handle, String catalog, Pat schema) {
    return resultSet(metadata.schemas(schema.s));
  }

  @Override
  public MetaResultSet getTableTypes(ConnectionHandle handle) {
    return resultSet(metadata.tableTypes());
  }

  @Override
  public MetaResultSet getTables(
      ConnectionHandle handle,
      String catalog,
      Pat schema,
      Pat table,
      @Nullable List<String> types) {
    return resultSet(metadata.tables(schema.s, table.s, types));
  }

  @Override
  public MetaResultSet getColumns(
      ConnectionHandle handle, String catalog, Pat schema, Pat table, Pat column) {
    return resultSet(metadata.columns(schema.s, table.s, column.s));
  }

  @Override
  public MetaResultSet getTypeInfo(ConnectionHandle handle) {
    return resultSet(metadata.typeInfo());
  }

  @Override
  public MetaResultSet getFunctions(
      ConnectionHandle handle, String catalog, Pat schema, Pat function) {
    return resultSet(metadata.functions(function.s));
  }

  @Override
  public MetaResultSet getClientInfoProperties(ConnectionHandle handle) {
    return resultSet(metadata.clientInfoProperties());
  }

  @Override
  public MetaResultSet getPrimaryKeys(
      ConnectionHandle handle, String catalog, String schema, String table) {
    return resultSet(keys.primaryKeys(schema, table));
  }

  @Override
  public MetaResultSet getBestRowIdentifier(
      ConnectionHandle handle,
      String catalog,
      String schema,
      String table,
      int scope,
      boolean nullable) {
    return resultSet(keys.bestRowIdentifier(schema, table));
  }

  @Override
  public MetaResultSet getImportedKeys(
      ConnectionHandle handle, String catalog, String schema, String table) {
    return resultSet(keys.importedKeys(schema, table));
  }

  @Override
  public MetaResultSet getExportedKeys(
      ConnectionHandle handle, String catalog, String schema, String table) {
    return resultSet(keys.exportedKeys(schema, table));
  }

  @Override
  public MetaResultSet getCrossReference(
      ConnectionHandle handle,
      String parentCatalog,
      String parentSchema,
      String parentTable,
      String childCatalog,
      String childSchema,
      String childTable) {
    return resultSet(keys.crossReference(parentSchema, parentTable, childSchema, childTable));
  }

  @Override
  public MetaResultSet getIndexInfo(
      ConnectionHandle handle,
      String catalog,
      String schema,
      String table,
      boolean unique,
      boolean approximate) {
    return resultSet(keys.indexInfo(schema, table, unique));
  }

  @Override
  public MetaResultSet getProcedures(
      ConnectionHandle handle, String catalog, Pat schema, Pat procedure) {
    return resultSet(MetadataResult.none(MetadataColumns.PROCEDURES));
  }

  @Override
  public MetaResultSet getProcedureColumns(
      ConnectionHandle handle, String catalog, Pat schema, Pat procedure, Pat column) {
    return resultSet(MetadataResult.none(MetadataColumns.PROCEDURE_COLUMNS));
  }

  @Override
  public MetaResultSet getColumnPrivileges(
      ConnectionHandle handle, String catalog, String schema, String table, Pat column) {
    return resultSet(MetadataResult.none(MetadataColumns.COLUMN_PRIVILEGES));
  }

  @Override
  public MetaResultSet getTablePrivileges(
      ConnectionHandle handle, String catalog, Pat schema, Pat table) {
    return resultSet(MetadataResult.none(MetadataColumns.TABLE_PRIVILEGES));
  }

  @Override
  public MetaResultSet getVersionColumns(
      ConnectionHandle handle, String catalog, String schema, String table) {
    return resultSet(MetadataResult.none(MetadataColumns.VERSION_COLUMNS));
  }

  @Override
  public MetaResultSet getUDTs(
      ConnectionHandle handle, String catalog, Pat schema, Pat type, int[] types) {
    return resultSet(MetadataResult.none(MetadataColumns.UDTS));
  }

  @Override
  public MetaResultSet getSuperTypes(
      ConnectionHandle handle, String catalog, Pat schema, Pat type) {
    return resultSet(MetadataResult.none(MetadataColumns.SUPER_TYPES));
  }

  @Override
  public MetaResultSet getSuperTables(
      ConnectionHandle handle, String catalog, Pat schema, Pat table) {
    return resultSet(MetadataResult.none(MetadataColumns.SUPER_TABLES));
  }

  @Override
  public MetaResultSet getAttributes(
      ConnectionHandle handle, String catalog, Pat schema, Pat type, Pat attribute) {
    return resultSet(MetadataResult.none(MetadataColumns.ATTRIBUTES));
  }

  @Override
  public MetaResultSet getFunctionColumns(
      ConnectionHandle handle, String catalog, Pat schema, Pat function, Pat column) {
    return resultSet(MetadataResult.none(MetadataColumns.FUNCTION_COLUMNS));
  }

  @Override
  public MetaResultSet getPseudoColumns(
      ConnectionHandle handle, String catalog, Pat schema, Pat table, Pat column) {
    return resultSet(MetadataResult.none(MetadataColumns.PSEUDO_COLUMNS));
  }

  @Override
  public Map<DatabaseProperty, Object> getDatabaseProperties(ConnectionHandle handle) {
    return Map.of();
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private MetaResultSet resultSet(MetadataResult result) {
    try {
      Signature signature =
          new Signature(
              result.columns(), "", List.of(), Map.of(), CursorFactory.ARRAY, StatementType.SELECT);
      return MetaResultSet.create(
          connection.id,
          connection.createStatement().getId(),
          true,
          signature,
          new Frame(0, true, (List) result.rows()));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
