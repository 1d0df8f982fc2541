package io.github.twiliojdbc.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twiliojdbc.connect.TestConnections;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

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
  void schemas() throws SQLException {
    assertThat(rows(metadata.getSchemas(), "TABLE_SCHEM")).containsExactly("twilio");
  }

  @Test
  void tables() throws SQLException {
    assertThat(rows(metadata.getTables(null, null, "%", null), "TABLE_NAME")).hasSize(34);
    assertThat(
            rows(
                metadata.getTables(null, "twilio", "conf%", new String[] {"TABLE"}),
                "TABLE_NAME",
                "REMARKS"))
        .containsExactly(
            "conference_participants | Calls that are connected to a running conference now.",
            "conferences | Conference calls, running and finished.");
    assertThat(rows(metadata.getTables(null, null, "%", new String[] {"VIEW"}), "TABLE_NAME"))
        .isEmpty();
    assertThat(rows(metadata.getTables(null, "other", "%", null), "TABLE_NAME")).isEmpty();
  }

  @Test
  void columns() throws SQLException {
    assertThat(
            rows(
                metadata.getColumns(null, null, "messages", "date\\_%"),
                "COLUMN_NAME",
                "DATA_TYPE",
                "NULLABLE"))
        .containsExactly(
            "date_updated | " + Types.TIMESTAMP + " | 1",
            "date_sent | " + Types.TIMESTAMP + " | 1",
            "date_created | " + Types.TIMESTAMP + " | 1");
  }

  @Test
  void keys() throws SQLException {
    assertThat(
            rows(
                metadata.getPrimaryKeys(null, null, "conference_participants"),
                "COLUMN_NAME",
                "KEY_SEQ"))
        .containsExactlyInAnyOrder("conference_sid | 1", "call_sid | 2");
    assertThat(
            rows(
                metadata.getImportedKeys(null, null, "conference_participants"),
                "FKCOLUMN_NAME",
                "PKTABLE_NAME",
                "PKCOLUMN_NAME"))
        .containsExactlyInAnyOrder(
            "account_sid | conferences | account_sid", "conference_sid | conferences | sid");
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
