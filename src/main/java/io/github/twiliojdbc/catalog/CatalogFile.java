package io.github.twiliojdbc.catalog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** One YAML file: its contents as a record, and on which line each key stands. */
final class CatalogFile {
  private static final ObjectMapper MAPPER =
      new ObjectMapper(new YAMLFactory())
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final String name;
  private final String text;
  private final Map<String, Integer> lines = new HashMap<>();

  CatalogFile(String name, String text) {
    this.name = name;
    this.text = text;
  }

  /** Reads the file into a record whose components are the keys. */
  <T> T read(Class<T> type) {
    try {
      T contents = MAPPER.readValue(text, type);
      readLines();
      return contents;
    } catch (UnrecognizedPropertyException e) {
      throw new CatalogException(
          "%s, line %d, key %s: unknown key; known are %s"
              .formatted(name, line(e), keyPath(e), e.getKnownPropertyIds()));
    } catch (JsonMappingException e) {
      throw new CatalogException(
          "%s, line %d, key %s: %s".formatted(name, line(e), keyPath(e), e.getOriginalMessage()));
    } catch (IOException e) {
      int line = e instanceof JsonProcessingException json ? line(json) : 0;
      throw new CatalogException("%s, line %d: %s".formatted(name, line, e.getMessage()));
    }
  }

  /** Returns the error that {@code problem} describes, at the line of a key such as a.b.c. */
  CatalogException error(String key, String problem) {
    int line =
        Optional.ofNullable(lines.get(key))
            .orElseGet(
                () -> lines.getOrDefault(key.substring(0, Math.max(0, key.lastIndexOf('.'))), 1));
    return new CatalogException("%s, line %d, key %s: %s".formatted(name, line, key, problem));
  }

  /** Returns the value of a key that must be there. */
  <T> T require(String key, @org.jspecify.annotations.Nullable T value) {
    if (value == null) {
      throw error(key, "is missing");
    }
    return value;
  }

  private void readLines() throws IOException {
    Deque<String> path = new ArrayDeque<>();
    try (YAMLParser parser = new YAMLFactory().createParser(text)) {
      for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
        switch (token) {
          case START_OBJECT -> {
            String key = parser.getParsingContext().getParent().getCurrentName();
            path.addLast(key == null ? "" : path.isEmpty() ? key : path.getLast() + "." + key);
          }
          case END_OBJECT -> path.removeLast();
          case FIELD_NAME -> {
            String prefix = path.getLast().isEmpty() ? "" : path.getLast() + ".";
            lines.put(prefix + parser.currentName(), parser.currentTokenLocation().getLineNr());
          }
          default -> {}
        }
      }
    }
  }

  private static int line(JsonProcessingException e) {
    return e.getLocation() == null ? 1 : e.getLocation().getLineNr();
  }

  private static String keyPath(JsonMappingException e) {
    StringBuilder path = new StringBuilder();
    for (JsonMappingException.Reference step : e.getPath()) {
      if (step.getFieldName() != null) {
        path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
      }
    }
    return path.toString();
  }
}
