package io.github.twiliojdbc.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.Streams;
import io.github.twiliojdbc.catalog.Catalog;
import io.github.twiliojdbc.catalog.ColumnDefinition;
import io.github.twiliojdbc.catalog.TableDefinition;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes how the sandbox makes rows of a table: plausible ones, by what Twilio's file declares. */
final class Samples {
  private static final Pattern SID = Pattern.compile("\\^([A-Z][A-Za-z])\\[0-9a-fA-F]");
  private static final int MOST_VALUES = 8;

  private final Resource resource;
  private final TableDefinition table;
  private final Mapping.Special special;

  Samples(Resource resource, TableDefinition table, Mapping mapping) {
    this.resource = resource;
    this.table = table;
    this.special = mapping.special(resource);
  }

  String text() {
    Map<String, String> columns = new LinkedHashMap<>();
    for (ColumnDefinition column : table.columns()) {
      if (!table.list().parameters().contains(column.name())) {
        JsonNode field = resource.fields().get(column.field());
        maker(column, field).ifPresent(maker -> columns.put(column.name(), maker));
      }
    }
    Optional<JsonNode> own = Optional.ofNullable(special.sample());
    own.ifPresent(
        sample ->
            sample
                .path("columns")
                .properties()
                .forEach(
                    maker -> {
                      columns.remove(maker.getKey());
                      columns.put(maker.getKey(), maker.getValue().toString());
                    }));
    StringBuilder text = new StringBuilder(table.name()).append(":\n");
    String rows =
        switch (table.paging()) {
          case ROW -> "[1]";
          default -> table.list().parameters().isEmpty() ? "[4]" : "[2, 3, 1]";
        };
    text.append("  rows: ")
        .append(
            own.filter(sample -> sample.has("rows"))
                .map(s -> s.get("rows").toString())
                .orElse(rows));
    text.append("\n  columns:").append(columns.isEmpty() ? " {}\n" : "\n");
    columns.forEach(
        (name, maker) -> text.append("    ").append(name).append(": ").append(maker).append('\n'));
    return text.toString();
  }

  private Optional<String> maker(ColumnDefinition column, @Nullable JsonNode field) {
    String name = column.name();
    if (table.accountColumn().equals(Optional.of(name))) {
      return Optional.empty();
    }
    Optional<String> values = values(column, field);
    if (values.isPresent()) {
      return values;
    }
    return switch (column.type()) {
      case INTEGER, BIGINT -> Optional.of("{ number: [0, 99] }");
      case DECIMAL, DOUBLE -> Optional.of("{ amount: [0, 20000] }");
      case BOOLEAN -> Optional.of("{ pick: [true, false] }");
      case DATE -> Optional.of("{ days_of: 1 }");
      case TIMESTAMP -> Optional.empty();
      case JSON ->
          field != null && field.path("type").asText().equals("array")
              ? Optional.of("{ list: [] }")
              : Optional.empty();
      case VARCHAR -> text(column, field);
    };
  }

  private static Optional<String> values(ColumnDefinition column, @Nullable JsonNode field) {
    if (column.each().isPresent()) {
      return Optional.of("{ cycle: " + column.each().get().values() + " }");
    }
    if (field == null || !field.has("enum")) {
      return Optional.empty();
    }
    return Optional.of(
        Streams.stream(field.get("enum"))
            .limit(MOST_VALUES)
            .map(value -> "\"" + value.asText() + "\"")
            .collect(Collectors.joining(", ", "{ pick: [", "] }")));
  }

  private Optional<String> text(ColumnDefinition column, @Nullable JsonNode field) {
    String name = column.name();
    String format = field == null ? "" : field.path("format").asText();
    boolean isNeeded = table.key().contains(name) || column.filter().isPresent();
    boolean isSid = name.equals("sid") || (name.endsWith("_sid") && table.key().contains(name));
    if (isSid) {
      Matcher prefix = SID.matcher(field == null ? "" : field.path("pattern").asText());
      return Optional.of("{ sid: \"%s\" }".formatted(prefix.find() ? prefix.group(1) : "XX"));
    }
    Optional<String> other =
        table.references().stream()
            .filter(reference -> reference.column().equals(name))
            .filter(reference -> reference.table().schema().equals(Catalog.DEFAULT_SCHEMA))
            .map(reference -> "{ of: %s.%s }".formatted(reference.table(), reference.key()))
            .findFirst();
    if (other.isPresent()) {
      return other;
    }
    if (name.matches("(.*_)?(iso_country|country_code|iso_code|country)")) {
      return Optional.of("{ cycle: [US, GB, DE, FR] }");
    }
    if (table.key().contains(name) && !table.list().parameters().isEmpty()) {
      return Optional.of("{ sid: \"%s-\" }".formatted(name));
    }
    if (name.matches("(.*_)?(currency|price_unit)")) {
      return Optional.of("{ pick: [USD] }");
    }
    return switch (format) {
      case "phone-number" -> Optional.of("{ phone: 400 }");
      case "http-method" -> Optional.of("{ pick: [GET, POST] }");
      case "uri" ->
          name.equals("url") || name.equals("uri")
              ? Optional.empty()
              : Optional.of("{ cycle: [\"https://example.com/%s\"] }".formatted(name));
      default ->
          isNeeded || name.matches("(.*_)?(name|identity|label|description)")
              ? Optional.of("{ text: \"%s \" }".formatted(name.replace('_', ' ')))
              : Optional.empty();
    };
  }
}
