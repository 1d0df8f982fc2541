package io.github.twiliojdbc.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExplainStatementTest {
  private static final String EXAMPLE =
      ", for example EXPLAIN (ANALYZE, FORMAT JSON) SELECT sid FROM messages.";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "EXPLAIN SELECT 1 | false | false | SELECT 1",
        "explain plan for SELECT 1 | false | false | SELECT 1",
        "EXPLAIN PLAN FOR WITH t AS (SELECT 1) SELECT * FROM t | false | false"
            + " | WITH t AS (SELECT 1) SELECT * FROM t",
        "EXPLAIN WITH t AS (SELECT 1) SELECT * FROM t | false | false"
            + " | WITH t AS (SELECT 1) SELECT * FROM t",
        "EXPLAIN FOR VALUES (1) | false | false | VALUES (1)",
        "EXPLAIN TABLE messages | false | false | TABLE messages",
        "EXPLAIN (SELECT 1) | false | false | (SELECT 1)",
        "EXPLAIN ((SELECT 1) UNION SELECT 2) | false | false | ((SELECT 1) UNION SELECT 2)",
        "/* why */ EXPLAIN /* ( */ ANALYZE/**/SELECT 1 | true | false | SELECT 1",
        "EXPLAIN ANALYZE (SELECT 1) | true | false | (SELECT 1)",
        "EXPLAIN analyse SELECT 1 | true | false | SELECT 1",
        "EXPLAIN (ANALYZE) SELECT 1 | true | false | SELECT 1",
        "EXPLAIN (ANALYZE true, FORMAT text) SELECT 1 | true | false | SELECT 1",
        "EXPLAIN (FORMAT 'JSON', ANALYZE off) SELECT 1 | false | true | SELECT 1",
        "EXPLAIN ( format json , analyze 1 ) (SELECT 1) | true | true | (SELECT 1)",
      })
  void optionsAndQuery(String sql, boolean isAnalyzed, boolean isJson, String query) {
    ExplainStatement statement = ExplainStatement.read(sql).orElseThrow();
    assertThat(statement.isAnalyzed()).isEqualTo(isAnalyzed);
    assertThat(statement.isJson()).isEqualTo(isJson);
    assertThat(statement.query().strip()).isEqualTo(query.strip());
    assertThat(statement.query()).hasSameSizeAs(sql);
  }

  @ParameterizedTest
  @ValueSource(strings = {"SELECT 1", "explained", "\"explain\"", "", "(EXPLAIN SELECT 1)"})
  void noExplainStatement(String sql) {
    assertThat(ExplainStatement.read(sql)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "EXPLAIN (BUFFERS) SELECT 1 | EXPLAIN has the options ANALYZE and FORMAT, not \"buffers\"",
        "EXPLAIN () SELECT 1 | EXPLAIN has the options ANALYZE and FORMAT, not \"\"",
        "EXPLAIN (ANALYZE, COSTS OFF) SELECT 1"
            + " | EXPLAIN has the options ANALYZE and FORMAT, not \"costs\"",
        "EXPLAIN (ANALYZE maybe) SELECT 1"
            + " | EXPLAIN option ANALYZE is TRUE or FALSE, not \"maybe\"",
        "EXPLAIN (FORMAT yaml) SELECT 1 | EXPLAIN has the formats TEXT and JSON, not \"yaml\"",
        "EXPLAIN (ANALYZE SELECT 1 | EXPLAIN option ANALYZE is TRUE or FALSE, not \"select\"",
        "EXPLAIN (ANALYZE true SELECT 1) | The options of EXPLAIN end with \")\"",
        "EXPLAIN PLAN SELECT 1 | EXPLAIN PLAN is followed by FOR",
        "EXPLAIN | EXPLAIN is followed by a query",
        "EXPLAIN ANALYZE; | EXPLAIN is followed by a query",
        "EXPLAIN EXPLAIN SELECT 1 | EXPLAIN is followed by a query",
      })
  void errors(String sql, String problem) {
    assertThat(failure(sql)).hasMessage(problem + EXAMPLE);
    assertThat(failure(sql).kind()).isEqualTo(SqlException.Kind.SYNTAX);
  }

  @Test
  void positionsAreThoseOfTheWholeStatement() {
    String query = ExplainStatement.read("EXPLAIN\n (ANALYZE)\n SELECT 1").orElseThrow().query();
    assertThat(query).isEqualTo("       \n          \n SELECT 1");
  }

  private static SqlException failure(String sql) {
    return catchThrowableOfType(SqlException.class, () -> ExplainStatement.read(sql));
  }
}
