package io.github.twiliojdbc.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.google.common.collect.Sets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Compares each table that is declared by hand with Twilio's OpenAPI files, where they are at hand;
 * a difference must be listed in the table's file, with its reason, and a listed one must be real.
 */
class CatalogSpecTest {

  @TestFactory
  Stream<DynamicTest> tablesAgreeWithTwiliosFiles() {
    if (!OpenApiFacts.areAtHand()) {
      return Catalog.bundled().tables().stream()
          .map(table -> DynamicTest.dynamicTest(table.id().toString(), () -> checkAlone(table)));
    }
    return Catalog.bundled().tables(Catalog.DEFAULT_SCHEMA).values().stream()
        .map(table -> DynamicTest.dynamicTest(table.name(), () -> check(table)));
  }

  /** What can be said of a table without the files. */
  private static void checkAlone(TableDefinition table) {
    assertThat(table.columns())
        .isNotEmpty()
        .allSatisfy(column -> assertThat(column.about()).endsWith("."));
    assertThat(table.docs()).startsWith("https://www.twilio.com/docs/");
  }

  private static void check(TableDefinition table) {
    checkAlone(table);
    Map<String, String> differences = new HashMap<>();
    Map<String, JsonNode> fields = OpenApiFacts.fields(table);
    Map<String, JsonNode> parameters = parameters(table);
    assertThat(table.get().stream()).allMatch(path -> OpenApiFacts.hasPath(table, path));
    int maximum =
        parameters
            .getOrDefault("PageSize", MissingNode.getInstance())
            .path("schema")
            .path("maximum")
            .asInt();
    if (table.pageSize() != maximum) {
      differences.put("page_size", String.valueOf(maximum));
    }
    Set<String> names =
        table.columns().stream().map(ColumnDefinition::name).collect(Collectors.toSet());
    Set<String> expected = new HashSet<>(fields.keySet());
    expected.addAll(table.list().parameters());
    assertThat(names).containsAll(expected);
    Sets.difference(names, expected).forEach(name -> differences.put(name, "is missing there"));
    for (ColumnDefinition column : table.columns()) {
      JsonNode field = fields.get(column.name());
      if (field != null && !suits(column.type(), field)) {
        differences.put(column.name(), field.toString());
      }
      column.filter().ifPresent(filter -> checkFilter(filter, parameters));
    }
    assertThat(table.send().keySet()).isSubsetOf(parameters.keySet());
    assertThat(differences.keySet()).isEqualTo(table.differences().keySet());
  }

  private static Map<String, JsonNode> parameters(TableDefinition table) {
    Map<String, JsonNode> parameters = new HashMap<>();
    OpenApiFacts.operation(table)
        .path("parameters")
        .forEach(parameter -> parameters.put(parameter.path("name").asText(), parameter));
    return parameters;
  }

  private static void checkFilter(FilterDefinition filter, Map<String, JsonNode> parameters) {
    if (filter instanceof FilterDefinition.Equals equals) {
      assertThat(parameters).containsKey(equals.parameter());
    } else if (filter instanceof FilterDefinition.Range range) {
      assertThat(parameters).containsKeys(range.after(), range.before());
    }
  }

  /** Returns whether a column's type is what the field's type and format ask for. */
  private static boolean suits(ColumnType type, JsonNode field) {
    String format = field.path("format").asText();
    String json = field.path("type").asText("any");
    return switch (type) {
      case TIMESTAMP -> format.startsWith("date-time");
      case DATE -> format.equals("date");
      case BOOLEAN -> json.equals("boolean");
      case INTEGER -> json.equals("integer");
      case DECIMAL, DOUBLE -> json.equals("number");
      case JSON -> json.equals("object") || json.equals("array") || json.equals("any");
      case VARCHAR -> json.equals("string") && !format.startsWith("date");
      case BIGINT -> false;
    };
  }
}
