package io.github.twiliojdbc.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.twiliojdbc.connect.TestConnections;
import io.github.twiliojdbc.sql.functions.WallClock;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParameterValueTest {
  private static final Instant INSTANT = Instant.parse("2026-03-08T07:30:00Z");
  private static final LocalDate DAY = LocalDate.of(2026, 3, 8);
  private static final WallClock UTC = new WallClock(ZoneOffset.UTC);

  static Stream<Object> instants() {
    return Stream.of(
        INSTANT,
        Timestamp.from(INSTANT),
        java.util.Date.from(INSTANT),
        OffsetDateTime.parse("2026-03-08T13:00:00+05:30"),
        ZonedDateTime.parse("2026-03-08T02:30:00-05:00[America/New_York]"),
        LocalDateTime.parse("2026-03-08T07:30:00"),
        "2026-03-08 07:30:00",
        "2026-03-08 07:30",
        "2026-03-08T07:30:00.000",
        "2026-03-08T07:30:00Z",
        "2026-03-08T13:00:00+05:30");
  }

  @ParameterizedTest
  @MethodSource("instants")
  void everyKindOfInstantIsATimestamp(Object value) throws SQLException {
    assertThat(ParameterValue.of(1, Types.TIMESTAMP, value, UTC))
        .isEqualTo(new ParameterValue(Types.TIMESTAMP, INSTANT.toEpochMilli()));
  }

  static Stream<Object> days() {
    return Stream.of(DAY, Date.valueOf(DAY), "2026-03-08");
  }

  @ParameterizedTest
  @MethodSource("days")
  void everyKindOfDayIsADateAndItsMidnightInUtcIsATimestamp(Object value) throws SQLException {
    assertThat(ParameterValue.of(1, Types.DATE, value, UTC).value())
        .isEqualTo((int) DAY.toEpochDay());
    assertThat(ParameterValue.of(1, Types.TIMESTAMP, value, UTC).value())
        .isEqualTo(Instant.parse("2026-03-08T00:00:00Z").toEpochMilli());
  }

  @Test
  void textsAndNumbersBecomeWhatTheParameterIs() throws SQLException {
    assertThat(ParameterValue.of(1, Types.VARCHAR, 15551234567L, UTC).value())
        .isEqualTo("15551234567");
    assertThat(ParameterValue.of(1, Types.INTEGER, " 12 ", UTC).value()).isEqualTo(12);
    assertThat(ParameterValue.of(1, Types.DOUBLE, "1.5", UTC).value()).isEqualTo(1.5);
    assertThat(ParameterValue.of(1, Types.BOOLEAN, "false", UTC).value()).isEqualTo(false);
  }

  @Test
  void aValueThatTheTypeWouldChangeKeepsItsOwn() throws SQLException {
    assertThat(ParameterValue.of(1, Types.INTEGER, new BigDecimal("1.5"), UTC))
        .isEqualTo(new ParameterValue(Types.DECIMAL, new BigDecimal("1.5")));
    assertThat(ParameterValue.of(1, Types.DECIMAL, -0.0147, UTC))
        .isEqualTo(new ParameterValue(Types.DOUBLE, -0.0147));
    assertThat(ParameterValue.of(1, Types.DATE, INSTANT, UTC))
        .isEqualTo(new ParameterValue(Types.TIMESTAMP, INSTANT.toEpochMilli()));
    assertThat(ParameterValue.of(1, Types.INTEGER, 3_000_000_000L, UTC))
        .isEqualTo(new ParameterValue(Types.BIGINT, 3_000_000_000L));
  }

  @Test
  void aValueThatDoesNotFitIsRefused() {
    assertThatThrownBy(() -> ParameterValue.of(2, Types.TIMESTAMP, "yesterday", UTC).value())
        .isInstanceOf(SQLDataException.class)
        .hasMessage("Parameter 2 is a TIMESTAMP, which 'yesterday' (String) is not.")
        .extracting(e -> ((SQLException) e).getSQLState())
        .isEqualTo("22018");
  }

  @ParameterizedTest
  @ValueSource(strings = {"executeQuery", "execute"})
  void aParameterThatIsNotSetIsNamed(String method) throws SQLException {
    try (Connection connection = TestConnections.sandbox("", client -> client);
        PreparedStatement statement =
            connection.prepareStatement("SELECT sid FROM messages WHERE sid = ? AND \"to\" = ?")) {
      statement.setString(1, "SM1");
      assertThatThrownBy(
              () -> {
                if (method.equals("execute")) {
                  statement.execute();
                } else {
                  statement.executeQuery();
                }
              })
          .hasMessage("Parameter 2 is not set.")
          .extracting(e -> ((SQLException) e).getSQLState())
          .isEqualTo("07002");
    }
  }
}
