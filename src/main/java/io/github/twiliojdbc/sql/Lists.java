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
import org.apache.calcite.sql.SqlSelectKeyword;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.util.Litmus;
import org.jspecify.annotations.Nullable;

/**
 * Set functions that make lists: an array has the NULLs as well, and DISTINCT values come in their
 * order.
 */
final class Lists {
  private Lists() {}

  /** Returns what a call is in the driver's functions, or null if it stays as it is. */
  static @Nullable SqlNode of(SqlCall call) {
    List<SqlNode> operands = new ArrayList<>(call.getOperandList());
    if (operands.isEmpty()) {
      return null;
    }
    SqlNodeList order = SqlNodeList.EMPTY;
    if (operands.get(operands.size() - 1) instanceof SqlNodeList last) {
      order = last;
      operands.remove(last);
    }
    boolean isDistinct =
        call.getFunctionQuantifier() != null
            && call.getFunctionQuantifier().getValue() == SqlSelectKeyword.DISTINCT;
    SqlParserPos place = call.getParserPosition();
    SqlNode value = operands.get(0);
    return switch (call.getOperator().getName().toLowerCase(Locale.ROOT)) {
      case "array_agg" -> {
        // Calcite leaves NULLs out of arrays, but not arrays of a NULL.
        SqlNode array = SqlStdOperatorTable.ARRAY_VALUE_CONSTRUCTOR.createCall(place, value);
        if (isDistinct) {
          yield isOrderedBy(value, order)
              ? distinct("DISTINCT_ARRAY", List.of(array), order)
              : null;
        }
        SqlNode all = Calls.function("ARRAY_AGG_OF", place, List.of(array));
        yield order.isEmpty()
            ? all
            : SqlStdOperatorTable.WITHIN_GROUP.createCall(place, all, order);
      }
      case "json_agg", "jsonb_agg" ->
          isDistinct ? distinct("DISTINCT_JSON", List.of(NamedFunctions.json(value)), order) : null;
      case "string_agg" ->
          isDistinct && isOrderedBy(value, order)
              ? distinct("DISTINCT_TEXT", operands, order)
              : null;
      default -> null;
    };
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
