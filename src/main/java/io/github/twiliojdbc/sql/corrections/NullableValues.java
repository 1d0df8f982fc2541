package io.github.twiliojdbc.sql.corrections;

import java.util.Set;
import org.apache.calcite.adapter.enumerable.EnumerableCalc;
import org.apache.calcite.rel.RelHomogeneousShuttle;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.type.SqlTypeUtil;

/**
 * Lets values be NULL that a plan says are not.
 *
 * <p>Calcite makes of COALESCE(x, 'a') a choice whose first branch is x without NULL, and may leave
 * the question before that branch out, since NULL would fulfil no condition. Its code then takes
 * NULL for a value that is LIKE nothing.
 */
final class NullableValues extends RelHomogeneousShuttle {
  /** Questions that are never answered by NULL. */
  private static final Set<SqlKind> QUESTIONS =
      Set.of(
          SqlKind.IS_NULL,
          SqlKind.IS_NOT_NULL,
          SqlKind.IS_TRUE,
          SqlKind.IS_NOT_TRUE,
          SqlKind.IS_FALSE,
          SqlKind.IS_NOT_FALSE,
          SqlKind.IS_DISTINCT_FROM,
          SqlKind.IS_NOT_DISTINCT_FROM);

  /** Returns an expression without such promises. */
  static RexNode of(RexBuilder builder, RexNode expression) {
    return expression.accept(new Nullable(builder));
  }

  @Override
  public RelNode visit(RelNode node) {
    RelNode visited = super.visit(node);
    return visited instanceof EnumerableCalc calc
            && calc.getProgram().getExprList().stream().anyMatch(each -> isPromise(calc, each))
        ? CalcExpressions.changed(calc, new Nullable(calc.getCluster().getRexBuilder()))
        : visited;
  }

  private static boolean isPromise(EnumerableCalc calc, RexNode node) {
    return node instanceof RexCall call
        && call.getKind() == SqlKind.CAST
        && isPromise(calc.getCluster().getRexBuilder(), call);
  }

  private static boolean isPromise(RexBuilder builder, RexCall cast) {
    RexNode value = cast.getOperands().get(0);
    return !cast.getType().isNullable()
        && value.getType().isNullable()
        && SqlTypeUtil.equalSansNullability(
            builder.getTypeFactory(), cast.getType(), value.getType());
  }

  /** Takes the promises out, and makes what is computed from such values nullable. */
  private static final class Nullable extends RexShuttle {
    private final RexBuilder builder;

    Nullable(RexBuilder builder) {
      this.builder = builder;
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // A shuttle returns the same call if it changed nothing.
    public RexNode visitCall(RexCall call) {
      RexNode visited = super.visitCall(call);
      if (visited.getKind() == SqlKind.CAST && isPromise(builder, (RexCall) visited)) {
        return ((RexCall) visited).getOperands().get(0);
      }
      if (visited == call || QUESTIONS.contains(call.getKind())) {
        return visited;
      }
      RelDataType type = builder.getTypeFactory().createTypeWithNullability(call.getType(), true);
      return call.clone(type, ((RexCall) visited).getOperands());
    }
  }
}
