package io.github.twiliojdbc.catalog;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One file of the catalog: its contents as a record, and errors that say on which line a key
 * stands.
 *
 * <p>Records are filled here, not by Jackson's mapper, whose first use would take a third of a
 * second of every JVM's first query.
 */
final class CatalogFile {
  private final String name;
  private final Map<String, Integer> lines = new HashMap<>();
  private final @Nullable Object contents;

  /**
   * Reads the value that begins at the parser's next token.
   *
   * @param name the file's name, for errors
   */
  CatalogFile(String name, JsonParser parser) {
    this.name = name;
    try {
      parser.nextToken();
      this.contents = value(parser, "");
    } catch (IOException e) {
      int line =
          e instanceof JsonProcessingException json && json.getLocation() != null
              ? json.getLocation().getLineNr()
              : 1;
      throw new CatalogException("%s, line %d: %s".formatted(name, line, e.getMessage()));
    }
  }

  /** Reads the file into a record whose components are the keys. */
  <T> T read(Class<T> type) {
    Object present = require("", contents);
    return type.cast(record(type, map(present, ""), ""));
  }

  /** Returns the error that {@code problem} describes, at the line of a key such as a.b.c. */
  CatalogException error(String key, String problem) {
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

  /** Returns the map, list or text that the parser stands at the start of. */
  private @Nullable Object value(JsonParser parser, String path) throws IOException {
    if (parser.currentToken() == JsonToken.START_OBJECT) {
      Map<String, @Nullable Object> map = new LinkedHashMap<>();
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String key = path + parser.currentName();
        lines.put(key, parser.currentTokenLocation().getLineNr());
        String field = parser.currentName();
        parser.nextToken();
        map.put(field, value(parser, key + "."));
      }
      return map;
    }
    if (parser.currentToken() == JsonToken.START_ARRAY) {
      List<@Nullable Object> list = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        list.add(value(parser, path));
      }
      return list;
    }
    return parser.currentToken() == JsonToken.VALUE_NULL ? null : parser.getText();
  }

  /** Returns a value as what a record's component holds. */
  private @Nullable Object convert(Type type, @Nullable Object value, String path) {
    if (value == null || type == Object.class) {
      return value;
    }
    if (type instanceof ParameterizedType generic) {
      Type element = generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1];
      if (generic.getRawType() == List.class) {
        return list(value, path).stream().map(each -> convert(element, each, path)).toList();
      }
      Map<String, @Nullable Object> converted = new LinkedHashMap<>();
      map(value, path)
          .forEach((key, each) -> converted.put(key, convert(element, each, path + "." + key)));
      return converted;
    }
    if (((Class<?>) type).isRecord()) {
      return record((Class<?>) type, map(value, path), path);
    }
    if (!(value instanceof String text)) {
      throw error(path, "is not one value");
    }
    if (type == Integer.class && !text.matches("-?\\d{1,9}")) {
      throw error(path, "'%s' is no whole number".formatted(text));
    }
    if (type == Boolean.class && !text.equals("true") && !text.equals("false")) {
      throw error(path, "'%s' is neither true nor false".formatted(text));
    }
    return type == Integer.class
        ? Integer.valueOf(text)
        : type == Boolean.class ? Boolean.valueOf(text) : text;
  }

  private Object record(Class<?> type, Map<String, @Nullable Object> values, String path) {
    RecordComponent[] components = type.getRecordComponents();
    List<String> known = Stream.of(components).map(RecordComponent::getName).toList();
    String prefix = path.isEmpty() ? "" : path + ".";
    for (String key : values.keySet()) {
      if (!known.contains(key)) {
        throw error(prefix + key, "unknown key; known are " + known);
      }
    }
    @Nullable Object[] arguments =
        Stream.of(components)
            .map(
                component ->
                    convert(
                        component.getGenericType(),
                        values.get(component.getName()),
                        prefix + component.getName()))
            .toArray();
    try {
      return type.getDeclaredConstructor(
              Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new))
          .newInstance(arguments);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("a record has a constructor of its components", e);
    }
  }

  @SuppressWarnings("unchecked") // Only value() makes maps and lists.
  private Map<String, @Nullable Object> map(Object value, String path) {
    if (value instanceof Map<?, ?> map) {
      return (Map<String, @Nullable Object>) map;
    }
    throw error(path, "has no keys");
  }

  @SuppressWarnings("unchecked")
  private List<@Nullable Object> list(Object value, String path) {
    if (value instanceof List<?> list) {
      return (List<@Nullable Object>) list;
    }
    throw error(path, "is no list");
  }
}
