package io.github.twiliojdbc.transport.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.twiliojdbc.catalog.Json;
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
    int size = Math.min(query.number("PageSize", DEFAULT_PAGE_SIZE), table.pageSize());
    int page = query.number("Page", 0);
    int from = Math.min(page * size, rows.size());
    int until = Math.min(from + size, rows.size());
    ObjectNode body = Json.MAPPER.createObjectNode();
    ArrayNode array = body.putArray(table.rows());
    rows.subList(from, until).forEach(row -> array.add(json(table, row)));
    String next = until < rows.size() ? link(query, page + 1, rows.size() - until) : null;
    if (table.product().paging() == Product.Paging.NEXT_PAGE_URI) {
      body.put("page", page).put("page_size", size).put("next_page_uri", next);
    } else {
      body.putObject("meta")
          .put("page", page)
          .put("page_size", size)
          .put("key", table.rows())
          .put(
              "next_page_url",
              next == null
                  ? null
                  : "https://" + table.product().subdomain() + ".twilio.com" + next);
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
        .forEach((name, value) -> json.set(name, Json.MAPPER.valueToTree(wire(table, value))));
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
