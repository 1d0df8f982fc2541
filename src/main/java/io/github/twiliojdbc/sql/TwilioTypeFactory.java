package io.github.twiliojdbc.sql;

import io.github.twiliojdbc.catalog.ColumnDefinition;
import io.github.twiliojdbc.catalog.ColumnType;
import java.math.RoundingMode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.calcite.jdbc.JavaTypeFactoryImpl;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.rel.type.RelDataTypeSystem;
import org.apache.calcite.rel.type.RelDataTypeSystemImpl;
import org.apache.calcite.sql.type.SqlTypeName;

/** Makes SQL types; text is Unicode and decimals have room for any amount. */
public final class TwilioTypeFactory extends JavaTypeFactoryImpl {
  private static final int DECIMAL_PRECISION = 38;
  private static final int DECIMAL_SCALE = 12;
  private static final int MILLISECONDS = 3;

  private static final RelDataTypeSystem TYPE_SYSTEM =
      new RelDataTypeSystemImpl() {
        @Override
        public int getMaxPrecision(SqlTypeName typeName) {
          return typeName == SqlTypeName.DECIMAL
              ? DECIMAL_PRECISION
              : super.getMaxPrecision(typeName);
        }

        @Override
        public int getMaxScale(SqlTypeName typeName) {
          return typeName == SqlTypeName.DECIMAL ? DECIMAL_PRECISION : super.getMaxScale(typeName);
        }

        /** A cast rounds as other databases do, where Calcite would cut off. */
        @Override
        public RoundingMode roundingMode() {
          return RoundingMode.HALF_UP;
        }
      };

  /** Creates a factory. */
  public TwilioTypeFactory() {
    super(TYPE_SYSTEM);
  }

  @Override
  public Charset getDefaultCharset() {
    return StandardCharsets.UTF_8;
  }

  /** Returns the type of a table's rows; any column may be NULL. */
  public static RelDataType rowType(RelDataTypeFactory factory, List<ColumnDefinition> columns) {
    RelDataTypeFactory.Builder builder = factory.builder();
    for (ColumnDefinition column : columns) {
      RelDataType type = type(factory, column.type());
      builder.add(column.name(), factory.createTypeWithNullability(type, true));
    }
    return builder.build();
  }

  private static RelDataType type(RelDataTypeFactory factory, ColumnType type) {
    return switch (type) {
      case DECIMAL -> factory.createSqlType(SqlTypeName.DECIMAL, DECIMAL_PRECISION, DECIMAL_SCALE);
      case TIMESTAMP -> factory.createSqlType(SqlTypeName.TIMESTAMP, MILLISECONDS);
      default -> factory.createSqlType(SqlTypeName.valueOf(type.sqlName()));
    };
  }
}
