package io.github.twiliojdbc.sql;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.calcite.sql.SqlBasicTypeNameSpec;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlCharStringLiteral;
import org.apache.calcite.sql.SqlDataTypeSpec;
import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlIntervalQualifier;
import org.apache.calcite.sql.SqlJdbcFunctionCall;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlNumericLiteral;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.SqlUnknownLiteral;
import org.apache.calcite.sql.SqlUnresolvedFunction;
import org.apache.calcite.sql.SqlUtil;
import org.apache.calcite.sql.fun.SqlCase;
import org.apache.calcite.sql.fun.SqlCastFunction;
import org.apache.calcite.sql.fun.SqlLibraryOperators;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.util.SqlShuttle;
import org.apache.calcite.util.DateString;
import org.apache.calcite.util.TimeString;
import org.apache.calcite.util.TimestampString;
import org.jspecify.annotations.Nullable;

/**
 * Puts into a parsed statement what PostgreSQL means by its words, where Calcite means another
 * thing.
 */
final class Rewriting extends SqlShuttle {
  /** Operators of the parser that are functions of this driver. */
  private static final Map<SqlOperator, String> FUNCTIONS =
      Map.ofEntries(
          Map.entry(SqlStdOperatorTable.BITXOR_OPERATOR, "POWER"),
          Map.entry(SqlStdOperatorTable.FLOOR, "FLOOR_OF"),
          Map.entry(SqlStdOperatorTable.CEIL, "CEIL_OF"),
          Map.entry(SqlStdOperatorTable.ABS, "ABS"),
          Map.entry(SqlStdOperatorTable.POWER, "POWER"),
          Map.entry(SqlStdOperatorTable.EXP, "EXP"),
          Map.entry(SqlStdOperatorTable.LN, "LN"),
          Map.entry(SqlStdOperatorTable.LOG10, "LOG10"),
          Map.entry(SqlStdOperatorTable.SQRT, "SQRT"),
          Map.entry(SqlStdOperatorTable.SUBSTRING, "SUBSTRING"),
          Map.entry(SqlStdOperatorTable.MOD, "MOD"),
          Map.entry(SqlLibraryOperators.DATE_TRUNC, "DATE_TRUNC"));

  @Override
  public @Nullable SqlNode visit(SqlCall call) {
    Refusals.check(call);
    if (Chains.isChain(call)) {
      return Chains.balanced(call, operand -> Objects.requireNonNull(operand.accept(this)));
    }
    if (call instanceof SqlSelect select) {
      List<String> labels = Labels.of(select.getSelectList());
      SqlSelect rewritten = (SqlSelect) Objects.requireNonNull(super.visit(call));
      rewritten.setSelectList(Labels.named(rewritten.getSelectList(), labels));
      return rewritten;
    }
    if (!(super.visit(call) instanceof SqlCall visited)) {
      return null;
    }
    SqlOperator operator = visited.getOperator();
    SqlParserPos place = visited.getParserPosition();
    var arithmetic = Arithmetic.inPlaceOf(operator);
    if (arithmetic.isPresent()) {
      return arithmetic.get().createCall(place, visited.getOperandList());
    }
    if (operator.equals(SqlStdOperatorTable.LITERAL_CHAIN)) {
      return SqlUtil.concatenateLiterals(
          visited.getOperandList().stream().map(SqlLiteral.class::cast).toList());
    }
    if ((visited.getKind() == SqlKind.IN || visited.getKind() == SqlKind.NOT_IN)
        && visited.operand(0).getKind() == SqlKind.ROW
        && visited.operand(1) instanceof SqlCall rows
        && rows.getKind() == SqlKind.VALUES) {
      // Calcite finds no end in planning a join with them.
      return operator.createCall(
          place, visited.operand(0), new SqlNodeList(rows.getOperandList(), place));
    }
    if (visited.getKind() == SqlKind.LIKE
        && visited.operandCount() == 3
        && visited.operand(2) instanceof SqlCharStringLiteral escape
        && escape.getValueAs(String.class).isEmpty()) {
      // No text has this character, so that none escapes another.
      visited.setOperand(2, SqlLiteral.createCharString("\u0000", place));
    }
    if (visited.getKind() == SqlKind.FILTER
        && visited.operand(0) instanceof SqlCall texts
        && texts.getOperator().getName().equalsIgnoreCase("string_agg")) {
      return withCondition(texts, visited.operand(1));
    }
    if (operator instanceof SqlCastFunction) {
      return Casts.OPERATOR.createCall(place, visited.getOperandList());
    }
    if (operator instanceof SqlJdbcFunctionCall function) {
      // As which alone Calcite knows them.
      return new SqlJdbcFunctionCall(Labels.bareName(function).toUpperCase(Locale.ROOT))
          .createCall(place, visited.getOperandList());
    }
    if (operator.getName().equalsIgnoreCase("age") && visited.operandCount() == 1) {
      return function(
          "AGE",
          place,
          List.of(SqlStdOperatorTable.CURRENT_DATE.createCall(place), visited.operand(0)));
    }
    if (operator.getName().equalsIgnoreCase("now") && visited.operandCount() == 0) {
      return SqlStdOperatorTable.CURRENT_TIMESTAMP.createCall(place);
    }
    if (operator.equals(SqlStdOperatorTable.EXTRACT)
        && visited.operand(0) instanceof SqlIntervalQualifier field) {
      String unit = field.timeFrameName == null ? field.getUnit().name() : field.timeFrameName;
      return function(
          "FIELD_OF", place, List.of(SqlLiteral.createCharString(unit, place), visited.operand(1)));
    }
    boolean isNtile =
        operator.equals(SqlStdOperatorTable.OVER)
            && visited.operand(0) instanceof SqlCall ranked
            && ranked.getOperator().getName().equalsIgnoreCase("ntile");
    if (isNtile || operator.getName().equalsIgnoreCase("grouping")) {
      return cast(visited, SqlTypeName.INTEGER, place);
    }
    String name = FUNCTIONS.get(operator);
    boolean isRoundingOfTime =
        visited.operandCount() == 2
            && (operator.equals(SqlStdOperatorTable.FLOOR)
                || operator.equals(SqlStdOperatorTable.CEIL));
    return name == null || isRoundingOfTime
        ? visited
        : function(name, place, visited.getOperandList());
  }

  /**
   * Returns texts put together of the rows that fulfil a condition; Calcite cannot tell the type of
   * a FILTER of values in an order, and NULLs are left out.
   */
  private static SqlNode withCondition(SqlCall texts, SqlNode condition) {
    SqlParserPos place = texts.getParserPosition();
    List<SqlNode> operands = new ArrayList<>(texts.getOperandList());
    operands.set(
        0,
        new SqlCase(
            place,
            null,
            SqlNodeList.of(condition),
            SqlNodeList.of(operands.get(0)),
            SqlLiteral.createNull(place)));
    return texts.getOperator().createCall(texts.getFunctionQuantifier(), place, operands);
  }

  private static SqlCall function(String name, SqlParserPos place, List<SqlNode> operands) {
    return new SqlUnresolvedFunction(
            new SqlIdentifier(name, place),
            null,
            null,
            null,
            null,
            SqlFunctionCategory.USER_DEFINED_FUNCTION)
        .createCall(place, operands);
  }

  @Override
  public SqlNode visit(SqlLiteral literal) {
    Refusals.check(literal);
    SqlParserPos place = literal.getParserPosition();
    if (literal instanceof SqlNumericLiteral number && !number.isInteger()) {
      BigDecimal value = number.bigDecimalValue();
      return value == null ? literal : exact(value, place);
    }
    return literal instanceof SqlUnknownLiteral unknown ? point(unknown, place) : literal;
  }

  /** Returns a DECIMAL: an exponent makes a number neither less exact nor a whole one. */
  private static SqlNode exact(BigDecimal value, SqlParserPos place) {
    SqlNode literal = SqlLiteral.createExactNumeric(value.toPlainString(), place);
    return value.scale() > 0 ? literal : cast(literal, SqlTypeName.DECIMAL, place);
  }

  private static SqlNode cast(SqlNode value, SqlTypeName type, SqlParserPos place) {
    return Casts.OPERATOR.createCall(
        place, value, new SqlDataTypeSpec(new SqlBasicTypeNameSpec(type, place), place));
  }

  /** Reads a date or time in every spelling. */
  private static SqlNode point(SqlUnknownLiteral literal, SqlParserPos place) {
    String text = String.valueOf(literal.getValue());
    try {
      return switch (literal.tag) {
        case "DATE" ->
            SqlLiteral.createDate(
                DateString.fromDaysSinceEpoch(DateText.parseDate(text, ZoneOffset.UTC)), place);
        case "TIME" ->
            SqlLiteral.createTime(TimeString.fromMillisOfDay(DateText.parseTime(text)), 3, place);
        case "TIMESTAMP" ->
            SqlLiteral.createTimestamp(
                TimestampString.fromMillisSinceEpoch(DateText.parseTimestamp(text, ZoneOffset.UTC)),
                3,
                place);
        default -> literal;
      };
    } catch (DateTimeException e) {
      throw new SqlException(
          SqlException.Kind.SYNTAX, "The SQL is not valid: " + e.getMessage() + ".", e);
    }
  }
}
