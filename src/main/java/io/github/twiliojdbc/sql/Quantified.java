package io.github.twiliojdbc.sql;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import io.github.twiliojdbc.sql.parser.LikeMany;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlCharStringLiteral;
import org.apache.calcite.sql.SqlDynamicParam;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.fun.SqlQuantifyOperator;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.SqlTypeName;
import org.jspecify.annotations.Nullable;

/** Comparisons with ANY and ALL of an array, which are lists where its elements are written out. */
final class Quantified {
  private Quantified() {}

  /** Returns a comparison of a value with a list, a query or an array. */
  static SqlNode of(SqlCall comparison) {
    if (!(comparison.operand(1) instanceof SqlNodeList operands) || operands.size() != 1) {
      return comparison;
    }
    SqlNodeList elements = elements(operands.get(0));
    return elements.isEmpty() ? comparison : of(comparison, elements);
  }

  /** Returns the elements of an array that is written out, or of any other none. */
  static SqlNodeList elements(SqlNode array) {
    return array instanceof SqlCharStringLiteral literal
        ? elements(literal)
        : array.getKind() == SqlKind.ARRAY_VALUE_CONSTRUCTOR
            ? new SqlNodeList(((SqlCall) array).getOperandList(), array.getParserPosition())
            : SqlNodeList.EMPTY;
  }

  /** Returns what a call of {@link LikeMany} means; empty for any other call. */
  static Optional<SqlNode> ofPatterns(SqlCall call) {
    if (!(call.getOperator() instanceof LikeMany many)) {
      return Optional.empty();
    }
    SqlNodeList patterns = elements(call.<SqlNode>operand(1));
    SqlParserPos place = call.getParserPosition();
    if (patterns.isEmpty()) {
      throw new SqlException(
          SqlException.Kind.UNSUPPORTED,
          "The SQL is not valid: "
              + many.getName()
              + " takes an array that is written out. Each pattern has a LIKE of its own: x LIKE"
              + " 'a%' OR x LIKE 'b%'.",
          null);
    }
    return patterns.stream()
        .<SqlNode>map(pattern -> many.like().createCall(place, call.<SqlNode>operand(0), pattern))
        .reduce((one, other) -> many.connective().createCall(place, one, other));
  }

  /** Returns the number of the parameter whose elements a call compares with, if it does. */
  static OptionalInt parameter(SqlCall call) {
    return call.getOperator() instanceof SqlQuantifyOperator
            && call.operand(1) instanceof SqlNodeList operands
            && operands.size() == 1
            && operands.get(0) instanceof SqlDynamicParam parameter
        ? OptionalInt.of(parameter.getIndex())
        : OptionalInt.empty();
  }

  /** Returns the comparison with the elements of a parameter, or with NULL. */
  static SqlNode of(SqlCall comparison, @Nullable Object value) {
    SqlParserPos place = comparison.getParserPosition();
    if (value == null) {
      return Casts.to(SqlTypeName.BOOLEAN, SqlLiteral.createNull(place), place);
    }
    if (!(value instanceof ArrayValue array)) {
      throw new SqlException(
          SqlException.Kind.UNSUPPORTED,
          "A parameter of ANY or ALL is an array: set it by setArray, or write x IN (?, ?) in place"
              + " of x = ANY (?).",
          null);
    }
    return array.elements().isEmpty()
        ? SqlLiteral.createBoolean(comparison.getKind() == SqlKind.ALL, place)
        : of(comparison, array.literals(place));
  }

  private static SqlNode of(SqlCall comparison, SqlNodeList elements) {
    SqlParserPos place = comparison.getParserPosition();
    if (comparison.getOperator().equals(SqlStdOperatorTable.SOME_EQ)) {
      return SqlStdOperatorTable.IN.createCall(place, comparison.operand(0), elements);
    }
    if (comparison.getOperator().equals(SqlStdOperatorTable.ALL_NE)) {
      return SqlStdOperatorTable.NOT_IN.createCall(place, comparison.operand(0), elements);
    }
    return comparison.getOperator().createCall(place, comparison.<SqlNode>operand(0), elements);
  }

  /** Returns the elements of an array that is written as a text: {a,"b c"}. */
  private static SqlNodeList elements(SqlCharStringLiteral literal) {
    SqlParserPos place = literal.getParserPosition();
    String text = literal.getValueAs(String.class).strip();
    if (!text.startsWith("{") || !text.endsWith("}")) {
      throw new SqlException(
          SqlException.Kind.SYNTAX,
          "The SQL is not valid: '%s' is no array, which is written as '{a,b}'.".formatted(text),
          null);
    }
    List<SqlNode> elements = new ArrayList<>();
    for (String element :
        Splitter.on(',')
            .trimResults(CharMatcher.anyOf(" \""))
            .omitEmptyStrings()
            .split(text.substring(1, text.length() - 1))) {
      elements.add(SqlLiteral.createCharString(element, place));
    }
    return new SqlNodeList(elements, place);
  }
}
