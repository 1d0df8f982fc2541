package io.github.twiliojdbc.planner.pushdown;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexOver;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.rex.RexSubQuery;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.rex.RexVisitorImpl;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.type.SqlTypeFamily;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.type.SqlTypeUtil;
import org.apache.calcite.util.Util;

/** Functions of conditions that tell whether one may be evaluated elsewhere, and how. */
final class Conditions {
  /** Operators that have a result for whatever operands they are given. */
  private static final Set<SqlKind> TOTAL =
      Set.of(
          SqlKind.AND,
          SqlKind.OR,
          SqlKind.NOT,
          SqlKind.EQUALS,
          SqlKind.NOT_EQUALS,
          SqlKind.LESS_THAN,
          SqlKind.LESS_THAN_OR_EQUAL,
          SqlKind.GREATER_THAN,
          SqlKind.GREATER_THAN_OR_EQUAL,
          SqlKind.IS_DISTINCT_FROM,
          SqlKind.IS_NOT_DISTINCT_FROM,
          SqlKind.IS_NULL,
          SqlKind.IS_NOT_NULL,
          SqlKind.IS_TRUE,
          SqlKind.IS_NOT_TRUE,
          SqlKind.IS_FALSE,
          SqlKind.IS_NOT_FALSE,
          SqlKind.IS_UNKNOWN,
          SqlKind.SEARCH,
          SqlKind.LIKE,
          SqlKind.CASE,
          SqlKind.COALESCE,
          SqlKind.EXTRACT,
          SqlKind.FLOOR,
          SqlKind.CEIL,
          SqlKind.TRIM,
          SqlKind.MINUS_PREFIX);

  /** Functions that have a result for whatever value, if their other operands are constants. */
  private static final Set<String> TOTAL_OF_ONE =
      Set.of(
          "AGE",
          "AT_ZONE",
          "BTRIM",
          "CHAR_LENGTH",
          "CONCAT",
          "DATE",
          "DATE_BIN",
          "DATE_PART",
          "DATE_TRUNC",
          "DAYS_BETWEEN",
          "FIELD_OF",
          "ILIKE",
          "INITCAP",
          "LEFT",
          "LENGTH",
          "LENGTH_OF",
          "LIKE",
          "LOWER",
          "LPAD",
          "LTRIM",
          "MOVED",
          "POSIX REGEX CASE INSENSITIVE",
          "POSIX REGEX CASE SENSITIVE",
          "REPLACE",
          "REVERSE",
          "RIGHT",
          "RPAD",
          "RTRIM",
          "SIMILAR TO",
          "SPLIT_PART",
          "STARTS_WITH",
          "STRPOS",
          "SUBSTR",
          "SUBSTRING",
          "TO_CHAR",
          "UPPER",
          "WEEK_END",
          "WEEK_START",
          "||");

  /** Functions of times, which fail for some texts. */
  private static final Set<String> OF_TIMES = Set.of("DATE_PART", "FIELD_OF");

  private Conditions() {}

  /** Returns whether a condition has one value for a row, wherever it is evaluated. */
  static boolean isDeterministic(RexNode condition) {
    return RexUtil.isDeterministic(condition)
        && !contains(condition, node -> node instanceof RexSubQuery);
  }

  /** Returns whether a condition may be evaluated for rows that it would not be evaluated for. */
  static boolean isMovable(RexNode condition) {
    return isDeterministic(condition) && !contains(condition, Conditions::mayFail);
  }

  /** Returns whether an operator may fail; what has no column fails wherever it stands. */
  private static boolean mayFail(RexNode node) {
    if (!(node instanceof RexCall call) || !RexUtil.containsInputRef(call)) {
      return false;
    }
    return switch (call.getKind()) {
      case CAST -> mayFail(call.getOperands().get(0).getType(), call.getType());
      case PLUS, MINUS, TIMES -> !isTime(call.getType()) && !isInexact(call.getType());
      default -> !TOTAL.contains(call.getKind()) && !isTotalOfOne(call);
    };
  }

  private static boolean isTotalOfOne(RexCall call) {
    String function = call.getOperator().getName().toUpperCase(Locale.ROOT);
    List<RexNode> open = call.getOperands().stream().filter(RexUtil::containsInputRef).toList();
    return TOTAL_OF_ONE.contains(function)
        && open.size() == 1
        && !(OF_TIMES.contains(function) && SqlTypeUtil.isCharacter(open.get(0).getType()));
  }

  private static boolean mayFail(RelDataType from, RelDataType to) {
    if (SqlTypeUtil.isCharacter(to) || SqlTypeUtil.equalSansNullability(from, to)) {
      return false;
    }
    if (SqlTypeUtil.isDatetime(from) && SqlTypeUtil.isDatetime(to)) {
      return false;
    }
    return !(SqlTypeUtil.isIntType(from)
        && (SqlTypeUtil.isApproximateNumeric(to)
            || SqlTypeUtil.isDecimal(to)
            || (SqlTypeUtil.isIntType(to) && to.getPrecision() >= from.getPrecision())));
  }

  private static boolean isTime(RelDataType type) {
    return SqlTypeUtil.isDatetime(type)
        || SqlTypeName.INTERVAL_TYPES.contains(type.getSqlTypeName());
  }

  private static boolean isInexact(RelDataType type) {
    return SqlTypeFamily.APPROXIMATE_NUMERIC.contains(type);
  }

  /**
   * Returns whether a condition keeps or drops the rows of each partition of each window together.
   *
   * @param condition condition over the fields that the expressions are over
   * @param expressions expressions with windows, or without
   */
  static boolean keepsPartitions(RexNode condition, List<RexNode> expressions) {
    boolean[] keeps = {!RexOver.containsOver(condition)};
    RexVisitorImpl<Void> windows =
        new RexVisitorImpl<>(true) {
          @Override
          public Void visitOver(RexOver over) {
            keeps[0] = keeps[0] && isOver(condition, over.getWindow().partitionKeys);
            return super.visitOver(over);
          }
        };
    expressions.forEach(expression -> expression.accept(windows));
    return keeps[0];
  }

  /** Returns whether a condition reads nothing but some expressions. */
  private static boolean isOver(RexNode condition, List<RexNode> expressions) {
    return expressions.contains(condition)
        || (condition instanceof RexCall call
            ? call.getOperands().stream().allMatch(operand -> isOver(operand, expressions))
            : !(condition instanceof RexInputRef));
  }

  /**
   * Returns a condition over other fields.
   *
   * @param field returns the place of a field among the others
   * @param rowType type of the others
   */
  static RexNode mapped(
      RexBuilder builder, RexNode condition, IntUnaryOperator field, RelDataType rowType) {
    return condition.accept(
        new RexShuttle() {
          @Override
          public RexNode visitInputRef(RexInputRef ref) {
            RexInputRef other = RexInputRef.of(field.applyAsInt(ref.getIndex()), rowType);
            return other.getType().getSqlTypeName() == ref.getType().getSqlTypeName()
                ? other
                : builder.makeCast(ref.getType(), other);
          }
        });
  }

  /** Returns whether a condition is one of what all rows have in common. */
  static boolean readsNothing(RexNode condition) {
    return RelOptUtil.InputFinder.bits(condition).isEmpty();
  }

  /** Returns whether two expressions are the same but for what their types say of NULL. */
  static boolean isSame(RexNode one, RexNode other) {
    if (!(one instanceof RexCall call) || !(other instanceof RexCall otherCall)) {
      return one.equals(other);
    }
    List<RexNode> operands = call.getOperands();
    List<RexNode> others = otherCall.getOperands();
    return call.getOperator().equals(otherCall.getOperator())
        && operands.size() == others.size()
        && SqlTypeUtil.equalSansNullability(call.getType(), otherCall.getType())
        && IntStream.range(0, operands.size()).allMatch(i -> isSame(operands.get(i), others.get(i)))
        && (!(one instanceof RexOver) || one.equals(other));
  }

  private static boolean contains(RexNode condition, Predicate<RexNode> isSuch) {
    try {
      condition.accept(
          new RexVisitorImpl<Void>(true) {
            @Override
            public Void visitCall(RexCall call) {
              check(call);
              return super.visitCall(call);
            }

            @Override
            public Void visitSubQuery(RexSubQuery query) {
              check(query);
              return super.visitSubQuery(query);
            }

            private void check(RexNode node) {
              if (isSuch.test(node)) {
                throw Util.FoundOne.NULL;
              }
            }
          });
      return false;
    } catch (Util.FoundOne e) {
      return true;
    }
  }
}
