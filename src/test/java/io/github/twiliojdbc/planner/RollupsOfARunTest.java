package io.github.twiliojdbc.planner;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twiliojdbc.catalog.Catalog;
import io.github.twiliojdbc.connect.TestConnections;
import io.github.twiliojdbc.transport.Response;
import io.github.twiliojdbc.transport.Target;
import io.github.twiliojdbc.transport.TwilioClient;
import io.github.twiliojdbc.transport.sandbox.Sandbox;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which list of sums each run of a statement reads: it depends on parameters and on the time. */
class RollupsOfARunTest {
  private static final String SINCE = "SELECT sum(price) FROM usage_records WHERE start_date ";

  private final List<String> lists = new ArrayList<>();
  private final Time time = new Time();

  /** On the last of June the days after 30 days ago are whole months; a day later they are not. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "> current_date - INTERVAL '30 days'",
        "> current_date - 30",
        ">= date_trunc('day', now()) - INTERVAL '29 days'",
        "> now() - INTERVAL '30 days'",
      })
  void aMonthEndsBetweenTwoRuns(String condition) throws SQLException {
    try (Connection connection = connection(PushDown.ALL);
        Connection all = connection(PushDown.NONE);
        PreparedStatement prepared = connection.prepareStatement(SINCE + condition)) {
      for (String list : List.of("Monthly", "Daily")) {
        List<String> expected = TestConnections.firstColumn(all, SINCE + condition);
        assertThat(expected).doesNotContainNull();
        lists.clear();
        assertThat(TestConnections.firstColumn(prepared.executeQuery())).isEqualTo(expected);
        assertThat(lists).isNotEmpty().containsOnly(list);
        lists.clear();
        assertThat(TestConnections.firstColumn(connection, SINCE + condition)).isEqualTo(expected);
        assertThat(explained(connection, SINCE + condition)).isEqualTo(list);
        time.pass(Duration.ofDays(1));
      }
    }
  }

  /** What is the first of a month where the connection's clock is may be another day in UTC. */
  @Test
  void theClockOfTheConnectionTells() throws SQLException {
    time.pass(Duration.ofHours(14));
    String condition = "> current_date - 30";
    try (Connection utc = connection(PushDown.ALL);
        Connection west = connection("timeZone=America/New_York", PushDown.ALL)) {
      assertThat(explained(utc, SINCE + condition)).isEqualTo("Daily");
      assertThat(explained(west, SINCE + condition)).isEqualTo("Monthly");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2026-05-01, 2026-05-31, Monthly",
    "2026-05-01, 2026-05-30, Daily",
    "2026-05-02, 2026-05-31, Daily",
    "2026-05-01, 2026-06-30, Monthly",
    "2026-01-01, 2026-12-31, Yearly",
    "2026-02-01, 2026-12-31, Monthly",
    "2026-01-31, 2026-12-31, Daily",
  })
  void betweenParameters(LocalDate from, LocalDate to, String list) throws SQLException {
    String sql = SINCE + "BETWEEN ? AND ?";
    check(sql, List.of(from, to), list);
    check(sql, List.of(from.toString(), to.toString()), list);
    check(sql, List.of(from.atStartOfDay(), to.atStartOfDay()), list);
    check(SINCE + ">= ? AND start_date < ?", List.of(from, to.plusDays(1)), list);
    check(SINCE + "> ? AND start_date < ?", List.of(from.minusDays(1), to.plusDays(1)), list);
    check(
        "SELECT sum(price) FROM usage_records WHERE ? <= start_date AND ? > start_date",
        List.of(from, to.plusDays(1)),
        list);
  }

  /** A time within a day divides the days behind that one from it and those before. */
  @ParameterizedTest
  @CsvSource({
    "2026-05-01T00:00, >=, Monthly",
    "2026-05-01T00:00, >, Daily",
    "2026-04-30T00:00, >, Monthly",
    "2026-04-30T12:00, >=, Monthly",
    "2026-04-30T12:00, >, Monthly",
    "2026-05-01T12:00, >=, Daily",
    "2026-05-01T12:00, <, Daily",
    "2026-05-31T12:00, <, Monthly",
    "2026-05-31T12:00, <=, Monthly",
    "2026-05-31T00:00, <, Daily",
  })
  void aTimeOfDay(LocalDateTime bound, String comparison, String list) throws SQLException {
    check(SINCE + comparison + " ?", List.of(bound), list);
  }

  /** What a parameter that is NULL is compared with is not true, whatever the list. */
  @Test
  void nullIsNoBound() throws SQLException {
    try (Connection connection = connection(PushDown.ALL);
        PreparedStatement prepared = connection.prepareStatement(SINCE + ">= ?")) {
      prepared.setObject(1, null);
      assertThat(TestConnections.firstColumn(prepared.executeQuery())).containsOnlyNulls();
      assertThat(lists).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "date_trunc('month', start_date) = '2026-05-01' | Monthly",
        "date_trunc('month', start_date) >= current_date - 40 | Monthly",
        "date_trunc('quarter', start_date) = date_trunc('quarter', now()) | Monthly",
        "date_trunc('week', start_date) >= '2026-05-01' | Daily",
        "extract(year FROM start_date) = 2026 AND extract(month FROM start_date) = 5 | Monthly",
        "extract(year FROM start_date) = extract(year FROM current_date) | Yearly",
        "extract(day FROM start_date) = 1 | Daily",
        "to_char(start_date, 'YYYY-MM') = '2026-05' | Monthly",
        "to_char(start_date, 'YYYY') = '2026' | Yearly",
        "to_char(start_date, 'YYYY-MM-DD') >= '2026-05-01' | Daily",
        "(start_date >= '2026-06-01' OR start_date < date_trunc('month', now())) | Monthly",
      })
  void otherSpellings(String condition, String list) throws SQLException {
    check("SELECT sum(price) FROM usage_records WHERE " + condition, List.of(), list);
  }

  /** A bound in a filter of a sum is computed once, so that it must not be able to fail. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "start_date >= date_trunc('month', now()) | Monthly",
        "start_date >= now() - INTERVAL '29 days' | Daily",
        "? <> '' AND start_date >= CAST(? AS DATE) | Monthly",
        "? <> '' AND start_date >= CAST(concat('2026-', ?) AS DATE) | Daily",
      })
  void filtersOfSums(String condition, String list) throws SQLException {
    check(
        "SELECT sum(price) FILTER (WHERE " + condition + ") FROM usage_records",
        condition.contains("?")
            ? List.of("x", condition.contains("concat") ? "05-01" : "2026-05-01")
            : List.of(),
        list);
  }

  /** Checks which list is read, and that it has the sums of the days. */
  private void check(String sql, List<?> parameters, String list) throws SQLException {
    try (Connection connection = connection(PushDown.ALL);
        Connection all = connection(PushDown.NONE)) {
      List<String> expected = rows(all, sql, parameters);
      lists.clear();
      assertThat(rows(connection, sql, parameters)).isEqualTo(expected);
      assertThat(lists).isNotEmpty().containsOnly(list);
    }
  }

  private static List<String> rows(Connection connection, String sql, List<?> parameters)
      throws SQLException {
    try (PreparedStatement prepared = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.size(); i++) {
        prepared.setObject(i + 1, parameters.get(i));
      }
      return TestConnections.firstColumn(prepared.executeQuery());
    }
  }

  private static String explained(Connection connection, String sql) throws SQLException {
    return TestConnections.firstColumn(connection, "EXPLAIN PLAN FOR " + sql).stream()
        .filter(line -> line.contains("GET "))
        .map(RollupsOfARunTest::list)
        .findFirst()
        .orElseThrow();
  }

  private static String list(String url) {
    return url.replaceAll(".*/Records/(\\w+)\\.json.*", "$1");
  }

  private Connection connection(PushDown pushDown) throws SQLException {
    return connection("", pushDown);
  }

  private Connection connection(String properties, PushDown pushDown) throws SQLException {
    Sandbox sandbox =
        new Sandbox(Catalog.bundled(), TestConnections.ACCOUNT, 1, TestConnections.CLOCK);
    return TestConnections.to(new Listener(sandbox), "accounts=own;" + properties, pushDown, time);
  }

  /** Writes down which lists are read. */
  private final class Listener implements TwilioClient {
    private final TwilioClient client;

    Listener(TwilioClient client) {
      this.client = client;
    }

    @Override
    public Response get(Target target) throws IOException {
      lists.add(list(target.pathAndQuery()));
      return client.get(target);
    }

    @Override
    public void close() {
      client.close();
    }
  }

  /** A clock that stands until it is told how much time has passed. */
  private static final class Time extends Clock {
    private Instant now = TestConnections.CLOCK.instant();

    void pass(Duration duration) {
      now = now.plus(duration);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }
  }
}
