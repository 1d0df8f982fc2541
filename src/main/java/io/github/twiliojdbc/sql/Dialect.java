package io.github.twiliojdbc.sql;

import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.calcite.config.CalciteConnectionConfig;
import org.apache.calcite.config.CalciteConnectionConfigImpl;
import org.apache.calcite.config.CalciteConnectionProperty;
import org.apache.calcite.config.NullCollation;
import org.apache.calcite.prepare.CalciteCatalogReader;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlOperatorTable;
import org.apache.calcite.sql.validate.SqlConformance;
import org.apache.calcite.sql.validate.SqlConformanceEnum;
import org.apache.calcite.sql.validate.SqlValidator;
import org.apache.calcite.sql.validate.SqlValidatorUtil;
import org.apache.calcite.sql2rel.SqlRexConvertletTable;
import org.apache.calcite.sql2rel.StandardConvertletTable;

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
  public static final SqlRexConvertletTable CONVERTLETS =
      call -> {
        if (call.getOperator() instanceof Arithmetic arithmetic) {
          return (context, sum) ->
              arithmetic.call(
                  context.getRexBuilder(),
                  context.convertExpression(sum.operand(0)),
                  context.convertExpression(sum.operand(1)));
        }
        if (call.getOperator() instanceof Function function) {
          return (context, application) ->
              DateFields.call(
                  context.getRexBuilder(),
                  function,
                  application.getOperandList().stream().map(context::convertExpression).toList());
        }
        if (Casts.isCast(call)) {
          return Casts::convert;
        }
        return DateFields.isWeek(call)
            ? DateFields::week
            : StandardConvertletTable.INSTANCE.get(call);
      };

  private static final SqlOperatorTable OPERATORS = new Operators();

  private Dialect() {}

  /** Returns the names of all functions. */
  static Set<String> functions() {
    return OPERATORS.getOperatorList().stream()
        .filter(SqlFunction.class::isInstance)
        .map(operator -> operator.getName().toLowerCase(Locale.ROOT))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Returns a validator of one statement. */
  public static SqlValidator validator(CalciteCatalogReader reader, TwilioTypeFactory types) {
    return SqlValidatorUtil.newValidator(
        OPERATORS,
        reader,
        types,
        SqlValidator.Config.DEFAULT
            .withDefaultNullCollation(CONFIG.defaultNullCollation())
            .withConformance(CONFORMANCE)
            .withTypeCoercionFactory(Coercion::new)
            .withIdentifierExpansion(true));
  }
}
