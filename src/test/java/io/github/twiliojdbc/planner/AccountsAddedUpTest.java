package io.github.twiliojdbc.planner;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twiliojdbc.catalog.Catalog;
import io.github.twiliojdbc.connect.TestConnections;
import io.github.twiliojdbc.transport.Response;
import io.github.twiliojdbc.transport.Target;
import io.github.twiliojdbc.transport.TwilioClient;
import io.github.twiliojdbc.transport.sandbox.Sandbox;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which sums are read from the main account's list that adds up its sub-accounts. */
class AccountsAddedUpTest {
  private static final String LIST = "IncludeSubaccounts=true";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT sum(price) FROM usage_records WHERE category = 'totalprice'",
        "SELECT sum(price) FROM usage_records WHERE category = 'none of them'",
        "SELECT coalesce(sum(price), 0), sum(\"count\") FROM usage_records",
        "SELECT category, sum(price) FROM usage_records GROUP BY category",
        "SELECT price_unit, sum(price) FROM usage_records GROUP BY price_unit",
        "SELECT sum(price) FROM usage_records WHERE start_date >= '2026-06-15'",
        "SELECT start_date, sum(price) FROM usage_records WHERE start_date > '2026-06-20' GROUP BY 1",
        "SELECT sum(price) FROM usage_records WHERE start_date >= date_trunc('month', now())",
        "SELECT to_char(start_date, 'YYYY-MM'), sum(usage) FROM usage_records GROUP BY 1",
        "SELECT sum(price) FILTER (WHERE category = 'sms') FROM usage_records",
        "SELECT sum(CASE WHEN category = 'sms' THEN price END) FROM usage_records",
        "SELECT * FROM (SELECT category, sum(price) p FROM usage_records GROUP BY 1) t WHERE p > 1",
      })
  void addedUp(String sql) throws SQLException {
    List<String> requests = check(sql, "");
    assertThat(requests).isNotEmpty().allMatch(request -> request.contains(LIST));
    assertThat(requests).allMatch(request -> request.contains(TestConnections.ACCOUNT));
    assertThat(check(sql, "accounts=own;")).noneMatch(request -> request.contains(LIST));
    assertThat(check(sql, "accounts='" + TestConnections.ACCOUNT + "';"))
        .noneMatch(request -> request.contains(LIST));
  }

  /** The account, or what is not the same or a sum, is looked at. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT account_sid, sum(price) FROM usage_records GROUP BY account_sid",
        "SELECT sum(price) FROM usage_records WHERE account_sid LIKE '%1'",
        "SELECT sum(price) FROM usage_records WHERE account_sid IS NOT NULL",
        "SELECT sum(price) FILTER (WHERE account_sid <> 'x') FROM usage_records",
        "SELECT count(*) FROM usage_records WHERE start_date >= '2026-06-29'",
        "SELECT count(DISTINCT category) FROM usage_records WHERE start_date >= '2026-06-29'",
        "SELECT sum(DISTINCT price) FROM usage_records WHERE start_date >= '2026-06-29'",
        "SELECT avg(price) FROM usage_records WHERE start_date >= '2026-06-29'",
        "SELECT max(price) FROM usage_records WHERE start_date >= '2026-06-29'",
        "SELECT sum(price) FROM usage_records WHERE price > 1 AND start_date >= '2026-06-29'",
        "SELECT sum(abs(price)) FROM usage_records WHERE start_date >= '2026-06-29'",
        "SELECT price FROM usage_records WHERE start_date >= '2026-06-30'",
        "SELECT uri, sum(price) FROM usage_records WHERE start_date >= '2026-06-30' GROUP BY uri",
      })
  void accountByAccount(String sql) throws SQLException {
    assertThat(check(sql, "")).isNotEmpty().noneMatch(request -> request.contains(LIST));
  }

  /** Checks the rows against those of whole lists and returns the requests. */
  private static List<String> check(String sql, String properties) throws SQLException {
    List<String> requests = new ArrayList<>();
    try (Connection connection = connection(properties, PushDown.ALL, requests);
        Connection all = connection(properties, PushDown.NONE, new ArrayList<>())) {
      assertThat(rows(connection, sql)).containsExactlyInAnyOrderElementsOf(rows(all, sql));
    }
    return requests;
  }

  private static List<String> rows(Connection connection, String sql) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      int columns = result.getMetaData().getColumnCount();
      while (result.next()) {
        StringBuilder row = new StringBuilder();
        for (int i = 1; i <= columns; i++) {
          row.append(result.getString(i)).append('|');
        }
        rows.add(row.toString());
      }
    }
    return rows;
  }

  private static Connection connection(String properties, PushDown pushDown, List<String> requests)
      throws SQLException {
    Sandbox sandbox =
        new Sandbox(Catalog.bundled(), TestConnections.ACCOUNT, 1, TestConnections.CLOCK);
    TwilioClient client =
        new TwilioClient() {
          @Override
          public Response get(Target target) {
            requests.add(target.pathAndQuery());
            return sandbox.get(target);
          }

          @Override
          public void close() {
            sandbox.close();
          }
        };
    return TestConnections.to(client, "maxConcurrency=1;" + properties, pushDown);
  }
}
