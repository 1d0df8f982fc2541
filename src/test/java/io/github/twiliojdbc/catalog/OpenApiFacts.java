package io.github.twiliojdbc.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Twilio's OpenAPI files, where they are at hand beside the project. */
public final class OpenApiFacts {
  /** Where the files are. */
  public static final Path FOLDER = Path.of("../shared/twilio/openapi");

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Map<String, JsonNode> FILES = new HashMap<>();

  private OpenApiFacts() {}

  /** Returns whether the files are at hand. */
  public static boolean areAtHand() {
    return Files.isDirectory(FOLDER);
  }

  /** Returns the GET operation of a table's list. */
  static JsonNode operation(TableDefinition table) {
    return operation(table, table.list());
  }

  static JsonNode operation(TableDefinition table, PathTemplate path) {
    JsonNode paths = file(table).path("paths");
    for (Map.Entry<String, JsonNode> entry : paths.properties()) {
      if (shape(entry.getKey()).equals(shape(path.text()))) {
        return entry.getValue().path("get");
      }
    }
    throw new AssertionError("no path " + path + " in the file of " + table.product().name());
  }

  /** Returns whether the file has a path of this shape, whatever its parameters are called. */
  static boolean hasPath(TableDefinition table, PathTemplate path) {
    List<String> shapes = new ArrayList<>();
    file(table).path("paths").fieldNames().forEachRemaining(known -> shapes.add(shape(known)));
    return shapes.contains(shape(path.text()));
  }

  /** Returns the properties of a row. */
  static Map<String, JsonNode> fields(TableDefinition table) {
    JsonNode schema =
        operation(table).at("/responses/200/content/application~1json/schema/properties");
    String reference = schema.path(table.rows()).path("items").path("$ref").asText();
    JsonNode row = file(table).at(reference.substring(1));
    Map<String, JsonNode> fields = new LinkedHashMap<>();
    row.path("properties")
        .properties()
        .forEach(e -> fields.put(e.getKey(), resolve(table, e.getValue())));
    return fields;
  }

  /** Returns the bodies of Twilio's example responses, by name. */
  public static Map<String, JsonNode> examples(TableDefinition table) {
    Map<String, JsonNode> bodies = new LinkedHashMap<>();
    operation(table)
        .at("/responses/200/content/application~1json/examples")
        .properties()
        .forEach(e -> bodies.put(e.getKey(), e.getValue().path("value")));
    return bodies;
  }

  private static JsonNode resolve(TableDefinition table, JsonNode node) {
    return node.has("$ref") ? file(table).at(node.get("$ref").asText().substring(1)) : node;
  }

  private static JsonNode file(TableDefinition table) {
    return FILES.computeIfAbsent(
        table.product().name(),
        name -> {
          try {
            return MAPPER.readTree(FOLDER.resolve("twilio_" + name + ".json").toFile());
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  /** Returns a path without a query and without the names of its parameters. */
  private static String shape(String path) {
    return path.replaceFirst("\\?.*", "").replaceAll("\\{\\w+}", "{}");
  }
}
