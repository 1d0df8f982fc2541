package io.github.twiliojdbc.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twiliojdbc.connect.TestConnections;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class DatabaseMetaDataTest {
  private Connection connection;
  private DatabaseMetaData metadata;

  @BeforeEach
  void open() throws SQLException {
    connection = TestConnections.sandbox("", UnaryOperator.identity());
    metadata = connection.getMetaData();
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  @Test
  void theDriver() throws SQLException {
    assertThat(metadata.getDriverName()).isEqualTo("twilio-jdbc");
    assertThat(metadata.getDriverVersion()).isNotEmpty();
    assertThat(metadata.isReadOnly()).isTrue();
    assertThat(metadata.getIdentifierQuoteString()).isEqualTo("\"");
    assertThat(metadata.storesLowerCaseIdentifiers()).isTrue();
    assertThat(metadata.nullsAreSortedLow()).isTrue();
  }

  @Test
  void keywordsNeedQuotes() throws SQLException {
    for (String word : metadata.getSQLKeywords().split(",", -1)) {
      assertThat(isColumn(word, word)).as(word).isFalse();
      assertThat(isColumn(word, "\"" + word + "\"")).as(word).isTrue();
    }
    for (String word :
        List.of(
            "identity",
            "hold",
            "count",
            "date",
            "value",
            "start",
            "method",
            "type",
            "language",
            "region",
            "month",
            "day",
            "hour",
            "key",
            "range",
            "time",
            "prev")) {
      assertThat(isColumn(word, word)).as(word).isTrue();
    }
  }

  /** Returns whether a column of some name is read by this spelling of it. */
  private boolean isColumn(String name, String spelling) {
    try (Statement statement = connection.createStatement();
        ResultSet result =
            statement.executeQuery(
                "SELECT %s FROM (SELECT 'yes' AS \"%s\") AS t".formatted(spelling, name))) {
      return result.next() && "yes".equals(result.getString(1));
    } catch (SQLException e) {
      assertThat(e.getSQLState()).isEqualTo("42000");
      return false;
    }
  }

  @Test
  void wordsOfOtherDatabases() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      assertThat(rows(statement.executeQuery("SHOW TABLES"), "table_name")).hasSize(34);
      assertThat(rows(statement.executeQuery("DESCRIBE queues"), "column_name", "data_type"))
          .contains("sid | VARCHAR", "max_size | INTEGER");
    }
  }

  @Test
  void schemas() throws SQLException {
    assertThat(rows(metadata.getSchemas(), "TABLE_SCHEM"))
        .contains("driver", "twilio", "messaging", "video")
        .hasSize(38);
  }

  @Test
  void tables() throws SQLException {
    assertThat(rows(metadata.getTables(null, "twilio", "%", null), "TABLE_NAME")).hasSize(34);
    assertThat(rows(metadata.getTables(null, "driver", null, null), "TABLE_NAME", "TABLE_TYPE"))
        .containsExactly(
            "columns | VIEW",
            "filters | VIEW",
            "requests | VIEW",
            "settings | VIEW",
            "tables | VIEW");
    assertThat(
            rows(
                metadata.getTables(null, "twilio", "conf%", new String[] {"TABLE"}),
                "TABLE_NAME",
                "REMARKS"))
        .containsExactly(
            "conference_participants | Calls that are connected to a running conference now.",
            "conferences | Conference calls, running and finished.");
    assertThat(rows(metadata.getTables(null, null, "%", new String[] {"ALIAS"}), "TABLE_NAME"))
        .isEmpty();
    assertThat(rows(metadata.getTables(null, "other", "%", null), "TABLE_NAME")).isEmpty();
  }

  @Test
  void columns() throws SQLException {
    assertThat(
            rows(
                metadata.getColumns(null, "twilio", "messages", "date\\_%"),
                "COLUMN_NAME",
                "DATA_TYPE",
                "NULLABLE"))
        .containsExactly(
            "date_updated | " + Types.TIMESTAMP + " | 1",
            "date_sent | " + Types.TIMESTAMP + " | 1",
            "date_created | " + Types.TIMESTAMP + " | 1");
  }

  /** Tools make room for as much as they are told, and show as many digits. */
  @Test
  void sizesOfColumns() throws SQLException {
    assertThat(
            rows(
                metadata.getColumns(null, "twilio", "messages", "%"),
                "COLUMN_NAME",
                "COLUMN_SIZE",
                "DECIMAL_DIGITS",
                "CHAR_OCTET_LENGTH"))
        .contains(
            "sid | 34 | null | 34",
            "body | 1600 | null | 1600",
            "from | 65535 | null | 65535",
            "price | 38 | 5 | null",
            "price_unit | 3 | null | 3",
            "date_sent | 23 | 3 | null");
  }

  @Test
  void columnsOfAKeyAreNeverNull() throws SQLException {
    assertThat(
            rows(
                metadata.getColumns(null, "twilio", "conference_participants", "%sid"),
                "COLUMN_NAME",
                "NULLABLE",
                "IS_NULLABLE"))
        .contains("conference_sid | 0 | NO", "call_sid | 0 | NO", "account_sid | 1 | YES");
  }

  /** Tools that read what there is ask this too, and leave schemas out if it is false. */
  @Test
  void tablesHaveSchemas() throws SQLException {
    assertThat(metadata.supportsSchemasInTableDefinitions()).isTrue();
    assertThat(metadata.supportsSchemasInIndexDefinitions()).isTrue();
  }

  @Test
  void keys() throws SQLException {
    assertThat(
            rows(
                metadata.getPrimaryKeys(null, "twilio", "conference_participants"),
                "COLUMN_NAME",
                "KEY_SEQ"))
        .containsExactlyInAnyOrder("conference_sid | 1", "call_sid | 2");
    assertThat(
            rows(
                metadata.getImportedKeys(null, "twilio", "conference_participants"),
                "FKCOLUMN_NAME",
                "PKTABLE_NAME",
                "PKCOLUMN_NAME"))
        .containsExactlyInAnyOrder(
            "account_sid | accounts | sid",
            "conference_sid | conferences | sid",
            "call_sid | calls | sid",
            "call_sid_to_coach | calls | sid");
    assertThat(
            rows(
                metadata.getExportedKeys(null, "twilio", "conferences"),
                "FKTABLE_NAME",
                "FKCOLUMN_NAME",
                "PK_NAME"))
        .contains(
            "conference_participants | conference_sid | conferences_key",
            "recordings | conference_sid | conferences_key");
    assertThat(
            rows(
                metadata.getCrossReference(null, "twilio", "accounts", null, "twilio", "messages"),
                "PKCOLUMN_NAME",
                "FKCOLUMN_NAME",
                "KEY_SEQ"))
        .containsExactly("sid | account_sid | 1");
  }

  /** Tools tell the references of a table apart by their names alone. */
  @Test
  void eachReferenceHasANameOfItsOwn() throws SQLException {
    assertThat(
            rows(
                metadata.getImportedKeys(null, "twilio", "%"),
                "FKTABLE_NAME",
                "FK_NAME",
                "KEY_SEQ"))
        .hasSizeGreaterThan(70)
        .doesNotHaveDuplicates();
  }

  @Test
  void filtersStandInForIndexes() throws SQLException {
    assertThat(
            rows(
                metadata.getIndexInfo(null, "twilio", "messages", false, true),
                "INDEX_NAME",
                "COLUMN_NAME",
                "NON_UNIQUE"))
        .containsExactly(
            "messages_key | sid | false",
            "messages_date_sent_filter | date_sent | true",
            "messages_from_filter | from | true",
            "messages_to_filter | to | true");
    assertThat(rows(metadata.getIndexInfo(null, "twilio", "messages", true, true), "INDEX_NAME"))
        .containsExactly("messages_key");
  }

  /** Keys that are named exist: every reference leads to columns of tables that are there. */
  @Test
  void everyReferenceLeadsToAKey() throws SQLException {
    for (String table : rows(metadata.getTables(null, "twilio", "%", null), "TABLE_NAME")) {
      try (ResultSet keys = metadata.getImportedKeys(null, "twilio", table)) {
        while (keys.next()) {
          assertThat(
                  rows(
                      metadata.getColumns(null, "twilio", table, keys.getString("FKCOLUMN_NAME")),
                      "TABLE_NAME"))
              .contains(table);
          assertThat(
                  rows(
                      metadata.getPrimaryKeys(null, "twilio", keys.getString("PKTABLE_NAME")),
                      "COLUMN_NAME"))
              .as("%s of %s", keys.getString("PKCOLUMN_NAME"), table)
              .contains(keys.getString("PKCOLUMN_NAME"));
        }
      }
    }
  }

  /** Every function that is named runs, by itself and as JDBC's escape. */
  @TestFactory
  Stream<DynamicTest> functionsRun() {
    Stream<String> escapes =
        Stream.of(
                SqlFunctions.NUMERIC,
                SqlFunctions.STRING,
                SqlFunctions.SYSTEM,
                SqlFunctions.TIME_DATE)
            .flatMap(List::stream)
            .map(call -> "{fn " + call + "}");
    return Stream.concat(escapes, SqlFunctions.plainCalls())
        .map(
            call ->
                DynamicTest.dynamicTest(
                    call,
                    () -> {
                      try (Statement statement = connection.createStatement();
                          ResultSet row = statement.executeQuery("SELECT " + call)) {
                        assertThat(row.next()).isTrue();
                        assertThat(row.getObject(1)).isNotNull();
                      }
                    }));
  }

  /** No method throws, and none that tells of tables and the like returns null. */
  @TestFactory
  Stream<DynamicTest> everyMethodAnswers() {
    return Stream.of(DatabaseMetaData.class.getMethods())
        .filter(method -> method.getDeclaringClass() == DatabaseMetaData.class)
        .map(
            method ->
                DynamicTest.dynamicTest(
                    method.getName() + "/" + method.getParameterCount(),
                    () -> {
                      Object[] arguments =
                          Stream.of(method.getParameterTypes())
                              .map(
                                  type ->
                                      type == int.class
                                          ? (Object) 0
                                          : type == boolean.class ? false : null)
                              .toArray();
                      assertThat(method.invoke(metadata, arguments)).isNotNull();
                    }));
  }

  private static List<String> rows(ResultSet results, String... columns) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (results) {
      while (results.next()) {
        List<String> values = new ArrayList<>();
        for (String column : columns) {
          values.add(results.getString(column));
        }
        rows.add(String.join(" | ", values));
      }
    }
    return rows;
  }
}
