package io.github.twiliojdbc.sql.corrections;

import io.github.twiliojdbc.sql.Matching;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexNode;

/** What is changed in plans so that Calcite computes what PostgreSQL does. */
public final class Corrections {
  private Corrections() {}

  /** Returns a plan as it was converted, with exact sums, checked arithmetic, standard windows. */
  public static RelNode ofConverted(RelNode plan) {
    RexBuilder builder = plan.getCluster().getRexBuilder();
    return plan.accept(new CheckedArithmetic(builder))
        .accept(new Matching(builder))
        .accept(new Windows(builder))
        .accept(new ExactSums(builder));
  }

  /** Returns a plan with correlated queries, in the form in which joins can be made of them. */
  public static RelNode ofCorrelated(RelNode plan) {
    return OrderedAggregates.toArguments(
        plan.accept(new LateralTotals()).accept(new CorrelatedWindows()));
  }

  /** Returns a plan whose correlated queries are joins. */
  public static RelNode ofJoined(RelNode plan) {
    return OrderedAggregates.fromArguments(plan);
  }

  /** Returns an expression that is to be computed by itself, in the same form. */
  public static RexNode ofRunnable(RexBuilder builder, RexNode expression) {
    return UnitsOfTime.of(builder, NullableValues.of(builder, expression));
  }

  /** Returns a plan that is to run, in the form in which the code generated for it is right. */
  public static RelNode ofRunnable(RelNode plan) {
    return plan.accept(new NullableValues())
        .accept(new EqualNumbers())
        .accept(new GrandTotal.Shuttle())
        .accept(new UnitsOfTime())
        .accept(new Recursion.Shuttle());
  }
}
