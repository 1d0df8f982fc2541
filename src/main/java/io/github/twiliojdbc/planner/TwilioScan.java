package io.github.twiliojdbc.planner;

import io.github.twiliojdbc.catalog.ColumnDefinition;
import io.github.twiliojdbc.catalog.TableDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.calcite.adapter.enumerable.EnumerableConvention;
import org.apache.calcite.adapter.enumerable.EnumerableRel;
import org.apache.calcite.adapter.enumerable.EnumerableRelImplementor;
import org.apache.calcite.adapter.enumerable.JavaRowFormat;
import org.apache.calcite.adapter.enumerable.PhysType;
import org.apache.calcite.adapter.enumerable.PhysTypeImpl;
import org.apache.calcite.linq4j.tree.Blocks;
import org.apache.calcite.linq4j.tree.Expressions;
import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.plan.RelOptTable;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.RelWriter;
import org.apache.calcite.rel.core.TableScan;
import org.apache.calcite.rel.metadata.RelMetadataQuery;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeField;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.tools.RelBuilder;
import org.apache.calcite.util.ImmutableBitSet;

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

  private TwilioScan(
      RelOptCluster cluster,
      RelTraitSet traits,
      RelOptTable table,
      TableDefinition definition,
      List<Integer> columns,
      List<RexNode> conditions) {
    super(cluster, traits, List.of(), table);
    this.definition = definition;
    this.columns = columns;
    this.conditions = conditions;
  }

  static TwilioScan create(
      RelOptCluster cluster, RelOptTable table, TableDefinition definition, List<Integer> columns) {
    return new TwilioScan(
        cluster,
        cluster.traitSetOf(EnumerableConvention.INSTANCE),
        table,
        definition,
        columns,
        List.of());
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

  /** Returns the same scan with rows of fewer columns; {@code places} are those of this scan's. */
  TwilioScan project(List<Integer> places) {
    List<Integer> chosen = places.stream().map(columns::get).toList();
    return new TwilioScan(getCluster(), getTraitSet(), table, definition, chosen, conditions);
  }

  TwilioScan withConditions(List<RexNode> narrower) {
    return new TwilioScan(getCluster(), getTraitSet(), table, definition, columns, narrower);
  }

  @Override
  public RelNode project(
      ImmutableBitSet used, Set<RelDataTypeField> extraFields, RelBuilder builder) {
    // A row of no columns would be awkward to hold, so one is always read.
    return project(used.isEmpty() ? List.of(0) : used.asList());
  }

  @Override
  public RelNode copy(RelTraitSet traits, List<RelNode> inputs) {
    return new TwilioScan(getCluster(), traits, table, definition, columns, conditions);
  }

  @Override
  public RelDataType deriveRowType() {
    List<RelDataTypeField> fields = table.getRowType().getFieldList();
    return getCluster()
        .getTypeFactory()
        .createStructType(new ArrayList<>(columns.stream().map(fields::get).toList()));
  }

  @Override
  public double estimateRowCount(RelMetadataQuery metadata) {
    return conditions.isEmpty() ? 1000 : 100;
  }

  @Override
  public RelWriter explainTerms(RelWriter writer) {
    return super.explainTerms(writer)
        .item("columns", getRowType().getFieldNames())
        .itemIf("conditions", conditions, !conditions.isEmpty());
  }

  @Override
  public Result implement(EnumerableRelImplementor implementor, Prefer prefer) {
    PhysType physType =
        PhysTypeImpl.of(implementor.getTypeFactory(), getRowType(), JavaRowFormat.ARRAY);
    List<ColumnDefinition> wanted = columns.stream().map(definition.columns()::get).toList();
    ScanRuntime runtime = new ScanRuntime(definition, wanted, ConditionReader.read(this));
    return implementor.result(
        physType,
        Blocks.toBlock(
            Expressions.call(
                implementor.stash(runtime, ScanRuntime.class),
                "rows",
                implementor.getRootExpression())));
  }
}
