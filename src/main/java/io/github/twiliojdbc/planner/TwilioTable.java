package io.github.twiliojdbc.planner;

import io.github.twiliojdbc.catalog.TableDefinition;
import io.github.twiliojdbc.sql.TwilioTypeFactory;
import java.util.stream.IntStream;
import org.apache.calcite.plan.RelOptTable;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.RelFactories;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.schema.TranslatableTable;
import org.apache.calcite.schema.impl.AbstractTable;

/** A table of the catalog as Calcite sees it. */
final class TwilioTable extends AbstractTable implements TranslatableTable {
  private final TableDefinition definition;
  private final Scope scope;

  TwilioTable(TableDefinition definition, Scope scope) {
    this.definition = definition;
    this.scope = scope;
  }

  TableDefinition definition() {
    return definition;
  }

  @Override
  public RelDataType getRowType(RelDataTypeFactory factory) {
    return TwilioTypeFactory.rowType(factory, definition.columns());
  }

  @Override
  public RelNode toRel(RelOptTable.ToRelContext context, RelOptTable table) {
    RelNode scan =
        TwilioScan.create(
            context.getCluster(),
            table,
            ScanRequest.all(
                definition, IntStream.range(0, definition.columns().size()).boxed().toList()));
    return scope.apply(
        RelFactories.LOGICAL_BUILDER.create(context.getCluster(), table.getRelOptSchema()),
        scan,
        definition);
  }
}
