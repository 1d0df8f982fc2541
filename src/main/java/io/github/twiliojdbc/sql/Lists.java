package io.github.twiliojdbc.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.util.Litmus;
import org.jspecify.annotations.Nullable;

/**
 * Set functions that make lists: an array has the NULLs as well, and DISTINCT values come in their
 * order.
 */
final class Lists {
  private static final Set<String> NAMES =
      Set.of("array_agg", "json_agg", "jsonb_agg", "string_agg");

  private Lists() {}

  static boolean isList(SqlCall call) {
    return NAMES.contains(name(call));
  }

  static boolean isArray(SqlCall call) {
    return name(call).equals("array_agg");
  }

  private static String name(SqlCall call) {
    return call.getOperator().getName().toLowerCase(Locale.ROOT);
  }

  /** Returns what a call is in the driver's functions, or null if it stays as it is. */
  static @Nullable SqlNode of(SqlCall call) {
    if (!isList(call) || call.operandCount() == 0) {
      return null;
    }
    List<SqlNode> operands = new ArrayList<>(call.getOperandList());
    SqlNodeList order = SqlNodeList.EMPTY;
    if (operands.get(operands.size() - 1) instanceof SqlNodeList last) {
      order = last;
      operands.remove(last);
    }
    if (!Calls.isDistinct(call)) {
      return isArray(call) ? array(operands.get(0), order, call.getParserPosition()) : null;
    }
    SqlNode value = operands.get(0);
    return switch (name(call)) {
      case "array_agg" ->
          isOrderedBy(value, order)
              ? distinct("DISTINCT_ARRAY", List.of(arrayOf(value, call.getParserPosition())), order)
              : null;
      case "string_agg" ->
          isOrderedBy(value, order) ? distinct("DISTINCT_TEXT", operands, order) : null;
      default -> distinct("DISTINCT_JSON", List.of(NamedFunctions.json(value)), order);
    };
  }

  private static SqlNode array(SqlNode value, SqlNodeList order, SqlParserPos place) {
    SqlNode all = Calls.function("ARRAY_AGG_OF", place, List.of(arrayOf(value, place)));
    return order.isEmpty() ? all : SqlStdOperatorTable.WITHIN_GROUP.createCall(place, all, order);
  }

  /** Returns an array of one, since Calcite leaves NULLs out of lists, but not arrays of a NULL. */
  private static SqlNode arrayOf(SqlNode value, SqlParserPos place) {
    return SqlStdOperatorTable.ARRAY_VALUE_CONSTRUCTOR.createCall(place, value);
  }

  /** Returns a list of values that are each there once, in their order. */
  static SqlCall distinct(String function, List<SqlNode> operands, SqlNodeList order) {
    SqlNode key = order.isEmpty() ? operands.get(0) : order.get(0);
    boolean isDescending =
        unordered(key, SqlKind.NULLS_FIRST, SqlKind.NULLS_LAST).getKind() == SqlKind.DESCENDING;
    boolean nullsFirst =
        switch (key.getKind()) {
          case NULLS_FIRST -> true;
          case NULLS_LAST -> false;
          default -> !order.isEmpty() && !isDescending;
        };
    SqlParserPos place = operands.get(0).getParserPosition();
    List<SqlNode> all = new ArrayList<>(operands);
    all.add(SqlLiteral.createBoolean(isDescending, place));
    all.add(SqlLiteral.createBoolean(nullsFirst, place));
    return Calls.function(function, place, all);
  }

  private static boolean isOrderedBy(SqlNode value, SqlNodeList order) {
    return order.isEmpty()
        || (order.size() == 1
            && unordered(order.get(0), SqlKind.NULLS_FIRST, SqlKind.NULLS_LAST, SqlKind.DESCENDING)
                .equalsDeep(value, Litmus.IGNORE));
  }

  /** Returns a key of an order without what is said of it. */
  private static SqlNode unordered(SqlNode key, SqlKind... said) {
    SqlNode rest = key;
    while (rest.isA(Set.of(said))) {
      rest = ((SqlCall) rest).operand(0);
    }
    return rest;
  }
}
