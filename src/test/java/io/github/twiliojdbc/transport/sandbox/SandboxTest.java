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
    return Catalog.bundled().tables();
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
    for (String column : List.of("messages.date_created", "calls.date_created")) {
      String table = column.substring(0, column.indexOf('.'));
      assertThat(
              number(
                  "SELECT count(*) FROM %s WHERE %s > %s OR %s < %s - INTERVAL '90' DAY(3)"
                      .formatted(table, column, now, column, now)))
          .isZero();
    }
    assertThat(number("SELECT count(DISTINCT CAST(date_created AS DATE)) FROM messages"))
        .isGreaterThanOrEqualTo(90);
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
