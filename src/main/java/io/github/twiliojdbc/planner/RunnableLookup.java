package io.github.twiliojdbc.planner;

import java.util.List;
import org.apache.calcite.DataContext;
import org.apache.calcite.adapter.enumerable.EnumerableConvention;
import org.apache.calcite.adapter.enumerable.EnumerableRel;
import org.apache.calcite.adapter.enumerable.EnumerableRelImplementor;
import org.apache.calcite.adapter.enumerable.JavaRowFormat;
import org.apache.calcite.adapter.enumerable.PhysType;
import org.apache.calcite.adapter.enumerable.PhysTypeImpl;
import org.apache.calcite.adapter.enumerable.RexToLixTranslator;
import org.apache.calcite.adapter.java.JavaTypeFactory;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.function.Function1;
import org.apache.calcite.linq4j.function.Predicate1;
import org.apache.calcite.linq4j.tree.BlockBuilder;
import org.apache.calcite.linq4j.tree.Expression;
import org.apache.calcite.linq4j.tree.Expressions;
import org.apache.calcite.linq4j.tree.ParameterExpression;
import org.apache.calcite.plan.Convention;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.convert.ConverterRule;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexProgramBuilder;

/** A lookup that runs. */
final class RunnableLookup extends Lookup implements EnumerableRel {
  private RunnableLookup(RelTraitSet traits, RelNode driver, RelNode body, Lookup lookup) {
    super(traits, driver, body, lookup.number(), lookup.scans(), lookup.asking());
  }

  @Override
  public RunnableLookup copy(RelTraitSet traits, List<RelNode> inputs) {
    return new RunnableLookup(traits, inputs.get(0), inputs.get(1), this);
  }

  @Override
  public Result implement(EnumerableRelImplementor implementor, Prefer prefer) {
    BlockBuilder block = new BlockBuilder();
    Result driver = implementor.visitChild(this, 0, (EnumerableRel) driver(), Prefer.ARRAY);
    PhysType rowType =
        PhysTypeImpl.of(implementor.getTypeFactory(), driver().getRowType(), JavaRowFormat.ARRAY);
    Result body = implementor.visitChild(this, 1, (EnumerableRel) body(), prefer);
    Expression rows =
        driver.physType.convertTo(
            block.append("driver" + number(), driver.block), rowType.getFormat());
    block.add(
        Expressions.call(
            implementor.stash(new LookupRuntime(number(), scans()), LookupRuntime.class),
            "rows",
            implementor.getRootExpression(),
            Expressions.convert_(rows, Enumerable.class),
            asking(implementor, rowType),
            values(implementor, rowType),
            Expressions.lambda(Function1.class, body.block, DataContext.ROOT)));
    return implementor.result(body.physType, block.toBlock());
  }

  private Expression asking(EnumerableRelImplementor implementor, PhysType rowType) {
    ParameterExpression row = Expressions.parameter(rowType.getJavaRowType(), "row" + number());
    RexProgramBuilder program =
        new RexProgramBuilder(driver().getRowType(), getCluster().getRexBuilder());
    program.addCondition(asking());
    BlockBuilder block = new BlockBuilder();
    block.add(
        Expressions.return_(
            null,
            RexToLixTranslator.translateCondition(
                program.getProgram(),
                (JavaTypeFactory) implementor.getTypeFactory(),
                block,
                new RexToLixTranslator.InputGetterImpl(row, rowType),
                implementor::getCorrelVariableGetter,
                implementor.getConformance())));
    return Expressions.lambda(Predicate1.class, block.toBlock(), row);
  }

  /** Returns Java for the values of all dynamic filters for a row. */
  private Expression values(EnumerableRelImplementor implementor, PhysType rowType) {
    ParameterExpression row = Expressions.parameter(rowType.getJavaRowType(), "keys" + number());
    List<RexNode> values =
        scans().stream().flatMap(scan -> scan.filter().values().stream()).toList();
    RexProgramBuilder program =
        new RexProgramBuilder(driver().getRowType(), getCluster().getRexBuilder());
    values.forEach(value -> program.addProject(value, null));
    BlockBuilder block = new BlockBuilder();
    block.add(
        Expressions.return_(
            null,
            Expressions.newArrayInit(
                Object.class,
                RexToLixTranslator.translateProjects(
                        program.getProgram(),
                        (JavaTypeFactory) implementor.getTypeFactory(),
                        implementor.getConformance(),
                        block,
                        null,
                        DataContext.ROOT,
                        new RexToLixTranslator.InputGetterImpl(row, rowType),
                        implementor::getCorrelVariableGetter)
                    .stream()
                    .map(Expressions::box)
                    .toList())));
    return Expressions.lambda(Function1.class, block.toBlock(), row);
  }

  /** Makes a lookup runnable. */
  static final class Rule extends ConverterRule {

    Rule() {
      super(
          Config.INSTANCE
              .withConversion(
                  Lookup.class, Convention.NONE, EnumerableConvention.INSTANCE, "LookupRule")
              .withRuleFactory(config -> new Rule()));
    }

    @Override
    public RelNode convert(RelNode node) {
      Lookup lookup = (Lookup) node;
      return new RunnableLookup(
          lookup.getTraitSet().replace(EnumerableConvention.INSTANCE),
          runnable(lookup.driver()),
          runnable(lookup.body()),
          lookup);
    }

    private static RelNode runnable(RelNode input) {
      return convert(input, input.getTraitSet().replace(EnumerableConvention.INSTANCE));
    }
  }
}
