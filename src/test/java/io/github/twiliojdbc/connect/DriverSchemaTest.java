package io.github.twiliojdbc.connect;

import static org.assertj.core.api.Assertions.assertThat;

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
                "GET | " + url + " | 200 | 42 | false | 0 | " + SQL + " | true",
                "GET | " + url + " | 200 | 42 | true | 0 | " + SQL + " | true");
      }
    }
  }
}
