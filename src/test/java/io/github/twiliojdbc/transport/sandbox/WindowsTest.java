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
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Date ranges of many pages bring the same rows in windows as page after page. */
class WindowsTest {
  private static final String ACCOUNT =
      """
      accounts:
        rows: [1]
        columns: { sid: { sid: AC } }
      messages:
        rows: [3000]
        columns:
          sid: { sid: SM }
          date_sent: { seconds_after: date_created, number: [0, 20] }
      calls:
        rows: [1500]
        columns:
          sid: { sid: CA }
          start_time: { seconds_after: date_created, number: [0, 20] }
      """;
  private static final String SPAN = "date_sent >= '2025-08-01' AND date_sent < '2026-06-20'";

  private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
  private SampleRows account;

  @BeforeEach
  void make() throws IOException {
    SampleFile file = SampleFile.read(new YAMLFactory().createParser(ACCOUNT));
    account =
        new SampleRows(
            Catalog.bundled(),
            schema -> file,
            TestConnections.ACCOUNT,
            1,
            TestConnections.CLOCK.instant(),
            Duration.ofDays(390),
            Spread.EVEN);
  }

  @ParameterizedTest
  @CsvSource({
    "SECOND, false, 100",
    "WHOLE_DAY, false, 100",
    "MIDNIGHT, false, 100",
    "SECOND, true, 100",
    "WHOLE_DAY, true, 200",
    "MIDNIGHT, true, 100"
  })
  void noRowIsLostOrDoubledAtASeam(DateReading reading, boolean isShuffled, int pageSize)
      throws SQLException {
    for (String sql :
        List.of(
            "SELECT sid FROM messages WHERE " + SPAN,
            "SELECT sid FROM messages WHERE date_sent > '2025-12-01'",
            "SELECT sid FROM messages WHERE date_sent < '2026-05-05 11:00:00'",
            "SELECT sid FROM calls WHERE start_time >= '2025-08-01 08:00:00'")) {
      List<String> serial =
          rows(reading, isShuffled, "maxConcurrency=1;cache=false;pageSize=" + pageSize, sql);
      int inTurn = requests.size();
      List<String> windows = rows(reading, isShuffled, "cache=false;pageSize=" + pageSize, sql);
      assertThat(windows).doesNotHaveDuplicates().isEqualTo(serial);
      long asked = requests.stream().filter(request -> !request.contains("PageToken")).count();
      assertThat(asked).as("%s: windows of %s pages", sql, inTurn).isGreaterThan(3);
      assertThat(requests.size()).isLessThanOrEqualTo((int) (asked + 1.1 * inTurn));
    }
  }

  @Test
  void whatFitsAPageIsOneRequest() throws SQLException {
    rows(
        DateReading.SECOND,
        true,
        "cache=false",
        "SELECT sid FROM messages WHERE date_sent >= '2026-06-01' AND date_sent < '2026-06-20'");
    assertThat(requests).hasSize(1);
  }

  /** Messages that were not sent have no date, so no window holds them. */
  @Test
  void whatMayHaveNoDateIsReadPageAfterPage() throws SQLException {
    rows(DateReading.SECOND, false, "cache=false;pageSize=100", "SELECT sid FROM messages");
    assertThat(requests.stream().filter(request -> !request.contains("PageToken"))).hasSize(1);
  }

  @Test
  void aStatementThatMaySendFewRequestsReadsPageAfterPage() throws SQLException {
    String sql = "SELECT sid FROM messages WHERE " + SPAN;
    rows(DateReading.SECOND, false, "cache=false;pageSize=100;maxRequests=60", sql);
    assertThat(requests.stream().filter(request -> !request.contains("PageToken"))).hasSize(1);
  }

  /** Only the dates that were not read before are asked for. */
  @Test
  void anOverlappingRangeAsksForTheRestAlone() throws SQLException {
    try (Connection connection = connect(DateReading.SECOND, true, "")) {
      String first = "date_sent >= '2026-03-01' AND date_sent < '2026-05-01'";
      String longer = "date_sent >= '2026-02-10' AND date_sent < '2026-05-01'";
      String inner = "date_sent >= '2026-02-20' AND date_sent < '2026-04-20 10:30:00'";
      String wider = "date_sent >= '2026-01-01' AND date_sent < '2026-06-01'";
      rows(connection, "SELECT sid FROM messages WHERE " + first);
      rows(connection, "SELECT sid FROM messages WHERE " + first);
      assertThat(connection.getClientInfo())
          .containsEntry("requests", "1")
          .containsEntry("cacheHits", "1");
      requests.clear();
      List<String> rows = rows(connection, "SELECT sid FROM messages WHERE " + longer);
      assertThat(requests)
          .containsExactly(
              "DateSent%3E=2026-02-10T00%3A00%3A00Z&DateSent%3C=2026-03-01T00%3A00%3A00Z&PageSize=1000");
      assertThat(rows)
          .isEqualTo(
              rows(
                  DateReading.SECOND,
                  false,
                  "cache=false",
                  "SELECT sid FROM messages WHERE " + longer));
      requests.clear();
      List<String> again = rows(connection, "SELECT sid FROM messages WHERE " + inner);
      assertThat(requests).isEmpty();
      assertThat(again)
          .isEqualTo(
              rows(
                  DateReading.SECOND,
                  false,
                  "cache=false",
                  "SELECT sid FROM messages WHERE " + inner));
      requests.clear();
      rows(connection, "SELECT sid FROM messages WHERE " + wider);
      assertThat(requests.get(0))
          .as("what is kept is in the middle, and two gaps might be two requests more")
          .isEqualTo(
              "DateSent%3E=2026-01-01T00%3A00%3A00Z&DateSent%3C=2026-06-01T00%3A00%3A00Z&PageSize=1000");
    }
  }

  /** Pages that are kept are as good for a part of their dates as for all of them. */
  @Test
  void aPartOfARangeThatEndsNowIsNotAskedForAgain() throws SQLException {
    try (Connection connection = connect(DateReading.SECOND, true, "")) {
      rows(connection, "SELECT sid FROM messages WHERE date_sent >= '2026-06-01'");
      requests.clear();
      rows(connection, "SELECT sid FROM messages WHERE date_sent >= '2026-06-10'");
      assertThat(requests).isEmpty();
    }
  }

  /**
   * What is read without a filter, since it is out of its reach, holds the rows of other ranges.
   */
  @Test
  void rangesOutOfReachAndWithinItAreReadBesideEachOther() throws SQLException {
    String sql = "SELECT sid FROM messages WHERE EXTRACT(QUARTER FROM date_sent) = 2";
    List<String> expected = rows(DateReading.SECOND, false, "cache=false;maxConcurrency=1", sql);
    assertThat(expected).isNotEmpty();
    try (Connection connection = connect(DateReading.SECOND, false, "")) {
      rows(connection, "SELECT sid FROM messages WHERE date_sent >= '2026-01-01'");
      requests.clear();
      assertThat(rows(connection, sql)).isEqualTo(expected);
      assertThat(requests).hasSizeLessThan(10);
    }
  }

  @Test
  void otherConditionsAreAnotherList() throws SQLException {
    try (Connection connection = connect(DateReading.SECOND, false, "")) {
      String from = rows(connection, "SELECT min(\"from\") FROM messages").get(0);
      String month = " date_sent >= '2026-03-01' AND date_sent < '2026-04-01'";
      rows(connection, "SELECT sid FROM messages WHERE \"from\" = '" + from + "' AND" + month);
      requests.clear();
      rows(connection, "SELECT sid FROM messages WHERE" + month);
      assertThat(requests).hasSize(1);
    }
  }

  @Test
  void withoutACacheEveryRequestIsSent() throws SQLException {
    try (Connection connection = connect(DateReading.SECOND, false, "cache=false")) {
      String sql = "SELECT sid FROM messages WHERE date_sent >= '2026-05-01'";
      rows(connection, sql);
      int first = requests.size();
      rows(connection, sql);
      assertThat(requests).hasSize(2 * first);
    }
  }

  private List<String> rows(DateReading reading, boolean isShuffled, String properties, String sql)
      throws SQLException {
    requests.clear();
    try (Connection connection = connect(reading, isShuffled, properties)) {
      return rows(connection, sql);
    }
  }

  private Connection connect(DateReading reading, boolean isShuffled, String properties)
      throws SQLException {
    Sandbox sandbox = new Sandbox(Catalog.bundled(), account, reading, isShuffled);
    return TestConnections.to(
        new Listener(sandbox, requests), "accounts=own;" + properties, PushDown.ALL);
  }

  private static List<String> rows(Connection connection, String sql) throws SQLException {
    List<String> rows = TestConnections.firstColumn(connection, sql);
    Collections.sort(rows);
    return rows;
  }

  /** Writes down the query of each request that passes. */
  private record Listener(TwilioClient client, List<String> requests) implements TwilioClient {
    @Override
    public Response get(Target target) throws IOException {
      requests.add(target.pathAndQuery().replaceFirst("^.*\\?", ""));
      return client.get(target);
    }

    @Override
    public void close() {
      client.close();
    }
  }
}
