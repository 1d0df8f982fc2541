package io.github.twiliojdbc.catalog;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Checks that the parts of one table's file fit each other and the other tables. */
final class TableCheck {
  /** Types of columns whose values a parameter can be. */
  private static final Set<ColumnType> EQUAL =
      EnumSet.of(ColumnType.VARCHAR, ColumnType.BOOLEAN, ColumnType.INTEGER);

  private final TableDefinition table;
  private final CatalogFile file;
  private final Catalog catalog;

  TableCheck(TableDefinition table, CatalogFile file, Catalog catalog) {
    this.table = table;
    this.file = file;
    this.catalog = catalog;
  }

  void run() {
    table.key().forEach(name -> requireColumn(table, name, "key"));
    table.accountColumn().ifPresent(name -> requireColumn(table, name, "account"));
    table.cursor().ifPresent(name -> checkTime(name, "cursor"));
    table.since().ifPresent(name -> checkTime(name, "since"));
    table.mostRows().ifPresent(most -> checkCursorHasRange());
    checkPaths();
    checkParents();
    checkReferences();
    checkFilters();
    table.rollup().ifPresent(this::checkRollup);
  }

  private void checkRollup(Rollup rollup) {
    requireColumn(table, rollup.date(), "rollup.date");
    rollup.sums().forEach(name -> requireColumn(table, name, "rollup.sums"));
    rollup.same().forEach(name -> requireColumn(table, name, "rollup.same"));
    rollup
        .subAccounts()
        .keySet()
        .forEach(
            name -> {
              if (!table.send().containsKey(name)) {
                throw file.error("rollup.sub_accounts", name + " is not among send");
              }
            });
    rollup
        .lists()
        .forEach(
            (period, path) -> {
              if (!path.parameters().equals(table.list().parameters())) {
                throw file.error("rollup.lists", path + " has other parameters than the list");
              }
            });
  }

  private void checkCursorHasRange() {
    boolean isRead =
        table
            .cursor()
            .flatMap(name -> table.column(name).filter())
            .filter(FilterDefinition.Range.class::isInstance)
            .isPresent();
    if (!isRead) {
      throw file.error("most_rows", "the table has no cursor with a filter by range");
    }
  }

  private void checkTime(String name, String key) {
    requireColumn(table, name, key);
    if (!table.column(name).type().isTemporal()) {
      throw file.error(key, "column %s is neither TIMESTAMP nor DATE".formatted(name));
    }
  }

  private void checkPaths() {
    Map<String, String> sources = new HashMap<>();
    table.parents().forEach(link -> sources.put(link.parameter(), "parents." + link.parameter()));
    table.values().keySet().forEach(name -> sources.put(name, "values." + name));
    table.required().forEach(name -> sources.put(name, "required"));
    for (String parameter : table.list().parameters()) {
      requireColumn(table, parameter, "list");
      if (!sources.containsKey(parameter)) {
        throw file.error(
            "list",
            "path parameter {%s} has no entry under parents, values or required"
                .formatted(parameter));
      }
    }
    sources.forEach(
        (parameter, key) -> {
          if (!table.list().parameters().contains(parameter)) {
            throw file.error(key, parameter + " is not a parameter of the list path");
          }
        });
    table.get().stream()
        .flatMap(path -> path.parameters().stream())
        .forEach(parameter -> requireColumn(table, parameter, "get"));
  }

  private void checkParents() {
    for (ParentLink link : table.parents()) {
      String key = "parents." + link.parameter();
      requireColumn(requireParent(link, key), link.column(), key);
    }
    if (table.parents().stream().map(ParentLink::table).distinct().count() > 1) {
      throw file.error("parents", "all path parameters must come from one table");
    }
    for (ParentCondition condition : table.parentConditions()) {
      String key = "parents_where." + condition.column();
      if (table.parents().isEmpty()) {
        throw file.error(key, "the table has no parents");
      }
      requireColumn(requireParent(table.parents().get(0), key), condition.column(), key);
    }
  }

  private void checkReferences() {
    for (ReferenceDefinition reference : table.references()) {
      String key = "references." + reference.column();
      requireColumn(table, reference.column(), key);
      List<String> named = List.of(reference.key());
      if (catalog.find(reference.table()).filter(other -> other.key().equals(named)).isEmpty()) {
        throw file.error(
            key, "%s.%s is no table's key".formatted(reference.table(), reference.key()));
      }
    }
  }

  private TableDefinition requireParent(ParentLink link, String key) {
    return catalog
        .find(link.table())
        .orElseThrow(() -> file.error(key, "there is no table " + link.table()));
  }

  private void checkFilters() {
    Map<String, String> columnOf = new HashMap<>();
    for (ColumnDefinition column : table.columns()) {
      String key = "columns." + column.name() + ".filter";
      column.filter().stream()
          .flatMap(filter -> parameters(filter, column, key))
          .forEach(
              parameter -> {
                String other = columnOf.putIfAbsent(parameter, column.name());
                if (other != null) {
                  throw file.error(
                      key, "parameter %s already filters column %s".formatted(parameter, other));
                }
                if (table.send().containsKey(parameter)) {
                  throw file.error(key, "parameter %s is always sent".formatted(parameter));
                }
              });
    }
  }

  private Stream<String> parameters(FilterDefinition filter, ColumnDefinition column, String key) {
    if (filter instanceof FilterDefinition.Range range) {
      if (!column.type().isTemporal()) {
        throw file.error(key, "a range needs a TIMESTAMP or DATE column");
      }
      return Stream.of(range.after(), range.before());
    }
    if (!EQUAL.contains(column.type())) {
      throw file.error(key, "an equality needs a VARCHAR, BOOLEAN or INTEGER column");
    }
    return Stream.of(((FilterDefinition.Equals) filter).parameter());
  }

  private void requireColumn(TableDefinition owner, String name, String key) {
    if (owner.columnIndex(name) < 0) {
      throw file.error(key, "table %s has no column %s".formatted(owner.id(), name));
    }
  }
}
