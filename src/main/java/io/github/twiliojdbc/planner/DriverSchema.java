package io.github.twiliojdbc.planner;

import io.github.twiliojdbc.sql.TwilioTypeFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.calcite.plan.RelOptTable;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.schema.Table;
import org.apache.calcite.schema.TranslatableTable;
import org.apache.calcite.schema.impl.AbstractSchema;
import org.apache.calcite.schema.impl.AbstractTable;

/** A schema of what the driver tells about itself. */
final class DriverSchema extends AbstractSchema {
  private final Map<String, Table> tables = new LinkedHashMap<>();

  /** Creates the schema of those tables that are in it. */
  DriverSchema(String name, List<DriverTable> definitions) {
    for (DriverTable definition : definitions) {
      if (definition.schema().equals(name)) {
        tables.put(definition.name(), new OwnTable(definition));
      }
    }
  }

  @Override
  protected Map<String, Table> getTableMap() {
    return tables;
  }

  private static final class OwnTable extends AbstractTable implements TranslatableTable {
    private final DriverTable definition;

    OwnTable(DriverTable definition) {
      this.definition = definition;
    }

    @Override
    public RelDataType getRowType(RelDataTypeFactory factory) {
      return TwilioTypeFactory.rowType(factory, definition.columns());
    }

    @Override
    public RelNode toRel(RelOptTable.ToRelContext context, RelOptTable table) {
      return new DriverScan(context.getCluster(), table, definition);
    }
  }
}
