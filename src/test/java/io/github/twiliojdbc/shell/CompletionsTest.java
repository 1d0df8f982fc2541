package io.github.twiliojdbc.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twiliojdbc.Activity;
import io.github.twiliojdbc.connect.TestConnections;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Tab offers. */
class CompletionsTest {
  private static Connection connection;
  private static Completions completions;

  @BeforeAll
  static void open() throws SQLException {
    connection = TestConnections.sandbox("", client -> client);
    completions = new Completions(connection.getMetaData());
  }

  @AfterAll
  static void close() throws SQLException {
    connection.close();
  }

  @ParameterizedTest
  @CsvSource({
    "SEL, SEL, SELECT",
    "SELECT * FROM mess, mess, messages",
    "SELECT * FROM messaging.serv, messaging.serv, messaging.service_phone_numbers",
    "SELECT * FROM messages WHERE date_s, date_s, date_sent",
    "SELECT * FROM video.rooms WHERE uni, uni, unique_name",
    ".des, .des, .describe",
  })
  void aWordGoesOn(String statement, String word, String completion) throws SQLException {
    assertThat(completions.of(statement, word)).contains(completion);
  }

  @Test
  void columnsAreThoseOfTheStatement() throws SQLException {
    assertThat(completions.of("SELECT * FROM calls WHERE date_s", "date_s"))
        .doesNotContain("date_sent");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 | 1 | 0 | 0 | 0 | 1 of ≈ 4 requests, 1 in flight",
        "3 | 0 | 2 | 2000 | 1 | 3 of ≈ 4 requests, 2 pages, 2000 rows, 1 retry",
      })
  void progress(long requests, long inFlight, long pages, long rows, long retries, String line) {
    assertThat(
            Progress.line(
                new Activity(requests, inFlight, pages, rows, 0, retries, 0, 0), "≈ 4 requests"))
        .isEqualTo(line);
  }
}
