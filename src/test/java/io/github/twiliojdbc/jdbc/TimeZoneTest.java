package io.github.twiliojdbc.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twiliojdbc.connect.TestConnections;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.TimeZone;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A TIMESTAMP is the same instant, and a DATE the same day, whatever the JVM's time zone. */
class TimeZoneTest {

  @ParameterizedTest
  @ValueSource(strings = {"UTC", "America/New_York", "Asia/Kolkata"})
  void aTimestampIsAnInstantAndADateIsADay(String zone) throws SQLException {
    TimeZone usual = TimeZone.getDefault();
    TimeZone.setDefault(TimeZone.getTimeZone(zone));
    try (Connection connection = TestConnections.sandbox("", client -> client);
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT TIMESTAMP '2026-03-08 07:30:00', DATE '2026-03-08' FROM accounts LIMIT 1")) {
      assertThat(row.next()).isTrue();
      Timestamp instant = Timestamp.from(Instant.parse("2026-03-08T07:30:00Z"));
      assertThat(row.getTimestamp(1)).isEqualTo(instant);
      assertThat(row.getObject(1)).isEqualTo(instant);
      assertThat(row.getString(1)).isEqualTo("2026-03-08 07:30:00");
      Date day = Date.valueOf(LocalDate.of(2026, 3, 8));
      assertThat(row.getDate(2)).isEqualTo(day);
      assertThat(row.getObject(2)).isEqualTo(day);
      assertThat(row.getString(2)).isEqualTo("2026-03-08");
    } finally {
      TimeZone.setDefault(usual);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTC", "America/New_York", "Asia/Kolkata"})
  void aParameterIsReadAsAValueIs(String zone) throws SQLException {
    TimeZone usual = TimeZone.getDefault();
    TimeZone.setDefault(TimeZone.getTimeZone(zone));
    try (Connection connection = TestConnections.sandbox("", client -> client);
        PreparedStatement statement =
            connection.prepareStatement(
                "SELECT count(*) FROM usage_records WHERE start_date = ? AND as_of >= ?")) {
      statement.setDate(1, Date.valueOf(LocalDate.of(2026, 6, 8)));
      statement.setTimestamp(2, Timestamp.from(Instant.parse("2000-01-01T00:00:00Z")));
      try (ResultSet row = statement.executeQuery()) {
        assertThat(row.next()).isTrue();
        assertThat(row.getInt(1)).isPositive();
      }
    } finally {
      TimeZone.setDefault(usual);
    }
  }
}
