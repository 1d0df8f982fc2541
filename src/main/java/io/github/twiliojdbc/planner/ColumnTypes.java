package io.github.twiliojdbc.planner;

import io.github.twiliojdbc.catalog.ColumnDefinition;
import java.lang.reflect.Type;
import java.sql.DatabaseMetaData;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.apache.calcite.adapter.java.JavaTypeFactory;
import org.apache.calcite.avatica.AvaticaParameter;
import org.apache.calcite.avatica.ColumnMetaData;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeField;
import org.apache.calcite.sql.type.SqlTypeFamily;
import org.jspecify.annotations.Nullable;

/** Describes the columns and parameters of a query in JDBC's terms. */
final class ColumnTypes {
  private ColumnTypes() {}

  /**
   * Describes the columns of a result.
   *
   * @param labels for each column, the name that it has for people
   * @param origins for each column, the path of the table's column that it comes from, or null
   * @param definitions tells what is known of the column of a path, if it is one of Twilio's
   */
  static List<ColumnMetaData> columns(
      JavaTypeFactory types,
      RelDataType rowType,
      List<String> labels,
      List<? extends @Nullable List<String>> origins,
      Function<List<String>, Optional<ColumnDefinition>> definitions) {
    List<ColumnMetaData> columns = new ArrayList<>();
    for (RelDataTypeField field : rowType.getFieldList()) {
      List<String> origin = origins.get(field.getIndex());
      ColumnSize size =
          ColumnSize.of(field.getType(), Optional.ofNullable(origin).flatMap(definitions));
      columns.add(column(types, field, labels.get(field.getIndex()), origin, size));
    }
    return columns;
  }

  private static ColumnMetaData column(
      JavaTypeFactory types,
      RelDataTypeField field,
      String label,
      @Nullable List<String> origin,
      ColumnSize size) {
    RelDataType type = field.getType();
    ColumnMetaData.AvaticaType avaticaType = avaticaType(types, type);
    return new ColumnMetaData(
        field.getIndex(),
        /* autoIncrement= */ false,
        /* caseSensitive= */ true,
        /* searchable= */ true,
        /* currency= */ false,
        type.isNullable() ? DatabaseMetaData.columnNullable : DatabaseMetaData.columnNoNulls,
        type.getSqlTypeName().getFamily() == SqlTypeFamily.NUMERIC,
        size.shown(),
        label,
        origin == null ? label : origin.get(origin.size() - 1),
        origin == null ? "" : origin.get(origin.size() - 3),
        size.precision(),
        size.scale(),
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
      ColumnSize size = ColumnSize.of(type, Optional.empty());
      parameters.add(
          new AvaticaParameter(
              /* signed= */ true,
              size.precision(),
              size.scale(),
              type.getSqlTypeName().getJdbcOrdinal(),
              type.getSqlTypeName().getName(),
              avaticaType(types, type).columnClassName(),
              field.getName()));
    }
    return parameters;
  }

  /** Describes parameters whose types depend on their values. */
  static List<AvaticaParameter> openParameters(int count) {
    return Collections.nCopies(
        count,
        new AvaticaParameter(
            true, 0, 0, Types.OTHER, "OTHER", Object.class.getName(), "parameter"));
  }
}
