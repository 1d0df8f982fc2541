package io.github.twiliojdbc.catalog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One YAML file: its contents as a record, and errors that say on which line a key stands. */
final class CatalogFile {
  private static final ObjectMapper MAPPER =
      new ObjectMapper(new YAMLFactory())
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final String name;
  private final String text;

  CatalogFile(String name, String text) {
    this.name = name;
    this.text = text;
  }

  /** Reads the file into a record whose components are the keys. */
  <T> T read(Class<T> type) {
    try {
      return MAPPER.readValue(text, type);
    } catch (UnrecognizedPropertyException e) {
      throw error(keyPath(e), "unknown key; known are " + keys(e.getReferringClass()));
    } catch (JsonMappingException e) {
      throw error(keyPath(e), e.getOriginalMessage());
    } catch (IOException e) {
      int line = e instanceof JsonProcessingException json ? line(json) : 0;
      throw new CatalogException("%s, line %d: %s".formatted(name, line, e.getMessage()));
    }
  }

  /** Returns the error that {@code problem} describes, at the line of a key such as a.b.c. */
  CatalogException error(String key, String problem) {
    Map<String, Integer> lines = lines();
    String present = key;
    while (!lines.containsKey(present) && present.contains(".")) {
      present = present.substring(0, present.lastIndexOf('.'));
    }
    int line = lines.getOrDefault(present, 1);
    return new CatalogException("%s, line %d, key %s: %s".formatted(name, line, key, problem));
  }

  /** Returns the value of a key that must be there. */
  <T> T require(String key, @Nullable T value) {
    if (value == null) {
      throw error(key, "is missing");
    }
    return value;
  }

  /** Returns on which line each key stands, as far as the file can be read. */
  private Map<String, Integer> lines() {
    Map<String, Integer> lines = new HashMap<>();
    Deque<String> path = new ArrayDeque<>();
    try (YAMLParser parser = new YAMLFactory().createParser(text)) {
      for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
        switch (token) {
          case START_OBJECT -> {
            String key = parser.getParsingContext().getParent().getCurrentName();
            path.addLast(key == null ? "" : path.getLast() + key + ".");
          }
          case END_OBJECT -> path.removeLast();
          case FIELD_NAME ->
              lines.put(
                  path.getLast() + parser.currentName(), parser.currentTokenLocation().getLineNr());
          default -> {}
        }
      }
    } catch (IOException e) {
      // The keys behind a mistake have no line, but the mistake itself has.
    }
    return lines;
  }

  private static List<String> keys(Class<?> type) {
    return Stream.of(type.getRecordComponents()).map(RecordComponent::getName).toList();
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
