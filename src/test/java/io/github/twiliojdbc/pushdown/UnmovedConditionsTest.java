package io.github.twiliojdbc.pushdown;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twiliojdbc.catalog.Catalog;
import io.github.twiliojdbc.connect.TestConnections;
import io.github.twiliojdbc.planner.PushDown;
import io.github.twiliojdbc.transport.sandbox.Sandbox;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Conditions that no planner moves are all found, so the check of moved ones is not vacuous. */
class UnmovedConditionsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '\0',
      value = {
        "SELECT sid FROM messages WHERE \"to\" = '+1' | to = '+1'",
        "SELECT * FROM (SELECT a.sid, m.date_sent::date AS day, count(*) FROM messages m JOIN"
            + " accounts a ON a.sid = m.account_sid GROUP BY 1, 2) t WHERE day >= DATE '2026-06-23'"
            + " | CAST(date_sent AS DATE) >= DATE '2026-06-23'",
        "SELECT m.\"to\", count(*) FROM messages m GROUP BY 1 HAVING m.\"to\" = '+1' | to = '+1'",
        "SELECT * FROM (SELECT DISTINCT m.\"to\", a.sid FROM messages m LEFT JOIN accounts a ON"
            + " a.sid = m.account_sid) t WHERE \"to\" = '+1' | to = '+1'",
        "SELECT * FROM (SELECT \"to\" AS x FROM calls UNION ALL SELECT \"from\" FROM messages) t"
            + " WHERE x = '+1' | to = '+1' | from = '+1'",
        "SELECT sid FROM calls WHERE \"to\" = '+1' EXCEPT SELECT sid FROM messages WHERE"
            + " \"to\" = '+2' | to = '+1' | to = '+2'",
        "SELECT * FROM (SELECT \"to\", row_number() OVER (PARTITION BY \"to\" ORDER BY sid) rn"
            + " FROM messages) t WHERE rn = 1 AND \"to\" = '+1' | to = '+1'",
        "SELECT * FROM (SELECT DISTINCT ON (\"to\") sid, \"to\" FROM messages ORDER BY \"to\") t"
            + " WHERE \"to\" = '+1' | to = '+1'",
        "SELECT * FROM (SELECT a.sid, x.n FROM accounts a CROSS JOIN LATERAL (SELECT m.\"to\" AS n"
            + " FROM messages m WHERE m.account_sid = a.sid) x) t WHERE n = '+1' | to = '+1'",
        "SELECT m.sid FROM accounts a LEFT JOIN messages m ON m.account_sid = a.sid AND"
            + " m.\"to\" = '+1' | to = '+1'",
        "SELECT sid FROM calls c WHERE NOT EXISTS (SELECT 1 FROM messages m WHERE"
            + " m.sid = c.sid AND m.\"to\" = '+1') | to = '+1'",
        "WITH t AS (SELECT \"to\" AS x FROM messages ORDER BY sid) SELECT * FROM t WHERE x = '+1'"
            + " | to = '+1'",
      })
  void everyConditionIsFound(String all) throws SQLException {
    String[] parts = all.split(" \\| ");
    try (Connection connection =
        TestConnections.to(
            new Sandbox(Catalog.bundled(), TestConnections.ACCOUNT, 1, TestConnections.CLOCK),
            "accounts=all",
            PushDown.NONE)) {
      List<String> found =
          UnmovedConditions.in(TestConnections.firstColumn(connection, "EXPLAIN " + parts[0]));
      assertThat(found)
          .containsExactlyElementsOf(
              List.of(parts).subList(1, parts.length).stream()
                  .map(
                      condition ->
                          "not sent: " + condition.strip() + ", since it was not moved to the scan")
                  .toList());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "SELECT * FROM (SELECT sid, \"to\" FROM messages LIMIT 10) t WHERE \"to\" = '+1'"
            + " | to = '+1', since it stands above a LIMIT",
        "SELECT m.sid FROM accounts a LEFT JOIN messages m ON m.account_sid = a.sid WHERE"
            + " m.\"to\" = '+1' OR m.\"to\" IS NULL"
            + " | to IS NULL OR to = '+1', since it stands above a LEFT JOIN that adds NULLs",
        "SELECT * FROM (SELECT \"to\", \"from\", count(*) OVER (PARTITION BY \"to\") FROM messages) t"
            + " WHERE \"from\" = '+1'"
            + " | from = '+1', since it stands above a window that is not partitioned by it",
        "SELECT * FROM (SELECT \"to\", \"from\" FROM messages GROUP BY GROUPING SETS ((\"to\"),"
            + " (\"to\", \"from\"))) t WHERE \"from\" = '+1'"
            + " | from = '+1', since it stands above GROUPING SETS of which some leave its column"
            + " out",
        "SELECT m.sid FROM messages m LEFT JOIN accounts a ON m.account_sid = a.sid AND"
            + " m.\"to\" = '+1'"
            + " | to = '+1', since a LEFT JOIN keeps the rows that do not fulfil it",
      })
  void reasons(String sql, String line) throws SQLException {
    try (Connection connection = TestConnections.sandbox("accounts=all", client -> client)) {
      List<String> explanation = TestConnections.firstColumn(connection, "EXPLAIN " + sql);
      assertThat(explanation).map(String::strip).contains("not sent: " + line.strip());
      assertThat(UnmovedConditions.in(explanation)).isEmpty();
    }
  }
}
