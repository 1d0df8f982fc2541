package io.github.twiliojdbc.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.twiliojdbc.connect.TestConnections;
import io.github.twiliojdbc.transport.FixedAnswer;
import io.github.twiliojdbc.transport.Response;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** When statements and connections end, and who may use them at the same time. */
class LifeCycleTest {
  private static final int TIMES = 100;

  @Test
  void aConnectionIsShared() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try (Connection connection = TestConnections.sandbox("accounts=own", client -> client)) {
      List<Future<Long>> counts = new ArrayList<>();
      for (int i = 0; i < 32; i++) {
        String status = List.of("busy", "completed", "failed", "no-answer").get(i % 4);
        counts.add(threads.submit(() -> count(connection, status)));
      }
      for (int i = 0; i < 32; i++) {
        assertThat(counts.get(i).get()).isPositive().isEqualTo(counts.get(i % 4).get());
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static long count(Connection connection, String status) throws SQLException {
    try (var statement =
        connection.prepareStatement("SELECT count(*) FROM calls WHERE status = ?")) {
      statement.setString(1, status);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  /** One would get the rows of the other's parameter. */
  @Test
  void parametersOfSeveralThreadsAreRefused() throws Exception {
    ExecutorService other = Executors.newSingleThreadExecutor();
    try (Connection connection = TestConnections.sandbox("accounts=own", client -> client);
        var statement = connection.prepareStatement("SELECT count(*) FROM calls WHERE sid = ?")) {
      statement.setString(1, "CA1");
      other.submit(() -> setString(statement, "CA2")).get();
      assertThatThrownBy(statement::executeQuery)
          .hasMessage(
              "The statement is in use: Several threads have set its parameters."
                  + " Give each thread a statement of its own.")
          .hasFieldOrPropertyWithValue("SQLState", "55006");
      statement.setString(1, "CA1");
      assertThatThrownBy(() -> other.submit(() -> statement.executeQuery()).get())
          .hasMessageContaining("Several threads have set its parameters");
      assertThat(TestConnections.firstColumn(statement.executeQuery())).containsExactly("0");
    } finally {
      other.shutdownNow();
    }
  }

  /** Threads that use one statement at a time each have the rows of their own value or an error. */
  @Test
  void threadsThatShareAStatementAreNeverGivenRowsOfAnother() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try (Connection connection = TestConnections.sandbox("accounts=own", client -> client);
        var statement = connection.prepareStatement("SELECT 'for ' || ? FROM calls LIMIT 3")) {
      List<Future<Integer>> answered = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        String value = "thread " + i;
        answered.add(threads.submit(() -> answered(statement, value)));
      }
      int all = 0;
      for (Future<Integer> ofOne : answered) {
        all += ofOne.get();
      }
      assertThat(all).isBetween(1, 8 * TIMES - 1);
      assertThat(answered(statement, "me")).isEqualTo(TIMES);
    } finally {
      threads.shutdownNow();
    }
  }

  /**
   * What one thread has set is there for all that run it, each of which has all rows or an error.
   */
  @Test
  void threadsRunWhatOneHasSet() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try (Connection connection = TestConnections.sandbox("accounts=own", client -> client);
        var statement = connection.prepareStatement("SELECT 'for ' || ? FROM calls LIMIT 3")) {
      statement.setString(1, "all");
      List<Future<List<String>>> results = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        results.add(threads.submit(() -> TestConnections.firstColumn(statement.executeQuery())));
      }
      List<String> expected = List.of("for all", "for all", "for all");
      for (Future<List<String>> result : results) {
        try {
          assertThat(result.get()).isEqualTo(expected);
        } catch (ExecutionException e) {
          assertThat(e.getCause()).isInstanceOf(SQLException.class);
        }
      }
      assertThat(TestConnections.firstColumn(statement.executeQuery())).isEqualTo(expected);
    } finally {
      threads.shutdownNow();
    }
  }

  /** Returns how often a statement answers with the rows of a value, and not with an error. */
  private static int answered(PreparedStatement statement, String value) {
    int answered = 0;
    for (int i = 0; i < TIMES; i++) {
      try {
        statement.setString(1, value);
        LockSupport.parkNanos(1);
        assertThat(TestConnections.firstColumn(statement.executeQuery()))
            .hasSize(3)
            .containsOnly("for " + value);
        answered++;
      } catch (SQLException e) {
        assertThat(e.getSQLState()).isNotNull();
      }
    }
    return answered;
  }

  @Test
  void aStatementIsHandedFromOneThreadToAnother() throws Exception {
    ExecutorService other = Executors.newSingleThreadExecutor();
    try (Connection connection = TestConnections.sandbox("accounts=own", client -> client);
        var statement = connection.prepareStatement("SELECT 'it is ' || ?")) {
      statement.setString(1, "one");
      assertThat(other.submit(() -> TestConnections.firstColumn(statement.executeQuery())).get())
          .containsExactly("it is one");
      other.submit(() -> setString(statement, "two")).get();
      assertThat(TestConnections.firstColumn(statement.executeQuery()))
          .containsExactly("it is two");
      statement.setString(1, "three");
      statement.clearParameters();
      other.submit(() -> setString(statement, "four")).get();
      assertThat(TestConnections.firstColumn(statement.executeQuery()))
          .containsExactly("it is four");
    } finally {
      other.shutdownNow();
    }
  }

  private static boolean setString(PreparedStatement statement, String value) throws SQLException {
    statement.setString(1, value);
    return true;
  }

  @Test
  void aConnectionEndsItsStatements() throws SQLException {
    Connection connection = TestConnections.sandbox("", client -> client);
    Statement statement = connection.createStatement();
    ResultSet rows = statement.executeQuery("SELECT sid FROM messages");
    connection.abort(Runnable::run);
    assertThat(connection.isClosed()).isTrue();
    assertThat(statement.isClosed()).isTrue();
    assertThat(rows.isClosed()).isTrue();
  }

  @Test
  void aStatementThatClosesOnCompletion() throws SQLException {
    try (Connection connection = TestConnections.sandbox("", client -> client)) {
      Statement statement = connection.createStatement();
      statement.closeOnCompletion();
      statement.executeQuery("SELECT 1").close();
      assertThat(statement.isClosed()).isTrue();
    }
  }

  @Test
  void aStatementThatIsDroppedIsNotKept() throws Exception {
    try (Connection connection = TestConnections.sandbox("", client -> client)) {
      ReferenceQueue<Statement> collected = new ReferenceQueue<>();
      WeakReference<Statement> dropped =
          new WeakReference<>(connection.prepareStatement("SELECT 1"), collected);
      for (int i = 0; i < 100 && !dropped.refersTo(null); i++) {
        System.gc();
        collected.remove(50);
      }
      assertThat(dropped.refersTo(null)).isTrue();
      assertThat(connection.isClosed()).isFalse();
    }
  }

  @Test
  void aResultThatFailedFailsAlikeAgain() throws SQLException {
    try (Connection connection = TestConnections.sandbox("", client -> client);
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT 1 / (num_media - num_media) FROM messages")) {
      SQLException first = catchThrowableOfType(SQLException.class, rows::next);
      assertThat(first.getSQLState()).isEqualTo("22012");
      assertThatThrownBy(rows::next).isSameAs(first);
    }
  }

  @Test
  void aConnectionIsValidThoughTwilioIsBusy() throws SQLException {
    Response busy = new Response(429, Map.of("retry-after", "60"), new byte[0]);
    try (Connection connection = TestConnections.sandbox("", client -> new FixedAnswer(busy))) {
      assertThat(connection.isValid(1)).isTrue();
    }
  }
}
