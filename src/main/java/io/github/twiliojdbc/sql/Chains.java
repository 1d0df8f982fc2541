package io.github.twiliojdbc.sql;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlOperator;

/** Long chains of ANDs, ORs and UNIONs, which the parser nests as deep as they are long. */
final class Chains {
  private static final Set<SqlKind> KINDS = Set.of(SqlKind.AND, SqlKind.OR, SqlKind.UNION);

  private Chains() {}

  /** Returns whether a call is one of such a chain, where order does not matter. */
  static boolean isChain(SqlCall call) {
    return KINDS.contains(call.getKind()) && call.operandCount() == 2;
  }

  /** Returns a chain that is nested as little as can be, of operands that are changed. */
  static SqlNode balanced(SqlCall chain, UnaryOperator<SqlNode> change) {
    List<SqlNode> operands = new ArrayList<>();
    Deque<SqlNode> open = new ArrayDeque<>(List.of(chain));
    while (!open.isEmpty()) {
      SqlNode next = open.pop();
      if (next instanceof SqlCall call && call.getOperator().equals(chain.getOperator())) {
        open.push(call.operand(1));
        open.push(call.operand(0));
      } else {
        operands.add(change.apply(next));
      }
    }
    return balanced(chain.getOperator(), operands, chain);
  }

  private static SqlNode balanced(SqlOperator operator, List<SqlNode> operands, SqlNode chain) {
    int size = operands.size();
    return size == 1
        ? operands.get(0)
        : operator.createCall(
            chain.getParserPosition(),
            balanced(operator, operands.subList(0, size / 2), chain),
            balanced(operator, operands.subList(size / 2, size), chain));
  }
}
