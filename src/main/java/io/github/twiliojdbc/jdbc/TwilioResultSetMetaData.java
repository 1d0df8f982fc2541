package io.github.twiliojdbc.jdbc;

import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.List;
import org.apache.calcite.avatica.ColumnMetaData;

/** The columns of a result. */
final class TwilioResultSetMetaData implements ResultSetMetaData {
  private final List<ColumnMetaData> columns;

  TwilioResultSetMetaData(List<ColumnMetaData> columns) {
    this.columns = columns;
  }

  @Override
  public int getColumnCount() {
    return columns.size();
  }

  private ColumnMetaData column(int column) throws SQLException {
    check(columns, column);
    return columns.get(column - 1);
  }

  /** Refuses a place at which there is no column; places are counted from 1. */
  static void check(List<ColumnMetaData> columns, int column) throws SQLException {
    if (column < 1 || column > columns.size()) {
      throw SqlErrors.noSuchColumn(column, columns.size());
    }
  }

  @Override
  public String getColumnLabel(int column) throws SQLException {
    return column(column).label;
  }

  @Override
  public String getColumnName(int column) throws SQLException {
    return column(column).columnName;
  }

  @Override
  public String getCatalogName(int column) throws SQLException {
    return column(column).catalogName;
  }

  @Override
  public String getSchemaName(int column) throws SQLException {
    return column(column).schemaName;
  }

  @Override
  public String getTableName(int column) throws SQLException {
    return column(column).tableName;
  }

  @Override
  public int getColumnType(int column) throws SQLException {
    return column(column).type.id;
  }

  @Override
  public String getColumnTypeName(int column) throws SQLException {
    return column(column).type.name;
  }

  @Override
  public String getColumnClassName(int column) throws SQLException {
    return column(column).columnClassName;
  }

  @Override
  public int getPrecision(int column) throws SQLException {
    return column(column).precision;
  }

  @Override
  public int getScale(int column) throws SQLException {
    return column(column).scale;
  }

  @Override
  public int getColumnDisplaySize(int column) throws SQLException {
    return column(column).displaySize;
  }

  @Override
  public int isNullable(int column) throws SQLException {
    return column(column).nullable;
  }

  @Override
  public boolean isSigned(int column) throws SQLException {
    return column(column).signed;
  }

  @Override
  public boolean isCaseSensitive(int column) throws SQLException {
    return column(column).caseSensitive;
  }

  @Override
  public boolean isSearchable(int column) throws SQLException {
    return column(column).searchable;
  }

  @Override
  public boolean isAutoIncrement(int column) throws SQLException {
    return column(column).autoIncrement;
  }

  @Override
  public boolean isCurrency(int column) throws SQLException {
    return column(column).currency;
  }

  @Override
  public boolean isReadOnly(int column) throws SQLException {
    return column(column).readOnly;
  }

  @Override
  public boolean isWritable(int column) throws SQLException {
    return column(column).writable;
  }

  @Override
  public boolean isDefinitelyWritable(int column) throws SQLException {
    return column(column).definitelyWritable;
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    return SqlErrors.unwrap(this, type);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return type.isInstance(this);
  }
}
