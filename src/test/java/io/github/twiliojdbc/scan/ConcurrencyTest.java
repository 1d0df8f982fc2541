package io.github.twiliojdbc.scan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.twiliojdbc.catalog.Catalog;
import io.github.twiliojdbc.connect.TestConnections;
import io.github.twiliojdbc.planner.PushDown;
import io.github.twiliojdbc.transport.Response;
import io.github.twiliojdbc.transport.Target;
import io.github.twiliojdbc.transport.TwilioClient;
import io.github.twiliojdbc.transport.sandbox.Sandbox;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists are read at once, never more of them than maxConcurrency, and bring the same rows. */
class ConcurrencyTest {
  private static final String CHILDREN =
      "SELECT c.sid, p.call_sid FROM conferences c"
          + " JOIN conference_participants p ON p.conference_sid = c.sid";

  /** A look-up begins with three keys, so no more than three lists can be awaited together. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void asManyAtOnceAsAreAllowed(int most) throws SQLException {
    Meter meter = new Meter(most);
    assertThat(rows(meter, "maxConcurrency=" + most, CHILDREN))
        .isEqualTo(rows(new Meter(1), "maxConcurrency=1", CHILDREN));
    assertThat(meter.most.get()).isEqualTo(most);
  }

  @Test
  void thePageAfterIsOnItsWayWhileRowsAreTaken() throws SQLException, InterruptedException {
    CountDownLatch second = new CountDownLatch(1);
    Meter meter = new Meter(1);
    meter.onPage =
        path -> {
          if (path.contains("&Page=1&")) {
            second.countDown();
          }
        };
    try (Connection connection = TestConnections.to(meter, "", PushDown.ALL);
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("SELECT sid FROM messages")) {
      assertThat(result.next()).isTrue();
      assertThat(second.await(20, TimeUnit.SECONDS)).isTrue();
    }
  }

  /** The next page is asked for before this one is read, by what looks like its link. */
  @Test
  void aRowThatLooksLikeALinkIsNone() throws SQLException {
    List<String> asked = Collections.synchronizedList(new ArrayList<>());
    TwilioClient client =
        new TwilioClient() {
          @Override
          public Response get(Target target) {
            asked.add(target.pathAndQuery());
            return new Response(
                200,
                Map.of(),
                """
                {"next_page_uri": null, "messages": [
                  {"sid": "SM1", "subresource_uris": {"next_page_uri": "/2010-04-01/other"}}]}"""
                    .getBytes(UTF_8));
          }

          @Override
          public void close() {
            asked.clear();
          }
        };
    assertThat(rows(client, "accounts=own", "SELECT account_sid, sid FROM messages"))
        .containsExactly(TestConnections.ACCOUNT + "|SM1");
  }

  @Test
  void whoWaitsForAPageIsToldThatTheConnectionWasClosed() throws Exception {
    CountDownLatch full = new CountDownLatch(2);
    TwilioClient silent =
        new TwilioClient() {
          @Override
          public Response get(Target target) throws IOException {
            full.countDown();
            try {
              new CountDownLatch(1).await();
            } catch (InterruptedException e) {
              throw new InterruptedIOException("closed");
            }
            throw new AssertionError("nobody opens the latch");
          }

          @Override
          public void close() {
            full.countDown();
          }
        };
    Connection connection = TestConnections.to(silent, "maxConcurrency=2", PushDown.ALL);
    CompletableFuture<Throwable> failure = new CompletableFuture<>();
    Thread reader =
        new Thread(
            () -> {
              try (Statement statement = connection.createStatement();
                  ResultSet rows =
                      statement.executeQuery(
                          "SELECT sid FROM calls WHERE sid IN ('CA1', 'CA2', 'CA3', 'CA4', 'CA5')"
                              + " AND account_sid = 'AC1'")) {
                rows.next();
              } catch (SQLException e) {
                failure.complete(e);
              }
            });
    reader.start();
    assertThat(full.await(20, TimeUnit.SECONDS)).isTrue();
    connection.close();
    assertThat(failure.get(20, TimeUnit.SECONDS))
        .hasMessage("The connection was closed while the statement ran.");
  }

  /** One list may suffice, so the next ones are begun only when they are needed. */
  @Test
  void aLimitReadsNothingAhead() throws SQLException {
    Meter meter = new Meter(1);
    rows(meter, "", "SELECT conference_sid FROM conference_participants LIMIT 1");
    assertThat(meter.requests.get()).isEqualTo(2);
  }

  /** Tools that show the first rows say so by setMaxRows. */
  @Test
  void soDoMaxRows() throws SQLException {
    Meter meter = new Meter(1);
    try (Connection connection = TestConnections.to(meter, "", PushDown.ALL);
        PreparedStatement statement = connection.prepareStatement("SELECT sid FROM messages")) {
      statement.setMaxRows(200);
      ResultSet result = statement.executeQuery();
      int rows = 0;
      while (result.next()) {
        rows++;
      }
      assertThat(rows).isEqualTo(200);
    }
    assertThat(meter.requests.get()).isEqualTo(1);
  }

  @Test
  void aFailureInTheBackgroundIsTheStatementsOwn() {
    Meter meter = new Meter(1);
    meter.failing = "/Participants.json";
    assertThatThrownBy(() -> rows(meter, "", CHILDREN))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("answered 500: Internal Server Error");
  }

  private static List<String> rows(TwilioClient client, String properties, String sql)
      throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection connection = TestConnections.to(client, properties, PushDown.ALL);
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      while (result.next()) {
        rows.add(
            result.getString(1) + "|" + result.getString(result.getMetaData().getColumnCount()));
      }
    }
    Collections.sort(rows);
    return rows;
  }

  /** The sandbox, in which requests for children wait until enough of them are under way. */
  private static final class Meter implements TwilioClient {
    private final Sandbox sandbox =
        new Sandbox(Catalog.bundled(), TestConnections.ACCOUNT, 1, TestConnections.CLOCK);
    private final CountDownLatch enough;
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final AtomicInteger requests = new AtomicInteger();
    private volatile String failing = "/nothing/";
    private volatile Consumer<String> onPage = path -> {};

    Meter(int expected) {
      this.enough = new CountDownLatch(expected);
    }

    @Override
    public Response get(Target target) throws IOException {
      requests.incrementAndGet();
      onPage.accept(target.pathAndQuery());
      if (target.pathAndQuery().contains(failing)) {
        return new Response(
            500, Map.of(), "{\"message\": \"Internal Server Error\"}".getBytes(UTF_8));
      }
      most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
      try {
        if (target.pathAndQuery().contains("/Participants.json")) {
          enough.countDown();
          assertThat(enough.await(20, TimeUnit.SECONDS)).isTrue();
        }
        return sandbox.get(target);
      } catch (InterruptedException e) {
        throw new InterruptedIOException();
      } finally {
        underWay.decrementAndGet();
      }
    }

    @Override
    public void close() {
      sandbox.close();
    }
  }
}
