package io.github.twiliojdbc.planner;

import io.github.twiliojdbc.catalog.Catalog;
import io.github.twiliojdbc.catalog.TableDefinition;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.calcite.schema.Table;
import org.apache.calcite.schema.impl.AbstractSchema;

/** The schema that holds the tables of the catalog. */
final class TwilioSchema extends AbstractSchema {
  private final Map<String, Table> tables = new LinkedHashMap<>();

  TwilioSchema(Catalog catalog, Scope scope) {
    for (TableDefinition table : catalog.tables()) {
      tables.put(table.name(), new TwilioTable(table, scope));
    }
  }

  @Override
  protected Map<String, Table> getTableMap() {
    return tables;
  }
}
