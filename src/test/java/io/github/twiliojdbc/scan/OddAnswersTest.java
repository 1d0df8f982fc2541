package io.github.twiliojdbc.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.twiliojdbc.connect.TestConnections;
import io.github.twiliojdbc.planner.PushDown;
import io.github.twiliojdbc.transport.FixedAnswer;
import io.github.twiliojdbc.transport.Response;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers of success that are not what the API documents. */
class OddAnswersTest {
  private static final String SQL =
      "SELECT sid, num_segments, price, date_sent FROM messages WHERE account_sid = '%s'"
          .formatted(TestConnections.ACCOUNT);

  private final List<String> rows = new ArrayList<>();
  private final List<String> warned = new ArrayList<>();

  /** A row, what is read of it, and the column that is warned of. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "\"new_field\":{\"a\":[1]},\"num_segments\":\"2\" | 2 null null | none",
        "\"num_segments\":2 | 2 null null | none",
        "\"num_segments\":null,\"price\":null,\"date_sent\":null | null null null | none",
        "\"num_segments\":\"\",\"price\":\"\",\"date_sent\":\"\" | null null null | none",
        "\"num_segments\":\"1\",\"num_segments\":\"2\" | 2 null null | none",
        "\"num_segments\":2147483648 | null null null | num_segments",
        "\"num_segments\":\"two\" | null null null | num_segments",
        "\"num_segments\":{\"n\":2} | null null null | num_segments",
        "\"num_segments\":[2] | null null null | num_segments",
        "\"num_segments\":true | null null null | num_segments",
        "\"num_segments\":2.5 | null null null | num_segments",
        "\"price\":\"-0.00750\" | null -0.00750 null | none",
        "\"price\":-7.5e-3 | null -0.0075 null | none",
        "\"price\":\"free\" | null null null | price",
        "\"price\":1e400 | null null null | price",
        "\"date_sent\":\"Tue, 30 Jun 2026 12:00:00 +0000\" | null null 2026-06-30 12:00:00 | none",
        "\"date_sent\":\"Tue, 30 Jun 2026 14:00:00 +0200\" | null null 2026-06-30 12:00:00 | none",
        "\"date_sent\":\"2026-06-30T12:00:00Z\" | null null 2026-06-30 12:00:00 | none",
        "\"date_sent\":\"2026-06-30T12:00:00.123+01:00\" | null null 2026-06-30 11:00:00.123 | none",
        "\"date_sent\":\"yesterday\" | null null null | date_sent",
        "\"date_sent\":\"2026-02-30T12:00:00Z\" | null null null | date_sent",
        "\"date_sent\":1782820800 | null null null | date_sent"
      })
  void aValueThatDoesNotFitIsNullWithAWarning(String fields, String values, String column)
      throws SQLException {
    read("{\"messages\":[{\"sid\":\"SM1\"," + fields + "}],\"next_page_uri\":null}");
    assertThat(rows).containsExactly("SM1 " + values);
    if (column == null) {
      assertThat(warned).isEmpty();
    } else {
      assertThat(warned)
          .singleElement()
          .asString()
          .startsWith("messages." + column + ": '")
          .endsWith("and was read as NULL; further values of this column are not reported");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{}",
        "{\"message\":\"ok\"}",
        "<html><body>Sign in</body></html>",
        "{\"messages\":[{\"sid\":\"SM1\"}",
        "{\"messages\":null,\"next_page_uri\":null}",
        "{\"messages\":{},\"next_page_uri\":null}",
        "{\"messages\":[null],\"next_page_uri\":null}",
        "{\"messages\":[[]],\"next_page_uri\":null}",
        "{\"messages\":[]}",
        "{\"messages\":[],\"next_page_uri\":\"\"}",
        "{\"messages\":[],\"next_page_uri\":7}"
      })
  void whatIsNoPageIsAnError(String body) {
    SQLException wrong = catchThrowableOfType(SQLException.class, () -> read(body));
    assertThat(wrong.getSQLState()).isEqualTo("08S01");
    assertThat(wrong.getMessage())
        .startsWith("GET https://api.twilio.com/2010-04-01/Accounts/")
        .endsWith(
            "Check endpoint and proxyHost if they are set: something else may have answered.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
  void whatIsNotUtf8IsAnError(String charset) {
    byte[] body = "{\"messages\":[],\"next_page_uri\":null}".getBytes(Charset.forName(charset));
    assertThat(catchThrowableOfType(SQLException.class, () -> read(body)).getSQLState())
        .isEqualTo("08S01");
  }

  /** Deeper than any resource is, and than a stack would bear. */
  @Test
  void nestingIsBounded() {
    String body =
        "{\"x\":%s%s,\"messages\":[],\"next_page_uri\":null}"
            .formatted("[".repeat(100_000), "]".repeat(100_000));
    assertThat(failure(body))
        .contains("Document nesting depth (1001) exceeds the maximum allowed (1000");
  }

  @Test
  void textsAreBounded() {
    String body =
        "{\"messages\":[{\"sid\":\"%s\"}],\"next_page_uri\":null}"
            .formatted("x".repeat(20_000_001));
    assertThat(failure(body))
        .contains("String value length (20000001) exceeds the maximum allowed (20000000");
  }

  @Test
  void numbersAreBounded() {
    String body =
        "{\"messages\":[{\"sid\":\"SM1\",\"price\":%s}],\"next_page_uri\":null}"
            .formatted("9".repeat(1_001));
    assertThat(failure(body))
        .contains("Number value length (1001) exceeds the maximum allowed (1000");
  }

  private @Nullable String failure(String body) {
    return catchThrowableOfType(SQLException.class, () -> read(body)).getMessage();
  }

  private void read(String body) throws SQLException {
    read(body.getBytes(StandardCharsets.UTF_8));
  }

  private void read(byte[] body) throws SQLException {
    try (Connection connection =
            TestConnections.to(
                new FixedAnswer(new Response(200, Map.of(), body)), "", PushDown.ALL);
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(SQL)) {
      while (result.next()) {
        rows.add(
            result.getString(1)
                + " "
                + result.getString(2)
                + " "
                + result.getString(3)
                + " "
                + result.getString(4));
      }
      for (SQLWarning each = result.getWarnings(); each != null; each = each.getNextWarning()) {
        warned.add(each.getMessage());
      }
    }
  }
}
