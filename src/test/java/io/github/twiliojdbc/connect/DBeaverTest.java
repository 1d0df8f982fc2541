package io.github.twiliojdbc.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.twiliojdbc.TwilioDriver;
import io.github.twiliojdbc.transport.Response;
import io.github.twiliojdbc.transport.Target;
import io.github.twiliojdbc.transport.TwilioClient;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The calls that DBeaver makes, as docs/dbeaver.md lists them. */
class DBeaverTest {
  private final AtomicInteger requests = new AtomicInteger();
  private final CountDownLatch asked = new CountDownLatch(1);
  private volatile boolean isStalled;
  private Connection connection;
  private DatabaseMetaData metadata;

  @BeforeEach
  void connect() throws SQLException {
    connection = TestConnections.sandbox("accounts=own", Stalling::new);
    metadata = connection.getMetaData();
  }

  @AfterEach
  void disconnect() throws SQLException {
    if (!connection.getAutoCommit()) {
      connection.rollback();
    }
    connection.close();
  }

  @Test
  void onConnect() throws SQLException {
    assertThat(new TwilioDriver().getPropertyInfo("jdbc:twilio:", new Properties())).isNotEmpty();
    connection.setAutoCommit(true);
    assertThat(connection.getAutoCommit()).isTrue();
    assertThat(metadata.isReadOnly()).isTrue();
    assertThat(metadata.getDatabaseProductName()).isEqualTo("Twilio");
    assertThat(metadata.getDatabaseProductVersion()).isNotEmpty();
    assertThat(metadata.getDriverName()).isEqualTo("twilio-jdbc");
    assertThat(metadata.getDriverVersion()).isNotEmpty();
    assertThat(metadata.getDatabaseMajorVersion() + metadata.getDatabaseMinorVersion())
        .isNotNegative();
    assertThat(metadata.getSchemaTerm()).isEqualTo("schema");
    assertThat(metadata.getProcedureTerm()).isEmpty();
    assertThat(metadata.getCatalogTerm()).isEmpty();
    assertThat(metadata.supportsTransactions()).isFalse();
    assertThat(metadata.supportsBatchUpdates()).isFalse();
    assertThat(metadata.getIdentifierQuoteString()).isEqualTo("\"");
    assertThat(metadata.getSearchStringEscape()).isEqualTo("\\");
    assertThat(metadata.getSQLKeywords().split(",", -1)).contains("LIMIT").doesNotContain("FROM");
    assertThat(metadata.storesLowerCaseIdentifiers()).isTrue();
    assertThat(metadata.storesUpperCaseIdentifiers()).isFalse();
    assertThat(metadata.supportsMixedCaseQuotedIdentifiers()).isFalse();
    assertThat(metadata.getNumericFunctions() + metadata.getStringFunctions())
        .contains("ABS", "CONCAT");
    assertThat(column(metadata.getTypeInfo(), "TYPE_NAME")).hasSize(8);
    assertThat(column(metadata.getCatalogs(), "TABLE_CAT")).isEmpty();
    assertThat(column(metadata.getSchemas(), "TABLE_SCHEM")).containsExactly("driver", "twilio");
    assertThat(requests).hasValue(0);
  }

  @Test
  void onOpeningTheTree() throws SQLException {
    assertThat(column(metadata.getTableTypes(), "TABLE_TYPE")).containsExactly("TABLE", "VIEW");
    assertThat(column(metadata.getTables(null, "twilio", "%", null), "REMARKS"))
        .hasSize(34)
        .doesNotContainNull();
    assertThat(
            column(
                metadata.getColumns(null, "twilio", "conference\\_participants", "%"),
                "COLUMN_NAME"))
        .contains("conference_sid", "call_sid");
    assertThat(column(metadata.getColumns(null, "twilio", "%", "%"), "COLUMN_NAME"))
        .hasSizeGreaterThan(300);
    assertThat(column(metadata.getPrimaryKeys(null, "twilio", "%"), "TABLE_NAME"))
        .contains("calls", "messages");
    assertThat(column(metadata.getImportedKeys(null, "twilio", "%"), "FKTABLE_NAME"))
        .contains("calls", "conference_participants");
    assertThat(column(metadata.getIndexInfo(null, "twilio", "messages", false, true), "INDEX_NAME"))
        .contains("messages_key");
    assertThat(column(metadata.getFunctions(null, "twilio", "%"), "FUNCTION_NAME")).contains("ABS");
    assertThat(column(metadata.getProcedures(null, "twilio", "%"), "PROCEDURE_NAME")).isEmpty();
    assertThat(requests).hasValue(0);
  }

  @Test
  void onOpeningData() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setFetchSize(200);
      statement.setMaxRows(200);
      assertThat(statement.execute("SELECT x.* FROM twilio.messages x")).isTrue();
      int count = 0;
      try (ResultSet rows = statement.getResultSet()) {
        int columns = rows.getMetaData().getColumnCount();
        while (rows.next()) {
          count++;
          for (int i = 1; i <= columns; i++) {
            switch (rows.getMetaData().getColumnTypeName(i)) {
              case "TIMESTAMP" -> rows.getTimestamp(i);
              case "INTEGER" -> rows.getInt(i);
              case "DECIMAL" -> rows.getBigDecimal(i);
              default -> rows.getString(i);
            }
          }
        }
      }
      assertThat(count).isEqualTo(200);
      assertThat(statement.getMoreResults()).isFalse();
      assertThat(statement.getUpdateCount()).isEqualTo(-1);
    }
    assertThat(requests).hasValue(1);
  }

  @Test
  void onTheDiagram() throws SQLException {
    assertThat(column(metadata.getImportedKeys(null, "twilio", "messages"), "PKTABLE_NAME"))
        .containsExactly("accounts");
    assertThat(column(metadata.getExportedKeys(null, "twilio", "conferences"), "FKTABLE_NAME"))
        .containsExactly("conference_participants");
  }

  @Test
  void onCancel() throws Exception {
    isStalled = true;
    try (Statement statement = connection.createStatement()) {
      Thread canceling =
          new Thread(
              () -> {
                try {
                  asked.await();
                  statement.cancel();
                } catch (SQLException | InterruptedException e) {
                  throw new AssertionError(e);
                }
              });
      canceling.start();
      SQLException canceled =
          catchThrowableOfType(
              SQLException.class, () -> statement.execute("SELECT x.* FROM twilio.messages x"));
      assertThat(canceled.getSQLState()).isEqualTo("HY008");
      canceling.join();
    }
    isStalled = false;
    assertThat(connection.isValid(5)).isTrue();
  }

  private static List<String> column(ResultSet results, String column) throws SQLException {
    List<String> values = new ArrayList<>();
    try (results) {
      while (results.next()) {
        values.add(results.getString(column));
      }
    }
    return values;
  }

  /** The sandbox, which does not answer while it is stalled. */
  private final class Stalling implements TwilioClient {
    private final TwilioClient client;

    Stalling(TwilioClient client) {
      this.client = client;
    }

    @Override
    public Response get(Target target) throws IOException {
      requests.incrementAndGet();
      if (isStalled) {
        asked.countDown();
        try {
          new CountDownLatch(1).await();
        } catch (InterruptedException e) {
          throw new IOException(e);
        }
      }
      return client.get(target);
    }

    @Override
    public void close() {
      client.close();
    }
  }
}
