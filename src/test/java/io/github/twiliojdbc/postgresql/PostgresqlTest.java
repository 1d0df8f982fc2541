package io.github.twiliojdbc.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twiliojdbc.connect.TestConnections;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * What PostgreSQL answers over the sandbox's rows, the driver answers alike or refuses in words.
 *
 * <p>The differences that are meant are named in the cases, each by a word: {@code nulls} (they
 * sort low), {@code interval} (written as the SQL standard has it), {@code truth} (CONCAT writes
 * true and false), {@code order} (of values that are aggregated in none) and {@code numbers} (of a
 * function that PostgreSQL does not have).
 */
class PostgresqlTest {
  private static final String NOW = "2026-11-25T02:00:00Z";

  /** Cases that bring no rows on either side, as they are meant to. */
  private static final int MOST_EMPTY = 8;

  /** Cases that PostgreSQL of the tests does not know itself. */
  private static final int MOST_UNKNOWN = 3;

  /** Cases that are answered, of those that PostgreSQL answers; a change may only add to them. */
  private static final int LEAST_ANSWERED = 571;

  @Test
  void everyStatementIsAnsweredAlikeOrRefused() throws SQLException, IOException {
    Clock clock = Clock.fixed(Instant.parse(NOW), ZoneOffset.UTC);
    Map<Outcome.Kind, List<String>> outcomes = new TreeMap<>();
    try (Connection twilio = TestConnections.sandbox("", clock);
        Postgresql postgresql = new Postgresql(twilio, "2026-11-25 02:00:00")) {
      for (SqlCase each : SqlCase.all()) {
        Outcome outcome = outcome(each, twilio, postgresql);
        outcomes
            .computeIfAbsent(outcome.kind, kind -> new ArrayList<>())
            .add(each.name() + " " + outcome.text);
      }
    }
    outcomes.forEach(
        (kind, names) -> System.out.println("PostgresqlTest: " + kind + " " + names.size()));
    assertThat(outcomes.getOrDefault(Outcome.Kind.OTHER_ROWS, List.of())).isEmpty();
    assertThat(outcomes.getOrDefault(Outcome.Kind.INTERNAL_ERROR, List.of())).isEmpty();
    assertThat(outcomes.getOrDefault(Outcome.Kind.EMPTY, List.of()))
        .hasSizeLessThanOrEqualTo(MOST_EMPTY);
    assertThat(outcomes.getOrDefault(Outcome.Kind.UNKNOWN, List.of()))
        .hasSizeLessThanOrEqualTo(MOST_UNKNOWN);
    assertThat(outcomes.get(Outcome.Kind.SAME)).hasSizeGreaterThanOrEqualTo(LEAST_ANSWERED);
  }

  private static Outcome outcome(SqlCase each, Connection twilio, Postgresql postgresql) {
    Answer expected;
    try (PreparedStatement statement =
        postgresql.connection().prepareStatement(postgresql.atNow(each.postgresql()))) {
      Parameters.set(statement, each.parameters());
      expected = Answer.of(statement);
    } catch (SQLException e) {
      return new Outcome(Outcome.Kind.UNKNOWN, e.getMessage());
    }
    try (PreparedStatement statement = twilio.prepareStatement(each.sql())) {
      Parameters.set(statement, each.parameters());
      Answer actual = Answer.of(statement);
      if (each.note("differs") != null) {
        return new Outcome(Outcome.Kind.DIFFERS_ON_PURPOSE, each.note("differs"));
      }
      Optional<String> difference = expected.difference(actual);
      return difference.isPresent()
          ? new Outcome(Outcome.Kind.OTHER_ROWS, difference.get())
          : new Outcome(expected.rows().isEmpty() ? Outcome.Kind.EMPTY : Outcome.Kind.SAME, "");
    } catch (SQLException e) {
      boolean isInternal =
          "HY000".equals(e.getSQLState())
              || e.getMessage().contains("Exception")
              || e.getMessage().contains("org.apache");
      return new Outcome(
          isInternal ? Outcome.Kind.INTERNAL_ERROR : Outcome.Kind.REFUSED, e.getMessage());
    } catch (RuntimeException | Error e) {
      return new Outcome(Outcome.Kind.INTERNAL_ERROR, e.toString());
    }
  }

  /** What became of a case. */
  private record Outcome(Kind kind, String text) {
    enum Kind {
      SAME,
      DIFFERS_ON_PURPOSE,
      REFUSED,
      EMPTY,
      UNKNOWN,
      OTHER_ROWS,
      INTERNAL_ERROR
    }
  }
}
