package io.github.twiliojdbc.metadata;

import com.google.common.base.Splitter;
import java.util.List;
import java.util.Locale;
import org.apache.calcite.avatica.SqlType;

/**
 * The columns of each metadata result, in the order and of the types that JDBC 4.3 specifies; a
 * column is text unless its type stands behind it.
 */
public enum MetadataColumns {
  ATTRIBUTES(
      "TYPE_CAT, TYPE_SCHEM, TYPE_NAME, ATTR_NAME, DATA_TYPE integer, ATTR_TYPE_NAME,"
          + " ATTR_SIZE integer, DECIMAL_DIGITS integer, NUM_PREC_RADIX integer, NULLABLE integer,"
          + " REMARKS, ATTR_DEF, SQL_DATA_TYPE integer, SQL_DATETIME_SUB integer,"
          + " CHAR_OCTET_LENGTH integer, ORDINAL_POSITION integer, IS_NULLABLE, SCOPE_CATALOG,"
          + " SCOPE_SCHEMA, SCOPE_TABLE, SOURCE_DATA_TYPE smallint"),
  BEST_ROW_IDENTIFIER(
      "SCOPE smallint, COLUMN_NAME, DATA_TYPE integer, TYPE_NAME, COLUMN_SIZE integer,"
          + " BUFFER_LENGTH integer, DECIMAL_DIGITS smallint, PSEUDO_COLUMN smallint"),
  CATALOGS("TABLE_CAT"),
  CLIENT_INFO_PROPERTIES("NAME, MAX_LEN integer, DEFAULT_VALUE, DESCRIPTION"),
  COLUMN_PRIVILEGES(
      "TABLE_CAT, TABLE_SCHEM, TABLE_NAME, COLUMN_NAME, GRANTOR, GRANTEE, PRIVILEGE, IS_GRANTABLE"),
  COLUMNS(
      "TABLE_CAT, TABLE_SCHEM, TABLE_NAME, COLUMN_NAME, DATA_TYPE integer, TYPE_NAME,"
          + " COLUMN_SIZE integer, BUFFER_LENGTH integer, DECIMAL_DIGITS integer,"
          + " NUM_PREC_RADIX integer, NULLABLE integer, REMARKS, COLUMN_DEF, SQL_DATA_TYPE integer,"
          + " SQL_DATETIME_SUB integer, CHAR_OCTET_LENGTH integer, ORDINAL_POSITION integer,"
          + " IS_NULLABLE, SCOPE_CATALOG, SCOPE_SCHEMA, SCOPE_TABLE, SOURCE_DATA_TYPE smallint,"
          + " IS_AUTOINCREMENT, IS_GENERATEDCOLUMN"),
  FUNCTION_COLUMNS(
      "FUNCTION_CAT, FUNCTION_SCHEM, FUNCTION_NAME, COLUMN_NAME, COLUMN_TYPE smallint,"
          + " DATA_TYPE integer, TYPE_NAME, PRECISION integer, LENGTH integer, SCALE smallint,"
          + " RADIX smallint, NULLABLE smallint, REMARKS, CHAR_OCTET_LENGTH integer,"
          + " ORDINAL_POSITION integer, IS_NULLABLE, SPECIFIC_NAME"),
  FUNCTIONS(
      "FUNCTION_CAT, FUNCTION_SCHEM, FUNCTION_NAME, REMARKS, FUNCTION_TYPE smallint,"
          + " SPECIFIC_NAME"),
  INDEX_INFO(
      "TABLE_CAT, TABLE_SCHEM, TABLE_NAME, NON_UNIQUE boolean, INDEX_QUALIFIER, INDEX_NAME,"
          + " TYPE smallint, ORDINAL_POSITION smallint, COLUMN_NAME, ASC_OR_DESC,"
          + " CARDINALITY bigint, PAGES bigint, FILTER_CONDITION"),
  KEYS(
      "PKTABLE_CAT, PKTABLE_SCHEM, PKTABLE_NAME, PKCOLUMN_NAME, FKTABLE_CAT, FKTABLE_SCHEM,"
          + " FKTABLE_NAME, FKCOLUMN_NAME, KEY_SEQ smallint, UPDATE_RULE smallint,"
          + " DELETE_RULE smallint, FK_NAME, PK_NAME, DEFERRABILITY smallint"),
  PRIMARY_KEYS("TABLE_CAT, TABLE_SCHEM, TABLE_NAME, COLUMN_NAME, KEY_SEQ smallint, PK_NAME"),
  PROCEDURE_COLUMNS(
      "PROCEDURE_CAT, PROCEDURE_SCHEM, PROCEDURE_NAME, COLUMN_NAME, COLUMN_TYPE smallint,"
          + " DATA_TYPE integer, TYPE_NAME, PRECISION integer, LENGTH integer, SCALE smallint,"
          + " RADIX smallint, NULLABLE smallint, REMARKS, COLUMN_DEF, SQL_DATA_TYPE integer,"
          + " SQL_DATETIME_SUB integer, CHAR_OCTET_LENGTH integer, ORDINAL_POSITION integer,"
          + " IS_NULLABLE, SPECIFIC_NAME"),
  PROCEDURES(
      "PROCEDURE_CAT, PROCEDURE_SCHEM, PROCEDURE_NAME, RESERVED1, RESERVED2, RESERVED3, REMARKS,"
          + " PROCEDURE_TYPE smallint, SPECIFIC_NAME"),
  PSEUDO_COLUMNS(
      "TABLE_CAT, TABLE_SCHEM, TABLE_NAME, COLUMN_NAME, DATA_TYPE integer, COLUMN_SIZE integer,"
          + " DECIMAL_DIGITS integer, NUM_PREC_RADIX integer, COLUMN_USAGE, REMARKS,"
          + " CHAR_OCTET_LENGTH integer, IS_NULLABLE"),
  SCHEMAS("TABLE_SCHEM, TABLE_CATALOG"),
  SUPER_TABLES("TABLE_CAT, TABLE_SCHEM, TABLE_NAME, SUPERTABLE_NAME"),
  SUPER_TYPES("TYPE_CAT, TYPE_SCHEM, TYPE_NAME, SUPERTYPE_CAT, SUPERTYPE_SCHEM, SUPERTYPE_NAME"),
  TABLE_PRIVILEGES("TABLE_CAT, TABLE_SCHEM, TABLE_NAME, GRANTOR, GRANTEE, PRIVILEGE, IS_GRANTABLE"),
  TABLE_TYPES("TABLE_TYPE"),
  TABLES(
      "TABLE_CAT, TABLE_SCHEM, TABLE_NAME, TABLE_TYPE, REMARKS, TYPE_CAT, TYPE_SCHEM, TYPE_NAME,"
          + " SELF_REFERENCING_COL_NAME, REF_GENERATION"),
  TYPE_INFO(
      "TYPE_NAME, DATA_TYPE integer, PRECISION integer, LITERAL_PREFIX, LITERAL_SUFFIX,"
          + " CREATE_PARAMS, NULLABLE smallint, CASE_SENSITIVE boolean, SEARCHABLE smallint,"
          + " UNSIGNED_ATTRIBUTE boolean, FIXED_PREC_SCALE boolean, AUTO_INCREMENT boolean,"
          + " LOCAL_TYPE_NAME, MINIMUM_SCALE smallint, MAXIMUM_SCALE smallint,"
          + " SQL_DATA_TYPE integer, SQL_DATETIME_SUB integer, NUM_PREC_RADIX integer"),
  UDTS(
      "TYPE_CAT, TYPE_SCHEM, TYPE_NAME, CLASS_NAME, DATA_TYPE integer, REMARKS, BASE_TYPE smallint"),
  VERSION_COLUMNS(
      "SCOPE smallint, COLUMN_NAME, DATA_TYPE integer, TYPE_NAME, COLUMN_SIZE integer,"
          + " BUFFER_LENGTH integer, DECIMAL_DIGITS smallint, PSEUDO_COLUMN smallint");

  private final String columns;

  MetadataColumns(String columns) {
    this.columns = columns;
  }

  List<Column> columns() {
    return Splitter.on(", ").splitToStream(columns).map(Column::of).toList();
  }

  /** A column's name and type. */
  record Column(String name, SqlType type) {
    private static Column of(String text) {
      List<String> parts = Splitter.on(' ').splitToList(text);
      return new Column(
          parts.get(0),
          parts.size() == 1
              ? SqlType.VARCHAR
              : SqlType.valueOf(parts.get(1).toUpperCase(Locale.ROOT)));
    }
  }
}
