package io.github.twiliojdbc.planner;

import io.github.twiliojdbc.sql.GeneratedCode;
import io.github.twiliojdbc.sql.corrections.CalcExpressions;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import org.apache.calcite.adapter.enumerable.CallImplementor;
import org.apache.calcite.adapter.enumerable.EnumerableCalc;
import org.apache.calcite.adapter.enumerable.NullPolicy;
import org.apache.calcite.adapter.enumerable.RexImpTable;
import org.apache.calcite.linq4j.tree.Expression;
import org.apache.calcite.linq4j.tree.Expressions;
import org.apache.calcite.linq4j.tree.Types;
import org.apache.calcite.rel.RelHomogeneousShuttle;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Values;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexProgram;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.rex.RexUnknownAs;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.validate.SqlUserDefinedFunction;
import org.apache.calcite.util.NlsString;
import org.apache.calcite.util.Sarg;

/**
 * Keeps what is too large for generated code, of which the JVM takes 64 KB a method, beside the
 * code: long texts, the values of a long IN, the rows of long VALUES.
 */
final class LargeLiterals extends RelHomogeneousShuttle {
  /** Values of an IN of which a comparison each is still as fast as a set. */
  private static final int FEW_VALUES = 8;

  private static final Method CONTAINS =
      Types.lookupMethod(Membership.class, "contains", Object.class);

  private static final int SHORT_TEXT = 10_000;
  private static final int FEW_ROWS = 100;

  private final Map<String, Object> kept;

  /**
   * Creates the change.
   *
   * @param kept is given what the code refers to, by names
   */
  LargeLiterals(Map<String, Object> kept) {
    this.kept = kept;
  }

  @Override
  public RelNode visit(RelNode node) {
    RelNode visited = super.visit(node);
    if (visited instanceof Values values && values.getTuples().size() > FEW_ROWS) {
      return new KeptValues(values);
    }
    return visited instanceof EnumerableCalc calc && isLarge(calc.getProgram())
        ? CalcExpressions.changed(calc, new Keeping(calc.getCluster().getRexBuilder()))
        : visited;
  }

  private static boolean isLarge(RexProgram program) {
    return program.getExprList().stream()
        .anyMatch(node -> node instanceof RexLiteral literal && isLarge(literal));
  }

  private static boolean isLarge(RexLiteral literal) {
    Comparable<?> value = literal.getValueAs(Comparable.class);
    return value instanceof Sarg<?> search
        ? search.rangeSet.asRanges().size() > FEW_VALUES
        : value instanceof NlsString text && text.getValue().length() > SHORT_TEXT;
  }

  private String keep(Object value) {
    String name = "kept" + kept.size();
    kept.put(name, value);
    return name;
  }

  /** Writes references in place of large literals. */
  private final class Keeping extends RexShuttle {
    private final RexBuilder builder;

    Keeping(RexBuilder builder) {
      this.builder = builder;
    }

    @Override
    public RexNode visitLiteral(RexLiteral literal) {
      return literal.getValueAs(Comparable.class) instanceof NlsString text && isLarge(literal)
          ? reference(literal.getType(), keep(text.getValue()))
          : literal;
    }

    @Override
    public RexNode visitCall(RexCall call) {
      if (call.getKind() != SqlKind.SEARCH) {
        return super.visitCall(call);
      }
      Sarg<?> search = Membership.sarg(call);
      boolean isAbsence = search.isComplementedPoints();
      if (search.rangeSet.asRanges().size() <= FEW_VALUES || !(search.isPoints() || isAbsence)) {
        return call;
      }
      RexNode value = call.getOperands().get(0).accept(this);
      List<Object> points = Membership.points(isAbsence ? search.negate() : search);
      RexNode found =
          builder.makeCall(
              call.getType(),
              new Reference(keep(new Membership(points)), true).operator(call.getType()),
              List.of(value));
      RexNode result = isAbsence ? builder.makeCall(SqlStdOperatorTable.NOT, found) : found;
      return search.nullAs == RexUnknownAs.UNKNOWN
          ? result
          : search.nullAs == RexUnknownAs.TRUE
              ? builder.makeCall(
                  SqlStdOperatorTable.OR,
                  builder.makeCall(SqlStdOperatorTable.IS_NULL, value),
                  result)
              : builder.makeCall(
                  SqlStdOperatorTable.AND,
                  builder.makeCall(SqlStdOperatorTable.IS_NOT_NULL, value),
                  result);
    }

    private RexNode reference(RelDataType type, String name) {
      return builder.makeCall(type, new Reference(name, false).operator(type), List.of());
    }
  }

  /**
   * What is kept, as a function of generated code.
   *
   * @param isMembership whether it is asked for a value, rather than being one
   */
  private record Reference(String name, boolean isMembership) implements GeneratedCode {
    SqlOperator operator(RelDataType type) {
      return new SqlUserDefinedFunction(
          new SqlIdentifier(name, SqlParserPos.ZERO),
          SqlKind.OTHER_FUNCTION,
          binding -> type,
          null,
          null,
          this);
    }

    @Override
    public CallImplementor getImplementor() {
      return RexImpTable.createImplementor(
          (translator, call, operands) -> {
            Expression value =
                Expressions.call(translator.getRoot(), "get", Expressions.constant(name));
            return isMembership
                ? Expressions.call(
                    Expressions.convert_(value, Membership.class),
                    CONTAINS,
                    Expressions.box(operands.get(0)))
                : Expressions.convert_(value, String.class);
          },
          NullPolicy.STRICT,
          false);
    }
  }
}
