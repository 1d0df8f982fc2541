package io.github.twiliojdbc.sql;

import java.util.Locale;
import java.util.Set;
import org.apache.calcite.avatica.util.TimeUnit;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.SqlIntervalQualifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.type.OperandTypes;
import org.apache.calcite.sql.type.ReturnTypes;
import org.apache.calcite.sql.type.SqlTypeFamily;
import org.apache.calcite.sql2rel.SqlRexConvertletTable;
import org.apache.calcite.sql2rel.StandardConvertletTable;

/**
 * PostgreSQL's {@code DATE_TRUNC('month', x)}, which is {@code FLOOR(x TO MONTH)} of the standard.
 */
final class DateTruncFunction extends SqlFunction {
  private static final Set<String> UNITS =
      Set.of("year", "quarter", "month", "day", "hour", "minute", "second");

  DateTruncFunction() {
    super(
        "DATE_TRUNC",
        SqlKind.OTHER_FUNCTION,
        ReturnTypes.ARG1_NULLABLE,
        null,
        OperandTypes.family(SqlTypeFamily.CHARACTER, SqlTypeFamily.DATETIME),
        SqlFunctionCategory.TIMEDATE);
  }

  /** Returns how calls become expressions: this function's by FLOOR, all others as usual. */
  static SqlRexConvertletTable convertlets() {
    return call ->
        call.getOperator() instanceof DateTruncFunction
            ? (context, truncation) -> context.convertExpression(floor(truncation))
            : StandardConvertletTable.INSTANCE.get(call);
  }

  private static SqlNode floor(SqlCall call) {
    if (call.operand(0) instanceof SqlLiteral literal) {
      String unit = String.valueOf(literal.toValue()).toLowerCase(Locale.ROOT);
      if (UNITS.contains(unit)) {
        return SqlStdOperatorTable.FLOOR.createCall(
            call.getParserPosition(),
            call.operand(1),
            new SqlIntervalQualifier(
                TimeUnit.valueOf(unit.toUpperCase(Locale.ROOT)),
                null,
                literal.getParserPosition()));
      }
    }
    throw new SqlException(
        SqlException.Kind.SYNTAX,
        "The SQL is not valid: DATE_TRUNC takes one of 'year', 'quarter', 'month', 'day', 'hour',"
            + " 'minute', 'second' and a date or timestamp.",
        null);
  }
}
