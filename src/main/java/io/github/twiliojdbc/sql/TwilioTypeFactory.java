package io.github.twiliojdbc.sql;

import io.github.twiliojdbc.catalog.ColumnDefinition;
import io.github.twiliojdbc.catalog.ColumnType;
import io.github.twiliojdbc.sql.functions.WallClock;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.calcite.jdbc.JavaTypeFactoryImpl;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.sql.type.SqlTypeMappingRule;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.type.SqlTypeUtil;
import org.jspecify.annotations.Nullable;

/**
 * Makes SQL types as PostgreSQL has them.
 *
 * <p>Text has one type, VARCHAR: what is written as CHAR(n) is padded by its CAST. A DECIMAL
 * without a precision holds any number, with all of its digits, and is what arithmetic yields.
 */
public final class TwilioTypeFactory extends JavaTypeFactoryImpl {
  private static final int MILLISECONDS = 3;

  private final WallClock clock;

  /**
   * Creates a factory.
   *
   * @param clock clock on which TIMESTAMPs are read
   */
  public TwilioTypeFactory(WallClock clock) {
    super(new TwilioTypeSystem());
    this.clock = clock;
  }

  /** Returns the clock on which TIMESTAMPs are read. */
  public WallClock clock() {
    return clock;
  }

  @Override
  public Charset getDefaultCharset() {
    return StandardCharsets.UTF_8;
  }

  @Override
  public RelDataType createSqlType(SqlTypeName name) {
    return switch (name) {
      case CHAR -> super.createSqlType(SqlTypeName.VARCHAR);
      case DECIMAL -> canonize(new NumericType(typeSystem));
      case TIMESTAMP -> super.createSqlType(name, MILLISECONDS);
      default -> super.createSqlType(name);
    };
  }

  @Override
  public RelDataType createSqlType(SqlTypeName name, int precision) {
    return name == SqlTypeName.CHAR
        ? createSqlType(SqlTypeName.VARCHAR)
        : name == SqlTypeName.TIMESTAMP && precision > MILLISECONDS
            ? createSqlType(name)
            : super.createSqlType(name, precision);
  }

  @Override
  public @Nullable RelDataType leastRestrictive(
      List<RelDataType> types, SqlTypeMappingRule mappingRule) {
    boolean hasDecimal = types.stream().anyMatch(SqlTypeUtil::isDecimal);
    boolean isExact =
        types.stream()
            .allMatch(
                type ->
                    type.getSqlTypeName() == SqlTypeName.NULL || SqlTypeUtil.isExactNumeric(type));
    boolean isNullable = types.stream().anyMatch(RelDataType::isNullable);
    if (hasDecimal && isExact) {
      List<RelDataType> kinds =
          types.stream()
              .filter(type -> type.getSqlTypeName() != SqlTypeName.NULL)
              .map(type -> createTypeWithNullability(type, false))
              .distinct()
              .toList();
      return createTypeWithNullability(
          kinds.size() == 1 ? kinds.get(0) : createSqlType(SqlTypeName.DECIMAL), isNullable);
    }
    return super.leastRestrictive(types, mappingRule);
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
    return factory.createSqlType(SqlTypeName.valueOf(type.sqlName()));
  }
}
