package io.github.twiliojdbc.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.twiliojdbc.TwilioDriver;
import io.github.twiliojdbc.connect.TestConnections;
import io.github.twiliojdbc.transport.Response;
import io.github.twiliojdbc.transport.Target;
import io.github.twiliojdbc.transport.TwilioClient;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.JDBCType;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
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
    assertThat(column(metadata.getSchemas(), "TABLE_SCHEM"))
        .contains("driver", "twilio", "messaging");
    assertThat(requests).hasValue(0);
  }

  @Test
  void onOpeningTheTree() throws SQLException {
    assertThat(column(metadata.getTableTypes(), "TABLE_TYPE"))
        .containsExactly("SYNONYM", "TABLE", "VIEW");
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
    assertThat(page(0)).isEqualTo(200);
    assertThat(requests).hasValue(1);
    assertThat((Object) connection.getWarnings()).isNull();
    connection.clearWarnings();
  }

  /** It asks the query again, for as many rows more, and passes over those that it has. */
  @Test
  void onScrollingFurther() throws SQLException {
    assertThat(page(200)).isEqualTo(200);
    assertThat(requests).hasValue(1);
  }

  private int page(int offset) throws SQLException {
    try (Statement statement =
        connection.createStatement(ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY)) {
      statement.setMaxRows(offset + 200);
      statement.setFetchSize(offset + 200);
      assertThat(statement.execute("SELECT m.* FROM twilio.messages m")).isTrue();
      int count = 0;
      try (ResultSet rows = statement.getResultSet()) {
        for (int i = 0; i < offset; i++) {
          assertThat(rows.next()).isTrue();
        }
        describe(rows.getMetaData());
        while (rows.next()) {
          count++;
          for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
            read(rows, i);
          }
        }
      }
      assertThat(statement.getMoreResults()).isFalse();
      assertThat(statement.getLargeUpdateCount()).isEqualTo(-1);
      return count;
    }
  }

  private static void describe(ResultSetMetaData columns) throws SQLException {
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      assertThat(columns.getColumnLabel(i)).isEqualTo(columns.getColumnName(i));
      assertThat(columns.isWritable(i)).isFalse();
      assertThat(columns.getTableName(i)).isEqualTo("messages");
      assertThat(columns.getCatalogName(i)).isEmpty();
      assertThat(columns.getSchemaName(i)).isEqualTo("twilio");
      assertThat(columns.isNullable(i)).isNotEqualTo(ResultSetMetaData.columnNullableUnknown);
      assertThat(columns.getColumnDisplaySize(i)).isPositive();
      assertThat(JDBCType.valueOf(columns.getColumnType(i)).getName())
          .isEqualTo(columns.getColumnTypeName(i));
      assertThat(columns.isAutoIncrement(i)).isFalse();
      assertThat(columns.getPrecision(i)).isNotNegative();
      assertThat(columns.getScale(i)).isNotNegative();
    }
  }

  private static void read(ResultSet rows, int column) throws SQLException {
    Object value =
        switch (rows.getMetaData().getColumnType(column)) {
          case Types.INTEGER -> rows.getLong(column);
          case Types.BOOLEAN -> rows.getBoolean(column);
          case Types.DATE -> rows.getDate(column);
          default -> rows.getObject(column);
        };
    assertThat(rows.wasNull()).isEqualTo(value == null || rows.getObject(column) == null);
  }

  @Test
  void onCountingRows() throws SQLException {
    try (PreparedStatement statement =
            connection.prepareStatement(
                "SELECT COUNT(*) FROM twilio.conferences",
                ResultSet.TYPE_FORWARD_ONLY,
                ResultSet.CONCUR_READ_ONLY);
        Statement other = connection.createStatement()) {
      assertThat(statement.execute()).isTrue();
      try (ResultSet row = statement.getResultSet();
          ResultSet sids = other.executeQuery("SELECT sid FROM conferences")) {
        assertThat(row.next()).isTrue();
        assertThat(((Number) row.getObject(1)).intValue()).isEqualTo(column(sids, "sid").size());
      }
    }
  }

  @Test
  void onTheDiagram() throws SQLException {
    assertThat(column(metadata.getImportedKeys(null, "twilio", "messages"), "PKTABLE_NAME"))
        .containsExactly("accounts");
    assertThat(column(metadata.getExportedKeys(null, "twilio", "conferences"), "FKTABLE_NAME"))
        .contains("conference_participants", "recordings");
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
              SQLException.class, () -> statement.execute("SELECT m.* FROM twilio.messages m"));
      assertThat(canceled.getSQLState()).isEqualTo("HY008");
      canceling.join();
    }
    isStalled = false;
    assertThat(connection.isValid(5)).isTrue();
  }

  /** If the statement still runs after that, its thread is interrupted. */
  @Test
  void onCancelAgain() throws Exception {
    isStalled = true;
    Thread running = Thread.currentThread();
    Thread interrupting =
        new Thread(
            () -> {
              try {
                asked.await();
                running.interrupt();
              } catch (InterruptedException e) {
                throw new AssertionError(e);
              }
            });
    interrupting.start();
    try (Statement statement = connection.createStatement()) {
      SQLException canceled =
          catchThrowableOfType(
              SQLException.class, () -> statement.execute("SELECT m.* FROM twilio.messages m"));
      assertThat(canceled.getSQLState()).isEqualTo("HY008");
      assertThat(Thread.interrupted()).isTrue();
    }
    interrupting.join();
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
