package io.github.twiliojdbc.sql;

import java.util.Properties;
import org.apache.calcite.config.CalciteConnectionConfig;
import org.apache.calcite.config.CalciteConnectionConfigImpl;
import org.apache.calcite.config.CalciteConnectionProperty;
import org.apache.calcite.config.NullCollation;
import org.apache.calcite.prepare.CalciteCatalogReader;
import org.apache.calcite.sql.SqlOperatorTable;
import org.apache.calcite.sql.fun.SqlLibrary;
import org.apache.calcite.sql.fun.SqlLibraryOperatorTableFactory;
import org.apache.calcite.sql.util.SqlOperatorTables;
import org.apache.calcite.sql.validate.SqlConformance;
import org.apache.calcite.sql.validate.SqlConformanceEnum;
import org.apache.calcite.sql.validate.SqlValidator;
import org.apache.calcite.sql.validate.SqlValidatorUtil;
import org.apache.calcite.sql2rel.SqlRexConvertletTable;

/** The SQL of the driver: which operators there are, what they mean, what types they have. */
public final class Dialect {
  /** What the grammar lets through. */
  public static final SqlConformance CONFORMANCE = SqlConformanceEnum.LENIENT;

  /** How names are found and where NULLs are sorted. */
  public static final CalciteConnectionConfig CONFIG =
      new CalciteConnectionConfigImpl(new Properties())
          .set(CalciteConnectionProperty.CASE_SENSITIVE, "false")
          .set(CalciteConnectionProperty.CONFORMANCE, SqlConformanceEnum.LENIENT.name())
          .set(CalciteConnectionProperty.DEFAULT_NULL_COLLATION, NullCollation.LOW.name());

  /** How calls of operators become expressions. */
  public static final SqlRexConvertletTable CONVERTLETS = DateTruncFunction.convertlets();

  private static final SqlOperatorTable OPERATORS =
      SqlOperatorTables.chain(
          SqlOperatorTables.of(new DateTruncFunction()),
          SqlLibraryOperatorTableFactory.INSTANCE.getOperatorTable(
              SqlLibrary.STANDARD, SqlLibrary.POSTGRESQL));

  private Dialect() {}

  /** Returns a validator of one statement. */
  public static SqlValidator validator(CalciteCatalogReader reader, TwilioTypeFactory types) {
    return SqlValidatorUtil.newValidator(
        OPERATORS,
        reader,
        types,
        SqlValidator.Config.DEFAULT
            .withDefaultNullCollation(CONFIG.defaultNullCollation())
            .withConformance(CONFORMANCE)
            .withIdentifierExpansion(true));
  }
}
