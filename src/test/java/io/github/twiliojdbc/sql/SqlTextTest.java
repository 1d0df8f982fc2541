package io.github.twiliojdbc.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqlTextTest {

  /** What other databases understand is answered with what to write here. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "SELECT TOP 5 x FROM t"
            + "| at line 1, column 12: Encountered \"5\". Rows are limited with LIMIT 10.",
        "SELECT `x` FROM t"
            + "| at line 1, column 8: Encountered \"`\". A name is quoted as \"name\".",
        "SELECT [x] FROM t"
            + "| at line 1, column 8: Encountered \"[\". A name is quoted as \"name\".",
        "SELECT x FROM t WHERE x @> 'y'"
            + "| at line 1, column 25: Encountered \"@\"."
            + " Parts of JSON are compared: x ->> 'name' = 'value'.",
        "SELECT from FROM t"
            + "| at line 1, column 8: Encountered \"from\"."
            + " As a name this word must be quoted: \"from\".",
        "SELECT x FROM t GROUP x| at line 1, column 23: Encountered \"x\".",
        "SELECT x, FROM t"
            + "| at line 1, column 11: Incorrect syntax near the keyword 'FROM'."
            + " As a name this word must be quoted: \"from\".",
      })
  void syntaxErrors(String sql, String message) {
    SqlException failure =
        catchThrowableOfType(SqlException.class, () -> SqlText.parse(sql, "twilio"));
    assertThat(failure).hasMessage("The SQL has a syntax error " + message.strip());
    assertThat(failure.kind()).isEqualTo(SqlException.Kind.SYNTAX);
  }

  @ParameterizedTest
  @ValueSource(strings = {"SELEC 1", "/* all */ selec * FROM t", "-- all\nSelec"})
  void firstWords(String sql) {
    assertThat(catchThrowableOfType(SqlException.class, () -> SqlText.parse(sql, "twilio")))
        .hasMessage(
            "A statement begins with SELECT, WITH, VALUES or EXPLAIN, not with \"selec\"; SHOW"
                + " TABLES and DESCRIBE messages tell of tables.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SHOW TABLES | driver.tables",
        " show  tables; | driver.tables",
        "DESCRIBE messages | 'messages'",
        "desc twilio.Calls | 'calls'",
        "SHOW COLUMNS FROM \"calls\" | 'calls'",
      },
      quoteCharacter = '\0')
  void tablesAreDescribed(String sql, String query) {
    assertThat(SqlText.parse(sql, "twilio").toString().replace("`", "")).contains(query.strip());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\t;\r\n"})
  void noStatement(String sql) {
    assertThat(catchThrowableOfType(SqlException.class, () -> SqlText.parse(sql, "twilio")))
        .hasMessage("There is no statement in this text.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"(SELECT 1)", "with x as (select 1) select * from x", "TABLE t", "VALUES 1"})
  void queries(String sql) {
    assertThat(SqlText.parse(sql, "twilio")).isNotNull();
  }

  @Test
  void nowIsTheTime() {
    assertThat(SqlText.parse("SELECT now()", "twilio").toString()).contains("CURRENT_TIMESTAMP");
  }
}
