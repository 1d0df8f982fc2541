package io.github.twiliojdbc.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class RecursionTest {
  private static final String SUM =
      "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)"
          + " SELECT sum(i) FROM n";

  private static final String ENDLESS =
      "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT %s FROM n%s";

  /** All run one plan, in which Calcite would have one list of rows. */
  @Test
  void runsAtTheSameTimeDoNotMix() throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:twilio:sandbox=true")) {
      ExecutorService threads = Executors.newFixedThreadPool(4);
      List<Callable<Long>> runs = new ArrayList<>();
      for (int last = 1; last <= 100; last++) {
        int end = last;
        runs.add(() -> sum(connection, end));
      }
      List<Future<Long>> sums = threads.invokeAll(runs);
      threads.shutdown();
      for (int last = 1; last <= 100; last++) {
        assertThat(sums.get(last - 1).get()).isEqualTo(last * (last + 1) / 2);
      }
    }
  }

  private static long sum(Connection connection, int last) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(SUM)) {
      statement.setInt(1, last);
      try (ResultSet result = statement.executeQuery()) {
        assertThat(result.next()).isTrue();
        return result.getLong(1);
      }
    }
  }

  @Test
  void whatHasNoEndIsReadAsFarAsItIsAskedFor() throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:twilio:sandbox=true");
        ResultSet result =
            connection.createStatement().executeQuery(ENDLESS.formatted("i", " LIMIT 3"))) {
      List<Integer> rows = new ArrayList<>();
      while (result.next()) {
        rows.add(result.getInt(1));
      }
      assertThat(rows).containsExactly(1, 2, 3);
    }
  }

  @Test
  void whatHasNoEndEnds() throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:twilio:sandbox=true")) {
      assertThatThrownBy(
              () -> {
                try (ResultSet result =
                    connection.createStatement().executeQuery(ENDLESS.formatted("max(i)", ""))) {
                  result.next();
                }
              })
          .isInstanceOf(SQLFeatureNotSupportedException.class)
          .hasMessage(
              "WITH RECURSIVE has more than 1000000 rows: add a condition under which it ends.");
    }
  }
}
