package io.github.twiliojdbc.sql.functions;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import io.github.twiliojdbc.catalog.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Functions of texts that are JSON; what is taken out of one is written as it stands in it.
 *
 * <p>Public because generated code is in another package.
 */
public final class JsonFunctions {

  private JsonFunctions() {}

  /** A value in a text: what kind it is, its own text, and the characters of a string. */
  private record Value(JsonToken token, String text, @Nullable String characters) {
    @Nullable String asText() {
      return token == JsonToken.VALUE_NULL ? null : characters == null ? text : characters;
    }
  }

  @Signature(value = "json_field(text, text) text", mayBeNull = true)
  public static @Nullable String field(String json, String name) {
    return json(member(json, name));
  }

  @Signature(value = "json_field(text, int) text", mayBeNull = true)
  public static @Nullable String field(String json, int index) {
    return json(element(json, index));
  }

  @Signature(value = "json_text(text, text) text", mayBeNull = true)
  public static @Nullable String text(String json, String name) {
    return characters(member(json, name));
  }

  @Signature(value = "json_text(text, int) text", mayBeNull = true)
  public static @Nullable String text(String json, int index) {
    return characters(element(json, index));
  }

  /** Returns the value at a path that is written as an array: {a,0}. */
  @Signature(value = "json_path(text, text) text", mayBeNull = true)
  public static @Nullable String path(String json, String path) {
    return path(json, steps(path));
  }

  @Signature(value = "json_path(text, texts) text", mayBeNull = true)
  public static @Nullable String path(String json, List<String> steps) {
    return json(at(json, steps));
  }

  @Signature(value = "json_path_text(text, text) text", mayBeNull = true)
  public static @Nullable String pathText(String json, String path) {
    return pathText(json, steps(path));
  }

  @Signature(value = "json_path_text(text, texts) text", mayBeNull = true)
  public static @Nullable String pathText(String json, List<String> steps) {
    return characters(at(json, steps));
  }

  @Signature("json_array_length(text) int")
  public static int arrayLength(String json) {
    return elements(json).size();
  }

  @Signature("jsonb_array_length(text) int")
  public static int arrayLengthBinary(String json) {
    return arrayLength(json);
  }

  @Signature("json_typeof(text) text")
  public static String typeOf(String json) {
    return switch (whole(json).token) {
      case START_OBJECT -> "object";
      case START_ARRAY -> "array";
      case VALUE_STRING -> "string";
      case VALUE_TRUE, VALUE_FALSE -> "boolean";
      case VALUE_NULL -> "null";
      default -> "number";
    };
  }

  @Signature("jsonb_typeof(text) text")
  public static String typeOfBinary(String json) {
    return typeOf(json);
  }

  /** Returns the elements of an array, as JSON. */
  @Signature("json_elements(text) texts")
  public static List<String> elementsOf(String json) {
    return elements(json).stream().map(Value::text).toList();
  }

  /** Returns the elements of an array, as texts. */
  @Signature("json_element_texts(text) texts")
  public static List<@Nullable String> elementTexts(String json) {
    List<@Nullable String> texts = new ArrayList<>();
    elements(json).forEach(element -> texts.add(element.asText()));
    return texts;
  }

  /** Returns the names of an object's fields. */
  @Signature("json_keys(text) texts")
  public static List<String> keys(String json) {
    List<String> keys = new ArrayList<>();
    read(
        json,
        JsonToken.START_OBJECT,
        (name, value) -> {
          keys.add(String.valueOf(name));
          return false;
        });
    return keys;
  }

  private static @Nullable String json(@Nullable Value value) {
    return value == null ? null : value.text;
  }

  private static @Nullable String characters(@Nullable Value value) {
    return value == null ? null : value.asText();
  }

  /** Returns the steps of a path that is written as an array of texts. */
  private static List<String> steps(String path) {
    String inner = CharMatcher.anyOf("{}").trimFrom(path.strip());
    return Splitter.on(',')
        .trimResults(CharMatcher.anyOf(" \""))
        .omitEmptyStrings()
        .splitToList(inner);
  }

  private static @Nullable Value at(String json, List<String> steps) {
    Value value = whole(json);
    for (String step : steps) {
      value =
          value.token == JsonToken.START_ARRAY && step.matches("-?\\d{1,9}")
              ? element(value.text, Integer.parseInt(step))
              : member(value.text, step);
      if (value == null) {
        return null;
      }
    }
    return value;
  }

  private static @Nullable Value element(String json, int index) {
    List<Value> elements = elements(json);
    int place = index < 0 ? elements.size() + index : index;
    return place >= 0 && place < elements.size() ? elements.get(place) : null;
  }

  private static List<Value> elements(String json) {
    List<Value> elements = new ArrayList<>();
    read(
        json,
        JsonToken.START_ARRAY,
        (name, value) -> {
          elements.add(value);
          return false;
        });
    return elements;
  }

  private static @Nullable Value member(String json, String wanted) {
    @Nullable Value[] found = {null};
    read(
        json,
        JsonToken.START_OBJECT,
        (name, value) -> {
          if (wanted.equals(name)) {
            found[0] = value;
          }
          return found[0] != null;
        });
    return found[0];
  }

  private static Value whole(String json) {
    try (JsonParser parser = Json.FACTORY.createParser(json)) {
      JsonToken token = parser.nextToken();
      if (token == null) {
        throw invalid(json);
      }
      return value(parser, json);
    } catch (IOException e) {
      throw invalid(json);
    }
  }

  /** Takes the values in an array or object, until one suffices. */
  private interface Taker {
    boolean take(@Nullable String name, Value value);
  }

  private static void read(String json, JsonToken start, Taker taker) {
    try (JsonParser parser = Json.FACTORY.createParser(json)) {
      JsonToken token = parser.nextToken();
      if (token == null) {
        throw invalid(json);
      }
      if (token != start) {
        return;
      }
      String name = null;
      while (true) {
        JsonToken next = parser.nextToken();
        if (next == JsonToken.FIELD_NAME) {
          name = parser.currentName();
          next = parser.nextToken();
        }
        if (next == null
            || next == JsonToken.END_ARRAY
            || next == JsonToken.END_OBJECT
            || taker.take(name, value(parser, json))) {
          return;
        }
      }
    } catch (IOException e) {
      throw invalid(json);
    }
  }

  /** Returns the value that begins at the current token, and goes to its end. */
  private static Value value(JsonParser parser, String json) throws IOException {
    JsonToken token = parser.currentToken();
    if (token.isStructStart()) {
      int start = (int) parser.currentTokenLocation().getCharOffset();
      parser.skipChildren();
      return new Value(
          token, json.substring(start, (int) parser.currentLocation().getCharOffset()), null);
    }
    if (token == JsonToken.VALUE_STRING) {
      int start = (int) parser.currentTokenLocation().getCharOffset();
      String characters = parser.getText();
      return new Value(
          token, json.substring(start, (int) parser.currentLocation().getCharOffset()), characters);
    }
    return new Value(token, parser.getText().toLowerCase(Locale.ROOT), null);
  }

  private static IllegalArgumentException invalid(String json) {
    String start = json.length() > 60 ? json.substring(0, 60) + "..." : json;
    return new IllegalArgumentException("'%s' is no JSON".formatted(start));
  }
}
