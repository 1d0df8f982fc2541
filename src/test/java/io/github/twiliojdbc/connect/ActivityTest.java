package io.github.twiliojdbc.connect;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.github.twiliojdbc.Activity;
import io.github.twiliojdbc.TwilioConnection;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLInvalidAuthorizationSpecException;
import java.sql.SQLSyntaxErrorException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a connection tells of itself beyond JDBC, and what it is told. */
class ActivityTest {
  private static final String ALL = "SELECT sid FROM messages";

  @RegisterExtension
  private static final WireMockExtension SERVER = WireMockExtension.newInstance().build();

  @Test
  void countsOfAConnection() throws SQLException {
    try (Connection connection = TestConnections.sandbox("accounts=own", client -> client)) {
      TwilioConnection twilio = connection.unwrap(TwilioConnection.class);
      assertThat(twilio.activity()).isEqualTo(new Activity(0, 0, 0, 0, 0, 0, 0, 0));
      int rows = TestConnections.firstColumn(connection, ALL).size();
      Activity once = twilio.activity();
      assertThat(once.rows()).isEqualTo(rows);
      assertThat(once.pages()).isEqualTo(once.requests());
      assertThat(once.inFlight()).isZero();
      TestConnections.firstColumn(connection, ALL);
      Activity twice = twilio.activity();
      assertThat(twice.requests()).isEqualTo(once.requests());
      assertThat(twice.cacheHits()).isEqualTo(once.requests());
      assertThat(twice.rows()).isEqualTo(2L * rows);
    }
  }

  @Test
  void aListenerIsToldOfEachStatement() throws SQLException {
    Queue<Activity> told = new ConcurrentLinkedQueue<>();
    try (Connection connection = TestConnections.sandbox("accounts=own", client -> client)) {
      connection
          .unwrap(TwilioConnection.class)
          .setProgressListener(
              (statement, soFar) -> {
                if (statement.equals(ALL)) {
                  told.add(soFar);
                }
              });
      TestConnections.firstColumn(connection, "SELECT sid FROM calls");
      int rows = TestConnections.firstColumn(connection, ALL).size();
      connection.unwrap(TwilioConnection.class).setProgressListener(null);
      TestConnections.firstColumn(connection, ALL + " LIMIT 1");
      assertThat(told).first().extracting(Activity::requests, Activity::pages).contains(1L, 0L);
      assertThat(told.stream().mapToLong(Activity::rows).max()).hasValue(rows);
      assertThat(told.stream().mapToLong(Activity::inFlight).max().orElseThrow()).isPositive();
    }
  }

  @Test
  void progressNeverGoesBackwardsAndRowsCountOnce() throws SQLException {
    String first = "SELECT sid FROM messages WHERE date_sent >= '2026-05-01'";
    String overlapping = "SELECT sid FROM messages WHERE date_sent >= '2026-04-01'";
    Map<String, List<Activity>> told = new ConcurrentHashMap<>();
    try (Connection connection =
        TestConnections.sandbox("accounts=own;pageSize=50;maxConcurrency=8", client -> client)) {
      connection
          .unwrap(TwilioConnection.class)
          .setProgressListener(
              (statement, soFar) ->
                  told.computeIfAbsent(statement, unused -> new CopyOnWriteArrayList<>())
                      .add(soFar));
      for (String sql : List.of(first, overlapping)) {
        int rows = TestConnections.firstColumn(connection, sql).size();
        List<Activity> progress = Objects.requireNonNull(told.get(sql));
        assertThat(progress).isSortedAccordingTo(Comparator.comparingLong(Activity::requests));
        assertThat(progress).isSortedAccordingTo(Comparator.comparingLong(Activity::pages));
        assertThat(progress).isSortedAccordingTo(Comparator.comparingLong(Activity::rows));
        assertThat(progress).isSortedAccordingTo(Comparator.comparingLong(Activity::resultRows));
        assertThat(progress).last().extracting(Activity::rows).isEqualTo((long) rows);
        assertThat(progress).last().extracting(Activity::resultRows).isEqualTo((long) rows);
      }
      assertThat(connection.unwrap(TwilioConnection.class).activity().cacheHits()).isPositive();
    }
  }

  @Test
  void aListenerThatFailsChangesNothing() throws SQLException {
    try (Connection connection =
        TestConnections.sandbox("accounts=own;logLevel=OFF", client -> client)) {
      connection
          .unwrap(TwilioConnection.class)
          .setProgressListener(
              (statement, soFar) -> {
                throw new IllegalStateException("mine");
              });
      assertThat(TestConnections.firstColumn(connection, ALL)).isNotEmpty();
    }
  }

  @Test
  void retriesAndWarningsAreCounted() throws SQLException {
    SERVER.stubFor(
        any(anyUrl())
            .willReturn(
                okJson(
                    "{\"messages\":[{\"sid\":\"SM1\",\"price\":\"x\"}],\"next_page_uri\":null}")));
    SERVER.stubFor(
        any(anyUrl())
            .inScenario("busy")
            .whenScenarioStateIs("Started")
            .willReturn(status(429).withHeader("Retry-After", "0"))
            .willSetStateTo("free"));
    try (Connection connection = TestConnections.standIn(SERVER.getPort(), "accounts=own")) {
      TestConnections.firstColumn(connection, "SELECT price FROM messages");
      Activity activity = connection.unwrap(TwilioConnection.class).activity();
      assertThat(activity.requests()).isEqualTo(1);
      assertThat(activity.retries()).isEqualTo(1);
      assertThat(activity.warnings()).isEqualTo(1);
    }
  }

  @Test
  void aConnectionIsTriedWhereThatIsAskedFor() throws SQLException {
    SERVER.stubFor(
        any(anyUrl())
            .willReturn(status(401).withBody("{\"code\":20003,\"message\":\"Authenticate\"}")));
    TestConnections.standIn(SERVER.getPort(), "").close();
    assertThatThrownBy(() -> TestConnections.standIn(SERVER.getPort(), "validateOnConnect=true"))
        .isInstanceOf(SQLInvalidAuthorizationSpecException.class)
        .hasMessageMatching(
            "GET http://127.0.0.1:\\d+/api/2010-04-01/Accounts/AC0+1/\\w+.json\\?PageSize=1 answered 401:"
                + " Authenticate \\(Twilio error 20003\\)\\. Check accountSid and authToken, or apiKey and apiSecret\\.");
    SERVER.stubFor(any(anyUrl()).willReturn(status(429)));
    TestConnections.standIn(SERVER.getPort(), "validateOnConnect=true").close();
  }

  @Test
  void anApplicationTellsItsName() throws SQLException {
    SERVER.stubFor(any(anyUrl()).willReturn(okJson("{\"messages\":[],\"next_page_uri\":null}")));
    try (Connection connection =
        TestConnections.standIn(SERVER.getPort(), "accounts=own;applicationName=Ledger")) {
      assertThat(connection.getClientInfo("ApplicationName")).isEqualTo("Ledger");
      TestConnections.firstColumn(connection, ALL);
      connection.setClientInfo("ApplicationName", "Ledger 2");
      TestConnections.firstColumn(connection, ALL + " WHERE \"to\" = 'x'");
      connection.setClientInfo("ApplicationName", "Ä");
      assertThat(connection.getWarnings().getMessage())
          .isEqualTo("ApplicationName is not in plain ASCII, so that it was not set.");
    }
    for (String name : List.of("Ledger", "Ledger 2")) {
      SERVER.verify(
          1,
          getRequestedFor(urlPathMatching(".*"))
              .withHeader("User-Agent", matching("twilio-jdbc/\\S+ " + name)));
    }
  }

  @Test
  void aPoolGetsBackTheSchemaThatItLent() throws SQLException {
    try (Connection connection = TestConnections.sandbox("", client -> client)) {
      connection.beginRequest();
      connection.setSchema("Video");
      assertThat(connection.getSchema()).isEqualTo("video");
      connection.endRequest();
      assertThat(connection.getSchema()).isEqualTo("twilio");
    }
  }

  @Test
  void theUrlNamesTheSchema() throws SQLException {
    try (Connection connection = TestConnections.sandbox("schema=Video", client -> client)) {
      assertThat(TestConnections.firstColumn(connection, "SELECT sid FROM rooms")).isNotEmpty();
      connection.setSchema("verify");
      connection.endRequest();
      assertThat(connection.getSchema()).isEqualTo("video");
    }
    assertThatThrownBy(() -> TestConnections.sandbox("schema=vido", client -> client))
        .isInstanceOf(SQLSyntaxErrorException.class)
        .hasMessage("There is no schema 'vido'; the nearest name is \"video\".");
  }

  @Test
  void theUrlSaysAllThatIsNotSecret() throws SQLException {
    String shown =
        "jdbc:twilio:accountSid=%s;accounts=own;endpoint=http://127.0.0.1:1/{product};timeZone=UTC;applicationName='a;b'"
            .formatted(TestConnections.ACCOUNT);
    try (Connection connection =
        TestConnections.standIn(1, "accounts=own;applicationName='a;b';headers=X-A: s3cret")) {
      assertThat(connection.getMetaData().getURL()).isEqualTo(shown);
    }
  }
}
