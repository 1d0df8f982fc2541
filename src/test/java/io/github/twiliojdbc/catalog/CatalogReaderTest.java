package io.github.twiliojdbc.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Mistakes in catalog files, each with its file, line and key. */
class CatalogReaderTest {
  private static final String TABLE =
      """
      table: things
      about: "Things."
      docs: https://www.twilio.com/docs/things
      product: p
      list: /v1/Things
      rows: things
      key: [sid]
      typical_rows: 5
      account: sid
      columns:
        sid: { type: VARCHAR, about: "Identifier." }
        day: { type: DATE, filter: { after: From, before: To }, about: "Day." }
      """;

  @Test
  void theDriversOwnFilesAreRight() {
    assertThat(Catalog.bundled().tables(Catalog.DEFAULT_SCHEMA)).hasSize(34);
  }

  @Test
  void aMisspelledKey() {
    says(
        TABLE.replace("rows:", "row:"),
        "twilio/things.yaml, line 6, key row: unknown key; known are [table, about, docs, product, list, get, paging, rows,"
            + " key, size_parameter, page_size, typical_rows, most_rows, account, cursor, since, parents, values, required, parents_where, references, send, rollup, missing, next_page, notes,"
            + " differs, columns]");
  }

  @Test
  void aColumnOfAnUnknownType() {
    says(
        TABLE.replace("DATE", "DAY"),
        "twilio/things.yaml, line 12, key columns.day.type: 'DAY' is not one of varchar, integer, bigint,"
            + " decimal, double, boolean, timestamp, date, json");
  }

  @Test
  void aColumnWithoutDescription() {
    says(
        TABLE.replace(", about: \"Identifier.\"", ""),
        "twilio/things.yaml, line 11, key columns.sid.about: is missing");
  }

  @Test
  void aKeyThatIsNoColumn() {
    says(
        TABLE.replace("[sid]", "[id]"),
        "twilio/things.yaml, line 7, key key: table things has no column id");
  }

  @Test
  void aParameterThatFiltersTwoColumns() {
    says(
        TABLE.replace("VARCHAR,", "VARCHAR, filter: { equals: To },"),
        "twilio/things.yaml, line 12, key columns.day.filter: parameter To already filters column sid");
  }

  @Test
  void aNumberThatIsNone() {
    says(
        TABLE.replace("typical_rows: 5", "typical_rows: some"),
        "twilio/things.yaml, line 8, key typical_rows: 'some' is no whole number");
  }

  @Test
  void aTextInPlaceOfAList() {
    says(TABLE.replace("[sid]", "sid"), "twilio/things.yaml, line 7, key key: is no list");
  }

  @Test
  void aListInPlaceOfAText() {
    says(
        TABLE.replace("rows: things", "rows: [things]"),
        "twilio/things.yaml, line 6, key rows: is not one value");
  }

  @Test
  void aFileThatIsNoYaml() {
    assertThatThrownBy(
            () -> new CatalogReader(CatalogCompiler.files(name -> "schemas: [p")).check())
        .isInstanceOf(CatalogException.class)
        .hasMessageStartingWith("_catalog.yaml, line 1: ");
  }

  @Test
  void aPathParameterWithoutParent() {
    says(
        TABLE.replace("/v1/Things", "/v1/{sid}/Things"),
        "twilio/things.yaml, line 5, key list: path parameter {sid} has no entry under parents, values or required");
  }

  @Test
  void aParentThatIsNoTable() {
    says(
        TABLE.replace("/v1/Things", "/v1/{sid}/Things") + "parents: { sid: boxes.sid }\n",
        "twilio/things.yaml, line 13, key parents.sid: there is no table boxes");
  }

  @Test
  void aRenamedTableKeepsItsOldName() {
    Map<String, String> files =
        Map.of(
            "_catalog.yaml",
            "{schemas: [shop], products: {p: {subdomain: p}}}",
            "twilio/_schema.yaml",
            "{about: T., tables: [things]}",
            "twilio/things.yaml",
            TABLE,
            "shop/_schema.yaml",
            "{about: S., tables: [boxes], others: {crates: boxes, things: twilio.things}}",
            "shop/boxes.yaml",
            TABLE.replace("table: things", "table: boxes"));
    Catalog catalog = CatalogFiles.read(files::get);
    assertThat(catalog.tables("shop").keySet()).containsExactly("boxes", "crates", "things");
    assertThat(catalog.table("shop.crates")).isSameAs(catalog.table("shop.boxes"));
    assertThat(catalog.table("shop.things")).isSameAs(catalog.table("things"));
    assertThat(catalog.tables()).hasSize(2);
  }

  @Test
  void anotherNameForWhatIsNoTable() {
    Map<String, String> files =
        Map.of(
            "_catalog.yaml",
            "{schemas: [], products: {p: {subdomain: p}}}",
            "twilio/_schema.yaml",
            "{about: T., tables: [things], others: {crates: boxes}}",
            "twilio/things.yaml",
            TABLE);
    assertThatThrownBy(() -> CatalogFiles.read(files::get))
        .isInstanceOf(CatalogException.class)
        .hasMessage("twilio/_schema.yaml, line 1, key others.crates: there is no table boxes");
  }

  private static void says(String table, String message) {
    Map<String, String> files =
        Map.of(
            "_catalog.yaml",
            "{schemas: [], products: {p: {subdomain: p}}}",
            "twilio/_schema.yaml",
            "{about: T., tables: [things]}",
            "twilio/things.yaml",
            table);
    assertThatThrownBy(() -> new CatalogReader(CatalogCompiler.files(files::get)).check())
        .isInstanceOf(CatalogException.class)
        .hasMessage(message);
  }
}
