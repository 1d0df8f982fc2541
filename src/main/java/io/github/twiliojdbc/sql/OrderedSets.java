package io.github.twiliojdbc.sql;

import java.util.List;
import java.util.Locale;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.parser.SqlParserPos;

/** Aggregates WITHIN GROUP (ORDER BY value), as aggregates of the value and of their operands. */
final class OrderedSets {
  private OrderedSets() {}

  /** Returns a call of an aggregate within a group, or of one that has the same result. */
  static SqlNode of(SqlCall within) {
    SqlCall aggregate = within.operand(0);
    SqlNodeList order = within.operand(1);
    SqlParserPos place = within.getParserPosition();
    String name = aggregate.getOperator().getName().toUpperCase(Locale.ROOT);
    if (order.size() != 1) {
      return within;
    }
    SqlNode key = order.get(0);
    boolean isDescending = key.getKind() == SqlKind.DESCENDING;
    SqlNode value = isDescending ? ((SqlCall) key).operand(0) : key;
    return switch (name) {
      case "PERCENTILE_CONT", "PERCENTILE_DISC" ->
          aggregate.operandCount() == 1
              ? call(name + "_OF", value, aggregate.operand(0), isDescending, place)
              : within;
      case "DISTINCT_JSON" -> Lists.distinct(name, List.of(aggregate.operand(0)), order);
      case "MODE" ->
          Calls.function(
              "MODE_OF", place, List.of(value, SqlLiteral.createBoolean(isDescending, place)));
      default -> within;
    };
  }

  static SqlNode call(
      String name, SqlNode value, SqlNode fraction, boolean isDescending, SqlParserPos place) {
    return Calls.function(
        name, place, List.of(value, fraction, SqlLiteral.createBoolean(isDescending, place)));
  }
}
