package io.github.twiliojdbc.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.base.Throwables;
import io.github.twiliojdbc.catalog.Report;
import io.github.twiliojdbc.catalog.Reports;
import io.github.twiliojdbc.connect.TestConnections;
import io.github.twiliojdbc.docs.Recipe;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What PostgreSQL answers over the sandbox's rows, the driver answers alike or refuses in words.
 *
 * <p>The differences that are meant are named in the cases, each by a word that {@link SqlPageTest}
 * explains.
 */
@Execution(ExecutionMode.CONCURRENT)
@Order(1)
class PostgresqlTest {
  private static final Instant NOW = Recipe.NOW;

  /** Tables that reports and the cookbook read besides those of the usual schema. */
  private static final List<String> OTHERS =
      List.of(
          "api.balance",
          "insights.call_summaries",
          "insights.conference_participants",
          "insights.conferences",
          "messaging.brand_registrations",
          "monitor.events",
          "taskrouter.workspace_task_reservations",
          "taskrouter.workspace_tasks",
          "verify.verification_attempts");

  private static final int RANDOM_STATEMENTS = Integer.getInteger("statements", 1500);
  static final long SEED = Long.getLong("seed", 20_261_125);

  /** The sandbox and a PostgreSQL with its rows, or those of some tables, in a time zone. */
  private record Databases(ZoneId zone, Connection twilio, Postgresql postgresql) {
    static Databases in(String zone, boolean hasAllTables) throws SQLException, IOException {
      Connection twilio =
          TestConnections.sandbox("timeZone=" + zone, Clock.fixed(NOW, ZoneOffset.UTC));
      String now = NOW.atZone(ZoneId.of(zone)).toLocalDateTime().format(AS_SQL);
      return new Databases(
          ZoneId.of(zone),
          twilio,
          new Postgresql(
              twilio,
              Stream.concat(
                      hasAllTables
                          ? Stream.concat(Postgresql.tables(twilio).stream(), OTHERS.stream())
                          : Stream.empty(),
                      RandomExpression.TABLES.stream().map(RandomExpression.Table::name))
                  .distinct()
                  .toList(),
              now));
    }

    void close() throws SQLException, IOException {
      postgresql.close();
      twilio.close();
    }
  }

  private static final DateTimeFormatter AS_SQL =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

  private static Databases utc;

  @BeforeAll
  static void load() throws SQLException, IOException {
    utc = Databases.in("UTC", /* hasAllTables= */ true);
  }

  @AfterAll
  static void close() throws SQLException, IOException {
    utc.close();
  }

  /** The same at each run, so that a build fails for a change alone; -Dseed asks for others. */
  @Test
  void everyRandomStatementIsAnsweredAlike() {
    everyRandomStatementIsAnsweredAlike(utc, RANDOM_STATEMENTS / 2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Asia/Tokyo", "Asia/Kathmandu", "America/New_York"})
  void everyRandomStatementIsAnsweredAlikeElsewhere(String zone) throws SQLException, IOException {
    Databases elsewhere = Databases.in(zone, /* hasAllTables= */ false);
    everyRandomStatementIsAnsweredAlike(elsewhere, RANDOM_STATEMENTS / 6);
    elsewhere.close();
  }

  private static void everyRandomStatementIsAnsweredAlike(Databases databases, int statements) {
    System.out.println("PostgresqlTest: -Dseed=" + SEED + " in " + databases.zone);
    Random random = new Random(SEED + databases.zone.hashCode());
    int filled = 0;
    List<String> failures = new ArrayList<>();
    for (int i = 0; i < statements; i++) {
      RandomStatement statement = RandomStatement.make(random);
      Optional<Answer> expected = answer(databases, statement);
      if (expected.isPresent()) {
        filled += expected.get().rows().isEmpty() ? 0 : 1;
        failure(databases, statement, expected.get())
            .ifPresent(
                failure ->
                    failures.add(
                        "%s%n%s %s".formatted(failure, statement.sql(), statement.parameters())));
      }
    }
    assertThat(failures).as("-Dseed=" + SEED).isEmpty();
    assertThat(filled).isGreaterThan(statements * 3 / 4);
  }

  /** Returns PostgreSQL's answer; empty if it refuses, as a number that is out of range. */
  private static Optional<Answer> answer(Databases databases, RandomStatement statement) {
    try {
      return Optional.of(databases.postgresql.answer(statement.sql(), statement.parameters()));
    } catch (SQLException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> failure(
      Databases databases, RandomStatement statement, Answer expected) {
    try (PreparedStatement prepared = databases.twilio.prepareStatement(statement.sql())) {
      Parameters.set(prepared, statement.parameters(), databases.zone);
      return expected.difference(Answer.of(prepared), statement.isOrdered());
    } catch (SQLException e) {
      return Optional.of(Throwables.getStackTraceAsString(e));
    }
  }

  @Test
  void everyStatementIsAnsweredAlikeOrRefused() {
    Map<Outcome.Kind, List<String>> outcomes = new TreeMap<>();
    for (SqlCase each : SqlCase.all()) {
      Outcome outcome = outcome(each);
      outcomes
          .computeIfAbsent(outcome.kind, kind -> new ArrayList<>())
          .add(each.name() + " " + outcome.text);
    }
    outcomes.forEach(
        (kind, names) -> System.out.println("PostgresqlTest: " + kind + " " + names.size()));
    assertThat(outcomes.getOrDefault(Outcome.Kind.FAULT, List.of())).isEmpty();
  }

  @Test
  void reportsAreWhatPostgresqlMakesOfTheirQueries() throws SQLException {
    for (Report report : Reports.bundled().all()) {
      Answer expected = utc.postgresql.answer(report.sql(), List.of());
      assertThat(expected.rows()).as(report.name()).isNotEmpty();
      assertThat(
              expected.difference(
                  answer(utc.twilio, "SELECT * FROM reports." + report.name()), false))
          .as(report.name())
          .isEmpty();
    }
  }

  @Test
  void theCookbookAnswersWhatPostgresqlDoes() throws SQLException, IOException {
    for (Recipe recipe : Recipe.all()) {
      // Its tables hold times without a zone, and JSON as text.
      String sql =
          recipe
              .sql()
              .replace("AT TIME ZONE", "AT TIME ZONE 'UTC' AT TIME ZONE")
              .replace(" ->>", "::jsonb ->>");
      assertThat(
              utc.postgresql
                  .answer(sql, List.of())
                  .difference(answer(utc.twilio, recipe.sql()), recipe.sql().contains("ORDER BY")))
          .as(recipe.title())
          .isEmpty();
    }
  }

  @Test
  void arraysHoldTheSameObjects() throws SQLException {
    for (String array :
        List.of(
            "array[1, NULL, 3]",
            "array[2.50, 1]",
            "array['a', NULL]",
            "array[true, false]",
            "array[DATE '2026-11-01']",
            "array[TIMESTAMP '2026-11-01 10:00:00.25', NULL]",
            "array[CAST(1.5 AS DOUBLE PRECISION)]")) {
      String sql = "SELECT " + array + " AS a";
      assertThat(Postgresql.elements(utc.twilio, sql))
          .as(array)
          .isEqualTo(utc.postgresql.elements(sql));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 5})
  void scrollingLeadsWhereItDoesWithPostgresqlsDriver(int count) throws SQLException {
    String sql = "SELECT n * n FROM generate_series(1, " + count + ") AS n ORDER BY n";
    for (int seed = 0; seed < 50; seed++) {
      try (ResultSet expected = utc.postgresql.scrolling(sql);
          ResultSet actual = Postgresql.scrolling(utc.twilio, sql)) {
        assertThat(Moves.of(actual, new Random(seed)))
            .isEqualTo(Moves.of(expected, new Random(seed)));
      }
    }
  }

  @Test
  void adviceThatIsFollowedBringsWhatPostgresqlAnswers() throws SQLException {
    for (SqlCase each : SqlCase.advised()) {
      String advice = Objects.requireNonNull(each.note("advice"));
      assertThatThrownBy(() -> answer(utc.twilio, each.sql()))
          .as(each.name())
          .isInstanceOf(SQLException.class)
          .hasMessageEndingWith(". " + advice);
      String followed = Objects.requireNonNull(each.note("follow"));
      assertThat(
              utc.postgresql
                  .answer(followed, List.of())
                  .difference(answer(utc.twilio, followed), false))
          .as(each.name())
          .isEmpty();
    }
  }

  private static Answer answer(Connection connection, String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      return Answer.of(statement);
    }
  }

  private static Outcome outcome(SqlCase each) {
    Answer expected;
    try {
      expected = utc.postgresql.answer(each.postgresql(), each.parameters());
    } catch (SQLException e) {
      return outcome(each.note("unknown") != null, Outcome.Kind.UNKNOWN, e.getMessage());
    }
    try (PreparedStatement statement = utc.twilio.prepareStatement(each.sql())) {
      Parameters.set(statement, each.parameters(), utc.zone);
      Answer actual = Answer.of(statement);
      return compared(
          each, expected.difference(actual, each.isOrdered()), expected.rows().isEmpty());
    } catch (SQLException e) {
      return outcome(
          e.getMessage().equals(each.note("refused")), Outcome.Kind.REFUSED, e.getMessage());
    } catch (RuntimeException | Error e) {
      return new Outcome(Outcome.Kind.FAULT, e.toString());
    }
  }

  /** Returns what became of a case, which is a fault unless it was meant. */
  private static Outcome outcome(boolean isMeant, Outcome.Kind kind, String text) {
    return new Outcome(isMeant ? kind : Outcome.Kind.FAULT, text);
  }

  private static Outcome compared(SqlCase each, Optional<String> difference, boolean isEmpty) {
    String differs = each.note("differs");
    if (differs != null) {
      // The other spelling, if there is one, says what is meant.
      return outcome(
          SqlPageTest.DIFFERENCES.containsKey(differs)
              && difference.isPresent() == (each.note("pg") == null),
          Outcome.Kind.DIFFERS_ON_PURPOSE,
          differs + ": " + difference.orElse("alike"));
    }
    boolean isAnswer = each.note("refused") == null && isEmpty == (each.note("empty") != null);
    return outcome(
        isAnswer && difference.isEmpty(), Outcome.Kind.SAME, difference.orElse("not as noted"));
  }

  /** What became of a case. */
  private record Outcome(Kind kind, String text) {
    enum Kind {
      SAME,
      DIFFERS_ON_PURPOSE,
      REFUSED,
      UNKNOWN,
      FAULT
    }
  }
}
