package io.github.twiliojdbc.planner;

import io.github.twiliojdbc.catalog.ColumnDefinition;
import io.github.twiliojdbc.catalog.Rollup;
import io.github.twiliojdbc.catalog.TableDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
  private final TableDefinition definition;

  /** Places, in the table, of the columns that rows hold. */
  private final List<Integer> columns;

  /** Conditions over the table's columns that every wanted row fulfils. */
  private final List<RexNode> conditions;

  /** Keys that other tables' rows give to the scan. */
  private final List<ScanLookup> lookups;

  /** How many rows are enough, if not all are needed. */
  private final @Nullable RexNode wanted;

  /** Order in which the rows are needed, if in any. */
  private final @Nullable ScanOrder order;

  /** Whether the rows are kept, to be read again. */
  private final boolean keepsRows;

  private TwilioScan(
      TwilioScan other,
      TableDefinition definition,
      List<Integer> columns,
      List<RexNode> conditions,
      List<ScanLookup> lookups,
      @Nullable RexNode wanted,
      @Nullable ScanOrder order,
      boolean keepsRows) {
    this(
        other.getCluster(),
        other.getTraitSet(),
        other.getTable(),
        definition,
        columns,
        conditions,
        lookups,
        wanted,
        order,
        keepsRows);
  }

  private TwilioScan(
      RelOptCluster cluster,
      RelTraitSet traits,
      RelOptTable table,
      TableDefinition definition,
      List<Integer> columns,
      List<RexNode> conditions,
      List<ScanLookup> lookups,
      @Nullable RexNode wanted,
      @Nullable ScanOrder order,
      boolean keepsRows) {
    super(cluster, traits, List.of(), table);
    this.definition = definition;
    this.columns = columns;
    this.conditions = conditions;
    this.lookups = lookups;
    this.wanted = wanted;
    this.order = order;
    this.keepsRows = keepsRows;
  }

  static TwilioScan create(
      RelOptCluster cluster, RelOptTable table, TableDefinition definition, List<Integer> columns) {
    return new TwilioScan(
        cluster,
        cluster.traitSetOf(EnumerableConvention.INSTANCE),
        table,
        definition,
        columns,
        List.of(),
        List.of(),
        null,
        null,
        false);
  }

  TableDefinition definition() {
    return definition;
  }

  List<Integer> columns() {
    return columns;
  }

  List<RexNode> conditions() {
    return conditions;
  }

  List<ScanLookup> lookups() {
    return lookups;
  }

  Optional<RexNode> wanted() {
    return Optional.ofNullable(wanted);
  }

  Optional<ScanOrder> order() {
    return Optional.ofNullable(order);
  }

  /** Returns the same scan with rows of fewer columns; {@code places} are those of this scan's. */
  TwilioScan project(List<Integer> places) {
    List<Integer> chosen = places.stream().map(columns::get).toList();
    return new TwilioScan(this, definition, chosen, conditions, lookups, wanted, order, keepsRows);
  }

  TwilioScan withColumns(List<Integer> places) {
    return new TwilioScan(this, definition, places, conditions, lookups, wanted, order, keepsRows);
  }

  TwilioScan withConditions(List<RexNode> narrower) {
    return new TwilioScan(this, definition, columns, narrower, lookups, wanted, order, keepsRows);
  }

  TwilioScan withLookup(ScanLookup lookup) {
    List<ScanLookup> more = Stream.concat(lookups.stream(), Stream.of(lookup)).toList();
    return new TwilioScan(this, definition, columns, conditions, more, wanted, order, keepsRows);
  }

  TwilioScan withWanted(RexNode rows) {
    return new TwilioScan(this, definition, columns, conditions, lookups, rows, order, keepsRows);
  }

  TwilioScan withOrder(ScanOrder wantedOrder, RexNode rows) {
    return new TwilioScan(
        this, definition, columns, conditions, lookups, rows, wantedOrder, keepsRows);
  }

  TwilioScan keepingRows() {
    return new TwilioScan(this, definition, columns, conditions, lookups, wanted, order, true);
  }

  /** Returns a scan of the list in which Twilio has added the rows up. */
  TwilioScan rolledUp(Rollup.Period period) {
    return new TwilioScan(
        this, definition.rolledUp(period), columns, conditions, lookups, wanted, order, keepsRows);
  }

  @Override
  public RelNode project(
      ImmutableBitSet used, Set<RelDataTypeField> extraFields, RelBuilder builder) {
    return project(used.asList());
  }

  @Override
  public RelNode copy(RelTraitSet traits, List<RelNode> inputs) {
    return new TwilioScan(
        getCluster(),
        traits,
        table,
        definition,
        columns,
        conditions,
        lookups,
        wanted,
        order,
        keepsRows);
  }

  /** A row of no columns would be awkward to hold, so it has one that is always NULL. */
  @Override
  public RelDataType deriveRowType() {
    RelDataTypeFactory types = getCluster().getTypeFactory();
    if (columns.isEmpty()) {
      return types
          .builder()
          .add("nothing", types.createSqlType(SqlTypeName.BOOLEAN))
          .nullable(true)
          .build();
    }
    List<RelDataTypeField> fields = table.getRowType().getFieldList();
    return types.createStructType(new ArrayList<>(columns.stream().map(fields::get).toList()));
  }

  @Override
  public double estimateRowCount(RelMetadataQuery metadata) {
    return ScanPlans.of(this).rows(this);
  }

  @Override
  public RelWriter explainTerms(RelWriter writer) {
    return super.explainTerms(writer)
        .item("list", definition.list())
        .item("columns", getRowType().getFieldNames())
        .itemIf("conditions", conditions, !conditions.isEmpty())
        .itemIf("lookups", lookups, !lookups.isEmpty())
        .itemIf("wanted", wanted, wanted != null)
        .itemIf("order", order, order != null)
        .itemIf("keeps", "rows", keepsRows);
  }

  @Override
  public Result implement(EnumerableRelImplementor implementor, Prefer prefer) {
    PhysType physType =
        PhysTypeImpl.of(implementor.getTypeFactory(), getRowType(), JavaRowFormat.ARRAY);
    ScanPredicate predicate = ScanPredicate.of(this);
    List<ColumnDefinition> read = columns.stream().map(definition.columns()::get).toList();
    ScanRuntime runtime =
        new ScanRuntime(definition, read, predicate.template(), wanted != null, order, keepsRows);
    List<RexNode> values = new ArrayList<>(predicate.values());
    wanted().ifPresent(values::add);
    BlockBuilder block = new BlockBuilder();
    block.add(
        Expressions.call(
            implementor.stash(runtime, ScanRuntime.class),
            "rows",
            implementor.getRootExpression(),
            Expressions.newArrayInit(
                Object.class, translate(values, implementor, block).toArray(Expression[]::new))));
    return implementor.result(physType, block.toBlock());
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
