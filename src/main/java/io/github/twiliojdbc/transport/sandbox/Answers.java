package io.github.twiliojdbc.transport.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.twiliojdbc.catalog.Json;
import io.github.twiliojdbc.catalog.Paging;
import io.github.twiliojdbc.catalog.Product;
import io.github.twiliojdbc.catalog.TableDefinition;
import io.github.twiliojdbc.transport.Response;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes answers in the JSON that Twilio's products write. */
final class Answers {
  private static final DateTimeFormatter RFC_2822 =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss Z", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  static final int DEFAULT_PAGE_SIZE = 50;

  private Answers() {}

  static Response page(TableDefinition table, Query query, List<SampleRow> rows) {
    if (table.paging() == Paging.ROW) {
      return rows.isEmpty()
          ? error(404, 20404, "The requested resource was not found")
          : row(table, rows.get(0));
    }
    int size =
        table
            .sizeParameter()
            .map(name -> Math.min(query.number(name, DEFAULT_PAGE_SIZE), table.pageSize()))
            .orElse(rows.size());
    int page = query.number(table.paging() == Paging.TOKEN ? "Token" : "Page", 0);
    int from = Math.min(page * size, rows.size());
    int until = Math.min(from + size, rows.size());
    ObjectNode body = Json.MAPPER.createObjectNode();
    ArrayNode array = body.putArray(table.rows());
    rows.subList(from, until).forEach(row -> array.add(json(table, row)));
    boolean hasNext = until < rows.size();
    String next = hasNext ? link(query, page + 1, rows.size() - until) : null;
    String host = "https://" + table.product().subdomain() + ".twilio.com";
    switch (table.paging()) {
      case NEXT_PAGE_URI ->
          body.put("page", page).put("page_size", size).put("next_page_uri", next);
      case META ->
          body.putObject("meta")
              .put("page", page)
              .put("page_size", size)
              .put("key", table.rows())
              .put("next_page_url", next == null ? null : host + next);
      case TOKEN ->
          body.putObject("meta").put("next_token", hasNext ? String.valueOf(page + 1) : null);
      case NUMBER -> body.put("current_page", page).put("has_next", hasNext);
      case NONE, ROW -> body.put("url", host + query.path());
    }
    return response(200, body);
  }

  static Response row(TableDefinition table, SampleRow row) {
    return response(200, json(table, row));
  }

  static Response error(int status, int code, String message) {
    return response(
        status,
        Json.MAPPER
            .createObjectNode()
            .put("code", code)
            .put("message", message)
            .put("more_info", "https://www.twilio.com/docs/errors/" + code)
            .put("status", status));
  }

  private static Response response(int status, ObjectNode body) {
    try {
      return new Response(status, Map.of(), Json.MAPPER.writeValueAsBytes(body));
    } catch (JsonProcessingException e) {
      throw new AssertionError("a tree can always be written", e);
    }
  }

  private static String link(Query query, int page, int left) {
    return query.path()
        + "?"
        + query.parameters().entrySet().stream()
            .filter(entry -> !entry.getKey().equals("Page") && !entry.getKey().equals("PageToken"))
            .map(entry -> encode(entry.getKey()) + "=" + encode(entry.getValue()) + "&")
            .collect(Collectors.joining())
        + "Page="
        + page
        + "&PageToken=PT"
        + left;
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static ObjectNode json(TableDefinition table, SampleRow row) {
    ObjectNode json = Json.MAPPER.createObjectNode();
    row.values()
        .forEach(
            (name, value) ->
                json.set(table.column(name).field(), Json.MAPPER.valueToTree(wire(table, value))));
    return json;
  }

  private static @Nullable Object wire(TableDefinition table, @Nullable Object value) {
    if (value instanceof Instant instant) {
      return table.product().timestamps() == Product.TimestampFormat.RFC2822
          ? RFC_2822.format(instant)
          : instant.toString();
    }
    return value instanceof BigDecimal || value instanceof LocalDate ? value.toString() : value;
  }
}
