package io.github.twiliojdbc.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.twiliojdbc.connect.TestConnections;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.Statement;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever a statement waits for, it ends when it is told to. The servers here would let it wait
 * for far longer than a test may take.
 */
@Timeout(20)
class CancellationTest {
  private static final String SQL = "SELECT sid FROM messages WHERE account_sid = 'AC1'";

  /** A join of so many tables takes minutes to plan. */
  private static final String LARGE =
      "SELECT count(*) FROM "
          + IntStream.range(0, 14).mapToObj(i -> "calls c" + i).collect(Collectors.joining(", "))
          + " WHERE "
          + IntStream.range(1, 14)
              .mapToObj(i -> "c%d.sid = c%d.parent_call_sid".formatted(i - 1, i))
              .collect(Collectors.joining(" AND "));

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch abandoned = new CountDownLatch(1);
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/api", this::stall);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    threads.shutdownNow();
  }

  /** Begins an answer and sends a byte now and then, until nobody is there any more. */
  private void stall(HttpExchange exchange) {
    try (OutputStream body = exchange.getResponseBody()) {
      exchange.sendResponseHeaders(200, 0);
      while (true) {
        body.write(' ');
        body.flush();
        asked.countDown();
        Thread.sleep(10);
      }
    } catch (IOException e) {
      abandoned.countDown();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "maxConcurrency=1;", "cache=false;"})
  void aReadFromAStalledServer(String properties) throws Exception {
    try (Connection connection = connect(properties);
        Statement statement = connection.createStatement()) {
      SQLException canceled = cancelWhileRunning(statement, SQL);
      assertThat(canceled.getMessage()).isEqualTo("The statement was canceled.");
      assertThat(canceled.getSQLState()).isEqualTo("HY008");
      // The call itself was aborted.
      abandoned.await();
    }
  }

  @Test
  void theWaitBeforeARetry() throws Exception {
    server.removeContext("/api");
    server.createContext(
        "/api",
        exchange -> {
          exchange.getResponseHeaders().add("Retry-After", "60");
          exchange.sendResponseHeaders(429, -1);
          exchange.close();
          asked.countDown();
        });
    try (Connection connection = connect("");
        Statement statement = connection.createStatement()) {
      assertThat(cancelWhileRunning(statement, SQL).getSQLState()).isEqualTo("HY008");
    }
  }

  @Test
  void thePlanner() throws Exception {
    Thread reader = Thread.currentThread();
    try (Connection connection = connect("");
        Statement statement = connection.createStatement()) {
      meanwhile(
          () -> {
            awaitWaiting(reader);
            statement.cancel();
          });
      SQLException canceled =
          catchThrowableOfType(SQLException.class, () -> statement.executeQuery(LARGE));
      assertThat(canceled.getMessage()).isEqualTo("The statement was canceled.");
      statement.setQueryTimeout(1);
      assertThatThrownBy(() -> statement.executeQuery(LARGE))
          .isInstanceOf(SQLTimeoutException.class);
    }
  }

  @Test
  void thePlannerOfAPreparedStatement() throws Exception {
    Connection connection = connect("");
    Thread.currentThread().interrupt();
    SQLException interrupted =
        catchThrowableOfType(SQLException.class, () -> connection.prepareStatement(LARGE));
    assertThat(interrupted.getSQLState()).isEqualTo("HY008");
    assertThat(Thread.interrupted()).isTrue();
    Thread reader = Thread.currentThread();
    meanwhile(
        () -> {
          awaitWaiting(reader);
          connection.close();
        });
    SQLException ended =
        catchThrowableOfType(SQLException.class, () -> connection.prepareStatement(LARGE));
    assertThat(ended.getSQLState()).isEqualTo("08003");
  }

  @Test
  void anInterruptedReader() throws Exception {
    try (Connection connection = connect("");
        Statement statement = connection.createStatement()) {
      Thread reader = Thread.currentThread();
      meanwhile(
          () -> {
            asked.await();
            reader.interrupt();
          });
      SQLException interrupted =
          catchThrowableOfType(SQLException.class, () -> statement.executeQuery(SQL));
      assertThat(interrupted.getSQLState()).isEqualTo("HY008");
      assertThat(Thread.interrupted()).isTrue();
      abandoned.await();
    }
  }

  @Test
  void theQueryTimeout() throws SQLException {
    try (Connection connection = connect("");
        Statement statement = connection.createStatement()) {
      statement.setQueryTimeout(1);
      SQLTimeoutException late =
          catchThrowableOfType(SQLTimeoutException.class, () -> statement.executeQuery(SQL));
      assertThat(late.getMessage())
          .isEqualTo(
              "The statement took longer than its query timeout."
                  + " Raise the timeout, or narrow the query; EXPLAIN PLAN FOR shows its requests.");
      assertThat(late.getSQLState()).isEqualTo("HYT00");
    }
  }

  @Test
  void theNetworkTimeout() throws SQLException {
    try (Connection connection = connect("maxRetries=0;");
        Statement statement = connection.createStatement()) {
      connection.setNetworkTimeout(null, 100);
      assertThat(connection.getNetworkTimeout()).isEqualTo(100);
      SQLTimeoutException late =
          catchThrowableOfType(SQLTimeoutException.class, () -> statement.executeQuery(SQL));
      assertThat(late.getSQLState()).isEqualTo("HYT00");
    }
  }

  @Test
  void theCheckOfAConnection() throws SQLException {
    try (Connection connection = connect("")) {
      assertThat(connection.isValid(1)).isFalse();
    }
  }

  @Test
  void theEndOfAConnectionInAnotherThread() throws Exception {
    Connection connection = connect("");
    Statement statement = connection.createStatement();
    meanwhile(
        () -> {
          asked.await();
          connection.close();
        });
    SQLException ended =
        catchThrowableOfType(SQLException.class, () -> statement.executeQuery(SQL));
    assertThat(ended.getMessage()).isEqualTo("The connection was closed while the statement ran.");
    assertThat(ended.getSQLState()).isEqualTo("08003");
    abandoned.await();
  }

  @Test
  void aStatementRunsAgainAfterItWasCanceled() throws Exception {
    try (Connection connection = TestConnections.sandbox("", client -> client);
        Statement statement = connection.createStatement()) {
      statement.cancel();
      ResultSet first = statement.executeQuery("SELECT sid FROM messages");
      assertThat(first.next()).isTrue();
      statement.cancel();
      assertThat(catchThrowableOfType(SQLException.class, first::next).getSQLState())
          .isEqualTo("HY008");
      assertThat(statement.executeQuery("SELECT sid FROM messages").next()).isTrue();
    }
  }

  private SQLException cancelWhileRunning(Statement statement, String sql) {
    meanwhile(
        () -> {
          asked.await();
          statement.cancel();
        });
    return catchThrowableOfType(SQLException.class, () -> statement.executeQuery(sql));
  }

  private static void awaitWaiting(Thread thread) {
    while (thread.getState() == Thread.State.RUNNABLE) {
      Thread.onSpinWait();
    }
  }

  private void meanwhile(Action action) {
    threads.execute(
        () -> {
          try {
            action.run();
          } catch (SQLException e) {
            throw new AssertionError(e);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
  }

  private interface Action {
    void run() throws SQLException, InterruptedException;
  }

  private Connection connect(String properties) throws SQLException {
    return TestConnections.standIn(server.getAddress().getPort(), properties);
  }
}
