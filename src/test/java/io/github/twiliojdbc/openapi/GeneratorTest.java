package io.github.twiliojdbc.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.github.twiliojdbc.catalog.Catalog;
import io.github.twiliojdbc.catalog.Paging;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The three steps from a file to a declaration, on a file of our own. */
class GeneratorTest {
  private static final String FILE =
      """
      servers: [{ url: "https://shop-api.twilio.com" }]
      paths:
        /v1/Shops:
          x-twilio: { pathType: list }
          get:
            parameters:
              - { name: FriendlyName, in: query, schema: { type: string } }
              - { name: Owner, in: query, schema: { type: string } }
              - { name: OpenedAfter, in: query, schema: { type: string, format: date-time } }
              - { name: OpenedBefore, in: query, schema: { type: string, format: date-time } }
              - { name: PageSize, in: query, schema: { type: integer, maximum: 100 } }
            responses: { "200": { content: { application/json: { schema: {
              properties: {
                shops: { type: array, items: { $ref: "#/components/schemas/shop" } },
                meta: { properties: { next_page_url: { type: string } } } } } } } } }
        /v1/Shops/{Sid}:
          x-twilio: { pathType: instance }
          get: { responses: { "200": { content: { application/json: {} } } } }
        /v1/Shops/{ShopSid}/Boxes:
          x-twilio: { mountName: shop_boxes, parent: "/Shops/{Sid}", pathType: list }
          get:
            responses: { "200": { content: { application/json: { schema: {
              properties: {
                boxes: { type: array, items: { properties: {
                  boxId: { type: string }, heavy: { type: boolean } } } },
                meta: { properties: { next_page_url: { type: string } } } } } } } } }
      components:
        schemas:
          shop:
            properties:
              sid: { type: string }
              friendly_name: { type: string }
              date_opened: { type: string, format: date-time }
              price: { type: string }
              secret: { type: string }
              links: { type: object }
      """;

  private static final Mapping MAPPING =
      new Mapping(
          Map.of("shop", new Mapping.Schema("Shops.", "https://www.twilio.com/docs/shop", null)),
          Map.of(),
          Map.of(),
          Map.of("price", "DECIMAL"),
          Map.of("price", 5),
          Map.of(),
          Map.of(),
          Map.of(),
          List.of(),
          Map.of(),
          Map.of());

  private static final OpenApi API = api();

  private static OpenApi api() {
    try {
      JsonNode file = new ObjectMapper(new YAMLFactory()).readTree(FILE);
      return new OpenApi(Map.of("shop_v1", file));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String declaration(int number) {
    List<Resource> lists = new Resources(API).lists();
    Tables tables = new Tables(MAPPING, new Names(API), Catalog.bundled(), lists);
    return new Declarations(tables, MAPPING, lists.get(number)).text();
  }

  @Test
  void whatTheFileSays() {
    Resource shops = new Resources(API).lists().get(0);
    assertThat(shops.id()).isEqualTo("shop_v1 /v1/Shops");
    assertThat(shops.subdomain()).isEqualTo("shop-api");
    assertThat(shops.paging()).isEqualTo(Paging.META);
    assertThat(shops.rows()).isEqualTo("shops");
    assertThat(shops.instance()).isEqualTo(Optional.of("/v1/Shops/{Sid}"));
    assertThat(shops.parameters())
        .containsOnlyKeys("FriendlyName", "Owner", "OpenedAfter", "OpenedBefore", "PageSize");
  }

  @Test
  void aListOfTheAccount() {
    assertThat(declaration(0))
        .isEqualTo(
            """
            table: shops
            about: "Shops."
            docs: https://www.twilio.com/docs/shop

            product: shop_v1
            list: /v1/Shops
            get: /v1/Shops/{sid}
            rows: shops
            key: [sid]
            page_size: 100
            typical_rows: 50
            cursor: date_opened

            columns:
              sid:            { type: VARCHAR, about: "Identifier of the shop." }
              friendly_name:  { type: VARCHAR, filter: { equals: FriendlyName }, about: "Name given to the shop." }
              date_opened:    { type: TIMESTAMP, filter: { after: OpenedAfter, before: OpenedBefore, format: day_edges }, about: "When the shop was opened." }
              price:          { type: DECIMAL, scale: 5, about: "Price of the shop." }
              secret:         { type: VARCHAR, secret: true, about: "Secret of the shop." }
              links:          { type: JSON, about: "Addresses of what belongs to the shop." }
            """);
  }

  @Test
  void aListOfAParent() {
    assertThat(declaration(1))
        .isEqualTo(
            """
            table: shop_boxes
            about: "Boxes of each shop."
            docs: https://www.twilio.com/docs/shop

            product: shop_v1
            list: /v1/Shops/{shop_sid}/Boxes
            rows: boxes
            page_size: 50
            typical_rows: 10
            parents:
              shop_sid: shops.sid

            columns:
              shop_sid:  { type: VARCHAR, about: "Identifier of the shop box's shop." }
              box_id:    { type: VARCHAR, field: boxId, about: "Identifier of the shop box." }
              heavy:     { type: BOOLEAN, about: "Whether heavy is set for the shop box." }
            """);
  }

  @ParameterizedTest
  @CsvSource({
    "phone_number, phone_numbers",
    "country, countries",
    "address, addresses",
    "inbox, inboxes",
    "relay, relays",
    "settings, settings",
  })
  void namesOfManyAndOfOne(String one, String many) {
    assertThat(Names.plural(one)).isEqualTo(many);
    if (!one.equals(many)) {
      assertThat(Names.singular(many)).isEqualTo(one);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "FriendlyName, friendly_name",
    "friendlyName, friendly_name",
    "HTTPMethod, http_method",
    "A2p, a2p",
    "sid, sid",
  })
  void columnsAreInSnakeCase(String name, String column) {
    assertThat(OpenApi.snake(name)).isEqualTo(column);
  }

  @ParameterizedTest
  @CsvSource({
    "StartTime>, StartTime<, start_time, '{ after: StartTime>, before: StartTime< }'",
    "CreatedAfter, CreatedBefore, create_time, '{ after: CreatedAfter, before: CreatedBefore, format: day_edges }'",
    "DateCreatedFrom, DateCreatedTo, date_created, '{ after: DateCreatedFrom, before: DateCreatedTo, format: day_edges }'",
    "AfterDateCreated, BeforeDateCreated, date_created, '{ after: AfterDateCreated, before: BeforeDateCreated, format: day_edges }'",
    "ValidUntilDate>, ValidUntilDate<, valid_until, '{ after: ValidUntilDate>, before: ValidUntilDate< }'",
  })
  void stylesOfDateRanges(String from, String until, String column, String filter) {
    JsonNode text = new ObjectMapper().createObjectNode().put("format", "date-time");
    assertThat(
            DateRanges.of(
                Map.of(from, text, until, text),
                Map.of(column, new Declarations.Column("TIMESTAMP", column, "", "", ""))))
        .isEqualTo(Map.of(column, filter));
  }
}
