package io.github.twiliojdbc.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Step two: what people know of the resources besides, written into {@code mapping.yaml}.
 *
 * @param schemas what the tables of each schema are, in the order in which schemas are listed
 * @param files schema of a file that is not called like one
 * @param names names of tables whose libraries' name says too little, by resource
 * @param types types of columns that the files declare as text, by column
 * @param scales most digits behind the point of a DECIMAL, by column
 * @param references columns that name rows of other tables, wherever they are
 * @param filters column that a parameter filters, where the names differ
 * @param abouts what a column holds, where its name says too little
 * @param singles resources whose answer is one object
 * @param leftOut lists that are no tables, with the reason
 * @param resources what is special about single resources
 */
record Mapping(
    Map<String, Schema> schemas,
    Map<String, String> files,
    Map<String, String> names,
    Map<String, String> types,
    Map<String, Integer> scales,
    Map<String, String> references,
    Map<String, String> filters,
    Map<String, String> abouts,
    List<String> singles,
    Map<String, String> leftOut,
    Map<String, Special> resources) {

  /**
   * A schema.
   *
   * @param about what its tables are
   * @param docs Twilio's page on the product
   * @param note what a user of the tables should know, if there is anything
   */
  record Schema(String about, String docs, @Nullable String note) {}

  /**
   * What is special about one resource.
   *
   * @param about what the rows are
   * @param thing what one row is called in sentences
   * @param docs Twilio's page on the resource
   * @param key columns that identify a row
   * @param list path of the list, where parameters of the query stand for parts of it
   * @param get {@code none} if a row is not to be fetched by its key
   * @param paging how an answer holds rows
   * @param sizeParameter parameter that says how many rows a page has
   * @param pageSize most rows of a page
   * @param nextPage {@code optional} if a page without a link to another is the last
   * @param typicalRows how many rows one list typically has
   * @param parameters names of path parameters that would clash with columns
   * @param parents where path parameters come from if not from a list above
   * @param values values of path parameters that are the same for everybody
   * @param required path parameters that only the query can give
   * @param columns types of fields that the file does not declare, or declares otherwise
   * @param filters filters as they are written into the declaration, by column; null for none
   * @param send parameters that every request carries
   * @param missing whether a 404 means that there are no rows
   * @param notes what a user should know
   * @param sample how rows of the sandbox are made, where the names do not tell
   */
  record Special(
      @Nullable String about,
      @Nullable String thing,
      @Nullable String docs,
      @Nullable List<String> key,
      @Nullable String list,
      @Nullable String get,
      @Nullable String paging,
      @Nullable String sizeParameter,
      @Nullable Integer pageSize,
      @Nullable String nextPage,
      @Nullable Integer typicalRows,
      Map<String, String> parameters,
      Map<String, String> parents,
      Map<String, List<String>> values,
      List<String> required,
      Map<String, String> columns,
      Map<String, JsonNode> filters,
      Map<String, String> send,
      @Nullable String missing,
      List<String> notes,
      @Nullable JsonNode sample) {
    static final Special NOTHING =
        new Special(
            null, null, null, null, null, null, null, null, null, null, null, Map.of(), Map.of(),
            Map.of(), List.of(), Map.of(), Map.of(), Map.of(), null, List.of(), null);

    Special {
      parameters = orEmpty(parameters);
      parents = orEmpty(parents);
      values = orEmpty(values);
      required = orEmpty(required);
      columns = orEmpty(columns);
      filters = orEmpty(filters);
      send = orEmpty(send);
      notes = orEmpty(notes);
    }

    private static List<String> orEmpty(@Nullable List<String> list) {
      return list == null ? List.of() : list;
    }

    private static <T> Map<String, T> orEmpty(@Nullable Map<String, T> map) {
      return map == null ? Map.of() : map;
    }
  }

  static Mapping read(Path file) throws IOException {
    return JsonMapper.builder(new YAMLFactory())
        .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
        .build()
        .readValue(file.toFile(), Mapping.class);
  }

  /** Returns the schema that the resources of a file are in. */
  String schema(String spec) {
    return files.getOrDefault(spec, spec.replaceFirst("_v\\d+$", ""));
  }

  /** Returns what is known of the schema that a resource is in. */
  Schema schemaOf(Resource resource) {
    return Objects.requireNonNull(schemas.get(schema(resource.spec())), resource.id());
  }

  /** Returns what is special about a resource. */
  Special special(Resource resource) {
    Special special = resources.get(resource.id());
    return special == null ? Special.NOTHING : special;
  }
}
