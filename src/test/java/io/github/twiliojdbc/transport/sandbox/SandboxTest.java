package io.github.twiliojdbc.transport.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twiliojdbc.catalog.Catalog;
import io.github.twiliojdbc.catalog.TableDefinition;
import io.github.twiliojdbc.connect.TestConnections;
import io.github.twiliojdbc.transport.Target;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The sample account, read with SQL. */
class SandboxTest {
  private static Connection connection;
  private static Statement statement;

  @BeforeAll
  static void open() throws SQLException {
    connection = TestConnections.sandbox("", UnaryOperator.identity());
    statement = connection.createStatement();
  }

  @AfterAll
  static void close() throws SQLException {
    connection.close();
  }

  static Collection<TableDefinition> tables() {
    return Catalog.bundled().tables(Catalog.DEFAULT_SCHEMA).values();
  }

  @Test
  void itIsLargeEnoughToTryThingsOn() throws SQLException {
    assertThat(number("SELECT count(*) FROM accounts")).isEqualTo(3);
    assertThat(number("SELECT count(*) FROM messages")).isGreaterThanOrEqualTo(5000);
    assertThat(number("SELECT count(*) FROM calls")).isGreaterThanOrEqualTo(2000);
  }

  @ParameterizedTest
  @MethodSource("tables")
  void aTableHasRowsAndItsKeyIsUnique(TableDefinition table) throws SQLException {
    String key = "\"" + String.join("\", \"", table.key()) + "\"";
    long rows = number("SELECT count(*) FROM " + table.name());
    assertThat(rows).isPositive();
    assertThat(
            number(
                "SELECT count(*) FROM (SELECT DISTINCT %s FROM %s)".formatted(key, table.name())))
        .isEqualTo(rows);
  }

  @Test
  void rowsLieInThe90DaysUpToNow() throws SQLException {
    String now = "TIMESTAMP '2026-06-30 12:00:00'";
    // Older rows stand in for those of the rest of the day.
    int days = 91;
    for (String column : List.of("messages.date_created", "calls.date_created")) {
      String table = column.substring(0, column.indexOf('.'));
      assertThat(
              number(
                  "SELECT count(*) FROM %s WHERE %s > %s OR %s < %s - INTERVAL '%d' DAY(3)"
                      .formatted(table, column, now, column, now, days)))
          .isZero();
    }
    assertThat(number("SELECT count(DISTINCT CAST(date_created AS DATE)) FROM messages"))
        .isGreaterThanOrEqualTo(90);
  }

  /** Who connects later on the same day finds the same rows, and some more. */
  @Test
  void rowsStayWhereTheyAreFromMorningToEvening() throws SQLException {
    String sql =
        "SELECT sid FROM messages WHERE date_sent >= DATE '2026-06-01' AND date_updated <="
            + " TIMESTAMP '2026-06-30 05:59:59' ORDER BY sid";
    List<String> morning = firstColumn("2026-06-30T06:00:00Z", sql);
    assertThat(morning).hasSizeGreaterThan(1000);
    assertThat(firstColumn("2026-06-30T23:00:00Z", sql)).isEqualTo(morning);
    String all = "SELECT count(*) FROM messages WHERE date_created >= DATE '2026-06-30'";
    assertThat(Integer.parseInt(firstColumn("2026-06-30T06:00:00Z", all).get(0)))
        .isBetween(1, Integer.parseInt(firstColumn("2026-06-30T23:00:00Z", all).get(0)) - 1);
  }

  private static List<String> firstColumn(String now, String sql) throws SQLException {
    try (Connection connection =
        TestConnections.sandbox("", Clock.fixed(Instant.parse(now), ZoneOffset.UTC))) {
      return TestConnections.firstColumn(connection, sql);
    }
  }

  @Test
  void whatRowsTellFitsTogether() throws SQLException {
    assertThat(
            number(
                "SELECT count(*) FROM calls WHERE end_time - start_time <> duration * INTERVAL '1'"
                    + " SECOND OR (status = 'completed') <> (duration > 0)"))
        .isZero();
    assertThat(
            number(
                "SELECT count(*) FROM messages WHERE (direction = 'inbound') <> (status ="
                    + " 'received') OR (error_code IS NULL) <> (error_message IS NULL)"))
        .isZero();
    assertThat(number("SELECT count(*) FROM roles WHERE permissions LIKE '[\"%\"]'")).isPositive();
    assertThat(
            number("SELECT count(*) FROM messages m JOIN message_media f ON f.message_sid = m.sid"))
        .isPositive();
  }

  @Test
  void numMediaIsTheNumberOfItsMedia() throws SQLException {
    assertThat(
            number(
                "SELECT count(*) FROM messages LEFT JOIN (SELECT message_sid, count(*) AS n FROM"
                    + " message_media GROUP BY message_sid) ON sid = message_sid"
                    + " WHERE num_media <> COALESCE(n, 0)"))
        .isZero();
    assertThat(number("SELECT sum(num_media) FROM messages"))
        .isEqualTo(number("SELECT count(*) FROM message_media"))
        .isPositive();
  }

  @Test
  void childrenHaveParents() throws SQLException {
    assertThat(
            number(
                "SELECT count(*) FROM conference_participants WHERE conference_sid NOT IN (SELECT"
                    + " sid FROM conferences) OR call_sid NOT IN (SELECT sid FROM calls)"))
        .isZero();
    assertThat(
            number("SELECT count(*) FROM recordings WHERE call_sid NOT IN (SELECT sid FROM calls)"))
        .isZero();
  }

  @Test
  void filtersBringTheRowsThatTheyName() throws SQLException {
    assertThat(number("SELECT count(*) FROM calls WHERE status = 'busy'"))
        .isEqualTo(number("SELECT count(*) FROM calls WHERE status || '' = 'busy'"))
        .isPositive();
  }

  @Test
  void rowsDependOnSeedAndClockAlone() {
    assertThat(page(1, Duration.ZERO)).isEqualTo(page(1, Duration.ZERO));
    assertThat(page(1, Duration.ZERO)).isNotEqualTo(page(2, Duration.ZERO));
    assertThat(page(1, Duration.ZERO)).isNotEqualTo(page(1, Duration.ofHours(1)));
  }

  private static String page(long seed, Duration later) {
    try (Sandbox sandbox =
        new Sandbox(
            Catalog.bundled(),
            TestConnections.ACCOUNT,
            seed,
            Clock.offset(TestConnections.CLOCK, later))) {
      Target target =
          new Target(
              "api",
              "/2010-04-01/Accounts/" + TestConnections.ACCOUNT + "/Messages.json?PageSize=5");
      return new String(sandbox.get(target).body(), StandardCharsets.UTF_8);
    }
  }

  private static long number(String sql) throws SQLException {
    try (ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
