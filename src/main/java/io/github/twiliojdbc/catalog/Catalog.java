package io.github.twiliojdbc.catalog;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** All tables by name. */
public final class Catalog {
  private final Map<String, TableDefinition> tables;

  Catalog(Collection<TableDefinition> tables) {
    Map<String, TableDefinition> byName = new LinkedHashMap<>();
    tables.forEach(table -> byName.put(table.name(), table));
    this.tables = Collections.unmodifiableMap(byName);
  }

  /** Returns the catalog that the driver carries, read once per JVM. */
  public static Catalog bundled() {
    return Bundled.CATALOG;
  }

  /** Returns the tables, product after product, by name within each. */
  public Collection<TableDefinition> tables() {
    return tables.values();
  }

  /** Returns the table of this name, which must exist. */
  public TableDefinition table(String name) {
    TableDefinition table = tables.get(name);
    if (table == null) {
      throw new IllegalArgumentException("no table " + name);
    }
    return table;
  }

  /** Returns the table whose rows are the accounts: the one that every chain of parents ends in. */
  public TableDefinition accounts() {
    return tables().stream()
        .filter(table -> table.accountParameter().isPresent())
        .map(table -> parentOf(table).orElseThrow())
        .filter(table -> table.parents().isEmpty())
        .findFirst()
        .orElseThrow();
  }

  /** Returns the table that the path parameters of this one come from, if it has any. */
  public Optional<TableDefinition> parentOf(TableDefinition table) {
    return table.parentTable().map(this::table);
  }

  /** Returns the tables whose path parameters come from this one. */
  public Stream<TableDefinition> childrenOf(TableDefinition table) {
    return tables().stream().filter(child -> child.parentTable().equals(Optional.of(table.name())));
  }

  /** Holder that defers reading the tables until they are asked for. */
  private static final class Bundled {
    static final Catalog CATALOG = CompiledCatalog.read();
  }
}
