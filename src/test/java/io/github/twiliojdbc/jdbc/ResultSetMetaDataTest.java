package io.github.twiliojdbc.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twiliojdbc.connect.TestConnections;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResultSetMetaDataTest {
  private Connection connection;
  private Statement statement;

  @BeforeEach
  void open() throws SQLException {
    connection = TestConnections.sandbox("accounts=own", client -> client);
    statement = connection.createStatement();
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  /** Precision and scale are what JDBC calls by these names; the longest value is as displayed. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CAST('abc' AS VARCHAR) | VARCHAR | java.lang.String | 65535 | 0 | 65535",
        "CAST('abc' AS VARCHAR(5)) | VARCHAR | java.lang.String | 5 | 0 | 5",
        "CAST('abc' AS CHAR(3)) | VARCHAR | java.lang.String | 65535 | 0 | 65535",
        "TRUE | BOOLEAN | java.lang.Boolean | 1 | 0 | 5",
        "CAST(-32768 AS SMALLINT) | SMALLINT | java.lang.Short | 5 | 0 | 6",
        "CAST(-2147483648 AS INTEGER) | INTEGER | java.lang.Integer | 10 | 0 | 11",
        "CAST(-9223372036854775807 AS BIGINT) | BIGINT | java.lang.Long | 19 | 0 | 20",
        "CAST(-1234567.89 AS DECIMAL(9, 2)) | DECIMAL | java.math.BigDecimal | 9 | 2 | 11",
        "CAST(-1.7976931348623157E308 AS DOUBLE) | DOUBLE | java.lang.Double | 15 | 0 | 24",
        "DATE '2026-06-30' | DATE | java.sql.Date | 10 | 0 | 10",
        "TIME '12:00:00' | TIME | java.sql.Time | 12 | 3 | 12",
        "TIMESTAMP '2026-06-30 12:00:00' | TIMESTAMP | java.sql.Timestamp | 23 | 3 | 23",
        "CAST('2026-06-30 12:00:00.123' AS TIMESTAMP(3))"
            + " | TIMESTAMP | java.sql.Timestamp | 23 | 3 | 23"
      })
  void types(
      String expression, String type, String className, int precision, int scale, int displaySize)
      throws SQLException {
    try (ResultSet row = statement.executeQuery("SELECT " + expression)) {
      ResultSetMetaData column = row.getMetaData();
      assertThat(column.getColumnTypeName(1)).isEqualTo(type);
      assertThat(column.getColumnClassName(1)).isEqualTo(className);
      assertThat(column.getPrecision(1)).isEqualTo(precision);
      assertThat(column.getScale(1)).isEqualTo(scale);
      assertThat(column.getColumnDisplaySize(1)).isEqualTo(displaySize);
      row.next();
      assertThat(row.getObject(1).getClass().getName()).isEqualTo(className);
      assertThat(row.getString(1)).hasSizeLessThanOrEqualTo(displaySize);
    }
  }

  /** What is known of a table's column is known of it in a result. */
  @Test
  void sizesOfColumns() throws SQLException {
    try (ResultSet rows =
        statement.executeQuery("SELECT sid, price_unit, price, error_message FROM messages")) {
      ResultSetMetaData described = rows.getMetaData();
      assertThat(described.getPrecision(1)).isEqualTo(34);
      assertThat(described.getColumnDisplaySize(2)).isEqualTo(3);
      assertThat(described.getScale(3)).isEqualTo(5);
      assertThat(described.getPrecision(4)).isEqualTo(65_535);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "INTERVAL '1-2' YEAR TO MONTH|+1-02",
        "INTERVAL '1 02:03:04' DAY TO SECOND|+1 02:03:04.000",
        "INTERVAL '10' SECOND|+10.000",
        "INTERVAL '-3' DAY|-3",
        "(TIMESTAMP '2026-03-02 00:00:30' - TIMESTAMP '2026-03-01 00:00:00') DAY TO SECOND"
            + "|+1 00:00:30.000"
      })
  void intervals(String expression, String text) throws SQLException {
    try (ResultSet row = statement.executeQuery("SELECT " + expression)) {
      row.next();
      assertThat(row.getString(1)).isEqualTo(text);
      assertThat(row.getObject(1)).isEqualTo(text);
    }
  }

  /** Even a key is NULL where Twilio sends something else than it says. */
  @Test
  void originsAndNullability() throws SQLException {
    List<String> columns = new ArrayList<>();
    try (ResultSet rows =
        statement.executeQuery(
            "SELECT m.sid, m.date_sent AS sent, count(*) AS n, max(m.price), 1"
                + " FROM messages m GROUP BY m.sid, m.date_sent LIMIT 1")) {
      ResultSetMetaData described = rows.getMetaData();
      for (int i = 1; i <= described.getColumnCount(); i++) {
        columns.add(
            "%s | %s | %s.%s | %s"
                .formatted(
                    described.getColumnLabel(i),
                    described.getColumnName(i),
                    described.getSchemaName(i),
                    described.getTableName(i),
                    described.isNullable(i) == ResultSetMetaData.columnNullable
                        ? "NULL"
                        : "NOT NULL"));
      }
    }
    assertThat(columns)
        .containsExactly(
            "sid | sid | twilio.messages | NULL",
            "sent | date_sent | twilio.messages | NULL",
            "n | n | . | NOT NULL",
            "max | max | . | NULL",
            "?column? | ?column? | . | NOT NULL");
  }
}
