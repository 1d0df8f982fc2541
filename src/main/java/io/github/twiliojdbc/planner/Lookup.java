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
import org.apache.calcite.rel.BiRel;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.RelWriter;
import org.apache.calcite.rel.convert.ConverterRule;
import org.apache.calcite.rel.metadata.RelMetadataQuery;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexProgramBuilder;
import org.apache.calcite.util.ImmutableBitSet;

/**
 * A join that asks one side only for the keys that the other side, its driver, yields.
 *
 * <p>The driver's rows are taken in batches, while it is still being read. The body is the join of
 * one batch with the rows that have its keys; it contains the {@link Batch} and a {@link
 * TwilioScan} that knows the lookup's number.
 */
final class Lookup extends BiRel implements EnumerableRel {
  private final int number;

  /** Fields of the driver that are keys. */
  private final List<Integer> keys;

  /** Columns of the scan that have the keys' values. */
  private final List<String> columns;

  /** What a row of the driver must fulfil for its key to be asked for. */
  private final RexNode asking;

  Lookup(RelTraitSet traits, Driver driver, RelNode body, int number) {
    this(traits, driver.plan(), body, number, driver.keys(), driver.columns(), driver.asking());
  }

  private Lookup(
      RelTraitSet traits,
      RelNode driver,
      RelNode body,
      int number,
      List<Integer> keys,
      List<String> columns,
      RexNode asking) {
    super(driver.getCluster(), traits, driver, body);
    this.number = number;
    this.keys = keys;
    this.columns = columns;
    this.asking = asking;
  }

  RelNode driver() {
    return getLeft();
  }

  RelNode body() {
    return getRight();
  }

  int number() {
    return number;
  }

  /** Returns how many different keys are likely to be asked for. */
  double askedKeys() {
    RelMetadataQuery metadata = getCluster().getMetadataQuery();
    double rows = metadata.getRowCount(driver());
    Double most = metadata.getMaxRowCount(driver());
    Double distinct = metadata.getDistinctRowCount(driver(), ImmutableBitSet.of(keys), null);
    double asked = metadata.getSelectivity(driver(), asking);
    return asked
        * Math.min(Math.min(rows, most == null ? rows : most), distinct == null ? rows : distinct);
  }

  List<String> columns() {
    return columns;
  }

  RexNode asking() {
    return asking;
  }

  @Override
  public Lookup copy(RelTraitSet traits, List<RelNode> inputs) {
    return new Lookup(traits, inputs.get(0), inputs.get(1), number, keys, columns, asking);
  }

  @Override
  protected RelDataType deriveRowType() {
    return body().getRowType();
  }

  @Override
  public double estimateRowCount(RelMetadataQuery metadata) {
    return metadata.getRowCount(body());
  }

  @Override
  public RelWriter explainTerms(RelWriter writer) {
    return super.explainTerms(writer)
        .item("lookup", number)
        .item("keys", columns)
        .item("fields", keys)
        .itemIf("where", asking, !asking.isAlwaysTrue());
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
            block.append("driver" + number, driver.block), rowType.getFormat());
    block.add(
        Expressions.call(
            implementor.stash(new LookupRuntime(number, keys, columns), LookupRuntime.class),
            "rows",
            implementor.getRootExpression(),
            Expressions.convert_(rows, Enumerable.class),
            asking(implementor, rowType),
            Expressions.lambda(Function1.class, body.block, DataContext.ROOT)));
    return implementor.result(body.physType, block.toBlock());
  }

  private Expression asking(EnumerableRelImplementor implementor, PhysType rowType) {
    ParameterExpression row = Expressions.parameter(rowType.getJavaRowType(), "row" + number);
    RexProgramBuilder program =
        new RexProgramBuilder(driver().getRowType(), getCluster().getRexBuilder());
    program.addCondition(asking);
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
      return lookup.copy(
          lookup.getTraitSet().replace(EnumerableConvention.INSTANCE),
          lookup.getInputs().stream()
              .map(
                  input ->
                      convert(input, input.getTraitSet().replace(EnumerableConvention.INSTANCE)))
              .toList());
    }
  }
}
