package io.github.twiliojdbc.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.twiliojdbc.catalog.Paging;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Step three: writes the declaration of one table. */
final class Declarations {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** Columns that are read as NULL unless somebody asks for secrets. */
  private static final Pattern SECRET =
      Pattern.compile("(.*_)?(secret|auth_token|password|private_key|access_token)");

  private final Tables tables;
  private final Mapping mapping;
  private final Resource resource;
  private final Mapping.Special special;
  private final String thing;

  Declarations(Tables tables, Mapping mapping, Resource resource) {
    this.tables = tables;
    this.mapping = mapping;
    this.resource = resource;
    this.special = mapping.special(resource);
    this.thing = special.thing() == null ? tables.thing(resource) : special.thing();
  }

  /** Returns the declaration in YAML. */
  String text() {
    StringBuilder text = new StringBuilder();
    Map<String, Column> columns = columns();
    line(text, "table", tables.name(resource));
    line(text, "about", quoted(about()));
    line(text, "docs", docs());
    text.append('\n');
    line(text, "product", resource.spec());
    line(text, "list", list());
    get(columns).ifPresent(path -> line(text, "get", path));
    paging().ifPresent(word -> line(text, "paging", word));
    if (resource.paging() != Paging.ROW) {
      line(text, "rows", resource.rows());
    }
    List<String> key = key(columns);
    if (!key.isEmpty()) {
      line(text, "key", list(key));
    }
    Optional.ofNullable(special.sizeParameter())
        .ifPresent(name -> line(text, "size_parameter", name));
    pageSize().ifPresent(size -> line(text, "page_size", String.valueOf(size)));
    line(text, "typical_rows", String.valueOf(typicalRows()));
    columns.entrySet().stream()
        .filter(column -> column.getValue().isRange())
        .findFirst()
        .ifPresent(column -> line(text, "cursor", column.getKey()));
    map(text, "parents", parents());
    map(
        text,
        "values",
        special.values().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, e -> list(e.getValue()))));
    if (!special.required().isEmpty()) {
      line(text, "required", list(special.required()));
    }
    map(text, "references", references(columns));
    map(
        text,
        "send",
        special.send().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, e -> quoted(e.getValue()))));
    Optional.ofNullable(special.missing()).ifPresent(word -> line(text, "missing", word));
    Optional.ofNullable(special.nextPage()).ifPresent(word -> line(text, "next_page", word));
    if (!special.notes().isEmpty()) {
      text.append("\nnotes:\n");
      special.notes().forEach(note -> text.append("  - ").append(quoted(note)).append('\n'));
    }
    text.append("\ncolumns:\n");
    int width = columns.keySet().stream().mapToInt(String::length).max().orElse(0) + 3;
    columns.forEach(
        (name, column) ->
            text.append("  ")
                .append((name + ":" + " ".repeat(width)), 0, width)
                .append(column.text(name))
                .append('\n'));
    return text.toString();
  }

  private String about() {
    if (special.about() != null) {
      return special.about();
    }
    String many = Words.lower(tables.names().ofMany(resource.spec(), resource.path()));
    return Words.upper(
        tables
            .parent(resource)
            .map(tables::thing)
            .map(
                parent ->
                    "%s of each %s."
                        .formatted(many.replaceFirst("^" + parent + "s? (?=.)", ""), parent))
            .orElse(many + "."));
  }

  private String docs() {
    return special.docs() != null ? special.docs() : mapping.schemaOf(resource).docs();
  }

  private String list() {
    return special.list() == null ? tables.template(resource, resource.path()) : special.list();
  }

  private Optional<String> get(Map<String, Column> columns) {
    if ("none".equals(special.get())) {
      return Optional.empty();
    }
    return resource
        .instance()
        .map(path -> tables.instance(resource, path, columns.keySet()))
        .filter(path -> columns.keySet().containsAll(OpenApi.parameters(path)))
        .filter(path -> OpenApi.parameters(path).containsAll(unsaid()));
  }

  private Optional<String> paging() {
    if (special.paging() != null) {
      return Optional.of(special.paging());
    }
    boolean isUsual =
        resource.paging()
            == (resource.spec().equals("api_v2010") ? Paging.NEXT_PAGE_URI : Paging.META);
    return isUsual
        ? Optional.empty()
        : Optional.of(resource.paging().name().toLowerCase(java.util.Locale.ROOT));
  }

  private Optional<Integer> pageSize() {
    if (special.pageSize() != null) {
      return Optional.of(special.pageSize());
    }
    JsonNode size =
        resource
            .parameters()
            .getOrDefault(
                special.sizeParameter() == null ? "PageSize" : special.sizeParameter(),
                MAPPER.createObjectNode());
    int most = size.path("maximum").asInt(50);
    return resource.paging().hasPages() && most != 1000 ? Optional.of(most) : Optional.empty();
  }

  private int typicalRows() {
    if (special.typicalRows() != null) {
      return special.typicalRows();
    }
    return resource.paging() == Paging.ROW ? 1 : tables.parent(resource).isPresent() ? 10 : 50;
  }

  private List<String> key(Map<String, Column> columns) {
    return special.key() == null ? tables.key(resource, columns.keySet()) : special.key();
  }

  private Map<String, String> parents() {
    Map<String, String> parents = new LinkedHashMap<>(special.parents());
    if (parents.isEmpty()) {
      tables.links(resource).forEach(parents::put);
    }
    special.required().forEach(parents::remove);
    special.values().keySet().forEach(parents::remove);
    return parents;
  }

  private Map<String, String> references(Map<String, Column> columns) {
    Map<String, String> references = new LinkedHashMap<>();
    Map<String, String> parents = parents();
    String own = mapping.schema(resource.spec()) + "." + tables.name(resource);
    for (String column : columns.keySet()) {
      String target = mapping.references().get(column);
      if (target != null && !parents.containsKey(column) && !target.startsWith(own + ".")) {
        references.put(column, target);
      }
    }
    return references;
  }

  /** Returns the parameters of the list's path that rows do not tell the values of. */
  private List<String> unsaid() {
    return OpenApi.parameters(list()).stream()
        .filter(
            parameter ->
                resource.fields().keySet().stream()
                    .map(OpenApi::snake)
                    .noneMatch(parameter::equals))
        .toList();
  }

  private Map<String, Column> columns() {
    Map<String, Column> columns = new LinkedHashMap<>();
    for (String parameter : unsaid()) {
      columns.put(parameter, column(parameter, "VARCHAR", parameter));
    }
    resource
        .fields()
        .forEach(
            (field, schema) -> {
              String name = OpenApi.snake(field);
              columns.put(name, column(name, type(name, schema), field).sized(size(name, schema)));
            });
    special.columns().forEach((name, type) -> columns.putIfAbsent(name, column(name, type, name)));
    if (resource.paging() != Paging.ROW) {
      filters(columns);
    }
    return columns;
  }

  private String type(String name, JsonNode schema) {
    String own = special.columns().get(name);
    if (own != null) {
      return own;
    }
    String format = schema.path("format").asText();
    return switch (schema.path("type").asText("any")) {
      case "string" ->
          format.startsWith("date-time")
              ? "TIMESTAMP"
              : format.equals("date") ? "DATE" : mapping.types().getOrDefault(name, "VARCHAR");
      case "boolean" -> "BOOLEAN";
      case "integer" -> format.equals("int64") ? "BIGINT" : "INTEGER";
      case "number" -> format.equals("float") ? "DOUBLE" : "DECIMAL";
      default -> "JSON";
    };
  }

  /** Returns how large values are, as it is declared; empty where nobody says so. */
  private String size(String name, JsonNode schema) {
    return switch (type(name, schema)) {
      case "DECIMAL" ->
          mapping.scales().containsKey(name) ? "scale: " + mapping.scales().get(name) : "";
      case "VARCHAR" -> {
        String usual =
            switch (schema.path("format").asText()) {
              case "iso-country-code" -> "2";
              case "currency" -> "3";
              default -> "";
            };
        String length = schema.path("maxLength").asText(usual);
        yield length.isEmpty() ? "" : "length: " + length;
      }
      default -> "";
    };
  }

  private Column column(String name, String type, String field) {
    String about = mapping.abouts().get(name);
    return new Column(
        type,
        field,
        about == null ? Words.column(name, type, thing) : about.formatted(thing),
        "",
        "");
  }

  /**
   * Adds the filters: parameters that are called like columns, ranges of dates, what is special.
   */
  private void filters(Map<String, Column> columns) {
    Map<String, String> filters = new TreeMap<>();
    for (Map.Entry<String, JsonNode> parameter : resource.parameters().entrySet()) {
      String name = parameter.getKey();
      String column =
          mapping.filters().getOrDefault(name, OpenApi.snake(name.replaceAll("[<>]", "")));
      Column filtered = columns.get(column);
      boolean isInPath = OpenApi.parameters(list()).contains(column);
      if (filtered != null
          && !Resources.isOfPages(name)
          && !isInPath
          && !special.send().containsKey(name)
          && !name.matches(".*[<>]")
          && filtered.type().matches("VARCHAR|BOOLEAN|INTEGER")) {
        filters.putIfAbsent(column, "{ equals: %s }".formatted(name));
      }
    }
    filters.putAll(DateRanges.of(resource.parameters(), columns));
    special.filters().forEach((column, filter) -> filters.put(column, filter(filter)));
    filters.forEach(
        (name, filter) ->
            columns.computeIfPresent(name, (same, column) -> column.withFilter(filter)));
  }

  private static String filter(JsonNode filter) {
    List<String> words = new ArrayList<>();
    filter
        .properties()
        .forEach(
            word ->
                words.add(
                    word.getKey()
                        + ": "
                        + (word.getValue().isArray()
                            ? list(MAPPER.convertValue(word.getValue(), List.class))
                            : word.getValue().asText())));
    return words.isEmpty() ? "" : "{ " + String.join(", ", words) + " }";
  }

  private static void line(StringBuilder text, String key, String value) {
    text.append(key).append(": ").append(value).append('\n');
  }

  private static void map(StringBuilder text, String key, Map<String, String> values) {
    if (!values.isEmpty()) {
      text.append(key).append(":\n");
      values.forEach(
          (name, value) -> text.append("  ").append(name).append(": ").append(value).append('\n'));
    }
  }

  private static String list(List<?> values) {
    return values.stream().map(String::valueOf).collect(Collectors.joining(", ", "[", "]"));
  }

  private static String quoted(String text) {
    try {
      return MAPPER.writeValueAsString(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError("a text can always be written", e);
    }
  }

  /**
   * A column as it is declared.
   *
   * @param size how large values are, as it is declared; empty if that is not known
   * @param filter the filter as it is declared; empty for none
   */
  record Column(String type, String field, String about, String size, String filter) {
    Column withFilter(String other) {
      return new Column(type, field, about, size, other);
    }

    Column sized(String most) {
      return new Column(type, field, about, most, filter);
    }

    boolean isRange() {
      return filter.contains("after:");
    }

    String text(String name) {
      return "{ type: "
          + type
          + (field.equals(name) ? "" : ", field: " + field)
          + (size.isEmpty() ? "" : ", " + size)
          + (filter.isEmpty() ? "" : ", filter: " + filter)
          + (SECRET.matcher(name).matches() ? ", secret: true" : "")
          + ", about: "
          + quoted(about)
          + " }";
    }
  }
}
