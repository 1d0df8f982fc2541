package io.github.twiliojdbc.transport.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.github.twiliojdbc.catalog.Catalog;
import io.github.twiliojdbc.connect.TestConnections;
import io.github.twiliojdbc.planner.PushDown;
import io.github.twiliojdbc.transport.Response;
import io.github.twiliojdbc.transport.Target;
import io.github.twiliojdbc.transport.TwilioClient;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How many requests queries take on an account of a known size, over two years. */
class RequestCountsTest {
  private static final String ACCOUNT =
      """
      accounts:
        rows: [1]
        columns: { sid: { sid: AC } }
      messages:
        rows: [3500]
        columns:
          sid: { sid: SM }
          date_sent: { seconds_after: date_created, number: [0, 20] }
      calls:
        rows: [2600]
        columns:
          sid: { sid: CA }
          status: { pick: [busy, completed] }
      conferences:
        rows: [120]
        columns:
          sid: { sid: CF }
          status: { pick: [in-progress] }
      conference_participants:
        rows: [2]
        columns: { call_sid: { of: calls.sid } }
      """;

  private final List<String> requests = new ArrayList<>();
  private Connection connection;

  @BeforeEach
  void open() throws SQLException, IOException {
    Catalog catalog = Catalog.bundled();
    SampleFile file = SampleFile.read(new YAMLFactory().createParser(ACCOUNT));
    SampleRows rows =
        new SampleRows(
            catalog,
            schema -> file,
            TestConnections.ACCOUNT,
            1,
            TestConnections.CLOCK.instant(),
            Duration.ofDays(730),
            Spread.EVEN);
    Sandbox sandbox = new Sandbox(catalog, rows, DateReading.SECOND, /* isShuffled= */ true);
    connection = TestConnections.to(new Counter(sandbox, requests), "", PushDown.ALL);
    // The list of accounts is read once a connection.
    rows("SELECT count(*) FROM queues");
    requests.clear();
  }

  @Test
  void aMonthIsOneRequest() throws SQLException {
    List<String> month =
        rows(
            "SELECT sid FROM messages WHERE date_sent >= '2025-11-01' AND date_sent < '2025-12-01'");
    assertThat(month).hasSizeBetween(100, 200);
    assertThat(requests).hasSize(1);
  }

  @Test
  void theLatestRowsAreTwoRequestsAtMost() throws SQLException {
    List<String> latest = rows("SELECT sid FROM messages ORDER BY date_sent DESC LIMIT 5");
    int taken = requests.size();
    List<String> all = rows("SELECT date_sent, sid FROM messages");
    assertThat(latest)
        .isEqualTo(
            all.stream()
                .sorted(Comparator.reverseOrder())
                .limit(5)
                .map(row -> row.substring(row.indexOf('|') + 1))
                .toList());
    assertThat(taken).isLessThanOrEqualTo(2);
  }

  @Test
  void aRowByItsKeyIsOneRequest() throws SQLException {
    String sid = rows("SELECT max(sid) FROM messages").get(0);
    requests.clear();
    assertThat(rows("SELECT sid FROM messages WHERE sid = ?", sid)).containsExactly(sid);
    assertThat(requests).hasSize(1);
  }

  @Test
  void aStatusIsOneRequestForEachPageOfMatches() throws SQLException {
    int busy = rows("SELECT sid FROM calls WHERE status = 'busy'").size();
    assertThat(busy).isBetween(1001, 1999);
    assertThat(requests).hasSize(2);
  }

  @Test
  void childrenAreOneRequestForEachParentInTheRange() throws SQLException {
    String tenth =
        rows("SELECT date_created FROM conferences ORDER BY date_created DESC LIMIT 10").get(9);
    requests.clear();
    List<String> participants =
        rows(
            "SELECT c.sid, p.call_sid FROM conferences c JOIN conference_participants p"
                + " ON p.conference_sid = c.sid WHERE c.date_created >= ?",
            tenth);
    assertThat(participants).hasSize(20);
    // Conferences that may have participants have one of two statuses.
    assertThat(requests).hasSize(2 + 10);
  }

  private List<String> rows(String sql, String... parameters) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setString(i + 1, parameters[i]);
      }
      ResultSet result = statement.executeQuery();
      while (result.next()) {
        String row = result.getString(1);
        for (int i = 2; i <= result.getMetaData().getColumnCount(); i++) {
          row += "|" + result.getString(i);
        }
        rows.add(row);
      }
    }
    return rows;
  }

  /** Writes down each request that passes. */
  private record Counter(TwilioClient client, List<String> requests) implements TwilioClient {
    @Override
    public Response get(Target target) throws IOException {
      synchronized (requests) {
        requests.add(target.pathAndQuery());
      }
      return client.get(target);
    }

    @Override
    public void close() {
      client.close();
    }
  }
}
