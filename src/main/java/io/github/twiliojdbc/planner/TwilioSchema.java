package io.github.twiliojdbc.planner;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import com.google.common.collect.Maps;
import io.github.twiliojdbc.catalog.Catalog;
import java.util.Map;
import java.util.Objects;
import org.apache.calcite.schema.Table;
import org.apache.calcite.schema.impl.AbstractSchema;

/** A schema of the catalog, which is read when a query names it. */
final class TwilioSchema extends AbstractSchema {
  private final Supplier<Map<String, Table>> tables;

  TwilioSchema(Catalog catalog, String name, Scope scope) {
    this.tables =
        Suppliers.memoize(
            () ->
                Map.copyOf(
                    Maps.transformValues(
                        catalog.tables(name), table -> new TwilioTable(table, scope))));
  }

  @Override
  protected Map<String, Table> getTableMap() {
    return Objects.requireNonNull(tables.get());
  }
}
