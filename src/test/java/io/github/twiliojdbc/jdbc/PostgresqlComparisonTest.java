package io.github.twiliojdbc.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twiliojdbc.connect.TestConnections;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** This driver's answers beside those of PostgreSQL's driver 42.7.8, see {@link JdbcRecord}. */
class PostgresqlComparisonTest {
  private static final String REFUSED = "SQLException";

  /** What PostgreSQL's driver answers otherwise than JDBC says, and this driver as JDBC says. */
  private static final Map<String, String> CORRECTIONS =
      Map.of(
          // Columns that JDBC reserves have no names there.
          "PROCEDURE_NAME text, ?COLUMN? text, ?COLUMN? text, ?COLUMN? text",
          "PROCEDURE_NAME text, RESERVED1 text, RESERVED2 text, RESERVED3 text",
          // One column more than JDBC has.
          "FILTER_CONDITION text, REMARKS text",
          "FILTER_CONDITION text",
          "BUFFER_LENGTH text",
          "BUFFER_LENGTH number",
          "CHAR_OCTET_LENGTH text",
          "CHAR_OCTET_LENGTH number");

  @Test
  void metadataResultsHaveTheSameColumns() throws IOException, SQLException {
    Map<String, String> expected = answers("metadata.txt");
    try (Connection connection = TestConnections.sandbox("", client -> client)) {
      Map<String, String> answers =
          JdbcRecord.metadata(connection.getMetaData()).stream()
              .collect(Collectors.toMap(line -> line.split(": ", 2)[0], line -> line));
      assertThat(answers).hasSameSizeAs(expected);
      expected.forEach(
          (call, columns) -> {
            if (columns.endsWith(REFUSED)) {
              // JDBC asks for a result all the same.
              assertThat(answers.get(call)).doesNotContain("Exception");
            } else {
              assertThat(families(String.valueOf(answers.get(call))))
                  .isEqualTo(corrected(families(columns)));
            }
          });
    }
  }

  private static String corrected(String columns) {
    String corrected = columns;
    for (Map.Entry<String, String> correction : CORRECTIONS.entrySet()) {
      corrected = corrected.replace(correction.getKey(), correction.getValue());
    }
    return corrected;
  }

  /** Databases have types of different widths for the same thing. */
  private static String families(String columns) {
    return columns
        .replaceAll(" varchar\\b", " text")
        .replaceAll(" (smallint|integer|bigint|real)\\b", " number")
        .replaceAll(" (bit|boolean)\\b", " truth");
  }

  /**
   * A value that PostgreSQL's driver has is this driver's as well. What it refuses to its getters,
   * this driver refuses, but for numbers from truth values, which JDBC allows.
   */
  @Test
  void gettersAnswerTheSame() throws IOException, SQLException {
    TimeZone usual = TimeZone.getDefault();
    TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
    try (Connection connection = TestConnections.sandbox("", client -> client)) {
      Map<String, String> answers = byCall(JdbcRecord.getters(connection));
      Map<String, String> expected = byCall(lines("getters.txt"));
      assertThat(answers.keySet()).isEqualTo(expected.keySet());
      expected.forEach(
          (call, answer) -> {
            boolean isRefused = answer.endsWith("Exception");
            if (call.startsWith("boolean_") && call.endsWith("getString")) {
              assertThat(answers.get(call)).startsWith(answer).isIn("true", "false");
            } else if (!isRefused) {
              assertThat(answers.get(call)).as(call).isEqualTo(answer);
            } else if (call.contains(" get") && !call.startsWith("boolean_")) {
              assertThat(answers.get(call)).as(call).isEqualTo(REFUSED);
            }
          });
    } finally {
      TimeZone.setDefault(usual);
    }
  }

  private static Map<String, String> answers(String file) throws IOException {
    return lines(file).stream()
        .collect(Collectors.toMap(line -> line.split(": ", 2)[0], Function.identity()));
  }

  private static Map<String, String> byCall(List<String> lines) {
    return lines.stream()
        .collect(
            Collectors.toMap(line -> line.split(" = ", 2)[0], line -> line.split(" = ", 2)[1]));
  }

  private static List<String> lines(String file) throws IOException {
    return Files.readAllLines(Path.of("src/test/resources/postgresql", file));
  }
}
