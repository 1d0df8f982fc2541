package io.github.twiliojdbc.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.twiliojdbc.QueryEstimate;
import io.github.twiliojdbc.TwilioConnection;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class EstimateTest {
  private static final String SINCE = "SELECT sid FROM messages WHERE date_sent >= ?";

  @Test
  void nothingIsSent() throws SQLException {
    try (Connection connection = TestConnections.sandbox("", client -> client)) {
      TwilioConnection twilio = connection.unwrap(TwilioConnection.class);
      QueryEstimate estimate =
          twilio.estimate(SINCE, Timestamp.from(Instant.parse("2026-06-23T00:00:00Z")));
      assertThat(estimate.requests()).isEqualTo(2);
      assertThat(estimate.requestsPerAccount()).isEqualTo(1);
      assertThat(estimate.rows()).isPositive();
      assertThat(estimate.guesses())
          .containsExactly(
              "the number of rows in a list of messages, 50000 are assumed",
              "the share of rows of messages that fulfil the conditions",
              "the number of accounts, 1 is assumed");
      assertThat(twilio.activity().requests()).isZero();
      assertThat(twilio.activity().resultRows()).isZero();
    }
  }

  @Test
  void valuesMatter() throws SQLException {
    try (Connection connection = TestConnections.sandbox("accounts=own", client -> client)) {
      TwilioConnection twilio = connection.unwrap(TwilioConnection.class);
      QueryEstimate open = twilio.estimate(SINCE);
      assertThat(open.guesses()).contains("the values of parameters that are not set");
      assertThat(twilio.estimate(SINCE, "2026-01-01").requests())
          .isGreaterThan(open.requests())
          .isGreaterThan(twilio.estimate(SINCE, "2026-06-29").requests());
    }
  }

  /** The values of an array decide on the plan, so an estimate without them would be of another. */
  @Test
  void arraysMustBeSet() throws SQLException {
    String sql = "SELECT body FROM messages WHERE sid = ANY (?)";
    try (Connection connection = TestConnections.sandbox("accounts=own", client -> client)) {
      TwilioConnection twilio = connection.unwrap(TwilioConnection.class);
      assertThatThrownBy(() -> twilio.estimate(sql)).hasMessage("Parameter 1 is not set.");
      assertThat(twilio.estimate(sql, (Object) new String[] {"SM0", "SM1"}).requests())
          .isEqualTo(2);
    }
  }

  @Test
  void aKeyIsNoGuess() throws SQLException {
    try (Connection connection = TestConnections.sandbox("accounts=own", client -> client)) {
      assertThat(
              connection
                  .unwrap(TwilioConnection.class)
                  .estimate("SELECT body FROM messages WHERE sid = ?", "SM0"))
          .isEqualTo(new QueryEstimate(1, 0, 1, List.of()));
    }
  }

  @Test
  void whatWasReadIsKnown() throws SQLException {
    try (Connection connection = TestConnections.sandbox("", client -> client)) {
      TwilioConnection twilio = connection.unwrap(TwilioConnection.class);
      String sql = "SELECT sid FROM messages";
      int rows = TestConnections.firstColumn(connection, sql).size();
      long requests = twilio.activity().requests();
      QueryEstimate estimate = twilio.estimate(sql);
      assertThat(estimate.guesses()).isEmpty();
      assertThat(estimate.rows()).isEqualTo(rows);
      // The list of accounts has been read.
      assertThat(estimate.requests()).isBetween(requests - 2, requests);
    }
  }

  @Test
  void errors() throws SQLException {
    try (Connection connection = TestConnections.sandbox("", client -> client)) {
      TwilioConnection twilio = connection.unwrap(TwilioConnection.class);
      assertThatThrownBy(() -> twilio.estimate("SELECT x FROM messages"))
          .hasMessage(
              "The SQL is not valid at line 1, column 8: Column 'x' not found in any table.");
      assertThatThrownBy(() -> twilio.estimate(SINCE, "2026-06-23", 1))
          .hasMessage("The statement has no parameter 2; it has 1.");
      assertThatThrownBy(() -> twilio.estimate("DELETE FROM messages"))
          .hasMessage("The driver only reads: a statement must be a query or EXPLAIN one.");
    }
  }
}
