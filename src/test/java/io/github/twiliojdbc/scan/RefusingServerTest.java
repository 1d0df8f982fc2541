package io.github.twiliojdbc.scan;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.twiliojdbc.catalog.Catalog;
import io.github.twiliojdbc.connect.TestConnections;
import io.github.twiliojdbc.transport.Response;
import io.github.twiliojdbc.transport.Target;
import io.github.twiliojdbc.transport.sandbox.Sandbox;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A server that answers three requests at a time, and others with 429, as Twilio does. */
class RefusingServerTest {
  private static final String SQL =
      "SELECT message_sid, sid FROM message_media WHERE account_sid = '%s'"
          .formatted(TestConnections.ACCOUNT);

  /** Milliseconds that an answer takes. */
  private static final int LATENCY = 10;

  private final Sandbox sandbox =
      new Sandbox(Catalog.bundled(), TestConnections.ACCOUNT, 1, TestConnections.CLOCK);
  private final Semaphore allowed = new Semaphore(3);
  private final AtomicInteger answered = new AtomicInteger();
  private final AtomicInteger refused = new AtomicInteger();
  private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(16);
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/api", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    threads.shutdownNow();
  }

  @Test
  void isAskedForThreeAtATime() throws SQLException {
    List<String> expected;
    try (Connection connection = TestConnections.sandbox("", client -> client)) {
      expected = rows(connection);
    }
    try (Connection connection =
        TestConnections.standIn(server.getAddress().getPort(), "accounts=own")) {
      assertThat(rows(connection)).isNotEmpty().isEqualTo(expected);
    }
    assertThat(answered.get()).isGreaterThan(200);
    assertThat(refused.get()).isBetween(1, answered.get() / 20);
  }

  private static List<String> rows(Connection connection) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(SQL)) {
      while (result.next()) {
        rows.add(result.getString(1) + result.getString(2));
      }
    }
    Collections.sort(rows);
    return rows;
  }

  private void answer(HttpExchange exchange) throws IOException {
    if (allowed.tryAcquire()) {
      answered.incrementAndGet();
      var unused =
          threads.schedule(() -> answerFromSandbox(exchange), LATENCY, TimeUnit.MILLISECONDS);
    } else {
      refused.incrementAndGet();
      exchange.sendResponseHeaders(429, -1);
      exchange.close();
    }
  }

  private Void answerFromSandbox(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().toString().substring("/api".length());
      Response response = sandbox.get(new Target("api", path));
      allowed.release();
      exchange.sendResponseHeaders(response.status(), response.body().length);
      exchange.getResponseBody().write(response.body());
    }
    return null;
  }
}
