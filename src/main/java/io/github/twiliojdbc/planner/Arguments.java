package io.github.twiliojdbc.planner;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.type.SqlTypeUtil;

/**
 * Arguments of the functions of a column that are known when a query runs, such as the unit of
 * {@code date_trunc(?, date_sent)}.
 */
final class Arguments {
  private Arguments() {}

  /** Returns the first such argument of an expression that is a string or a whole number. */
  static Optional<RexNode> first(RexNode node) {
    if (!(node instanceof RexCall call) || call.getKind() == SqlKind.CASE) {
      return Optional.empty();
    }
    if (ConditionReader.isValue(node)) {
      return isArgument(node) ? Optional.of(node) : Optional.empty();
    }
    return call.getOperands().stream()
        .map(
            operand ->
                operand instanceof RexCall
                    ? first(operand)
                    : Optional.of(operand).filter(Arguments::isArgument))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static boolean isArgument(RexNode node) {
    return !(node instanceof RexLiteral)
        && !RexUtil.containsInputRef(node)
        && ConditionReader.isValue(node)
        && (SqlTypeUtil.isCharacter(node.getType()) || SqlTypeUtil.isIntType(node.getType()));
  }

  /** Returns an expression with a literal of a value in the place of an argument. */
  static Optional<RexNode> with(
      RexBuilder builder, RexNode expression, RexNode argument, Object value) {
    Optional<RexNode> literal =
        value instanceof String string && SqlTypeUtil.isCharacter(argument.getType())
            ? Optional.of(builder.makeLiteral(string))
            : value instanceof Integer || value instanceof Long || value instanceof BigDecimal
                ? Optional.of(
                    builder.makeExactLiteral(new BigDecimal(value.toString()), argument.getType()))
                : Optional.empty();
    return literal.map(
        written ->
            expression.accept(
                new RexShuttle() {
                  @Override
                  public RexNode visitCall(RexCall call) {
                    return call.equals(argument) ? written : super.visitCall(call);
                  }

                  @Override
                  public RexNode visitDynamicParam(
                      org.apache.calcite.rex.RexDynamicParam parameter) {
                    return parameter.equals(argument) ? written : parameter;
                  }
                }));
  }

  /** Returns the string of which an expression is the whole number. */
  static RexNode withoutNumber(RexNode node) {
    return node instanceof RexCall call
            && (call.getOperator().getName().toUpperCase(Locale.ROOT).equals("INT_OF")
                || call.getOperator().getName().toUpperCase(Locale.ROOT).equals("BIGINT_OF"))
        ? call.getOperands().get(0)
        : node;
  }
}
