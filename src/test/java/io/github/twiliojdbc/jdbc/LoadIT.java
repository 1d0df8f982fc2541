package io.github.twiliojdbc.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.twiliojdbc.catalog.Catalog;
import io.github.twiliojdbc.connect.TestConnections;
import io.github.twiliojdbc.transport.Response;
import io.github.twiliojdbc.transport.Target;
import io.github.twiliojdbc.transport.sandbox.Sandbox;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Many threads on a few connections, to a server that fails now and then and whose latency rises
 * and falls, leave nothing behind.
 *
 * <p>-Dminutes has it go on for so long, and sees that the heap stays as it was.
 */
@Timeout(900)
@Execution(ExecutionMode.CONCURRENT)
class LoadIT {
  private static final int THREADS = 50;
  private static final int CONNECTIONS = 8;
  private static final int PART = 8192;
  private static final int QUERIES = Integer.getInteger("queries", 1000);
  private static final int MINUTES = Integer.getInteger("minutes", 0);

  private static final List<String> SQL =
      List.of(
          "SELECT sid, status FROM calls WHERE status = ? ORDER BY sid LIMIT 20",
          "SELECT count(*) FROM conferences WHERE status <> ?",
          "SELECT p.label FROM conferences c JOIN conference_participants p"
              + " ON p.conference_sid = c.sid WHERE c.friendly_name > ? ORDER BY p.call_sid LIMIT 9",
          "SELECT friendly_name FROM queues WHERE friendly_name > ? ORDER BY 1");

  private static final List<String> VALUES = List.of("busy", "completed", "failed", "a", "z");

  private final Sandbox sandbox =
      new Sandbox(Catalog.bundled(), TestConnections.ACCOUNT, 1, TestConnections.CLOCK);
  private final Random random = new Random(1);
  private final ExecutorService serving = Executors.newFixedThreadPool(16);
  private final ExecutorService asking = Executors.newFixedThreadPool(THREADS);
  private final Map<String, List<String>> expected = new ConcurrentHashMap<>();
  private HttpServer server;
  private volatile int latency;

  @BeforeEach
  void start() throws IOException, SQLException {
    serve(0);
    try (Connection connection = TestConnections.sandbox("accounts=own", client -> client)) {
      for (String sql : SQL) {
        for (String value : VALUES) {
          expected.put(sql + value, rows(connection, sql, value));
        }
      }
    }
  }

  private void serve(int port) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.setExecutor(serving);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    serving.shutdownNow();
    asking.shutdownNow();
  }

  @Test
  void allQueriesAreAnsweredAndNothingIsLeft() throws Exception {
    List<WeakReference<Connection>> connections = run();
    awaitEnd("twilio-jdbc ");
    assertThat(connections).allSatisfy(LoadIT::assertCollected);
  }

  private List<WeakReference<Connection>> run() throws Exception {
    BlockingQueue<Connection> pool = new ArrayBlockingQueue<>(CONNECTIONS);
    for (int i = 0; i < CONNECTIONS; i++) {
      pool.add(
          TestConnections.standIn(
              server.getAddress().getPort(), "accounts=own;maxRetries=10;cacheTtl=1;cacheSize=1"));
    }
    long end = System.nanoTime() + MINUTES * 60_000_000_000L;
    long most = Long.MAX_VALUE;
    do {
      latency = (latency + 1) % 10;
      List<Future<?>> queries = new ArrayList<>();
      for (int i = 0; i < QUERIES; i++) {
        String sql = SQL.get(i % SQL.size());
        String value = VALUES.get(i % VALUES.size());
        queries.add(asking.submit(() -> query(pool, sql, value)));
      }
      for (Future<?> query : queries) {
        query.get();
      }
      // The server keeps what belonged to connections that it closed without an answer.
      server.stop(0);
      serve(server.getAddress().getPort());
      long used = usedBytes();
      assertThat(used).isLessThan(most);
      // What a round needs at first, and half as much again.
      most = Math.min(most, used + used / 2);
    } while (System.nanoTime() < end);
    List<WeakReference<Connection>> used = new ArrayList<>();
    for (Connection connection : pool) {
      connection.close();
      used.add(new WeakReference<>(connection));
    }
    return used;
  }

  private static long usedBytes() {
    // Three of four collections leave gaps between what is alive.
    for (int i = 0; i < 4; i++) {
      System.gc();
    }
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  private Void query(BlockingQueue<Connection> pool, String sql, String value) throws Exception {
    Connection connection = pool.take();
    try {
      assertThat(rows(connection, sql, value)).isEqualTo(expected.get(sql + value));
    } finally {
      pool.add(connection);
    }
    return null;
  }

  private static List<String> rows(Connection connection, String sql, String value)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, value);
      return TestConnections.firstColumn(statement.executeQuery());
    }
  }

  /** Waits until there is no thread of a name. */
  private static void awaitEnd(String name) throws InterruptedException {
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().startsWith(name)) {
        thread.join(10_000);
        assertThat(thread.isAlive()).as(thread.getName()).isFalse();
      }
    }
  }

  private static void assertCollected(WeakReference<?> reference) {
    for (int i = 0; i < 100 && !reference.refersTo(null); i++) {
      System.gc();
    }
    assertThat(reference.refersTo(null)).isTrue();
  }

  /** Answers as the sample account does, save for one answer of fifty. */
  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      LockSupport.parkNanos(latency * 1_000_000L);
      int fault = random.nextInt(200);
      if (fault == 0) {
        exchange.sendResponseHeaders(429, -1);
      } else if (fault == 1) {
        exchange.sendResponseHeaders(503, -1);
      } else if (fault > 3) {
        String path = exchange.getRequestURI().toString();
        int slash = path.indexOf('/', 1);
        Response response =
            sandbox.get(new Target(path.substring(1, slash), path.substring(slash)));
        exchange.sendResponseHeaders(response.status(), response.body().length);
        // In parts: the server keeps a buffer as large as the largest for each connection.
        byte[] body = response.body();
        for (int from = 0; from < body.length; from += PART) {
          exchange.getResponseBody().write(body, from, Math.min(PART, body.length - from));
        }
      }
      // Else the connection is closed without an answer.
    }
  }
}
