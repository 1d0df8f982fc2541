package io.github.twiliojdbc.planner;

import java.lang.reflect.Type;
import java.sql.DatabaseMetaData;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.calcite.adapter.java.JavaTypeFactory;
import org.apache.calcite.avatica.AvaticaParameter;
import org.apache.calcite.avatica.ColumnMetaData;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeField;
import org.jspecify.annotations.Nullable;

/** Describes the columns and parameters of a query in JDBC's terms. */
final class ColumnTypes {
  private ColumnTypes() {}

  /**
   * Describes the columns of a result.
   *
   * @param origins for each column, the path of the table's column that it comes from, or null
   */
  static List<ColumnMetaData> columns(
      JavaTypeFactory types, RelDataType rowType, List<? extends @Nullable List<String>> origins) {
    List<ColumnMetaData> columns = new ArrayList<>();
    for (RelDataTypeField field : rowType.getFieldList()) {
      columns.add(column(types, field, origins.get(field.getIndex())));
    }
    return columns;
  }

  private static ColumnMetaData column(
      JavaTypeFactory types, RelDataTypeField field, @Nullable List<String> origin) {
    RelDataType type = field.getType();
    ColumnMetaData.AvaticaType avaticaType = avaticaType(types, type);
    return new ColumnMetaData(
        field.getIndex(),
        /* autoIncrement= */ false,
        /* caseSensitive= */ true,
        /* searchable= */ true,
        /* currency= */ false,
        type.isNullable() ? DatabaseMetaData.columnNullable : DatabaseMetaData.columnNoNulls,
        /* signed= */ true,
        positive(type.getPrecision()),
        field.getName(),
        origin == null ? field.getName() : origin.get(origin.size() - 1),
        origin == null ? "" : origin.get(origin.size() - 3),
        positive(type.getPrecision()),
        positive(type.getScale()),
        origin == null ? "" : origin.get(origin.size() - 2),
        "",
        avaticaType,
        /* readOnly= */ true,
        /* writable= */ false,
        /* definitelyWritable= */ false,
        avaticaType.columnClassName());
  }

  private static ColumnMetaData.AvaticaType avaticaType(JavaTypeFactory types, RelDataType type) {
    String name = type.getSqlTypeName().getName();
    RelDataType component = type.getComponentType();
    if (component != null) {
      return ColumnMetaData.array(
          avaticaType(types, component), type.toString(), rep(types.getJavaClass(component)));
    }
    return ColumnMetaData.scalar(
        type.getSqlTypeName().getJdbcOrdinal(), name, rep(types.getJavaClass(type)));
  }

  private static ColumnMetaData.Rep rep(Type javaClass) {
    return Objects.requireNonNull(ColumnMetaData.Rep.of(javaClass));
  }

  /** Describes the parameters of a statement. */
  static List<AvaticaParameter> parameters(JavaTypeFactory types, RelDataType parameterType) {
    List<AvaticaParameter> parameters = new ArrayList<>();
    for (RelDataTypeField field : parameterType.getFieldList()) {
      RelDataType type = field.getType();
      parameters.add(
          new AvaticaParameter(
              /* signed= */ true,
              positive(type.getPrecision()),
              positive(type.getScale()),
              type.getSqlTypeName().getJdbcOrdinal(),
              type.getSqlTypeName().getName(),
              avaticaType(types, type).columnClassName(),
              field.getName()));
    }
    return parameters;
  }

  /** JDBC writes an unknown size as 0, Calcite as a negative number. */
  private static int positive(int size) {
    return Math.max(size, 0);
  }
}
