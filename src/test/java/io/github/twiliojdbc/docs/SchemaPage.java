package io.github.twiliojdbc.docs;

import io.github.twiliojdbc.catalog.Catalog;
import io.github.twiliojdbc.catalog.ColumnDefinition;
import io.github.twiliojdbc.catalog.ParentLink;
import io.github.twiliojdbc.catalog.TableDefinition;
import io.github.twiliojdbc.catalog.TableName;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The page of one schema: its tables, and a diagram of how they hang together. */
final class SchemaPage {
  private final Catalog catalog;
  private final String schema;

  SchemaPage(Catalog catalog, String schema) {
    this.catalog = catalog;
    this.schema = schema;
  }

  String text() {
    return "# %s\n\n%s\n\n%s%s\n%s"
        .formatted(
            schema,
            catalog.schema(schema).about(),
            catalog.schema(schema).notes().stream()
                .map(note -> note + "\n\n")
                .collect(Collectors.joining()),
            tables(),
            diagram());
  }

  private String tables() {
    StringBuilder text = new StringBuilder();
    text.append("| table | rows are | filters of the API |\n|---|---|---|\n");
    new TreeMap<>(catalog.tables(schema))
        .forEach(
            (name, table) ->
                text.append(
                    "| [%s](%s/%s.md) | %s%s | %s |\n"
                        .formatted(
                            name,
                            table.id().schema(),
                            table.name(),
                            table.about(),
                            isOther(name, table) ? " The same table as " + table.id() + "." : "",
                            filters(table))));
    return text.toString();
  }

  private boolean isOther(String name, TableDefinition table) {
    return !table.id().equals(new TableName(schema, name));
  }

  private static String filters(TableDefinition table) {
    return table.columns().stream()
        .filter(column -> column.filter().isPresent())
        .map(ColumnDefinition::name)
        .collect(Collectors.joining(", "));
  }

  private String diagram() {
    Set<String> lines = new TreeSet<>();
    for (Map.Entry<String, TableDefinition> entry : catalog.tables(schema).entrySet()) {
      TableDefinition table = entry.getValue();
      if (isOther(entry.getKey(), table)) {
        continue;
      }
      if (table.parents().isEmpty() && table.references().isEmpty()) {
        lines.add("  " + name(table.id()) + "\n");
      }
      if (!table.parents().isEmpty()) {
        ParentLink link = table.parents().get(table.parents().size() - 1);
        lines.add(line(link.table(), "||--o{", table, link.parameter()));
      }
      table
          .references()
          .forEach(other -> lines.add(line(other.table(), "|o..o{", table, other.column())));
    }
    return "```mermaid\nerDiagram\n" + String.join("", lines) + "```\n";
  }

  private String line(TableName parent, String relation, TableDefinition child, String column) {
    return "  %s %s %s : %s\n".formatted(name(parent), relation, name(child.id()), column);
  }

  private String name(TableName name) {
    return name.schema().equals(schema) ? name.name() : name.schema() + "_" + name.name();
  }
}
