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
    assertThat(Catalog.bundled().tables()).hasSize(34);
  }

  @Test
  void aMisspelledKey() {
    says(
        TABLE.replace("rows:", "row:"),
        "p/things.yaml, line 5, key row: unknown key; known are [table, about, docs, list, get, rows,"
            + " key, page_size, typical_rows, most_rows, account, cursor, since, parents, parents_where, references, send, rollup, missing, next_page, notes,"
            + " differs, columns]");
  }

  @Test
  void aColumnOfAnUnknownType() {
    says(
        TABLE.replace("DATE", "DAY"),
        "p/things.yaml, line 11, key columns.day.type: 'DAY' is not one of varchar, integer, bigint,"
            + " decimal, double, boolean, timestamp, date, json");
  }

  @Test
  void aColumnWithoutDescription() {
    says(
        TABLE.replace(", about: \"Identifier.\"", ""),
        "p/things.yaml, line 10, key columns.sid.about: is missing");
  }

  @Test
  void aKeyThatIsNoColumn() {
    says(
        TABLE.replace("[sid]", "[id]"),
        "p/things.yaml, line 6, key key: table things has no column id");
  }

  @Test
  void aParameterThatFiltersTwoColumns() {
    says(
        TABLE.replace("VARCHAR,", "VARCHAR, filter: { equals: To },"),
        "p/things.yaml, line 11, key columns.day.filter: parameter To already filters column sid");
  }

  @Test
  void aNumberThatIsNone() {
    says(
        TABLE.replace("typical_rows: 5", "typical_rows: some"),
        "p/things.yaml, line 7, key typical_rows: 'some' is no whole number");
  }

  @Test
  void aTextInPlaceOfAList() {
    says(TABLE.replace("[sid]", "sid"), "p/things.yaml, line 6, key key: is no list");
  }

  @Test
  void aListInPlaceOfAText() {
    says(
        TABLE.replace("rows: things", "rows: [things]"),
        "p/things.yaml, line 5, key rows: is not one value");
  }

  @Test
  void aFileThatIsNoYaml() {
    assertThatThrownBy(
            () -> new CatalogReader(CatalogCompiler.files(name -> "products: [p")).check())
        .isInstanceOf(CatalogException.class)
        .hasMessageStartingWith("_catalog.yaml, line 1: ");
  }

  @Test
  void aPathParameterWithoutParent() {
    says(
        TABLE.replace("/v1/Things", "/v1/{sid}/Things"),
        "p/things.yaml, line 4, key list: path parameter {sid} has no entry under parents");
  }

  @Test
  void aParentThatIsNoTable() {
    says(
        TABLE.replace("/v1/Things", "/v1/{sid}/Things") + "parents: { sid: boxes.sid }\n",
        "p/things.yaml, line 12, key parents.sid: there is no table boxes");
  }

  private static void says(String table, String message) {
    Map<String, String> files =
        Map.of(
            "_catalog.yaml",
            "products: [p]",
            "p/_product.yaml",
            "{product: p, about: P., subdomain: p, paging: meta, timestamps: iso8601,"
                + " page_size: 50, tables: [things]}",
            "p/things.yaml",
            table);
    assertThatThrownBy(() -> new CatalogReader(CatalogCompiler.files(files::get)).check())
        .isInstanceOf(CatalogException.class)
        .hasMessage(message);
  }
}
