package io.github.twiliojdbc.sql;

import io.github.twiliojdbc.sql.parser.Syntax;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlDataTypeSpec;
import org.apache.calcite.sql.SqlIntervalQualifier;
import org.apache.calcite.sql.SqlJdbcFunctionCall;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.SqlUtil;
import org.apache.calcite.sql.fun.SqlCastFunction;
import org.apache.calcite.sql.fun.SqlLibraryOperators;
import org.apache.calcite.sql.fun.SqlQuantifyOperator;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.SqlTypeName;

/** Calls as PostgreSQL means them, in operators and functions of this driver. */
final class Expressions {
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
          Map.entry(Syntax.JSON_FIELD, "JSON_FIELD"),
          Map.entry(Syntax.JSON_TEXT, "JSON_TEXT"),
          Map.entry(Syntax.JSON_PATH, "JSON_PATH"),
          Map.entry(Syntax.JSON_PATH_TEXT, "JSON_PATH_TEXT"));

  /** Operands of JSON_VALUE with RETURNING and nothing else: value, path, word, type. */
  private static final int JSON_VALUE_RETURNING = 4;

  private Expressions() {}

  /**
   * Returns what a call means.
   *
   * @param visited a call whose operands are rewritten
   * @param schema schema of tables that are named without one
   */
  static SqlNode of(SqlCall visited, String schema) {
    SqlOperator operator = visited.getOperator();
    SqlParserPos place = visited.getParserPosition();
    Optional<SqlNode> other =
        Intervals.moved(visited)
            .or(() -> RowComparisons.of(visited))
            .or(() -> Quantified.ofPatterns(visited));
    if (other.isPresent()) {
      return other.get();
    }
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
    if (visited.getKind() == SqlKind.LIKE) {
      return Matching.withKnownEscape(visited);
    }
    if (visited.getKind() == SqlKind.FILTER
        && visited.operand(0) instanceof SqlCall texts
        && texts.getOperator().getName().equalsIgnoreCase("string_agg")) {
      // Calcite cannot tell the type of a FILTER of values in an order.
      return FilteredAggregates.of(visited);
    }
    if (operator.equals(SqlStdOperatorTable.OVER)
        && visited.operand(0).getKind() == SqlKind.FILTER) {
      return operator.createCall(
          place, FilteredAggregates.of(visited.operand(0)), visited.operand(1));
    }
    if (operator instanceof SqlCastFunction || operator.equals(SqlLibraryOperators.INFIX_CAST)) {
      return Intervals.isCastOfLiteral(visited)
          ? Intervals.literal(visited.operand(0))
          : Casts.of(visited);
    }
    if (operator instanceof SqlQuantifyOperator) {
      return Quantified.of(visited);
    }
    if (operator.equals(Syntax.AT_TIME_ZONE)) {
      return TimeZones.of(visited);
    }
    if (operator instanceof SqlJdbcFunctionCall function) {
      // As which alone Calcite knows them.
      return new SqlJdbcFunctionCall(Labels.bareName(function).toUpperCase(Locale.ROOT))
          .createCall(place, visited.getOperandList());
    }
    if (visited.getKind() == SqlKind.WITHIN_GROUP) {
      return OrderedSets.of(visited);
    }
    if (operator.equals(SqlStdOperatorTable.JSON_VALUE)
        && visited.operandCount() == JSON_VALUE_RETURNING
        && visited.operand(JSON_VALUE_RETURNING - 1) instanceof SqlDataTypeSpec type) {
      // Calcite takes the value for one of the type, though it may be a text that says it.
      return Casts.of(
          SqlLibraryOperators.TRY_CAST.createCall(
              place,
              operator.createCall(place, visited.<SqlNode>operand(0), visited.operand(1)),
              type));
    }
    SqlNode list = Lists.of(visited);
    if (list != null) {
      return list;
    }
    SqlNode named = NamedFunctions.of(visited, schema);
    if (named != null) {
      return named;
    }
    if (operator.equals(SqlStdOperatorTable.EXTRACT)
        && visited.operand(0) instanceof SqlIntervalQualifier field) {
      String unit = field.timeFrameName == null ? field.getUnit().name() : field.timeFrameName;
      return Calls.function(
          "FIELD_OF", place, List.of(SqlLiteral.createCharString(unit, place), visited.operand(1)));
    }
    boolean isNtile =
        operator.equals(SqlStdOperatorTable.OVER)
            && visited.operand(0) instanceof SqlCall ranked
            && ranked.getOperator().getName().equalsIgnoreCase("ntile");
    if (isNtile || operator.getName().equalsIgnoreCase("grouping")) {
      return Calls.cast(visited, SqlTypeName.INTEGER, place);
    }
    String name = FUNCTIONS.get(operator);
    boolean isRoundingOfTime =
        visited.operandCount() == 2
            && (operator.equals(SqlStdOperatorTable.FLOOR)
                || operator.equals(SqlStdOperatorTable.CEIL));
    return name == null || isRoundingOfTime
        ? visited
        : Calls.function(name, place, visited.getOperandList());
  }
}
