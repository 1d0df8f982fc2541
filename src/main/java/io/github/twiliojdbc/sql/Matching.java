package io.github.twiliojdbc.sql;

import io.github.twiliojdbc.sql.functions.LikePattern;
import io.github.twiliojdbc.sql.functions.PatternSymbol;
import io.github.twiliojdbc.sql.functions.RegularExpression;
import io.github.twiliojdbc.sql.functions.SimilarPattern;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlCharStringLiteral;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.SqlWriter;
import org.apache.calcite.sql.fun.SqlLibraryOperators;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.ReturnTypes;
import org.apache.calcite.sql.validate.SqlUserDefinedFunction;

/**
 * Matches texts with patterns without backtracking, so that no pattern takes longer than anybody
 * waits.
 *
 * <p>Public because generated code is in another package.
 */
public final class Matching extends PlanRewriting {
  private static final Map<SqlOperator, String> METHODS =
      Map.of(
          SqlStdOperatorTable.LIKE, "like",
          SqlLibraryOperators.ILIKE, "ilike",
          SqlStdOperatorTable.SIMILAR_TO, "similar",
          SqlStdOperatorTable.POSIX_REGEX_CASE_SENSITIVE, "matches",
          SqlStdOperatorTable.POSIX_REGEX_CASE_INSENSITIVE, "imatches");

  private static final Map<SqlOperator, SqlOperator> NEGATED =
      Map.of(
          SqlStdOperatorTable.NEGATED_POSIX_REGEX_CASE_SENSITIVE,
          SqlStdOperatorTable.POSIX_REGEX_CASE_SENSITIVE,
          SqlStdOperatorTable.NEGATED_POSIX_REGEX_CASE_INSENSITIVE,
          SqlStdOperatorTable.POSIX_REGEX_CASE_INSENSITIVE);

  private final RexBuilder builder;

  public Matching(RexBuilder builder) {
    this.builder = builder;
  }

  /** Returns a LIKE whose escape is one character: Calcite fails at none. */
  static SqlCall withKnownEscape(SqlCall like) {
    if (like.operandCount() == 3
        && like.operand(2) instanceof SqlCharStringLiteral escape
        && escape.getValueAs(String.class).isEmpty()) {
      // No text has this character.
      like.setOperand(2, SqlLiteral.createCharString("\u0000", like.getParserPosition()));
    }
    return like;
  }

  @Override
  protected RexNode rewritten(RexCall call) {
    SqlOperator opposite = NEGATED.get(call.getOperator());
    if (opposite != null) {
      return builder.makeCall(
          SqlStdOperatorTable.NOT,
          rewritten((RexCall) builder.makeCall(opposite, call.getOperands())));
    }
    String method = METHODS.get(call.getOperator());
    return method == null
        ? call
        : builder.makeCall(
            call.getType(),
            new Operator(call.getOperator(), method, call.getOperands().size()),
            call.getOperands());
  }

  public static boolean like(String text, String pattern) {
    return like(text, pattern, PatternSymbol.USUAL_ESCAPE);
  }

  public static boolean like(String text, String pattern, String escape) {
    return new LikePattern(pattern, escape, false).matches(text);
  }

  public static boolean ilike(String text, String pattern) {
    return ilike(text, pattern, PatternSymbol.USUAL_ESCAPE);
  }

  public static boolean ilike(String text, String pattern, String escape) {
    return new LikePattern(pattern, escape, true).matches(text);
  }

  public static boolean similar(String text, String pattern) {
    return similar(text, pattern, PatternSymbol.USUAL_ESCAPE);
  }

  public static boolean similar(String text, String pattern, String escape) {
    return matches(text, new SimilarPattern(pattern, escape).expression());
  }

  /** Returns whether a regular expression matches some part of a text. */
  public static boolean matches(String text, String expression) {
    return new RegularExpression(expression, false).in(text).find();
  }

  public static boolean imatches(String text, String expression) {
    return new RegularExpression(expression, true).in(text).find();
  }

  /** An operator that is written as Calcite's, and computed by a method here. */
  private static final class Operator extends SqlUserDefinedFunction {
    private final SqlOperator written;

    Operator(SqlOperator written, String method, int operands) {
      super(
          new SqlIdentifier(written.getName(), SqlParserPos.ZERO),
          SqlKind.OTHER_FUNCTION,
          ReturnTypes.BOOLEAN_NULLABLE,
          null,
          null,
          GeneratedCode.calling(method(method, operands)));
      this.written = written;
    }

    private static Method method(String name, int operands) {
      return Arrays.stream(Matching.class.getMethods())
          .filter(each -> each.getName().equals(name) && each.getParameterCount() == operands)
          .findFirst()
          .orElseThrow();
    }

    @Override
    public void unparse(SqlWriter writer, SqlCall call, int left, int right) {
      written.unparse(writer, call, left, right);
    }
  }
}
