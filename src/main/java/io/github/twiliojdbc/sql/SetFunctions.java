package io.github.twiliojdbc.sql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.calcite.sql.JoinConditionType;
import org.apache.calcite.sql.JoinType;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlCharStringLiteral;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlJoin;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.util.SqlBasicVisitor;
import org.apache.calcite.sql.util.SqlShuttle;
import org.jspecify.annotations.Nullable;

/** Functions that yield rows, in FROM and in a select list: the elements of an array. */
final class SetFunctions {
  /** What the column of the rows is called, if not as the table, and which array they are of. */
  private record Rows(@Nullable String array, @Nullable String column) {}

  private static final String SERIES = "SERIES";

  private static final Map<String, Rows> FUNCTIONS =
      Map.ofEntries(
          Map.entry("unnest", new Rows(null, null)),
          Map.entry("generate_series", new Rows(SERIES, null)),
          Map.entry("json_array_elements", new Rows("JSON_ELEMENTS", "value")),
          Map.entry("jsonb_array_elements", new Rows("JSON_ELEMENTS", "value")),
          Map.entry("json_array_elements_text", new Rows("JSON_ELEMENT_TEXTS", "value")),
          Map.entry("jsonb_array_elements_text", new Rows("JSON_ELEMENT_TEXTS", "value")),
          Map.entry("json_object_keys", new Rows("JSON_KEYS", null)),
          Map.entry("jsonb_object_keys", new Rows("JSON_KEYS", null)),
          Map.entry("regexp_split_to_table", new Rows("REGEXP_SPLIT_TO_ARRAY", null)),
          Map.entry("string_to_table", new Rows("STRING_TO_ARRAY", null)));

  private SetFunctions() {}

  /** Moves the functions of a select list that yield rows to FROM. */
  static void moveToFrom(SqlSelect select) {
    List<SqlNode> items = new ArrayList<>();
    for (SqlNode item : select.getSelectList()) {
      boolean isNamed = item.getKind() == SqlKind.AS;
      SqlNode value = isNamed ? ((SqlCall) item).operand(0) : item;
      if (isRows(value)) {
        SqlIdentifier column =
            isNamed
                ? ((SqlCall) item).operand(1)
                : new SqlIdentifier(name((SqlCall) value), item.getParserPosition());
        items.add(moved((SqlCall) value, column, items.size(), select));
      } else {
        items.add(Objects.requireNonNull(item.accept(new OfItem(items.size(), select))));
      }
    }
    select.setSelectList(new SqlNodeList(items, select.getSelectList().getParserPosition()));
  }

  /** Moves the function within an item of a select list that yields rows, of which there is one. */
  private static final class OfItem extends SqlShuttle {
    private final int item;
    private final SqlSelect select;

    OfItem(int item, SqlSelect select) {
      this.item = item;
      this.select = select;
    }

    @Override
    public @Nullable SqlNode visit(SqlCall call) {
      if (call.isA(SqlKind.QUERY)) {
        return call;
      }
      return isRows(call)
          ? moved(call, new SqlIdentifier(name(call), call.getParserPosition()), item, select)
          : super.visit(call);
    }
  }

  /** Adds the rows of a function to FROM, and returns the name of their column. */
  private static SqlIdentifier moved(
      SqlCall function, SqlIdentifier column, int item, SqlSelect select) {
    SqlParserPos place = function.getParserPosition();
    SqlIdentifier table = new SqlIdentifier("rows_" + item, place);
    SqlNode rows = SqlStdOperatorTable.AS.createCall(place, unnested(function), table, column);
    select.setFrom(select.getFrom() == null ? rows : joined(select.getFrom(), rows, place));
    return new SqlIdentifier(List.of(table.getSimple(), column.getSimple()), place);
  }

  private static SqlNode joined(SqlNode from, SqlNode rows, SqlParserPos place) {
    return new SqlJoin(
        place,
        from,
        SqlLiteral.createBoolean(false, place),
        JoinType.COMMA.symbol(place),
        rows,
        JoinConditionType.NONE.symbol(place),
        null);
  }

  /** Returns a table of FROM that such a function is, or the node itself. */
  static SqlNode inFrom(SqlCall call) {
    boolean isNamed = call.getKind() == SqlKind.AS;
    SqlCall function = tableFunction(isNamed ? call.operand(0) : call);
    if (isNamed && function != null) {
      List<SqlNode> operands = new ArrayList<>(call.getOperandList());
      operands.set(0, unnested(function));
      if (operands.size() == 2) {
        operands.add(column(function, (SqlIdentifier) operands.get(1)));
      }
      return call.getOperator().createCall(call.getParserPosition(), operands);
    }
    if (isNamed && call.operandCount() == 2 && call.operand(0).getKind() == SqlKind.UNNEST) {
      return call.getOperator()
          .createCall(call.getParserPosition(), call.operand(0), call.operand(1), call.operand(1));
    }
    if (function != null) {
      SqlIdentifier name = new SqlIdentifier(name(function), call.getParserPosition());
      return SqlStdOperatorTable.AS.createCall(
          call.getParserPosition(), unnested(function), name, column(function, name));
    }
    return call;
  }

  private static @Nullable SqlCall tableFunction(SqlNode node) {
    SqlNode inner = node;
    while (inner.getKind() == SqlKind.LATERAL || inner.getKind() == SqlKind.COLLECTION_TABLE) {
      inner = ((SqlCall) inner).operand(0);
    }
    return inner != node && isRows(inner) ? (SqlCall) inner : null;
  }

  private static SqlIdentifier column(SqlCall function, SqlIdentifier table) {
    Rows rows = FUNCTIONS.get(name(function));
    return rows == null || rows.column == null
        ? table
        : new SqlIdentifier(rows.column, table.getParserPosition());
  }

  private static SqlNode unnested(SqlCall function) {
    SqlParserPos place = function.getParserPosition();
    Rows rows = FUNCTIONS.get(name(function));
    SqlNode array =
        rows == null || rows.array == null
            ? function.operand(0)
            : Calls.function(
                rows.array,
                place,
                rows.array.equals(SERIES)
                    ? withInterval(function.getOperandList())
                    : function.getOperandList());
    return SqlStdOperatorTable.UNNEST.createCall(place, array);
  }

  /** Returns operands in which the step of a series of times is an interval, as a text too. */
  private static List<SqlNode> withInterval(List<SqlNode> operands) {
    return operands.size() == 3 && operands.get(2) instanceof SqlCharStringLiteral step
        ? List.of(operands.get(0), operands.get(1), Intervals.literal(step))
        : operands;
  }

  /** Returns the tables of FROM by whose name their only column, which has another, is meant. */
  static Map<String, String> columnsByTable(@Nullable SqlNode from) {
    Map<String, String> columns = new HashMap<>();
    if (from == null) {
      return columns;
    }
    from.accept(
        new SqlBasicVisitor<Void>() {
          @Override
          public @Nullable Void visit(SqlCall call) {
            boolean isNamed = call.getKind() == SqlKind.AS && call.operandCount() == 2;
            SqlCall function = tableFunction(isNamed ? call.operand(0) : call);
            Rows rows = function == null ? null : FUNCTIONS.get(name(function));
            if (isNamed && rows != null && rows.column != null) {
              columns.put(((SqlIdentifier) call.operand(1)).getSimple(), rows.column);
            }
            return call.isA(SqlKind.QUERY) ? null : super.visit(call);
          }
        });
    return columns;
  }

  private static boolean isRows(SqlNode node) {
    return node instanceof SqlCall call && FUNCTIONS.containsKey(name(call));
  }

  private static String name(SqlCall call) {
    return call.getOperator().getName().toLowerCase(Locale.ROOT);
  }
}
