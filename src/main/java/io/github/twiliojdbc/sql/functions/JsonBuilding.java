package io.github.twiliojdbc.sql.functions;

import static java.util.Comparator.naturalOrder;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/**
 * JSON that is put together of values, with PostgreSQL's spaces.
 *
 * <p>Public because generated code is in another package.
 */
public final class JsonBuilding {
  private JsonBuilding() {}

  @Signature("json_of(text) text")
  public static String json(String text) {
    return "\"" + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + "\"";
  }

  @Signature("json_of(boolean) text")
  public static String json(boolean truth) {
    return String.valueOf(truth);
  }

  @Signature("json_of(numeric) text")
  public static String json(BigDecimal number) {
    return Conversions.textOf(number);
  }

  @Signature("json_of(double) text")
  public static String json(double number) {
    return Conversions.textOf(number);
  }

  @Signature("json_of(timestamp) text")
  public static String json(long timestamp) {
    return json(DateText.timestamp(timestamp).replace(' ', 'T'));
  }

  @Signature("json_of(date) text")
  public static String jsonOfDay(int date) {
    return json(LocalDate.ofEpochDay(date).toString());
  }

  /** Returns an array of elements that are JSON. */
  @Signature("json_array_of(texts) text")
  public static String array(List<String> elements) {
    return "[" + String.join(", ", elements) + "]";
  }

  /** Returns an object of names and values, one after the other, as the type json has it. */
  @Signature("json_object_of(texts) text")
  public static String object(List<String> members) {
    StringJoiner object = new StringJoiner(", ", "{", "}");
    forEach(members, (name, value) -> object.add(name + " : " + value));
    return object.toString();
  }

  /** Returns an object of names and values, one after the other, as the type jsonb has it. */
  @Signature("jsonb_object_of(texts) text")
  public static String objectBinary(List<String> members) {
    Map<String, String> object = MembersBinary.init();
    forEach(members, object::put);
    return MembersBinary.result(object);
  }

  private static void forEach(List<String> members, BiConsumer<String, String> action) {
    if (members.size() % 2 != 0) {
      throw new IllegalArgumentException("a JSON object has a value for each name");
    }
    for (int i = 0; i < members.size(); i += 2) {
      String name = members.get(i);
      action.accept(name.startsWith("\"") ? name : json(name), members.get(i + 1));
    }
  }

  /** JSON_AGG. */
  public static final class Array {
    private Array() {}

    public static StringJoiner init() {
      return new StringJoiner(", ", "[", "]");
    }

    public static StringJoiner add(StringJoiner array, String element) {
      return array.add(element);
    }

    public static String result(StringJoiner array) {
      return array.toString();
    }
  }

  /** JSON_OBJECT_AGG. */
  public static final class Members {
    private Members() {}

    public static StringJoiner init() {
      return new StringJoiner(", ", "{ ", " }");
    }

    public static StringJoiner add(StringJoiner object, String name, String value) {
      return object.add(json(name) + " : " + value);
    }

    public static String result(StringJoiner object) {
      return object.toString();
    }
  }

  /** JSONB_OBJECT_AGG: each name once, with its last value, short names before long ones. */
  public static final class MembersBinary {
    private MembersBinary() {}

    public static Map<String, String> init() {
      return new TreeMap<>(Comparator.comparing(String::length).thenComparing(naturalOrder()));
    }

    public static Map<String, String> add(Map<String, String> object, String name, String value) {
      object.put(json(name), value);
      return object;
    }

    public static String result(Map<String, String> object) {
      return object.entrySet().stream()
          .map(member -> member.getKey() + ": " + member.getValue())
          .collect(Collectors.joining(", ", "{", "}"));
    }
  }
}
