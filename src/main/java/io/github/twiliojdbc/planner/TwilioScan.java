package io.github.twiliojdbc.planner;

import io.github.twiliojdbc.catalog.ColumnDefinition;
import io.github.twiliojdbc.catalog.TableDefinition;
import java.util.ArrayList;
import java.util.Iterator;
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
import org.apache.calcite.linq4j.tree.BlockBuilder;
import org.apache.calcite.linq4j.tree.Expression;
import org.apache.calcite.linq4j.tree.Expressions;
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
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexProgram;
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
        .itemIf("keeps", "rows", request.keepsRows());
  }

  @Override
  public Result implement(EnumerableRelImplementor implementor, Prefer prefer) {
    PhysType physType =
        PhysTypeImpl.of(implementor.getTypeFactory(), getRowType(), JavaRowFormat.ARRAY);
    ScanPredicate predicate = ScanPredicate.of(this);
    BlockBuilder block = new BlockBuilder();
    block.add(
        Expressions.call(
            implementor.stash(new ScanRuntime(request, predicate.template()), ScanRuntime.class),
            "rows",
            implementor.getRootExpression(),
            values(values(predicate), implementor, block)));
    return implementor.result(physType, block.toBlock());
  }

  /** Returns Java for an array of values, of which literals are kept beside the code. */
  private Expression values(
      List<RexNode> values, EnumerableRelImplementor implementor, BlockBuilder block) {
    @Nullable Object[] literals = new Object[values.size()];
    List<RexNode> open = new ArrayList<>();
    for (int i = 0; i < literals.length; i++) {
      if (values.get(i) instanceof RexLiteral literal) {
        literals[i] = KnownValues.value(literal);
      } else {
        open.add(values.get(i));
      }
    }
    Expression kept = implementor.stash(literals, Object[].class);
    if (open.isEmpty()) {
      return kept;
    }
    Iterator<Expression> translated = translate(open, implementor, block).iterator();
    List<Expression> all = new ArrayList<>();
    for (int i = 0; i < literals.length; i++) {
      all.add(
          values.get(i) instanceof RexLiteral
              ? Expressions.arrayIndex(kept, Expressions.constant(i))
              : translated.next());
    }
    return Expressions.newArrayInit(Object.class, all);
  }

  /** Returns the expressions of the values that the scan is given when it runs. */
  List<RexNode> values(ScanPredicate predicate) {
    return Stream.concat(predicate.values().stream(), request.wanted().stream()).toList();
  }

  /** Returns Java for expressions over parameters, the time and rows of enclosing queries. */
  private List<Expression> translate(
      List<RexNode> values, EnumerableRelImplementor implementor, BlockBuilder block) {
    RelDataType noFields = getCluster().getTypeFactory().builder().build();
    List<String> names = values.stream().map(value -> "v" + values.indexOf(value)).toList();
    RexProgram program =
        RexProgram.create(noFields, values, null, names, getCluster().getRexBuilder());
    return RexToLixTranslator.translateProjects(
            program,
            (JavaTypeFactory) implementor.getTypeFactory(),
            implementor.getConformance(),
            block,
            null,
            implementor.getRootExpression(),
            null,
            implementor::getCorrelVariableGetter)
        .stream()
        .map(Expressions::box)
        .toList();
  }
}
