package io.github.twiliojdbc.sql;

import io.github.twiliojdbc.sql.parser.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.SqlTypeName;
import org.jspecify.annotations.Nullable;

/** Functions of PostgreSQL that are others with other operands. */
final class NamedFunctions {
  /** Units of the parameters of make_interval, in their order. */
  private static final List<String> UNITS =
      List.of("years", "months", "weeks", "days", "hours", "mins", "secs");

  private static final Map<String, String> UNIT_OF_ONE =
      Map.of(
          "years", "1 year",
          "months", "1 month",
          "weeks", "7 days",
          "days", "1 day",
          "hours", "1 hour",
          "mins", "1 minute",
          "secs", "1 second");

  /** Functions whose texts are JSON. */
  private static final Set<String> JSON =
      Set.of(
          "JSON_OF",
          "JSON_ARRAY_OF",
          "JSON_OBJECT_OF",
          "JSONB_OBJECT_OF",
          "JSON_AGG_OF",
          "JSON_OBJECT_AGG_OF",
          "JSONB_OBJECT_AGG_OF",
          "JSON_FIELD",
          "JSON_PATH");

  private NamedFunctions() {}

  /** Returns what a call is in the driver's functions, or null if it stays as it is. */
  static @Nullable SqlNode of(SqlCall call, String schema) {
    SqlNode named = named(call, schema);
    SqlLiteral quantifier = call.getFunctionQuantifier();
    return quantifier != null && named instanceof SqlCall other
        ? other
            .getOperator()
            .createCall(quantifier, call.getParserPosition(), other.getOperandList())
        : named;
  }

  private static @Nullable SqlNode named(SqlCall call, String schema) {
    SqlParserPos place = call.getParserPosition();
    List<SqlNode> operands = call.getOperandList();
    return switch (call.getOperator().getName().toLowerCase(Locale.ROOT)) {
      case "now", "clock_timestamp", "statement_timestamp", "transaction_timestamp" ->
          operands.isEmpty() ? SqlStdOperatorTable.CURRENT_TIMESTAMP.createCall(place) : null;
      case "ceiling" -> operands.size() == 1 ? Calls.function("CEIL_OF", place, operands) : null;
      case "current_schema" -> SqlLiteral.createCharString(schema, place);
      case "current_database" -> SqlLiteral.createCharString("twilio", place);
      case "version" -> SqlLiteral.createCharString("twilio-jdbc", place);
      case "timezone" ->
          operands.size() == 2
              ? TimeZones.of(
                  (SqlCall) Syntax.AT_TIME_ZONE.createCall(place, operands.get(1), operands.get(0)))
              : null;
      case "age" ->
          operands.size() == 1
              ? Calls.function(
                  "AGE",
                  place,
                  List.of(SqlStdOperatorTable.CURRENT_DATE.createCall(place), operands.get(0)))
              : null;
      case "format" ->
          operands.isEmpty()
              ? null
              : Calls.function(
                  "FORMAT_OF", place, List.of(operands.get(0), texts(operands, place)));
      case "json_extract_path", "jsonb_extract_path" ->
          Calls.function("JSON_PATH", place, List.of(operands.get(0), texts(operands, place)));
      case "json_extract_path_text", "jsonb_extract_path_text" ->
          Calls.function("JSON_PATH_TEXT", place, List.of(operands.get(0), texts(operands, place)));
      case "array_length" ->
          SqlStdOperatorTable.NULLIF.createCall(
              place,
              SqlStdOperatorTable.CARDINALITY.createCall(place, operands.get(0)),
              SqlLiteral.createExactNumeric("0", place));
      case "to_json", "to_jsonb" -> operands.size() == 1 ? json(operands.get(0)) : null;
      case "json_build_array", "jsonb_build_array" -> json("JSON_ARRAY_OF", operands, place);
      case "json_build_object" -> json("JSON_OBJECT_OF", operands, place);
      case "jsonb_build_object" -> json("JSONB_OBJECT_OF", operands, place);
      case "json_agg", "jsonb_agg" ->
          Calls.function("JSON_AGG_OF", place, List.of(json(operands.get(0))));
      case "json_object_agg" -> members("JSON_OBJECT_AGG_OF", operands, place);
      case "jsonb_object_agg" -> members("JSONB_OBJECT_AGG_OF", operands, place);
      case "make_interval" -> interval(operands, place);
      case "median" ->
          OrderedSets.call(
              "PERCENTILE_CONT_OF",
              operands.get(0),
              SqlLiteral.createExactNumeric("0.5", place),
              false,
              place);
      default -> null;
    };
  }

  /** Returns a value as JSON, which NULL is as well. */
  static SqlNode json(SqlNode value) {
    SqlParserPos place = value.getParserPosition();
    if (isJson(value)) {
      return value;
    }
    return SqlStdOperatorTable.COALESCE.createCall(
        place,
        Calls.function("JSON_OF", place, List.of(value)),
        SqlLiteral.createCharString("null", place));
  }

  /** Returns whether a value is JSON that was built, or taken out of other JSON. */
  private static boolean isJson(SqlNode value) {
    if (!(value instanceof SqlCall call)) {
      return false;
    }
    return call.getKind() == SqlKind.COALESCE
        ? isJson(call.operand(0))
        : JSON.contains(call.getOperator().getName());
  }

  private static SqlNode members(String function, List<SqlNode> operands, SqlParserPos place) {
    return Calls.function(
        function,
        place,
        List.of(Calls.cast(operands.get(0), SqlTypeName.VARCHAR, place), json(operands.get(1))));
  }

  /** Returns a call of a function with an array of values as JSON. */
  private static SqlNode json(String function, List<SqlNode> operands, SqlParserPos place) {
    return Calls.function(
        function,
        place,
        List.of(
            SqlStdOperatorTable.ARRAY_VALUE_CONSTRUCTOR.createCall(
                place, operands.stream().map(NamedFunctions::json).toList())));
  }

  /** Returns an array of all operands but the first, as texts. */
  private static SqlNode texts(List<SqlNode> operands, SqlParserPos place) {
    List<SqlNode> texts = new ArrayList<>();
    for (SqlNode operand : operands.subList(1, operands.size())) {
      texts.add(Calls.cast(operand, SqlTypeName.VARCHAR, place));
    }
    if (texts.isEmpty()) {
      texts.add(Calls.cast(SqlLiteral.createNull(place), SqlTypeName.VARCHAR, place));
    }
    return SqlStdOperatorTable.ARRAY_VALUE_CONSTRUCTOR.createCall(place, texts);
  }

  /** Returns the sum of intervals of one unit, each as many times as it is given. */
  private static SqlNode interval(List<SqlNode> operands, SqlParserPos place) {
    SqlNode sum = null;
    for (int i = 0; i < operands.size(); i++) {
      SqlNode count = operands.get(i);
      String unit = i < UNITS.size() ? UNITS.get(i) : "";
      if (count instanceof SqlCall named
          && named.getOperator().equals(SqlStdOperatorTable.ARGUMENT_ASSIGNMENT)) {
        count = named.operand(0);
        unit = ((SqlIdentifier) named.operand(1)).getSimple().toLowerCase(Locale.ROOT);
      } else if (count instanceof SqlLiteral zero && "0".equals(zero.toValue())) {
        continue;
      }
      String one = UNIT_OF_ONE.get(unit);
      if (one == null) {
        throw new SqlException(
            SqlException.Kind.SYNTAX,
            "make_interval takes " + String.join(", ", UNITS) + ".",
            null);
      }
      SqlNode part =
          Arithmetic.TIMES.createCall(
              place, count, Intervals.literal(SqlLiteral.createCharString(one, place)));
      sum = sum == null ? part : Arithmetic.PLUS.createCall(place, sum, part);
    }
    return sum == null ? Intervals.literal(SqlLiteral.createCharString("0 s", place)) : sum;
  }
}
