package io.github.twiliojdbc.planner;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.DataContext;
import org.apache.calcite.adapter.enumerable.RexToLixTranslator;
import org.apache.calcite.adapter.java.JavaTypeFactory;
import org.apache.calcite.linq4j.function.Function1;
import org.apache.calcite.linq4j.tree.BlockBuilder;
import org.apache.calcite.linq4j.tree.Expressions;
import org.apache.calcite.linq4j.tree.ParameterExpression;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexExecutor;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexProgramBuilder;
import org.apache.calcite.runtime.Utilities;
import org.apache.calcite.sql.validate.SqlConformanceEnum;
import org.jspecify.annotations.Nullable;

/**
 * Computes expressions that no row has a part in.
 *
 * <p>Calcite's own way takes as long for them as to compile the rest of a plan.
 */
final class ConstantReducer implements RexExecutor {
  private static final String NAME = "Constants";

  private final DataContext context;

  /**
   * Creates a reducer.
   *
   * @param context gives parameters, and the time
   */
  ConstantReducer(DataContext context) {
    this.context = context;
  }

  /** Adds each expression as a literal, or all as they are if one cannot be computed. */
  @Override
  public void reduce(RexBuilder builder, List<RexNode> constants, List<RexNode> reduced) {
    List<RexNode> literals = new ArrayList<>();
    try {
      @Nullable Object[] values = function(builder, constants).apply(context);
      for (int i = 0; i < values.length; i++) {
        literals.add(
            builder.makeLiteral(values[i], constants.get(i).getType(), /* allowCast= */ true));
      }
    } catch (RuntimeException e) {
      // The query's own code meets what is wrong again, if it comes to it.
      literals = constants;
    }
    reduced.addAll(literals);
  }

  @SuppressWarnings("unchecked") // That is what the code says.
  private static Function1<DataContext, @Nullable Object[]> function(
      RexBuilder builder, List<RexNode> constants) {
    JavaTypeFactory types = (JavaTypeFactory) builder.getTypeFactory();
    RexProgramBuilder program = new RexProgramBuilder(types.builder().build(), builder);
    constants.forEach(constant -> program.addProject(constant, null));
    ParameterExpression given = Expressions.parameter(Object.class, "given");
    BlockBuilder block = new BlockBuilder();
    block.add(
        Expressions.declare(
            Modifier.FINAL, DataContext.ROOT, Expressions.convert_(given, DataContext.class)));
    block.add(
        Expressions.return_(
            null,
            Expressions.newArrayInit(
                Object[].class,
                RexToLixTranslator.translateProjects(
                    program.getProgram(),
                    types,
                    SqlConformanceEnum.DEFAULT,
                    block,
                    null,
                    null,
                    DataContext.ROOT,
                    (list, index, type) -> {
                      throw new UnsupportedOperationException("a constant has no fields");
                    },
                    null))));
    String code =
        "public final class %s extends %s implements %s {%n%s%n}"
            .formatted(
                NAME,
                Utilities.class.getCanonicalName(),
                Function1.class.getCanonicalName(),
                Expressions.toString(
                    Expressions.methodDecl(
                        Modifier.PUBLIC,
                        Object[].class,
                        "apply",
                        List.of(given),
                        block.toBlock())));
    return (Function1<DataContext, @Nullable Object[]>) CodeCompiler.make(NAME, code);
  }
}
