package io.github.twiliojdbc.sql;

import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.fun.SqlCase;
import org.apache.calcite.sql.parser.SqlParserPos;

/**
 * Aggregates with FILTER where Calcite knows none: of NULL where the condition is not fulfilled.
 */
final class FilteredAggregates {
  private FilteredAggregates() {}

  /** Returns an aggregate without FILTER that has the same result. */
  static SqlNode of(SqlCall filter) {
    return withCondition(filter.operand(0), filter.operand(1));
  }

  private static SqlNode withCondition(SqlCall aggregate, SqlNode condition) {
    SqlParserPos place = aggregate.getParserPosition();
    List<SqlNode> operands = new ArrayList<>(aggregate.getOperandList());
    boolean isOfRows =
        operands.isEmpty() || (operands.get(0) instanceof SqlIdentifier first && first.isStar());
    SqlNode value =
        new SqlCase(
            place,
            null,
            SqlNodeList.of(condition),
            SqlNodeList.of(isOfRows ? SqlLiteral.createExactNumeric("1", place) : operands.get(0)),
            SqlLiteral.createNull(place));
    if (operands.isEmpty()) {
      operands.add(value);
    } else {
      operands.set(0, value);
    }
    return aggregate.getOperator().createCall(aggregate.getFunctionQuantifier(), place, operands);
  }
}
