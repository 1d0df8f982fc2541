package io.github.twiliojdbc;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.notFound;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.google.common.collect.Streams;
import io.github.twiliojdbc.catalog.Catalog;
import io.github.twiliojdbc.catalog.ColumnDefinition;
import io.github.twiliojdbc.catalog.ColumnType;
import io.github.twiliojdbc.catalog.OpenApiFacts;
import io.github.twiliojdbc.catalog.Paging;
import io.github.twiliojdbc.catalog.PathTemplate;
import io.github.twiliojdbc.catalog.TableDefinition;
import io.github.twiliojdbc.connect.TestConnections;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Serves Twilio's own example responses and reads them back through JDBC: each field of each row
 * must come out equal.
 *
 * <p>Where Twilio's files are not at hand, a few responses of our own stand in.
 */
class OfficialExamplesTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @RegisterExtension
  private static final WireMockExtension SERVER = WireMockExtension.newInstance().build();

  @TestFactory
  Stream<DynamicTest> examplesComeOutEqual() {
    return Catalog.bundled().tables().stream()
        .flatMap(
            table ->
                examples(table).entrySet().stream()
                    .map(
                        example ->
                            DynamicTest.dynamicTest(
                                table.id() + " " + example.getKey(),
                                () -> check(table, example.getValue()))));
  }

  private static Map<String, JsonNode> examples(TableDefinition table) {
    if (OpenApiFacts.areAtHand()) {
      return OpenApiFacts.examples(table);
    }
    Map<String, JsonNode> own = new LinkedHashMap<>();
    Path file = Path.of("src/test/resources/responses/" + table.id() + ".json");
    if (Files.exists(file)) {
      try {
        own.put("own", MAPPER.readTree(file.toFile()));
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }
    return own;
  }

  private static void check(TableDefinition table, JsonNode example) throws SQLException {
    ObjectNode body = example.deepCopy();
    // The examples name a next page; the read has to end.
    body.putNull("next_page_uri");
    if (body.path("meta") instanceof ObjectNode meta) {
      meta.putNull("next_page_url").putNull("next_token");
    }
    List<JsonNode> rows =
        table.paging() == Paging.ROW
            ? List.of(example)
            : Streams.stream(body.get(table.rows())).toList();
    JsonNode first = rows.isEmpty() ? body.objectNode() : rows.get(0);
    Map<String, String> path =
        table.list().parameters().stream()
            .collect(
                Collectors.toMap(
                    name -> name,
                    name -> first.path(name).isTextual() ? first.path(name).asText() : "X" + name));
    SERVER.resetAll();
    SERVER.stubFor(any(anyUrl()).willReturn(notFound()));
    String list = table.list().text().replaceFirst("\\?.*", "");
    SERVER.stubFor(
        get(urlPathEqualTo(
                "/"
                    + table.product().subdomain()
                    + new PathTemplate(list)
                        .expand(
                            name -> Objects.requireNonNull(path.get(name)).replace("+", "%2B"))))
            .willReturn(okJson(body.toString())));
    String conditions =
        path.entrySet().stream()
            .map(e -> "\"" + e.getKey() + "\" = '" + e.getValue() + "'")
            .collect(Collectors.joining(" AND "));
    try (Connection connection = TestConnections.standIn(SERVER.getPort(), "exposeSecrets=true");
        Statement statement = connection.createStatement();
        ResultSet results =
            statement.executeQuery(
                "SELECT * FROM " + table.id() + (path.isEmpty() ? "" : " WHERE " + conditions))) {
      for (JsonNode row : rows) {
        assertThat(results.next()).isTrue();
        for (ColumnDefinition column : table.columns()) {
          if (row.has(column.field())) {
            Object value = results.getObject(column.name());
            // What a path was asked for stands where the row itself does not say.
            Object asked = row.get(column.field()).isNull() ? path.get(column.name()) : null;
            assertThat(value)
                .as(column.name())
                .isEqualTo(asked == null ? expected(column, row.get(column.field())) : asked);
            if (asked == null && value != null) {
              assertThat(size(value)).as(column.name()).isLessThanOrEqualTo(declared(column));
            }
          }
        }
      }
      assertThat(results.next()).isFalse();
      assertThat((Throwable) results.getWarnings()).isNull();
    }
  }

  /** Returns characters of a text or digits behind the point, which tools must be told of. */
  private static int size(Object value) {
    if (value instanceof BigDecimal number) {
      return number.stripTrailingZeros().scale();
    }
    return value instanceof String text ? text.length() : 0;
  }

  private static int declared(ColumnDefinition column) {
    return column.type() == ColumnType.DECIMAL ? column.scale() : column.length();
  }

  /** Says what a field is in JDBC, by other means than the driver's. */
  private static @Nullable Object expected(ColumnDefinition column, JsonNode field) {
    if (field.isNull()) {
      return null;
    }
    String text = field.isTextual() ? field.textValue() : field.toString();
    return switch (column.type()) {
      case JSON -> field.toString();
      case VARCHAR -> text;
      case INTEGER -> text.isEmpty() ? null : Integer.valueOf(text);
      case BIGINT -> text.isEmpty() ? null : Long.valueOf(text);
      case DECIMAL -> text.isEmpty() ? null : new BigDecimal(text);
      case DOUBLE -> text.isEmpty() ? null : Double.valueOf(text);
      case BOOLEAN -> text.isEmpty() ? null : Boolean.valueOf(text);
      case DATE -> Date.valueOf(LocalDate.parse(text));
      case TIMESTAMP ->
          Timestamp.from(
              text.contains(",")
                  ? ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant()
                  : OffsetDateTime.parse(text).toInstant());
    };
  }
}
