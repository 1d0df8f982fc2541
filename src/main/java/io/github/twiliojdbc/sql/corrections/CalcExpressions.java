package io.github.twiliojdbc.sql.corrections;

import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.adapter.enumerable.EnumerableCalc;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexProgram;
import org.apache.calcite.rex.RexShuttle;

/** The expressions of a Calc, each of which its program has taken apart. */
public final class CalcExpressions {
  private CalcExpressions() {}

  /** Returns a Calc whose expressions are changed, but not the types of what it yields. */
  public static EnumerableCalc changed(EnumerableCalc calc, RexShuttle change) {
    RexProgram program = calc.getProgram();
    RexBuilder builder = calc.getCluster().getRexBuilder();
    List<RexNode> projects = new ArrayList<>();
    program
        .getProjectList()
        .forEach(
            reference -> {
              RexNode changed = program.expandLocalRef(reference).accept(change);
              projects.add(
                  changed.getType().equals(reference.getType())
                      ? changed
                      : builder.makeAbstractCast(reference.getType(), changed, false));
            });
    RexNode condition =
        program.getCondition() == null
            ? null
            : program.expandLocalRef(program.getCondition()).accept(change);
    return EnumerableCalc.create(
        calc.getInput(),
        RexProgram.create(
                program.getInputRowType(), projects, condition, program.getOutputRowType(), builder)
            .normalize(builder, null));
  }
}
