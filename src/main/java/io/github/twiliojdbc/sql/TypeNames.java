package io.github.twiliojdbc.sql;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.calcite.sql.SqlBasicTypeNameSpec;
import org.apache.calcite.sql.SqlDataTypeSpec;
import org.apache.calcite.sql.SqlUserDefinedTypeNameSpec;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.SqlTypeName;

/** PostgreSQL's names of types, where they are not the standard's. */
final class TypeNames {
  private static final Map<String, SqlTypeName> TYPES =
      Map.ofEntries(
          Map.entry("text", SqlTypeName.VARCHAR),
          Map.entry("bpchar", SqlTypeName.VARCHAR),
          Map.entry("name", SqlTypeName.VARCHAR),
          Map.entry("string", SqlTypeName.VARCHAR),
          Map.entry("json", SqlTypeName.VARCHAR),
          Map.entry("jsonb", SqlTypeName.VARCHAR),
          Map.entry("uuid", SqlTypeName.VARCHAR),
          Map.entry("bool", SqlTypeName.BOOLEAN),
          Map.entry("int2", SqlTypeName.SMALLINT),
          Map.entry("int4", SqlTypeName.INTEGER),
          Map.entry("int8", SqlTypeName.BIGINT),
          Map.entry("float4", SqlTypeName.REAL),
          Map.entry("float8", SqlTypeName.DOUBLE),
          Map.entry("money", SqlTypeName.DECIMAL),
          Map.entry("datetime", SqlTypeName.TIMESTAMP),
          Map.entry("timestamptz", SqlTypeName.TIMESTAMP),
          Map.entry("timetz", SqlTypeName.TIME));

  private TypeNames() {}

  /** Returns a type by the name that the standard has for it. */
  static SqlDataTypeSpec standard(SqlDataTypeSpec type) {
    SqlParserPos place = type.getParserPosition();
    List<String> path = type.getTypeName().names;
    if (path.size() > 1 && !path.get(0).equalsIgnoreCase("pg_catalog")) {
      return type;
    }
    String name = path.get(path.size() - 1).toLowerCase(Locale.ROOT);
    if (type.getTypeNameSpec() instanceof SqlBasicTypeNameSpec) {
      return name.equals("timestamp_tz") ? basic(SqlTypeName.TIMESTAMP, place) : type;
    }
    SqlTypeName standard = TYPES.get(name);
    return type.getTypeNameSpec() instanceof SqlUserDefinedTypeNameSpec && standard != null
        ? basic(standard, place)
        : type;
  }

  private static SqlDataTypeSpec basic(SqlTypeName type, SqlParserPos place) {
    return new SqlDataTypeSpec(new SqlBasicTypeNameSpec(type, place), place);
  }
}
