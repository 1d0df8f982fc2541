package io.github.twiliojdbc.sql;

import io.github.twiliojdbc.sql.parser.Syntax;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.calcite.sql.SqlBasicTypeNameSpec;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlCharStringLiteral;
import org.apache.calcite.sql.SqlDataTypeSpec;
import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlIntervalQualifier;
import org.apache.calcite.sql.SqlJdbcFunctionCall;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlNumericLiteral;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.SqlOrderBy;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.SqlUnknownLiteral;
import org.apache.calcite.sql.SqlUnresolvedFunction;
import org.apache.calcite.sql.SqlUtil;
import org.apache.calcite.sql.fun.SqlCase;
import org.apache.calcite.sql.fun.SqlCastFunction;
import org.apache.calcite.sql.fun.SqlLibraryOperators;
import org.apache.calcite.sql.fun.SqlQuantifyOperator;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.util.SqlShuttle;
import org.apache.calcite.util.DateString;
import org.apache.calcite.util.TimeString;
import org.apache.calcite.util.TimestampString;
import org.jspecify.annotations.Nullable;

/**
 * Puts into a parsed statement what PostgreSQL means by its words, where Calcite means another
 * thing.
 */
final class Rewriting extends SqlShuttle {
  private static final Set<SqlKind> SUMS = Set.of(SqlKind.PLUS, SqlKind.MINUS);
  private static final String AT_ZONE = "AT_ZONE";

  /** Operators of the parser that are functions of this driver. */
  private static final Map<SqlOperator, String> FUNCTIONS =
      Map.ofEntries(
          Map.entry(SqlStdOperatorTable.BITXOR_OPERATOR, "POWER"),
          Map.entry(SqlStdOperatorTable.FLOOR, "FLOOR_OF"),
          Map.entry(SqlStdOperatorTable.CEIL, "CEIL_OF"),
          Map.entry(SqlStdOperatorTable.ABS, "ABS"),
          Map.entry(SqlStdOperatorTable.POWER, "POWER"),
          Map.entry(SqlStdOperatorTable.EXP, "EXP"),
          Map.entry(SqlStdOperatorTable.LN, "LN"),
          Map.entry(SqlStdOperatorTable.LOG10, "LOG10"),
          Map.entry(SqlStdOperatorTable.SQRT, "SQRT"),
          Map.entry(SqlStdOperatorTable.SUBSTRING, "SUBSTRING"),
          Map.entry(SqlStdOperatorTable.MOD, "MOD"),
          Map.entry(Syntax.JSON_FIELD, "JSON_FIELD"),
          Map.entry(Syntax.JSON_TEXT, "JSON_TEXT"),
          Map.entry(Syntax.JSON_PATH, "JSON_PATH"),
          Map.entry(Syntax.JSON_PATH_TEXT, "JSON_PATH_TEXT"));

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
      return super.visit(FirstRows.of(ordered));
    }
    if (SUMS.contains(call.getKind()) && Intervals.isAddedInSteps(call)) {
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
      FirstRows.withoutDistinctOn(select, SqlNodeList.EMPTY);
      List<String> labels = Labels.of(select.getSelectList());
      SetFunctions.moveToFrom(select);
      Map<String, String> outer = columnsByTable;
      columnsByTable = new HashMap<>(outer);
      columnsByTable.putAll(SetFunctions.columnsByTable(select.getFrom()));
      SqlSelect rewritten = (SqlSelect) Objects.requireNonNull(super.visit(call));
      columnsByTable = outer;
      rewritten.setSelectList(Labels.named(rewritten.getSelectList(), labels));
      return rewritten;
    }
    if (call.getKind() == SqlKind.AS) {
      List<SqlNode> operands = new ArrayList<>(call.getOperandList());
      operands.set(0, Objects.requireNonNull(operands.get(0).accept(this)));
      return call.getOperator().createCall(call.getParserPosition(), operands);
    }
    if (!(super.visit(call) instanceof SqlCall visited)) {
      return null;
    }
    SqlOperator operator = visited.getOperator();
    SqlParserPos place = visited.getParserPosition();
    if (SUMS.contains(visited.getKind())) {
      Optional<SqlNode> moved = Intervals.moved(visited);
      if (moved.isPresent()) {
        return moved.get();
      }
    }
    var arithmetic = Arithmetic.inPlaceOf(operator);
    if (arithmetic.isPresent()) {
      return arithmetic.get().createCall(place, visited.getOperandList());
    }
    if (operator.equals(SqlStdOperatorTable.LITERAL_CHAIN)) {
      return SqlUtil.concatenateLiterals(
          visited.getOperandList().stream().map(SqlLiteral.class::cast).toList());
    }
    if ((visited.getKind() == SqlKind.IN || visited.getKind() == SqlKind.NOT_IN)
        && visited.operand(0).getKind() == SqlKind.ROW
        && visited.operand(1) instanceof SqlCall rows
        && rows.getKind() == SqlKind.VALUES) {
      // Calcite finds no end in planning a join with them.
      return operator.createCall(
          place, visited.operand(0), new SqlNodeList(rows.getOperandList(), place));
    }
    if (visited.getKind() == SqlKind.LIKE && visited.operandCount() == 2) {
      return Patterns.withEscape(visited);
    }
    if (visited.getKind() == SqlKind.LIKE
        && visited.operandCount() == 3
        && visited.operand(2) instanceof SqlCharStringLiteral escape
        && escape.getValueAs(String.class).isEmpty()) {
      // No text has this character, so that none escapes another.
      visited.setOperand(2, SqlLiteral.createCharString("\u0000", place));
    }
    if (visited.getKind() == SqlKind.FILTER
        && visited.operand(0) instanceof SqlCall texts
        && texts.getOperator().getName().equalsIgnoreCase("string_agg")) {
      // Calcite cannot tell the type of a FILTER of values in an order.
      return withCondition(texts, visited.operand(1));
    }
    if (operator.equals(SqlStdOperatorTable.OVER)
        && visited.operand(0).getKind() == SqlKind.FILTER) {
      SqlCall filter = visited.operand(0);
      return operator.createCall(
          place, withCondition(filter.operand(0), filter.operand(1)), visited.operand(1));
    }
    if (operator instanceof SqlCastFunction || operator.equals(SqlLibraryOperators.INFIX_CAST)) {
      return Intervals.isCastOfLiteral(visited)
          ? Intervals.literal(visited.operand(0))
          : Casts.of(visited);
    }
    if (operator instanceof SqlQuantifyOperator) {
      return Quantified.of(visited);
    }
    if (operator.equals(Syntax.AT_TIME_ZONE)) {
      return atTimeZone(visited);
    }
    if (operator instanceof SqlJdbcFunctionCall function) {
      // As which alone Calcite knows them.
      return new SqlJdbcFunctionCall(Labels.bareName(function).toUpperCase(Locale.ROOT))
          .createCall(place, visited.getOperandList());
    }
    if (visited.getKind() == SqlKind.WITHIN_GROUP) {
      return OrderedSets.of(visited);
    }
    SqlNode named = NamedFunctions.of(visited, schema);
    if (named != null) {
      return named;
    }
    if (operator.equals(SqlStdOperatorTable.EXTRACT)
        && visited.operand(0) instanceof SqlIntervalQualifier field) {
      String unit = field.timeFrameName == null ? field.getUnit().name() : field.timeFrameName;
      return function(
          "FIELD_OF", place, List.of(SqlLiteral.createCharString(unit, place), visited.operand(1)));
    }
    boolean isNtile =
        operator.equals(SqlStdOperatorTable.OVER)
            && visited.operand(0) instanceof SqlCall ranked
            && ranked.getOperator().getName().equalsIgnoreCase("ntile");
    if (isNtile || operator.getName().equalsIgnoreCase("grouping")) {
      return cast(visited, SqlTypeName.INTEGER, place);
    }
    String name = FUNCTIONS.get(operator);
    boolean isRoundingOfTime =
        visited.operandCount() == 2
            && (operator.equals(SqlStdOperatorTable.FLOOR)
                || operator.equals(SqlStdOperatorTable.CEIL));
    return name == null || isRoundingOfTime
        ? visited
        : function(name, place, visited.getOperandList());
  }

  /** Returns what TABLE means, which cannot be ordered as it is. */
  private static SqlNode allOf(SqlNode table) {
    SqlParserPos place = table.getParserPosition();
    SqlNodeList star = SqlNodeList.of(SqlIdentifier.star(place));
    return new SqlSelect(
        place, null, star, table, null, null, null, null, null, null, null, null, null);
  }

  /**
   * Returns an aggregate of the rows alone that fulfil a condition: of the others, it is of NULL.
   */
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

  /**
   * Returns what the clocks of a zone show at an instant, or the instant at which they show what
   * has been made of what they show.
   */
  private static SqlNode atTimeZone(SqlCall call) {
    SqlNode time = call.operand(0);
    SqlNode zone = call.operand(1);
    SqlParserPos place = call.getParserPosition();
    if (zone instanceof SqlCharStringLiteral name) {
      DateFunctions.clock(name.getValueAs(String.class));
    }
    if (isCallOf(time, AT_ZONE)) {
      return function(AT_ZONE, place, List.of(((SqlCall) time).operand(0), zone));
    }
    return function(isLocal(time) ? "FROM_ZONE" : AT_ZONE, place, List.of(time, zone));
  }

  private static boolean isLocal(SqlNode time) {
    return isCallOf(time, AT_ZONE)
        || (time instanceof SqlCall call
            && !call.isA(SqlKind.QUERY)
            && !isCallOf(call, "FROM_ZONE")
            && call.getOperandList().stream().anyMatch(each -> each != null && isLocal(each)));
  }

  private static boolean isCallOf(SqlNode node, String function) {
    return node instanceof SqlCall call && call.getOperator().getName().equals(function);
  }

  static SqlCall function(String name, SqlParserPos place, List<SqlNode> operands) {
    return new SqlUnresolvedFunction(
            new SqlIdentifier(name, place),
            null,
            null,
            null,
            null,
            SqlFunctionCategory.USER_DEFINED_FUNCTION)
        .createCall(place, operands);
  }

  @Override
  public SqlNode visit(SqlIdentifier name) {
    String column = name.isSimple() ? columnsByTable.get(name.getSimple()) : null;
    if (column != null) {
      return name.plus(column, name.getParserPosition());
    }
    return name.isSimple()
            && name.getSimple().equals("current_schema")
            && !name.isComponentQuoted(0)
        ? SqlLiteral.createCharString(schema, name.getParserPosition())
        : name;
  }

  @Override
  public SqlNode visit(SqlDataTypeSpec type) {
    return TypeNames.standard(type);
  }

  @Override
  public SqlNode visit(SqlLiteral literal) {
    Refusals.check(literal);
    SqlParserPos place = literal.getParserPosition();
    if (literal instanceof SqlNumericLiteral number && !number.isInteger()) {
      BigDecimal value = number.bigDecimalValue();
      return value == null ? literal : exact(value, place);
    }
    if (literal instanceof SqlCharStringLiteral text) {
      // Whatever its spelling has of characters beyond ASCII.
      return SqlLiteral.createCharString(text.getValueAs(String.class), place);
    }
    return literal instanceof SqlUnknownLiteral unknown ? point(unknown, place) : literal;
  }

  /** Returns a DECIMAL: an exponent makes a number neither less exact nor a whole one. */
  private static SqlNode exact(BigDecimal value, SqlParserPos place) {
    SqlNode literal = SqlLiteral.createExactNumeric(value.toPlainString(), place);
    return value.scale() > 0 ? literal : cast(literal, SqlTypeName.DECIMAL, place);
  }

  static SqlNode cast(SqlNode value, SqlTypeName type, SqlParserPos place) {
    return Casts.OPERATOR.createCall(
        place, value, new SqlDataTypeSpec(new SqlBasicTypeNameSpec(type, place), place));
  }

  /** Reads a date or time in every spelling. */
  private static SqlNode point(SqlUnknownLiteral literal, SqlParserPos place) {
    String text = String.valueOf(literal.getValue());
    try {
      return switch (literal.tag) {
        case "DATE" ->
            SqlLiteral.createDate(
                DateString.fromDaysSinceEpoch(DateText.parseDate(text, ZoneOffset.UTC)), place);
        case "TIME" ->
            SqlLiteral.createTime(TimeString.fromMillisOfDay(DateText.parseTime(text)), 3, place);
        case "TIMESTAMP" ->
            SqlLiteral.createTimestamp(
                TimestampString.fromMillisSinceEpoch(DateText.parseTimestamp(text, ZoneOffset.UTC)),
                3,
                place);
        case "TIMESTAMP WITH TIME ZONE" ->
            cast(SqlLiteral.createCharString(text, place), SqlTypeName.TIMESTAMP, place);
        default -> literal;
      };
    } catch (DateTimeException e) {
      throw new SqlException(
          SqlException.Kind.SYNTAX, "The SQL is not valid: " + e.getMessage() + ".", e);
    }
  }
}
