package io.github.twiliojdbc.sql;

import io.github.twiliojdbc.sql.parser.Syntax;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlDataTypeSpec;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlOrderBy;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.SqlWindow;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.util.SqlShuttle;
import org.jspecify.annotations.Nullable;

/**
 * Puts into a parsed statement what PostgreSQL means by its words, where Calcite means another
 * thing.
 */
final class Rewriting extends SqlShuttle {
  private final String schema;

  /** Columns that are meant by the names of their tables alone. */
  private Map<String, String> columnsByTable = Map.of();

  /**
   * Creates the rewriting of one statement.
   *
   * @param schema schema of tables that are named without one
   */
  Rewriting(String schema) {
    this.schema = schema;
  }

  @Override
  public @Nullable SqlNode visit(SqlCall call) {
    Refusals.check(call);
    if (Chains.isChain(call)) {
      return Chains.balanced(call, operand -> Objects.requireNonNull(operand.accept(this)));
    }
    if (call instanceof SqlOrderBy ordered) {
      return super.visit(FirstRows.of(DistinctWindows.of(Ages.ordered(ordered))));
    }
    if (call instanceof SqlWindow window) {
      Ages.order(window);
    }
    if (Intervals.isAddedInSteps(call)) {
      return visit(Intervals.inSteps(call));
    }
    if (call.getOperator().equals(Syntax.INTERVAL)) {
      return Intervals.literal(call.operand(0));
    }
    if (call.getKind() == SqlKind.EXPLICIT_TABLE) {
      return allOf(call.operand(0));
    }
    SqlNode table = SetFunctions.inFrom(call);
    if (table != call) {
      return table.accept(this);
    }
    if (call instanceof SqlSelect select) {
      return of(select);
    }
    if (call.getKind() == SqlKind.AS) {
      List<SqlNode> operands = new ArrayList<>(call.getOperandList());
      operands.set(0, Objects.requireNonNull(operands.get(0).accept(this)));
      return call.getOperator().createCall(call.getParserPosition(), operands);
    }
    return super.visit(call) instanceof SqlCall visited
        ? Expressions.of(Ages.compared(visited), schema)
        : null;
  }

  private SqlSelect of(SqlSelect select) {
    FirstRows.withoutDistinctOn(select, SqlNodeList.EMPTY);
    List<String> labels = Labels.of(select.getSelectList());
    SetFunctions.moveToFrom(select);
    Map<String, String> outer = columnsByTable;
    columnsByTable = new HashMap<>(outer);
    columnsByTable.putAll(SetFunctions.columnsByTable(select.getFrom()));
    SqlSelect rewritten = (SqlSelect) Objects.requireNonNull(super.visit((SqlCall) select));
    columnsByTable = outer;
    rewritten.setSelectList(Labels.named(rewritten.getSelectList(), labels));
    return rewritten;
  }

  /** Returns all rows of a table or a query in FROM, as TABLE has them. */
  static SqlSelect allOf(SqlNode table) {
    SqlParserPos place = table.getParserPosition();
    SqlNodeList star = SqlNodeList.of(SqlIdentifier.star(place));
    return new SqlSelect(
        place, null, star, table, null, null, null, null, null, null, null, null, null);
  }

  @Override
  public SqlNode visit(SqlIdentifier name) {
    String column = name.isSimple() ? columnsByTable.get(name.getSimple()) : null;
    if (column != null) {
      return name.plus(column, name.getParserPosition());
    }
    if (!name.isSimple() || name.isComponentQuoted(0)) {
      return name;
    }
    return switch (name.getSimple()) {
      case "current_schema" -> SqlLiteral.createCharString(schema, name.getParserPosition());
      case "current_catalog" -> SqlLiteral.createCharString("twilio", name.getParserPosition());
      default -> name;
    };
  }

  @Override
  public SqlNode visit(SqlDataTypeSpec type) {
    return TypeNames.standard(type);
  }

  @Override
  public SqlNode visit(SqlLiteral literal) {
    Refusals.check(literal);
    return Literals.of(literal);
  }
}
