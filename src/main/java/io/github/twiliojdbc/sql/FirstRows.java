package io.github.twiliojdbc.sql;

import io.github.twiliojdbc.sql.parser.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.calcite.sql.SqlBasicCall;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlNumericLiteral;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.SqlOrderBy;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.SqlWindow;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.jspecify.annotations.Nullable;

/** DISTINCT ON and WITH TIES, as conditions on the numbers that rows have in their order. */
final class FirstRows {
  private static final String TIES_OF_WHOLE_QUERIES =
      "WITH TIES goes with a SELECT without DISTINCT: put this query in parentheses, as in SELECT *"
          + " FROM (SELECT DISTINCT a FROM t) AS u ORDER BY a FETCH FIRST 3 ROWS WITH TIES.";

  private FirstRows() {}

  /** Returns a query without WITH TIES, and without DISTINCT ON by its order. */
  static SqlOrderBy of(SqlOrderBy ordered) {
    if (ordered.query instanceof SqlSelect select) {
      withoutDistinctOn(select, ordered.orderList);
    }
    if (ordered.fetch == null || !isCallOf(Syntax.WITH_TIES, ordered.fetch)) {
      return ordered;
    }
    if (!(ordered.query instanceof SqlSelect select) || select.isDistinct()) {
      throw new SqlException(SqlException.Kind.UNSUPPORTED, TIES_OF_WHOLE_QUERIES, null);
    }
    SqlParserPos place = ordered.fetch.getParserPosition();
    SqlNodeList order = resolved(ordered.orderList, select);
    SqlNode count = ((SqlCall) ordered.fetch).operand(0);
    SqlNode last =
        ordered.offset == null ? count : call(SqlStdOperatorTable.PLUS, count, ordered.offset);
    SqlNode condition =
        call(
            SqlStdOperatorTable.LESS_THAN_OR_EQUAL,
            over(SqlStdOperatorTable.RANK, SqlNodeList.EMPTY, order, place),
            last);
    if (ordered.offset != null) {
      SqlNode row = over(SqlStdOperatorTable.ROW_NUMBER, SqlNodeList.EMPTY, order, place);
      condition =
          call(
              SqlStdOperatorTable.AND,
              condition,
              call(SqlStdOperatorTable.GREATER_THAN, row, ordered.offset));
    }
    SqlNode others = select.getQualify();
    select.setQualify(
        others == null ? condition : call(SqlStdOperatorTable.AND, others, condition));
    return new SqlOrderBy(
        ordered.getParserPosition(), select, ordered.orderList, /* offset= */ null, null);
  }

  /** Takes DISTINCT ON out of a query. */
  static void withoutDistinctOn(SqlSelect select, SqlNodeList order) {
    SqlNode keys = select.getQualify();
    if (keys == null || !isCallOf(Syntax.DISTINCT_ON, keys)) {
      return;
    }
    SqlParserPos place = keys.getParserPosition();
    SqlNodeList partition =
        resolved(new SqlNodeList(((SqlCall) keys).getOperandList(), place), select);
    select.setQualify(
        call(
            SqlStdOperatorTable.EQUALS,
            over(SqlStdOperatorTable.ROW_NUMBER, partition, resolved(order, select), place),
            SqlLiteral.createExactNumeric("1", place)));
  }

  private static boolean isCallOf(SqlOperator operator, SqlNode node) {
    return node instanceof SqlCall call && call.getOperator().equals(operator);
  }

  private static SqlCall call(SqlOperator operator, SqlNode left, SqlNode right) {
    return operator.createCall(right.getParserPosition(), left, right);
  }

  private static SqlNode over(
      SqlOperator function, SqlNodeList partition, SqlNodeList order, SqlParserPos place) {
    return SqlStdOperatorTable.OVER.createCall(
        place,
        function.createCall(place),
        SqlWindow.create(
            null,
            null,
            partition,
            order,
            SqlLiteral.createBoolean(false, place),
            null,
            null,
            null,
            place));
  }

  /** Returns keys with the expressions of a select list for their numbers and aliases. */
  static SqlNodeList resolved(SqlNodeList keys, SqlSelect select) {
    List<@Nullable SqlNode> resolved = new ArrayList<>();
    for (SqlNode key : keys) {
      resolved.add(resolved(Objects.requireNonNull(key), select));
    }
    return new SqlNodeList(resolved, keys.getParserPosition());
  }

  private static SqlNode resolved(SqlNode key, SqlSelect select) {
    SqlNodeList items = select.getSelectList();
    if (key instanceof SqlBasicCall call
        && (key.getKind() == SqlKind.DESCENDING
            || key.getKind() == SqlKind.NULLS_FIRST
            || key.getKind() == SqlKind.NULLS_LAST)) {
      return call.getOperator()
          .createCall(key.getParserPosition(), resolved(call.<SqlNode>operand(0), select));
    }
    if (key instanceof SqlNumericLiteral number && number.isInteger()) {
      int place = number.intValue(true);
      return place >= 1 && place <= items.size() ? expression(items.get(place - 1)) : key;
    }
    if (key instanceof SqlIdentifier name && name.isSimple()) {
      for (SqlNode item : items) {
        if (item.getKind() == SqlKind.AS
            && ((SqlCall) item).operand(1) instanceof SqlIdentifier alias
            && alias.getSimple().equalsIgnoreCase(name.getSimple())) {
          return expression(item);
        }
      }
    }
    return key;
  }

  private static SqlNode expression(SqlNode item) {
    SqlNode expression = item.getKind() == SqlKind.AS ? ((SqlCall) item).operand(0) : item;
    return expression.clone(expression.getParserPosition());
  }
}
