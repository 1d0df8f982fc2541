package io.github.twiliojdbc.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlCharStringLiteral;
import org.apache.calcite.sql.SqlIntervalLiteral;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlOrderBy;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.SqlWindow;
import org.jspecify.annotations.Nullable;

/**
 * Ages, which are shown as texts, where they are compared or give an order: as long as they say, a
 * month having 30 days, which is PostgreSQL's order of intervals.
 */
final class Ages {
  private Ages() {}

  /** Returns whether a node is an age. */
  static boolean isAge(SqlNode node) {
    return node instanceof SqlCall call && call.getOperator().getName().equalsIgnoreCase("age");
  }

  /** Returns a comparison in which ages are intervals; any other call as it is. */
  static SqlCall compared(SqlCall call) {
    return (call.isA(SqlKind.BINARY_COMPARISON) || call.getKind() == SqlKind.BETWEEN)
            && call.getOperandList().stream().anyMatch(Ages::isAge)
        ? call.getOperator()
            .createCall(
                call.getParserPosition(),
                call.getOperandList().stream().map(Ages::operand).toList())
        : call;
  }

  private static SqlNode operand(SqlNode operand) {
    return operand instanceof SqlCharStringLiteral
            || (operand instanceof SqlIntervalLiteral interval
                && interval.getTypeName().isYearMonth())
        ? Intervals.length((SqlLiteral) operand)
        : length(operand);
  }

  private static SqlNode length(SqlNode node) {
    return isAge(node)
        ? Calls.function("LENGTH_OF", node.getParserPosition(), List.of(node))
        : node;
  }

  /** Returns a query in an order, in which ages, also by alias or number, are intervals. */
  static SqlOrderBy ordered(SqlOrderBy ordered) {
    if (!(ordered.query instanceof SqlSelect select)) {
      return ordered;
    }
    SqlNodeList meant = FirstRows.resolved(ordered.orderList, select);
    List<@Nullable SqlNode> keys = new ArrayList<>(ordered.orderList);
    for (int i = 0; i < keys.size(); i++) {
      SqlNode key = key(Objects.requireNonNull(meant.get(i)));
      if (key != meant.get(i)) {
        keys.set(i, key);
      }
    }
    return new SqlOrderBy(
        ordered.getParserPosition(),
        select,
        new SqlNodeList(keys, ordered.orderList.getParserPosition()),
        ordered.offset,
        ordered.fetch);
  }

  /** Has a window take the ages that it is ordered by for intervals. */
  static void order(SqlWindow window) {
    window.setOrderList(
        new SqlNodeList(
            window.getOrderList().stream().map(Ages::key).toList(),
            window.getOrderList().getParserPosition()));
  }

  private static SqlNode key(SqlNode key) {
    return switch (key.getKind()) {
      case DESCENDING, NULLS_FIRST, NULLS_LAST -> {
        SqlCall order = (SqlCall) key;
        SqlNode inner = key(order.operand(0));
        yield inner == order.operand(0)
            ? key
            : order.getOperator().createCall(key.getParserPosition(), inner);
      }
      default -> length(key);
    };
  }
}
