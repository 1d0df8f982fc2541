package io.github.twiliojdbc.pushdown;

import io.github.twiliojdbc.connect.TestConnections;
import io.github.twiliojdbc.planner.PushDown;
import io.github.twiliojdbc.transport.Response;
import io.github.twiliojdbc.transport.Target;
import io.github.twiliojdbc.transport.TwilioClient;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** The account that queries are drawn over: answers that are made once, and values of columns. */
final class SampleAccount implements AutoCloseable {
  private final Remembered client;
  private final Connection connection;
  private final Map<String, List<String>> values = new TreeMap<>();

  SampleAccount(TwilioClient client) throws SQLException {
    this.client = new Remembered(client);
    this.connection = TestConnections.to(this.client, "cache=false", PushDown.NONE);
  }

  TwilioClient client() {
    return client;
  }

  /** Returns the values of the property accounts that queries are drawn for. */
  List<String> choices() {
    String subaccount =
        values("accounts", "sid").stream()
            .filter(sid -> !sid.equals(TestConnections.ACCOUNT))
            .findFirst()
            .orElseThrow();
    return List.of("all", "own", subaccount);
  }

  /** Returns the values of a column of texts. */
  List<String> values(ListTable table, Column column) {
    return values(table.name(), column.name());
  }

  private List<String> values(String table, String column) {
    return values.computeIfAbsent(table + "." + column, key -> read(table, column));
  }

  private List<String> read(String table, String column) {
    String sql =
        "SELECT DISTINCT \"%1$s\" FROM %2$s WHERE \"%1$s\" IS NOT NULL ORDER BY 1"
            .formatted(column, table);
    try {
      return TestConnections.firstColumn(connection, sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  /** A client that has each answer made once. */
  private static final class Remembered implements TwilioClient {
    private final TwilioClient client;
    private final Map<Target, Response> answers = new ConcurrentHashMap<>();

    Remembered(TwilioClient client) {
      this.client = client;
    }

    @Override
    public Response get(Target target) throws IOException {
      Response known = answers.get(target);
      if (known == null) {
        known = client.get(target);
        answers.put(target, known);
      }
      return known;
    }

    @Override
    public void close() {
      // It is used by several connections.
    }
  }
}
