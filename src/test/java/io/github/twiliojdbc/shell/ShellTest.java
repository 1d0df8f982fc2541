package io.github.twiliojdbc.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shell as scripts use it: rows on one stream, everything else on the other, a status. */
class ShellTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(String input, String... words) {
    return new Shell(
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            /* hasAccount= */ false)
        .run(List.of(words));
  }

  private static String text(ByteArrayOutputStream stream) {
    return stream.toString(StandardCharsets.UTF_8);
  }

  @Test
  void aStatement() {
    assertThat(run("", "-e", "SELECT 1 AS one, 'a' AS \"letter\"")).isZero();
    assertThat(text(out))
        .isEqualTo(
            """
            one | letter
            ----+-------
            1   | a
            (1 row)
            """);
    assertThat(text(err))
        .isEqualTo(
            "No TWILIO_ACCOUNT_SID in the environment, and no ~/.twilio/credentials: this is the sandbox's sample data."
                + System.lineSeparator());
  }

  @Test
  void wordsWithoutAnOptionAreAStatement() {
    assertThat(run("", "SELECT", "2 AS n;")).isZero();
    assertThat(text(out)).endsWith("n\n-\n2\n(1 row)\n");
  }

  @Test
  void standardInput() {
    assertThat(run("SELECT 1 AS a; -- first\nSELECT 2 AS b;\n", "--format", "tsv")).isZero();
    assertThat(text(out)).isEqualTo("a\n1\nb\n2\n");
  }

  @Test
  void filesInAndOut(@TempDir Path folder) throws IOException {
    Path statements = Files.writeString(folder.resolve("a.sql"), "SELECT 'ä' AS a");
    Path rows = folder.resolve("a.csv");
    assertThat(run("", "-f", statements.toString(), "--format=csv", "-o", rows.toString()))
        .isZero();
    assertThat(rows).hasContent("a\r\nä\r\n");
    assertThat(text(out)).isEmpty();
  }

  @Test
  void anotherUrl() {
    assertThat(
            run(
                "",
                "-u",
                "jdbc:twilio:sandbox=true;accounts=own",
                "-e",
                "SELECT count(*) AS n FROM keys"))
        .isZero();
    assertThat(text(out)).contains("2");
    assertThat(text(err)).isEmpty();
  }

  @Test
  void aFailureEndsTheScript() {
    assertThat(run("SELECT 1 AS a; SELECT x; SELECT 2 AS b", "--format", "tsv")).isEqualTo(1);
    assertThat(text(out)).isEqualTo("a\n1\n");
    assertThat(text(err))
        .endsWith(
            "Error 42S22: The SQL is not valid at line 1, column 8: Column 'x' not found in any"
                + " table."
                + System.lineSeparator());
  }

  @Test
  void wrongOptions() {
    assertThat(run("", "--formt", "csv")).isEqualTo(2);
    assertThat(run("", "--format", "xml")).isEqualTo(2);
    assertThat(run("", "-e")).isEqualTo(2);
    assertThat(text(err).lines())
        .containsExactly(
            "There is no option --formt; --help lists them.",
            "There is no format xml; there are table, csv, tsv, json, jsonl, markdown.",
            "The option -e needs a value; --help shows it.");
    assertThat(text(out)).isEmpty();
  }

  @Test
  void anUrlOfSomethingElse() {
    assertThat(run("", "-u", "jdbc:h2:mem:", "-e", "SELECT 1")).isEqualTo(1);
    assertThat(text(err).strip())
        .isEqualTo("Error 08001: The URL jdbc:h2:mem: does not begin with jdbc:twilio:.");
  }

  @Test
  void helpAndVersion() {
    assertThat(run("", "--help")).isZero();
    assertThat(text(out)).startsWith("Usage: ").contains("--format FORMAT");
    assertThat(run("", "--version")).isZero();
    assertThat(text(out)).containsPattern("twilio-jdbc \\d+\\.\\d+");
  }

  @Test
  void wordsOfTheShell() {
    assertThat(run(".tables bulkexports", "--format", "tsv")).isZero();
    assertThat(text(out)).startsWith("table_name\tremarks\nexport_days\t");
  }
}
