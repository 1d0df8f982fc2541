package io.github.twiliojdbc.planner;

import io.github.twiliojdbc.catalog.ColumnDefinition;
import io.github.twiliojdbc.catalog.TableDefinition;
import io.github.twiliojdbc.sql.corrections.Corrections;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.calcite.adapter.enumerable.EnumerableConvention;
import org.apache.calcite.adapter.enumerable.EnumerableRel;
import org.apache.calcite.adapter.enumerable.EnumerableRelImplementor;
import org.apache.calcite.adapter.enumerable.JavaRowFormat;
import org.apache.calcite.adapter.enumerable.PhysType;
import org.apache.calcite.adapter.enumerable.PhysTypeImpl;
import org.apache.calcite.adapter.enumerable.RexToLixTranslator;
import org.apache.calcite.adapter.java.JavaTypeFactory;
import org.apache.calcite.linq4j.function.Function0;
import org.apache.calcite.linq4j.function.Predicate1;
import org.apache.calcite.linq4j.tree.BlockBuilder;
import org.apache.calcite.linq4j.tree.Expression;
import org.apache.calcite.linq4j.tree.Expressions;
import org.apache.calcite.linq4j.tree.ParameterExpression;
import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.plan.RelOptTable;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.RelWriter;
import org.apache.calcite.rel.core.TableScan;
import org.apache.calcite.rel.metadata.RelMetadataQuery;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.rel.type.RelDataTypeField;
import org.apache.calcite.rex.RexDynamicParam;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexProgram;
import org.apache.calcite.rex.RexProgramBuilder;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.tools.RelBuilder;
import org.apache.calcite.util.ImmutableBitSet;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one Twilio table, asked for with as narrow requests as its conditions allow.
 *
 * <p>The conditions only narrow the requests; a filter above the scan checks them on the rows.
 */
final class TwilioScan extends TableScan implements EnumerableRel {
  private final ScanRequest request;

  private TwilioScan(
      RelOptCluster cluster, RelTraitSet traits, RelOptTable table, ScanRequest request) {
    super(cluster, traits, List.of(), table);
    this.request = request;
  }

  static TwilioScan create(RelOptCluster cluster, RelOptTable table, ScanRequest request) {
    return new TwilioScan(
        cluster, cluster.traitSetOf(EnumerableConvention.INSTANCE), table, request);
  }

  ScanRequest request() {
    return request;
  }

  TableDefinition definition() {
    return request.definition();
  }

  /** Returns the column that a field of the rows is. */
  ColumnDefinition column(int field) {
    return definition().columns().get(request.columns().get(field));
  }

  /** Returns a condition on the rows as one on the table's columns. */
  RexNode overTable(RexNode condition) {
    return condition.accept(
        new RexShuttle() {
          @Override
          public RexNode visitInputRef(RexInputRef ref) {
            return new RexInputRef(request.columns().get(ref.getIndex()), ref.getType());
          }
        });
  }

  /** Returns a scan of the same table that asks for something else. */
  TwilioScan with(ScanRequest other) {
    return new TwilioScan(getCluster(), getTraitSet(), table, other);
  }

  /** Returns the same scan with rows of fewer columns; {@code places} are those of this scan's. */
  TwilioScan project(List<Integer> places) {
    return with(request.withColumns(places.stream().map(request.columns()::get).toList()));
  }

  @Override
  public RelNode project(
      ImmutableBitSet used, Set<RelDataTypeField> extraFields, RelBuilder builder) {
    return project(used.asList());
  }

  @Override
  public RelNode copy(RelTraitSet traits, List<RelNode> inputs) {
    return new TwilioScan(getCluster(), traits, table, request);
  }

  /** A row of no columns would be awkward to hold, so it has one that is always NULL. */
  @Override
  public RelDataType deriveRowType() {
    RelDataTypeFactory types = getCluster().getTypeFactory();
    if (request.columns().isEmpty()) {
      return types
          .builder()
          .add("nothing", types.createSqlType(SqlTypeName.BOOLEAN))
          .nullable(true)
          .build();
    }
    List<RelDataTypeField> fields = table.getRowType().getFieldList();
    return types.createStructType(
        new ArrayList<>(request.columns().stream().map(fields::get).toList()));
  }

  @Override
  public double estimateRowCount(RelMetadataQuery metadata) {
    return ScanPlans.of(this).rows(this);
  }

  @Override
  public RelWriter explainTerms(RelWriter writer) {
    return super.explainTerms(writer)
        .item("list", definition().list())
        .item("columns", getRowType().getFieldNames())
        .itemIf("conditions", request.conditions(), !request.conditions().isEmpty())
        .itemIf("lookups", request.lookups(), !request.lookups().isEmpty())
        .itemIf("wanted", request.wanted(), request.wanted().isPresent())
        .itemIf("order", request.order(), request.order().isPresent())
        .itemIf("keeps", "rows", request.keepsRows())
        .itemIf("rollups", request.rollups(), !request.rollups().isEmpty());
  }

  @Override
  public Result implement(EnumerableRelImplementor implementor, Prefer prefer) {
    PhysType physType =
        PhysTypeImpl.of(implementor.getTypeFactory(), getRowType(), JavaRowFormat.ARRAY);
    ScanPredicate predicate = ScanPredicate.of(this);
    BlockBuilder block = new BlockBuilder();
    block.add(
        Expressions.call(
            implementor.stash(new ScanRuntime(request, predicate), ScanRuntime.class),
            "rows",
            implementor.getRootExpression(),
            values(values(predicate), implementor, block)));
    return implementor.result(physType, block.toBlock());
  }

  /**
   * Returns Java for an array of values: literals are kept beside the code, and whatever may fail
   * is a function, which the scan calls.
   */
  private Expression values(
      List<RexNode> values, EnumerableRelImplementor implementor, BlockBuilder block) {
    @Nullable Object[] literals = new Object[values.size()];
    for (int i = 0; i < literals.length; i++) {
      literals[i] = values.get(i) instanceof RexLiteral literal ? KnownValues.value(literal) : null;
    }
    Expression kept = implementor.stash(literals, Object[].class);
    if (values.stream().allMatch(RexLiteral.class::isInstance)) {
      return kept;
    }
    List<Expression> all = new ArrayList<>();
    for (int i = 0; i < literals.length; i++) {
      RexNode value = values.get(i);
      if (value instanceof RexLiteral) {
        all.add(Expressions.arrayIndex(kept, Expressions.constant(i)));
      } else if (RexUtil.containsInputRef(value)) {
        all.add(test(value, implementor));
      } else if (value instanceof RexDynamicParam) {
        all.add(translate(value, implementor, block));
      } else {
        BlockBuilder body = new BlockBuilder();
        body.add(Expressions.return_(null, translate(value, implementor, body)));
        all.add(Expressions.lambda(Function0.class, body.toBlock()));
      }
    }
    return Expressions.newArrayInit(Object.class, all);
  }

  /** Returns Java for a test of accounts by a condition. */
  private Expression test(RexNode condition, EnumerableRelImplementor implementor) {
    ParameterExpression sid = Expressions.parameter(Object.class, "sid");
    RexProgramBuilder program =
        new RexProgramBuilder(
            AccountTest.rowType(getCluster().getTypeFactory()), getCluster().getRexBuilder());
    program.addCondition(AccountTest.ofOneField(condition));
    BlockBuilder block = new BlockBuilder();
    block.add(
        Expressions.return_(
            null,
            RexToLixTranslator.translateCondition(
                program.getProgram(),
                (JavaTypeFactory) implementor.getTypeFactory(),
                block,
                (list, field, type) -> Expressions.convert_(sid, String.class),
                implementor::getCorrelVariableGetter,
                implementor.getConformance())));
    return Expressions.new_(
        AccountTest.class, Expressions.lambda(Predicate1.class, block.toBlock(), sid));
  }

  /** Returns the expressions of the values that the scan is given when it runs. */
  List<RexNode> values(ScanPredicate predicate) {
    return Stream.of(
            predicate.values().stream(), request.bounds().stream(), request.wanted().stream())
        .flatMap(values -> values)
        .toList();
  }

  /** Returns Java for an expression over parameters, the time and rows of enclosing queries. */
  private Expression translate(
      RexNode value, EnumerableRelImplementor implementor, BlockBuilder block) {
    RelDataType noFields = getCluster().getTypeFactory().builder().build();
    RexProgram program =
        RexProgram.create(
            noFields,
            List.of(Corrections.ofRunnable(getCluster().getRexBuilder(), value)),
            null,
            List.of("v"),
            getCluster().getRexBuilder());
    return Expressions.box(
        RexToLixTranslator.translateProjects(
                program,
                (JavaTypeFactory) implementor.getTypeFactory(),
                implementor.getConformance(),
                block,
                null,
                implementor.getRootExpression(),
                null,
                implementor::getCorrelVariableGetter)
            .get(0));
  }
}
