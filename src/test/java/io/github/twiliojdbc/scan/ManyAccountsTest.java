package io.github.twiliojdbc.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twiliojdbc.connect.TestConnections;
import io.github.twiliojdbc.planner.PushDown;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
}
