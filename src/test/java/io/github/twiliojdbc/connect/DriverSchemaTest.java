package io.github.twiliojdbc.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the driver tells about the requests of a connection. */
class DriverSchemaTest {
  private static final String SQL =
      "SELECT sid FROM conferences WHERE status = 'completed' LIMIT 7";

  @Test
  void requests() throws SQLException {
    try (Connection connection = TestConnections.sandbox("accounts=own", client -> client);
        Statement statement = connection.createStatement()) {
      for (int i = 0; i < 2; i++) {
        try (ResultSet rows = statement.executeQuery(SQL)) {
          while (rows.next()) {
            assertThat(rows.getString(1)).startsWith("CF");
          }
        }
      }
      try (ResultSet row =
          statement.executeQuery(
              "SELECT \"method\", url, status, \"rows\", cache_hit, retries, \"statement\","
                  + " bytes > 0 AND ms >= 0 AND started_at > TIMESTAMP '2020-01-01 00:00:00'"
                  + " FROM driver.requests ORDER BY cache_hit")) {
        List<String> requests = new ArrayList<>();
        while (row.next()) {
          List<String> values = new ArrayList<>();
          for (int i = 1; i <= 8; i++) {
            values.add(row.getString(i));
          }
          requests.add(String.join(" | ", values));
        }
        String url =
            "https://api.twilio.com/2010-04-01/Accounts/AC00000000000000000000000000000001"
                + "/Conferences.json?Status=completed&PageSize=50";
        assertThat(requests)
            .containsExactly(
                "GET | " + url + " | 200 | 43 | false | 0 | " + SQL + " | true",
                "GET | " + url + " | 200 | 43 | true | 0 | " + SQL + " | true");
      }
    }
  }

  @Test
  void validationIsARequest() throws SQLException {
    try (Connection connection = TestConnections.sandbox("", client -> client);
        Statement statement = connection.createStatement()) {
      assertThat(connection.isValid(1)).isTrue();
      assertThat(connection.isValid(1)).isTrue();
      assertThat(connection.getClientInfo("requests")).isEqualTo("2");
      try (ResultSet row =
          statement.executeQuery(
              "SELECT count(*), max(status), count(\"rows\"), max(url) FROM driver.requests"
                  + " WHERE \"statement\" = 'Connection.isValid' AND NOT cache_hit")) {
        row.next();
        assertThat(row.getInt(1)).isEqualTo(2);
        assertThat(row.getInt(2)).isEqualTo(200);
        assertThat(row.getInt(3)).isZero();
        assertThat(row.getString(4)).endsWith("?PageSize=1");
      }
    }
  }

  @Test
  void theSchemaOfAConnectionIsThatOfNamesWithoutOne() throws SQLException {
    String sql = "SELECT count(*) FROM \"tables\" WHERE table_schema = 'twilio'";
    try (Connection connection = TestConnections.sandbox("", client -> client);
        Statement statement = connection.createStatement()) {
      connection.setSchema("driver");
      assertThat(connection.getSchema()).isEqualTo("driver");
      try (ResultSet row = statement.executeQuery(sql)) {
        row.next();
        assertThat(row.getInt(1)).isEqualTo(34);
      }
      statement.executeQuery("SELECT sid FROM twilio.messages LIMIT 1").close();
      connection.setSchema(null);
      assertThat(connection.getSchema()).isEqualTo("twilio");
      assertThat(
              catchThrowableOfType(SQLException.class, () -> statement.executeQuery(sql))
                  .getMessage())
          .contains("'tables' not found");
    }
  }
}
