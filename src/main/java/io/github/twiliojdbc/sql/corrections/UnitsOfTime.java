package io.github.twiliojdbc.sql.corrections;

import io.github.twiliojdbc.sql.DateFields;
import org.apache.calcite.adapter.enumerable.EnumerableCalc;
import org.apache.calcite.rel.RelHomogeneousShuttle;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.sql.SqlKind;

/**
 * Takes the driver's functions for Calcite's EXTRACT and FLOOR where there is a choice as well: a
 * unit of time that is known outside of a CASE is unknown to Calcite's code inside of it.
 */
final class UnitsOfTime extends RelHomogeneousShuttle {
  /** Returns an expression with the driver's functions. */
  static RexNode of(RexBuilder builder, RexNode expression) {
    return expression.accept(new Functions(builder));
  }

  @Override
  public RelNode visit(RelNode node) {
    RelNode visited = super.visit(node);
    return visited instanceof EnumerableCalc calc
            && has(calc, SqlKind.CASE)
            && (has(calc, SqlKind.EXTRACT) || has(calc, SqlKind.FLOOR))
        ? CalcExpressions.changed(calc, new Functions(calc.getCluster().getRexBuilder()))
        : visited;
  }

  private static boolean has(EnumerableCalc calc, SqlKind kind) {
    return calc.getProgram().getExprList().stream().anyMatch(each -> each.getKind() == kind);
  }

  private static final class Functions extends RexShuttle {
    private final RexBuilder builder;

    Functions(RexBuilder builder) {
      this.builder = builder;
    }

    @Override
    public RexNode visitCall(RexCall call) {
      return DateFields.function(builder, (RexCall) super.visitCall(call));
    }
  }
}
