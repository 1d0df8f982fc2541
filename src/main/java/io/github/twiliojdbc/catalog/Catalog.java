package io.github.twiliojdbc.catalog;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** All tables by schema and name; a schema is read when it is first asked for. */
public final class Catalog {
  /** Name of the schema of tables that are named without one. */
  public static final String DEFAULT_SCHEMA = "twilio";

  private final Map<String, Supplier<CatalogSchema>> schemas = new LinkedHashMap<>();

  /**
   * Creates a catalog.
   *
   * @param names names of the schemas
   * @param reader reads the schema of a name
   */
  Catalog(List<String> names, Function<String, CatalogSchema> reader) {
    names.forEach(
        name ->
            schemas.put(name, Suppliers.memoize(() -> Objects.requireNonNull(reader.apply(name)))));
  }

  /** Returns the catalog that the driver carries. */
  public static Catalog bundled() {
    return Bundled.CATALOG;
  }

  /** Returns the names of the schemas, the default one first. */
  public Collection<String> schemas() {
    return Collections.unmodifiableSet(schemas.keySet());
  }

  /** Returns the schema of this name, which must exist. */
  public CatalogSchema schema(String name) {
    Supplier<CatalogSchema> schema = schemas.get(name);
    if (schema == null) {
      throw new IllegalArgumentException("no schema " + name);
    }
    return Objects.requireNonNull(schema.get());
  }

  /** Returns the tables that a schema has names for, by these names. */
  public Map<String, TableDefinition> tables(String schema) {
    Map<String, TableDefinition> tables = new LinkedHashMap<>(schema(schema).tables());
    schema(schema).others().forEach((name, other) -> tables.put(name, table(other)));
    return tables;
  }

  /** Returns all tables once each, schema after schema. */
  public Collection<TableDefinition> tables() {
    List<TableDefinition> tables = new ArrayList<>();
    schemas().forEach(schema -> tables.addAll(schema(schema).tables().values()));
    return tables;
  }

  /** Returns the table that a name means, if there is one. */
  public Optional<TableDefinition> find(TableName name) {
    if (!schemas.containsKey(name.schema())) {
      return Optional.empty();
    }
    CatalogSchema schema = schema(name.schema());
    return Optional.ofNullable(schema.tables().get(name.name()))
        .or(() -> Optional.ofNullable(schema.others().get(name.name())).flatMap(this::find));
  }

  /** Returns the table of this name, which must exist. */
  public TableDefinition table(TableName name) {
    return find(name).orElseThrow(() -> new IllegalArgumentException("no table " + name));
  }

  /** Returns the table of this name, which must exist; a name alone is of the default schema. */
  public TableDefinition table(String name) {
    return table(TableName.of(name, DEFAULT_SCHEMA));
  }

  /** Returns the table whose rows are the accounts: the one that every chain of parents ends in. */
  public TableDefinition accounts() {
    return schema(DEFAULT_SCHEMA).tables().values().stream()
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

  /** Returns the columns that a query must give a value of, for the table or for its parents. */
  public List<String> required(TableDefinition table) {
    List<String> ofParent = parentOf(table).map(this::required).orElse(List.of());
    return Stream.concat(
            table.required().stream(),
            table.parents().stream()
                .filter(link -> ofParent.contains(link.column()))
                .map(ParentLink::parameter))
        .toList();
  }

  /** Holder that defers reading the tables until they are asked for. */
  private static final class Bundled {
    static final Catalog CATALOG = CompiledCatalog.read();
  }
}
