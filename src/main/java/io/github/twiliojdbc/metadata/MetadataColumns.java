package io.github.twiliojdbc.metadata;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Set;

/** The columns of each metadata result, in the order that JDBC specifies. */
enum MetadataColumns {
  CATALOGS("TABLE_CAT"),
  SCHEMAS("TABLE_SCHEM", "TABLE_CATALOG"),
  TABLE_TYPES("TABLE_TYPE"),
  TABLES(
      "TABLE_CAT",
      "TABLE_SCHEM",
      "TABLE_NAME",
      "TABLE_TYPE",
      "REMARKS",
      "TYPE_CAT",
      "TYPE_SCHEM",
      "TYPE_NAME",
      "SELF_REFERENCING_COL_NAME",
      "REF_GENERATION"),
  COLUMNS(
      "TABLE_CAT",
      "TABLE_SCHEM",
      "TABLE_NAME",
      "COLUMN_NAME",
      "DATA_TYPE",
      "TYPE_NAME",
      "COLUMN_SIZE",
      "BUFFER_LENGTH",
      "DECIMAL_DIGITS",
      "NUM_PREC_RADIX",
      "NULLABLE",
      "REMARKS",
      "COLUMN_DEF",
      "SQL_DATA_TYPE",
      "SQL_DATETIME_SUB",
      "CHAR_OCTET_LENGTH",
      "ORDINAL_POSITION",
      "IS_NULLABLE",
      "SCOPE_CATALOG",
      "SCOPE_SCHEMA",
      "SCOPE_TABLE",
      "SOURCE_DATA_TYPE",
      "IS_AUTOINCREMENT",
      "IS_GENERATEDCOLUMN"),
  PRIMARY_KEYS("TABLE_CAT", "TABLE_SCHEM", "TABLE_NAME", "COLUMN_NAME", "KEY_SEQ", "PK_NAME"),
  IMPORTED_KEYS(
      "PKTABLE_CAT",
      "PKTABLE_SCHEM",
      "PKTABLE_NAME",
      "PKCOLUMN_NAME",
      "FKTABLE_CAT",
      "FKTABLE_SCHEM",
      "FKTABLE_NAME",
      "FKCOLUMN_NAME",
      "KEY_SEQ",
      "UPDATE_RULE",
      "DELETE_RULE",
      "FK_NAME",
      "PK_NAME",
      "DEFERRABILITY");

  private static final Set<String> NUMBERS =
      Set.of(
          "DATA_TYPE",
          "COLUMN_SIZE",
          "BUFFER_LENGTH",
          "DECIMAL_DIGITS",
          "NUM_PREC_RADIX",
          "NULLABLE",
          "SQL_DATA_TYPE",
          "SQL_DATETIME_SUB",
          "CHAR_OCTET_LENGTH",
          "ORDINAL_POSITION",
          "SOURCE_DATA_TYPE",
          "KEY_SEQ",
          "UPDATE_RULE",
          "DELETE_RULE",
          "DEFERRABILITY");

  private final ImmutableList<String> names;

  MetadataColumns(String... names) {
    this.names = ImmutableList.copyOf(names);
  }

  List<String> names() {
    return names;
  }

  boolean isNumber(String name) {
    return NUMBERS.contains(name);
  }
}
