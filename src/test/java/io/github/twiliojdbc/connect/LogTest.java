package io.github.twiliojdbc.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is logged, where it is asked for. */
class LogTest {
  private static final String SQL =
      "SELECT sid FROM conferences WHERE status = 'completed' LIMIT 7";
  private static final String STATEMENT = "INFO: " + SQL + ": %s, N ms, %s";

  @TempDir private Path folder;

  @Test
  void statementsWithTheirRequests() throws Exception {
    try (Connection connection = connect("log.txt", "")) {
      assertThat(read(connection, 100)).isEqualTo(7);
      assertThat(read(connection, 1)).isEqualTo(1);
    }
    assertThat(lines("log.txt"))
        .containsExactly(
            STATEMENT.formatted("1 request", "7 rows"), STATEMENT.formatted("0 requests", "1 row"));
  }

  @Test
  void eachRequest() throws Exception {
    try (Connection connection = connect("100%.log", ";logLevel=fine")) {
      read(connection, 100);
      read(connection, 100);
    }
    String request =
        "FINE: GET https://api.twilio.com/2010-04-01/Accounts/AC00000000000000000000000000000001"
            + "/Conferences.json?Status=completed&PageSize=50: ";
    assertThat(lines("100%.log"))
        .containsExactly(
            request + "200, N bytes, N ms, none",
            STATEMENT.formatted("1 request", "7 rows"),
            request + "at hand",
            STATEMENT.formatted("0 requests", "7 rows"));
  }

  @Test
  void connectionsShareAFile() throws Exception {
    try (Connection first = connect("log.txt", "")) {
      try (Connection second = connect("log.txt", "")) {
        read(second, 100);
      }
      read(first, 100);
    }
    try (Connection later = connect("log.txt", ";logLevel=off")) {
      read(later, 100);
    }
    assertThat(lines("log.txt")).hasSize(2);
    try (var files = Files.list(folder)) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void aFileThatCannotBeWritten() {
    assertThatThrownBy(() -> connect("no/such/folder", ""))
        .isInstanceOf(SQLException.class)
        .hasMessageStartingWith("Property logFile is wrong: the file cannot be written (");
  }

  @Test
  void aLevelThatThereIsNot() {
    assertThatThrownBy(() -> connect("log.txt", ";logLevel=loud"))
        .hasMessage(
            "Property logLevel is wrong: its value is not a level of java.util.logging: OFF,"
                + " WARNING, INFO, FINE or ALL.");
  }

  private Connection connect(String file, String properties) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:twilio:sandbox=true;accounts=own;logFile='%s'%s"
            .formatted(folder.resolve(file), properties));
  }

  private static int read(Connection connection, int most) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(SQL)) {
      int count = 0;
      while (count < most && rows.next()) {
        count++;
      }
      return count;
    }
  }

  /** Returns what is logged, without the lines that say when, and without what differs by run. */
  private List<String> lines(String file) throws IOException {
    return Files.readAllLines(folder.resolve(file)).stream()
        .filter(line -> line.matches("(INFO|FINE): .*"))
        .map(line -> line.replaceAll("\\d+ (ms|bytes)", "N $1"))
        .toList();
  }
}
