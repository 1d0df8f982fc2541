package io.github.twiliojdbc.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.twiliojdbc.connect.TestConnections;
import io.github.twiliojdbc.planner.PushDown;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How many requests a query of an account with 1,500 sub-accounts sends. */
class ManyAccountsTest {
  private static final int SUB_ACCOUNTS = 1500;

  /** The list of the accounts, of which a page has 1,000. */
  private static final int LIST = 2;

  private static final int EACH = SUB_ACCOUNTS + 1;

  /**
   * The latest rows are those of the first window if it holds enough. Of each account there are
   * rows from yesterday, so one window is enough for as many rows as there are accounts.
   */
  @ParameterizedTest
  @CsvSource({"3, 5, 1", "3, 100, 1", "3, 4000, 2", "0, 5, 3"})
  void theLatestRows(int messages, int limit, int windows) throws SQLException {
    String sql = "SELECT sid FROM messages ORDER BY date_sent DESC NULLS LAST, sid LIMIT " + limit;
    ManyAccounts accounts = new ManyAccounts(SUB_ACCOUNTS, messages);
    try (Connection connection = TestConnections.to(accounts, "", PushDown.ALL);
        Connection all = TestConnections.to(accounts, "", PushDown.NONE)) {
      List<String> rows = TestConnections.firstColumn(connection, sql);
      assertThat(accounts.takeRequests()).isEqualTo(LIST + windows * EACH);
      assertThat(rows).isEqualTo(TestConnections.firstColumn(all, sql));
    }
  }

  /** Lists that are known to have one page each are read once, whatever their dates are. */
  @Test
  void shortListsAreReadWhole() throws SQLException {
    String sql = "SELECT sid FROM messages ORDER BY date_sent DESC NULLS LAST, sid LIMIT 4000";
    ManyAccounts accounts = new ManyAccounts(SUB_ACCOUNTS, 3);
    try (Connection connection = TestConnections.to(accounts, "cache=false", PushDown.ALL)) {
      TestConnections.firstColumn(connection, "SELECT count(*) FROM messages");
      accounts.takeRequests();
      assertThat(TestConnections.firstColumn(connection, sql)).hasSize(4000);
      assertThat(accounts.takeRequests()).isEqualTo(EACH);
    }
  }

  /** Whatever a condition on the account is, only accounts that fulfil it are asked. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "account_sid LIKE '%0050' | 1",
        "right(account_sid, 2) = '50' | 15",
        "right(account_sid, 2) IN ('50', '51') | 30",
        "account_sid BETWEEN 'AC1' AND 'AC10000000000000000000000000000009' | 9",
        "account_sid > 'AC10000000000000000000000000001490' | 10",
        "account_sid <> 'AC10000000000000000000000000000009' | 1500",
        "account_sid NOT IN ('AC10000000000000000000000000000008', 'x') | 1500",
        "account_sid LIKE '%0050' OR right(account_sid, 4) = '0051' | 2",
        "account_sid LIKE '%0050' AND date_sent >= '2026-06-28' | 1",
        "account_sid LIKE '%0050' OR date_sent >= '2026-06-28' | 1501",
        "NOT (account_sid LIKE '%0%') | 0",
        "CASE WHEN account_sid LIKE '%0050' THEN 1 ELSE 0 END = 1 | 1",
        "account_sid IN ('AC10000000000000000000000000000050') AND account_sid LIKE '%50' | 1",
      })
  void accountsAreDecidedOn(String condition, int accounts) throws SQLException {
    check("SELECT sid FROM messages WHERE " + condition, accounts);
    check("SELECT sid FROM (SELECT * FROM messages) t WHERE " + condition, accounts);
  }

  /** A parameter is known when the accounts are decided on. */
  @Test
  void aPatternMayBeAParameter() throws SQLException {
    ManyAccounts accounts = new ManyAccounts(SUB_ACCOUNTS, 3);
    try (Connection connection = TestConnections.to(accounts, "cache=false", PushDown.ALL);
        PreparedStatement prepared =
            connection.prepareStatement("SELECT sid FROM messages WHERE account_sid LIKE ?")) {
      for (int expected : new int[] {1, 10}) {
        prepared.setString(1, expected == 1 ? "%0050" : "%007_");
        assertThat(TestConnections.firstColumn(prepared.executeQuery())).hasSize(3 * expected);
        assertThat(accounts.takeRequests()).isEqualTo(expected + (expected == 1 ? LIST : 0));
      }
    }
  }

  /** A condition that fails is decided on rows, so that it fails where there are some. */
  @Test
  void aConditionThatFailsLeavesNoAccountOut() throws SQLException {
    String sql = "SELECT sid FROM messages WHERE 1 / (right(account_sid, 2)::int - 50) < 0";
    try (Connection connection = TestConnections.to(new ManyAccounts(60, 0), "", PushDown.ALL);
        Connection withRows = TestConnections.to(new ManyAccounts(60, 1), "", PushDown.ALL)) {
      assertThat(TestConnections.firstColumn(connection, sql)).isEmpty();
      assertThatThrownBy(() -> TestConnections.firstColumn(withRows, sql))
          .isInstanceOf(SQLException.class)
          .hasMessage("A value could not be computed: / by zero");
    }
  }

  /** The own account is tested first, which may be enough. */
  @Test
  void theListIsReadOnlyIfOthersAreNeeded() throws SQLException {
    ManyAccounts accounts = new ManyAccounts(SUB_ACCOUNTS, 3);
    try (Connection connection = TestConnections.to(accounts, "", PushDown.ALL)) {
      TestConnections.firstColumn(
          connection, "SELECT sid FROM messages WHERE account_sid LIKE 'AC00%' LIMIT 2");
      assertThat(accounts.takeRequests()).isEqualTo(1);
    }
  }

  /** A join with the accounts asks those it yields, whatever was counted before. */
  @ParameterizedTest
  @ValueSource(strings = {"", "SELECT count(*) FROM accounts", "SELECT count(*) FROM messages"})
  void aJoinWithAccounts(String before) throws SQLException {
    String join =
        "SELECT m.sid FROM messages m JOIN accounts a ON a.sid = m.account_sid"
            + " WHERE a.friendly_name = 'acct 50'";
    ManyAccounts accounts = new ManyAccounts(SUB_ACCOUNTS, 3);
    for (String condition : List.of("", " AND m.date_sent >= now() - INTERVAL '2 days'")) {
      try (Connection connection = TestConnections.to(accounts, "cache=false", PushDown.ALL)) {
        if (!before.isEmpty()) {
          TestConnections.firstColumn(connection, before);
          accounts.takeRequests();
        }
        assertThat(TestConnections.firstColumn(connection, join + condition)).isNotEmpty();
        assertThat(accounts.takeRequests()).isEqualTo(2);
      }
    }
  }

  private static void check(String sql, int read) throws SQLException {
    ManyAccounts accounts = new ManyAccounts(SUB_ACCOUNTS, 3);
    try (Connection connection = TestConnections.to(accounts, "", PushDown.ALL);
        Connection all = TestConnections.to(accounts, "", PushDown.NONE)) {
      List<String> rows = TestConnections.firstColumn(connection, sql);
      int list = sql.contains(" IN ('AC") && read == 1 ? 0 : LIST;
      assertThat(accounts.takeRequests()).isEqualTo(list + read);
      assertThat(rows).containsExactlyInAnyOrderElementsOf(TestConnections.firstColumn(all, sql));
    }
  }
}
