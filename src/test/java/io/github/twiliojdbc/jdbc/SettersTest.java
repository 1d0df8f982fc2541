package io.github.twiliojdbc.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.twiliojdbc.connect.TestConnections;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.math.BigDecimal;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Date;
import java.sql.JDBCType;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Calendar;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is set as a parameter is what the statement reads. */
class SettersTest {
  private static final Calendar KOLKATA =
      Calendar.getInstance(TimeZone.getTimeZone("Asia/Kolkata"));

  private Connection connection;

  @BeforeEach
  void open() throws SQLException {
    connection = TestConnections.sandbox("", client -> client);
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  @Test
  void texts() throws Exception {
    URL url = new URL("https://example.com/a");
    byte[] ascii = "hello".getBytes(StandardCharsets.US_ASCII);
    assertThat(read("VARCHAR", s -> s.setString(1, "é"))).isEqualTo("é");
    assertThat(read("VARCHAR", s -> s.setNString(1, "é"))).isEqualTo("é");
    assertThat(read("VARCHAR", s -> s.setURL(1, url))).isEqualTo("https://example.com/a");
    assertThat(read("VARCHAR", s -> s.setLong(1, 5))).isEqualTo("5");
    assertThat(read("VARCHAR", s -> s.setObject(1, 'c', JDBCType.CHAR))).isEqualTo("c");
    assertThat(read("VARCHAR", s -> s.setCharacterStream(1, reader()))).isEqualTo("hello");
    assertThat(read("VARCHAR", s -> s.setCharacterStream(1, reader(), 2))).isEqualTo("he");
    assertThat(read("VARCHAR", s -> s.setCharacterStream(1, reader(), 2L))).isEqualTo("he");
    assertThat(read("VARCHAR", s -> s.setNCharacterStream(1, reader()))).isEqualTo("hello");
    assertThat(read("VARCHAR", s -> s.setNCharacterStream(1, reader(), 9))).isEqualTo("hello");
    assertThat(read("VARCHAR", s -> s.setClob(1, reader()))).isEqualTo("hello");
    assertThat(read("VARCHAR", s -> s.setClob(1, reader(), 0))).isEqualTo("");
    assertThat(read("VARCHAR", s -> s.setNClob(1, reader()))).isEqualTo("hello");
    assertThat(read("VARCHAR", s -> s.setNClob(1, reader(), 4))).isEqualTo("hell");
    assertThat(read("VARCHAR", s -> s.setAsciiStream(1, new ByteArrayInputStream(ascii))))
        .isEqualTo("hello");
    assertThat(read("VARCHAR", s -> s.setAsciiStream(1, new ByteArrayInputStream(ascii), 1)))
        .isEqualTo("h");
    assertThat(read("VARCHAR", s -> s.setAsciiStream(1, new ByteArrayInputStream(ascii), 1L)))
        .isEqualTo("h");
  }

  private static StringReader reader() {
    return new StringReader("hello");
  }

  @Test
  void numbersAndTruth() throws SQLException {
    assertThat(read("INTEGER", s -> s.setByte(1, (byte) -1))).isEqualTo(-1);
    assertThat(read("INTEGER", s -> s.setShort(1, (short) 2))).isEqualTo(2);
    assertThat(read("INTEGER", s -> s.setInt(1, 3))).isEqualTo(3);
    assertThat(read("INTEGER", s -> s.setString(1, "4"))).isEqualTo(4);
    assertThat(read("BIGINT", s -> s.setLong(1, Long.MAX_VALUE))).isEqualTo(Long.MAX_VALUE);
    assertThat(read("BIGINT", s -> s.setObject(1, 5, JDBCType.BIGINT))).isEqualTo(5L);
    assertThat(read("DOUBLE", s -> s.setDouble(1, 0.1))).isEqualTo(0.1);
    assertThat(read("DOUBLE", s -> s.setFloat(1, 0.5f))).isEqualTo(0.5);
    assertThat(read("DECIMAL(9, 4)", s -> s.setBigDecimal(1, new BigDecimal("1.25"))))
        .isEqualTo(new BigDecimal("1.2500"));
    assertThat(read("DECIMAL(9, 4)", s -> s.setObject(1, 1.25, Types.DECIMAL, 2)))
        .isEqualTo(new BigDecimal("1.2500"));
    assertThat(read("BOOLEAN", s -> s.setBoolean(1, true))).isEqualTo(true);
  }

  @Test
  void nothing() throws SQLException {
    assertThat(read("VARCHAR", s -> s.setNull(1, Types.VARCHAR))).isNull();
    assertThat(read("INTEGER", s -> s.setNull(1, Types.INTEGER, "INTEGER"))).isNull();
    assertThat(read("TIMESTAMP", s -> s.setTimestamp(1, null))).isNull();
    assertThat(read("DATE", s -> s.setDate(1, null, KOLKATA))).isNull();
    assertThat(read("TIME", s -> s.setTime(1, null, KOLKATA))).isNull();
    assertThat(read("VARCHAR", s -> s.setClob(1, (StringReader) null))).isNull();
    assertThat(read("VARCHAR", s -> s.setAsciiStream(1, null))).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTC", "America/New_York", "Asia/Kolkata"})
  void datesAndTimes(String zone) throws SQLException {
    TimeZone usual = TimeZone.getDefault();
    TimeZone.setDefault(TimeZone.getTimeZone(zone));
    try {
      Timestamp instant = Timestamp.from(Instant.parse("2026-03-08T20:30:00Z"));
      Date day = Date.valueOf("2026-03-08");
      Time time = Time.valueOf("07:30:15");
      assertThat(read("TIMESTAMP", s -> s.setTimestamp(1, instant))).isEqualTo(instant);
      assertThat(read("TIMESTAMP", s -> s.setTimestamp(1, instant, KOLKATA))).isEqualTo(instant);
      assertThat(read("DATE", s -> s.setDate(1, day))).isEqualTo(day);
      assertThat(read("DATE", s -> s.setDate(1, new Date(instant.getTime()), KOLKATA)))
          .isEqualTo(Date.valueOf("2026-03-09"));
      assertThat(read("DATE", s -> s.setObject(1, LocalDate.of(2026, 3, 8)))).isEqualTo(day);
      assertThat(read("TIME", s -> s.setTime(1, time))).isEqualTo(time);
      assertThat(read("TIME", s -> s.setObject(1, LocalTime.of(7, 30, 15)))).isEqualTo(time);
      assertThat(read("TIME", s -> s.setString(1, "07:30:15"))).isEqualTo(time);
      assertThat(read("TIME", s -> s.setTime(1, new Time(instant.getTime()), KOLKATA)))
          .isEqualTo(Time.valueOf("02:00:00"));
    } finally {
      TimeZone.setDefault(usual);
    }
  }

  @Test
  void binaryValuesAreRefused() {
    SQLException refused =
        catchThrowableOfType(
            SQLException.class, () -> read("VARCHAR", s -> s.setBytes(1, new byte[] {1})));
    assertThat(refused.getMessage()).isEqualTo("The driver has no binary parameters.");
    assertThat(refused.getSQLState()).isEqualTo("0A000");
  }

  private Object read(String type, Setter setter) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT CAST(? AS " + type + ")")) {
      setter.set(statement);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getObject(1);
      }
    }
  }

  private interface Setter {
    void set(PreparedStatement statement) throws SQLException;
  }
}
