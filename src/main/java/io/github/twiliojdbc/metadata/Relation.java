package io.github.twiliojdbc.metadata;

import io.github.twiliojdbc.catalog.Catalog;
import io.github.twiliojdbc.catalog.ColumnDefinition;
import io.github.twiliojdbc.catalog.ParentLink;
import io.github.twiliojdbc.catalog.ReferenceDefinition;
import io.github.twiliojdbc.catalog.Report;
import io.github.twiliojdbc.catalog.Reports;
import io.github.twiliojdbc.catalog.TableDefinition;
import io.github.twiliojdbc.catalog.TableName;
import io.github.twiliojdbc.planner.DriverTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A table as tools see it, whoever has its rows.
 *
 * @param key columns that identify a row, if any do
 * @param references rows of other tables that columns name
 * @param rows how many rows it typically has
 */
record Relation(
    String schema,
    String name,
    String type,
    String about,
    List<ColumnDefinition> columns,
    List<String> key,
    List<Reference> references,
    int rows) {
  /** Type of a table that Twilio has the rows of. */
  static final String TABLE = "TABLE";

  /**
   * Type of a table that the driver has the rows of, or makes of those of others; tools hide what
   * they think of as a system's.
   */
  static final String VIEW = "VIEW";

  /** Type of a second name of a table, which the SQL standard's own description leaves out. */
  static final String SYNONYM = "SYNONYM";

  /** Returns all tables by schema and name. */
  static List<Relation> all(Catalog catalog, List<DriverTable> driverTables) {
    return Stream.concat(
            catalog.schemas().stream()
                .flatMap(
                    schema ->
                        catalog.tables(schema).entrySet().stream()
                            .map(
                                e -> of(catalog, new TableName(schema, e.getKey()), e.getValue()))),
            Stream.concat(
                driverTables.stream().map(Relation::of),
                Reports.bundled().all().stream().map(Relation::of)))
        .sorted(Comparator.comparing(Relation::schema).thenComparing(Relation::name))
        .toList();
  }

  private static Relation of(Report report) {
    return new Relation(
        Report.SCHEMA,
        report.name(),
        VIEW,
        report.about(),
        report.columns(),
        List.of(),
        List.of(),
        0);
  }

  private static Relation of(DriverTable table) {
    return new Relation(
        table.schema(),
        table.name(),
        VIEW,
        table.about(),
        table.columns(),
        List.of(),
        List.of(),
        0);
  }

  private static Relation of(Catalog catalog, TableName name, TableDefinition table) {
    return new Relation(
        name.schema(),
        name.name(),
        name.equals(table.id()) ? TABLE : SYNONYM,
        table.about(),
        table.columns(),
        table.key(),
        references(catalog, table),
        table.typicalRows());
  }

  private static List<Reference> references(Catalog catalog, TableDefinition table) {
    List<Reference> references = new ArrayList<>();
    catalog.parentOf(table).ifPresent(parent -> references.add(Reference.of(table, parent)));
    TableDefinition accounts = catalog.accounts();
    boolean namesAccount = references.stream().anyMatch(r -> r.table().equals(accounts.id()));
    if (!namesAccount && !table.equals(accounts)) {
      table
          .accountColumn()
          .ifPresent(
              column ->
                  references.add(
                      new Reference(
                          table.name() + "_" + accounts.name(),
                          accounts.id(),
                          List.of(column),
                          accounts.key())));
    }
    table.references().forEach(other -> references.add(Reference.of(table, other)));
    return references;
  }

  /** Returns the place of a column, counted from 1. */
  int position(ColumnDefinition column) {
    return columns.indexOf(column) + 1;
  }

  String keyName() {
    return keyName(name);
  }

  static String keyName(String table) {
    return table + "_key";
  }

  /**
   * Columns that name a row of another table.
   *
   * @param name name of the reference
   * @param columns columns of this table
   * @param names columns of the other table, in the same order
   */
  record Reference(String name, TableName table, List<String> columns, List<String> names) {

    /** Returns whether the reference names rows of a table. */
    boolean isTo(Relation parent) {
      return parent.schema().equals(table.schema()) && parent.name().equals(table.name());
    }

    private static Reference of(TableDefinition child, ReferenceDefinition reference) {
      return new Reference(
          child.name() + "_" + reference.column(),
          reference.table(),
          List.of(reference.column()),
          List.of(reference.key()));
    }

    /** Returns the reference to a parent: by its key, if the links hold all of it. */
    private static Reference of(TableDefinition child, TableDefinition parent) {
      Set<String> linked = new HashSet<>();
      child.parents().forEach(link -> linked.add(link.column()));
      boolean isByKey = linked.containsAll(parent.key());
      List<ParentLink> links =
          child.parents().stream()
              .filter(link -> !isByKey || parent.key().contains(link.column()))
              .toList();
      return new Reference(
          child.name() + "_" + parent.name(),
          parent.id(),
          links.stream().map(ParentLink::parameter).toList(),
          links.stream().map(ParentLink::column).toList());
    }
  }
}
