package io.github.twiliojdbc.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twiliojdbc.connect.TestConnections;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A tool that asks for what is newer than the newest it has seen, which it writes back as text,
 * loses no row and gets none twice, whatever the connection's time zone.
 */
class PollerTest {
  private static final String ROWS = "SELECT sid, date_sent FROM messages WHERE ";
  private static final String NEXT = " ORDER BY date_sent, sid LIMIT 100";

  @ParameterizedTest
  @ValueSource(strings = {"UTC", "America/New_York", "Asia/Tokyo", "Asia/Kathmandu"})
  void everyRowIsFoundOnce(String zone) throws SQLException {
    List<String> all;
    try (Connection utc = connect("UTC")) {
      all =
          TestConnections.firstColumn(
              utc, ROWS + "date_sent >= '2026-06-10 00:00:00' ORDER BY date_sent, sid");
    }
    try (Connection connection = connect(zone)) {
      String begin;
      try (PreparedStatement statement =
          connection.prepareStatement("SELECT CAST(? AS TIMESTAMP)")) {
        statement.setObject(1, Instant.parse("2026-06-10T00:00:00Z"));
        try (ResultSet row = statement.executeQuery()) {
          row.next();
          begin = row.getString(1);
        }
      }
      assertThat(poll(connection, begin, true)).as("as a literal").isEqualTo(all);
      assertThat(poll(connection, begin, false)).as("as a parameter").isEqualTo(all);
    }
  }

  /** Reads on from the last date, with the rows of that date that are known left out. */
  private static List<String> poll(Connection connection, String begin, boolean isLiteral)
      throws SQLException {
    Set<String> found = new LinkedHashSet<>();
    String last = begin;
    int before = -1;
    while (before < found.size()) {
      before = found.size();
      String from = "date_sent >= " + (isLiteral ? "'" + last + "'" : "?");
      try (PreparedStatement statement = connection.prepareStatement(ROWS + from + NEXT)) {
        if (!isLiteral) {
          statement.setString(1, last);
        }
        try (ResultSet rows = statement.executeQuery()) {
          while (rows.next()) {
            found.add(rows.getString(1));
            last = rows.getString(2);
            Timestamp instant = rows.getTimestamp(2);
            assertThat(instant).isEqualTo(rows.getObject(2, Timestamp.class));
          }
        }
      }
    }
    return List.copyOf(found);
  }

  private static Connection connect(String zone) throws SQLException {
    return TestConnections.sandbox("timeZone=" + zone, client -> client);
  }
}
