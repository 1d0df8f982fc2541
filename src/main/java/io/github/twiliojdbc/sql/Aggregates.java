package io.github.twiliojdbc.sql;

import io.github.twiliojdbc.sql.functions.Aggregations;
import io.github.twiliojdbc.sql.functions.DistinctValues;
import io.github.twiliojdbc.sql.functions.JsonBuilding;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.schema.impl.AggregateFunctionImpl;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.InferTypes;
import org.apache.calcite.sql.type.OperandTypes;
import org.apache.calcite.sql.type.ReturnTypes;
import org.apache.calcite.sql.type.SqlReturnTypeInference;
import org.apache.calcite.sql.type.SqlTypeFamily;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.type.SqlTypeUtil;
import org.apache.calcite.sql.validate.SqlUserDefinedAggFunction;
import org.apache.calcite.util.Optionality;

/**
 * Aggregate functions that are not Calcite's; those of one number are DECIMAL or DOUBLE as it is.
 */
final class Aggregates {
  static final List<SqlOperator> ALL =
      List.of(
          ofTruth("BOOL_AND", Aggregations.All.class),
          ofTruth("EVERY", Aggregations.All.class),
          ofTruth("BOOL_OR", Aggregations.Any.class),
          ofNumbers("VAR_POP", Aggregations.VarPop.class),
          ofNumbers("VAR_SAMP", Aggregations.VarSamp.class),
          ofNumbers("VARIANCE", Aggregations.VarSamp.class),
          ofNumbers("STDDEV_POP", Aggregations.StddevPop.class),
          ofNumbers("STDDEV_SAMP", Aggregations.StddevSamp.class),
          ofNumbers("STDDEV", Aggregations.StddevSamp.class),
          ofPairs("COVAR_POP", Aggregations.CovarPop.class),
          ofPairs("COVAR_SAMP", Aggregations.CovarSamp.class),
          ofPairs("CORR", Aggregations.Corr.class),
          ofPairs("REGR_SLOPE", Aggregations.RegrSlope.class),
          ofPairs("REGR_INTERCEPT", Aggregations.RegrIntercept.class),
          ofPairs("REGR_R2", Aggregations.RegrR2.class),
          ofPairs("REGR_SXX", Aggregations.RegrSxx.class),
          ofPairs("REGR_SYY", Aggregations.RegrSyy.class),
          ofPairs("REGR_SXY", Aggregations.RegrSxy.class),
          ofPairs("REGR_AVGX", Aggregations.RegrAvgx.class),
          ofPairs("REGR_AVGY", Aggregations.RegrAvgy.class),
          aggregate(
              "PERCENTILE_CONT_OF",
              Aggregations.PercentileCont.class,
              binding -> nullable(binding.getTypeFactory(), SqlTypeName.DOUBLE),
              SqlTypeFamily.NUMERIC,
              SqlTypeFamily.NUMERIC,
              SqlTypeFamily.BOOLEAN),
          aggregate(
              "PERCENTILE_DISC_OF",
              Aggregations.PercentileDisc.class,
              ReturnTypes.ARG0_FORCE_NULLABLE,
              SqlTypeFamily.ANY,
              SqlTypeFamily.NUMERIC,
              SqlTypeFamily.BOOLEAN),
          aggregate(
              "MODE_OF",
              Aggregations.Mode.class,
              ReturnTypes.ARG0_FORCE_NULLABLE,
              SqlTypeFamily.ANY,
              SqlTypeFamily.BOOLEAN),
          aggregate(
              "ARRAY_AGG_OF",
              Aggregations.ArrayOfAll.class,
              Optionality.OPTIONAL,
              ReturnTypes.ARG0_FORCE_NULLABLE,
              SqlTypeFamily.ANY),
          aggregate(
              "DISTINCT_ARRAY",
              DistinctValues.Array.class,
              ReturnTypes.ARG0_FORCE_NULLABLE,
              SqlTypeFamily.ANY,
              SqlTypeFamily.BOOLEAN,
              SqlTypeFamily.BOOLEAN),
          aggregate(
              "DISTINCT_TEXT",
              DistinctValues.Text.class,
              binding -> nullable(binding.getTypeFactory(), SqlTypeName.VARCHAR),
              SqlTypeFamily.CHARACTER,
              SqlTypeFamily.CHARACTER,
              SqlTypeFamily.BOOLEAN,
              SqlTypeFamily.BOOLEAN),
          aggregate(
              "DISTINCT_JSON",
              DistinctValues.Json.class,
              binding -> nullable(binding.getTypeFactory(), SqlTypeName.VARCHAR),
              SqlTypeFamily.CHARACTER,
              SqlTypeFamily.BOOLEAN,
              SqlTypeFamily.BOOLEAN),
          ofTexts("JSON_AGG_OF", JsonBuilding.Array.class, 1),
          ofTexts("JSON_OBJECT_AGG_OF", JsonBuilding.Members.class, 2),
          ofTexts("JSONB_OBJECT_AGG_OF", JsonBuilding.MembersBinary.class, 2));

  private Aggregates() {}

  private static SqlOperator ofNumbers(String name, Class<?> code) {
    return aggregate(
        name,
        code,
        binding ->
            nullable(
                binding.getTypeFactory(),
                SqlTypeUtil.isApproximateNumeric(binding.getOperandType(0))
                    ? SqlTypeName.DOUBLE
                    : SqlTypeName.DECIMAL),
        SqlTypeFamily.NUMERIC);
  }

  private static SqlOperator ofPairs(String name, Class<?> code) {
    return aggregate(
        name,
        code,
        binding -> nullable(binding.getTypeFactory(), SqlTypeName.DOUBLE),
        SqlTypeFamily.NUMERIC,
        SqlTypeFamily.NUMERIC);
  }

  private static SqlOperator ofTexts(String name, Class<?> code, int operands) {
    return aggregate(
        name,
        code,
        Optionality.OPTIONAL,
        binding -> nullable(binding.getTypeFactory(), SqlTypeName.VARCHAR),
        Collections.nCopies(operands, SqlTypeFamily.CHARACTER).toArray(new SqlTypeFamily[0]));
  }

  private static SqlOperator ofTruth(String name, Class<?> code) {
    return aggregate(
        name,
        code,
        binding -> nullable(binding.getTypeFactory(), SqlTypeName.BOOLEAN),
        SqlTypeFamily.BOOLEAN);
  }

  private static RelDataType nullable(RelDataTypeFactory factory, SqlTypeName type) {
    return factory.createTypeWithNullability(factory.createSqlType(type), true);
  }

  private static SqlOperator aggregate(
      String name, Class<?> code, SqlReturnTypeInference result, SqlTypeFamily... operands) {
    return aggregate(name, code, Optionality.FORBIDDEN, result, operands);
  }

  private static SqlOperator aggregate(
      String name,
      Class<?> code,
      Optionality order,
      SqlReturnTypeInference result,
      SqlTypeFamily... operands) {
    List<SqlTypeFamily> families = List.of(operands);
    return new SqlUserDefinedAggFunction(
        new SqlIdentifier(name, SqlParserPos.ZERO),
        SqlKind.OTHER_FUNCTION,
        result,
        InferTypes.FIRST_KNOWN,
        OperandTypes.operandMetadata(
            families,
            factory ->
                families.stream()
                    .map(
                        family ->
                            family == SqlTypeFamily.ANY
                                ? factory.createSqlType(SqlTypeName.ANY)
                                : Objects.requireNonNull(family.getDefaultConcreteType(factory)))
                    .toList(),
            place -> "operand" + place,
            place -> false),
        Objects.requireNonNull(AggregateFunctionImpl.create(code)),
        false,
        false,
        order);
  }
}
