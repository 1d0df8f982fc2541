package io.github.twiliojdbc.planner;

import io.github.twiliojdbc.sql.Conversions;
import java.lang.reflect.Type;
import java.sql.DatabaseMetaData;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
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
   */
  static List<ColumnMetaData> columns(
      JavaTypeFactory types,
      RelDataType rowType,
      List<String> labels,
      List<? extends @Nullable List<String>> origins) {
    List<ColumnMetaData> columns = new ArrayList<>();
    for (RelDataTypeField field : rowType.getFieldList()) {
      columns.add(
          column(types, field, labels.get(field.getIndex()), origins.get(field.getIndex())));
    }
    return columns;
  }

  private static ColumnMetaData column(
      JavaTypeFactory types, RelDataTypeField field, String label, @Nullable List<String> origin) {
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
        displaySize(type),
        label,
        origin == null ? label : origin.get(origin.size() - 1),
        origin == null ? "" : origin.get(origin.size() - 3),
        precision(type),
        scale(type),
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
              precision(type),
              scale(type),
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

  /** Digits that are said of a DECIMAL that may have any number of them. */
  private static final int DECIMAL_PRECISION = 38;

  private static final int DECIMAL_SCALE = 12;

  /** Digits of a number, characters of anything else as text, which may have no limit. */
  private static int precision(RelDataType type) {
    int fraction = positive(type.getPrecision());
    return switch (type.getSqlTypeName()) {
      case VARCHAR -> type.getPrecision() < 0 ? Integer.MAX_VALUE : type.getPrecision();
      case TIMESTAMP -> fraction == 0 ? 19 : 20 + fraction;
      case DATE -> 10;
      case DECIMAL -> isLimited(type) ? type.getPrecision() : DECIMAL_PRECISION;
      case TIME -> fraction == 0 ? 8 : 9 + fraction;
      default -> positive(type.getPrecision());
    };
  }

  /** Digits behind the point of a number, or of a fraction of a second. */
  private static int scale(RelDataType type) {
    return switch (type.getSqlTypeName()) {
      case TIMESTAMP, TIME -> positive(type.getPrecision());
      case DECIMAL -> isLimited(type) ? type.getScale() : DECIMAL_SCALE;
      default -> positive(type.getScale());
    };
  }

  private static boolean isLimited(RelDataType decimal) {
    return decimal.getScale() != RelDataType.SCALE_NOT_SPECIFIED;
  }

  private static int displaySize(RelDataType type) {
    return switch (type.getSqlTypeName()) {
      case BOOLEAN -> "false".length();
      case DOUBLE, FLOAT, REAL -> Conversions.textOf(-Double.MAX_VALUE).length();
      // A sign and a point.
      case DECIMAL -> precision(type) + 2;
      case TINYINT, SMALLINT, INTEGER, BIGINT -> precision(type) + 1;
      default -> precision(type);
    };
  }

  /** JDBC writes an unknown size as 0, Calcite as a negative number. */
  private static int positive(int size) {
    return Math.max(size, 0);
  }
}
