package io.github.twiliojdbc.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twiliojdbc.connect.TestConnections;
import io.github.twiliojdbc.planner.PushDown;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** However rows lie in time, windows send few requests more than one page after another. */
@Execution(ExecutionMode.CONCURRENT)
class SpreadsTest {
  private static final Instant NOW = SpreadAccount.NOW;
  private static final int SEQUENCES = Integer.getInteger("sequences", 200);
  private static final int QUERIES_OF_SEQUENCE = 20;
  private static final String IN_TURN = "maxConcurrency=1;pageSize=100";
  private static final int CAMPAIGNS = SEQUENCES / 2;
  private static final List<Duration> LENGTHS =
      List.of(
          Duration.ofSeconds(1),
          Duration.ofSeconds(10),
          Duration.ofHours(1),
          Duration.ofDays(3),
          Duration.ofDays(100));
  private static final List<Integer> DAYS = List.of(0, 30, 99, 390, 1100);
  private static final List<String> QUERIES =
      List.of(
          sql("date >= ?"),
          sql("date >= ? AND date < ?"),
          sql("date < ?"),
          sql("date >= ? ORDER BY date DESC, sid LIMIT 5"),
          sql("date <= ? ORDER BY date DESC, sid LIMIT 120"));

  /** How 6,000 rows lie in time. */
  private enum Spread {
    EVEN {
      @Override
      Instant time(int i, Random random) {
        return ago(Duration.ofDays(3 * 365).multipliedBy(i).dividedBy(6000));
      }
    },
    DORMANT {
      @Override
      Instant time(int i, Random random) {
        return ago(Duration.ofDays(401).plus(Duration.ofDays(600).multipliedBy(i).dividedBy(6000)));
      }
    },
    ONE_SECOND {
      @Override
      Instant time(int i, Random random) {
        return ago(Duration.ofDays(100));
      }
    },
    LAST_HOUR {
      @Override
      Instant time(int i, Random random) {
        return ago(Duration.ofMillis(i * 500L));
      }
    },
    BOTH_ENDS {
      @Override
      Instant time(int i, Random random) {
        return i % 2 == 0
            ? ago(Duration.ofSeconds(10L * i))
            : ago(Duration.ofDays(1090).plusSeconds(10L * i));
      }
    },
    BURSTS {
      @Override
      Instant time(int i, Random random) {
        return ago(Duration.ofDays(30L * (i % 36)).plusMillis(100L * i));
      }
    },
    NEWER_THAN_NOW {
      @Override
      Instant time(int i, Random random) {
        return NOW.plusSeconds(i % 50).minus(Duration.ofMinutes(i));
      }
    },
    ONE_END {
      @Override
      Instant time(int i, Random random) {
        return ago(Duration.ofDays(330).minusSeconds(i));
      }
    },
    CLUSTERS {
      @Override
      Instant time(int i, Random random) {
        return ago(Duration.ofDays(random.nextInt(6) * 60L).plusSeconds(random.nextInt(3600)));
      }
    };

    abstract Instant time(int i, Random random);

    private static Instant ago(Duration past) {
      return NOW.minus(past).minusSeconds(1);
    }

    SpreadAccount account(SpreadAccount.Kind kind, int rows) {
      Random random = new Random(7);
      return new SpreadAccount(
          kind,
          IntStream.range(0, rows)
              .mapToObj(i -> time(i, random).truncatedTo(ChronoUnit.SECONDS))
              .toList());
    }
  }

  @ParameterizedTest
  @EnumSource
  void windowsSendAtMostHalfAgainAsManyRequests(Spread spread) throws SQLException {
    List<String> wrong = new ArrayList<>();
    for (int rows : new int[] {2500, 6000}) {
      wrong.addAll(
          tooManyRequests(
              SpreadAccount.Kind.MESSAGES, spread.account(SpreadAccount.Kind.MESSAGES, rows)));
    }
    assertThat(wrong).isEmpty();
  }

  /** A filter by days brings the rows of the day before and behind a window as well. */
  @ParameterizedTest
  @EnumSource
  void windowsOfDaysDoAsWell(Spread spread) throws SQLException {
    SpreadAccount.Kind kind = SpreadAccount.Kind.CALLS;
    assertThat(tooManyRequests(kind, spread.account(kind, 6000))).isEmpty();
  }

  /** Campaigns of a second, an hour, days and months, wherever they are. */
  @Test
  void soDoThoseOfAnyCampaigns() throws SQLException {
    long seed = Long.getLong("seed", System.nanoTime());
    System.out.println("SpreadsTest: -Dseed=" + seed);
    Random random = new Random(seed);
    for (int i = 0; i < CAMPAIGNS; i++) {
      SpreadAccount.Kind kind = pick(List.of(SpreadAccount.Kind.values()), random);
      assertThat(tooManyRequests(kind, campaigns(kind, random))).as("seed %s", seed).isEmpty();
    }
  }

  private static SpreadAccount campaigns(SpreadAccount.Kind kind, Random random) {
    List<Instant> times = new ArrayList<>();
    int campaigns = 1 + random.nextInt(8);
    for (int i = 0; i < campaigns; i++) {
      double daysAgo = random.nextDouble() * (random.nextBoolean() ? 390 : 30);
      Instant end = NOW.minusSeconds((long) (daysAgo * Duration.ofDays(1).toSeconds()));
      Duration length = pick(LENGTHS, random);
      int rows = 1 + random.nextInt(8000 / campaigns);
      random
          .doubles(rows)
          .mapToObj(part -> end.minusSeconds((long) (part * length.toSeconds())))
          .forEach(times::add);
    }
    return new SpreadAccount(kind, times);
  }

  private static List<String> tooManyRequests(SpreadAccount.Kind kind, SpreadAccount account)
      throws SQLException {
    List<String> wrong = new ArrayList<>();
    for (String from :
        List.of("2023-06-30 12:00:00", "2025-07-30 00:00:00", "2026-06-01 00:00:00")) {
      String sql = kind.sql("date >= '" + from + "'");
      List<String> expected;
      try (Connection serial =
          TestConnections.to(account, "cache=false;maxConcurrency=1", PushDown.ALL)) {
        expected = rows(serial, sql);
      }
      int inTurn = account.takeRequests();
      try (Connection windows = TestConnections.to(account, "cache=false", PushDown.ALL)) {
        assertThat(rows(windows, sql)).isEqualTo(expected);
      }
      int sent = account.takeRequests();
      if (sent > most(inTurn)) {
        wrong.add("%d rows from %s: %d, not %d".formatted(expected.size(), from, sent, inTurn));
      }
    }
    return wrong;
  }

  /** Returns how many requests windows may take in place of so many pages one after another. */
  private static int most(int inTurn) {
    return (int) (1.5 * inTurn + 4);
  }

  /**
   * Whatever was asked before on a connection that keeps pages, no query sends more requests than
   * on a new one. -Dseed repeats a run; the seed is printed.
   */
  @ParameterizedTest
  @EnumSource
  void keepingPagesNeverCosts(Spread spread) throws SQLException {
    long seed = Long.getLong("seed", System.nanoTime());
    System.out.println("SpreadsTest: -Dseed=" + seed);
    for (String settings : List.of(IN_TURN, "pageSize=100")) {
      keepingPagesNeverCosts(spread, settings, seed);
    }
  }

  private static void keepingPagesNeverCosts(Spread spread, String settings, long seed)
      throws SQLException {
    Random random = new Random(seed);
    SpreadAccount account = spread.account(SpreadAccount.Kind.MESSAGES, 600);
    Map<Question, Alone> alone = new HashMap<>();
    for (int sequence = 0; sequence < SEQUENCES / Spread.values().length / 2 + 1; sequence++) {
      List<String> two = List.of(pick(QUERIES, random), pick(QUERIES, random));
      List<Question> asked = new ArrayList<>();
      try (Connection keeping = TestConnections.to(account, settings, PushDown.ALL)) {
        for (int i = 0; i < QUERIES_OF_SEQUENCE; i++) {
          Question question =
              new Question(pick(two, random), pick(DAYS, random), 1 + 200 * random.nextInt(2));
          asked.add(question);
          if (!alone.containsKey(question)) {
            alone.put(question, alone(account, settings, question));
          }
          Alone expected = alone.get(question);
          assertThat(question.rows(keeping)).as("%s", asked).isEqualTo(expected.rows);
          int sent = account.takeRequests();
          if (sent > expected.requests && !settings.equals(IN_TURN)) {
            // How many windows are begun depends on which answer is the first.
            int inTurn = alone(account, IN_TURN, question).requests;
            expected = new Alone(expected.rows, Math.max(expected.requests, most(inTurn)));
            alone.put(question, expected);
          }
          assertThat(sent).as("seed %s: %s", seed, asked).isLessThanOrEqualTo(expected.requests);
        }
      }
    }
  }

  private static Alone alone(SpreadAccount account, String settings, Question question)
      throws SQLException {
    try (Connection connection = TestConnections.to(account, settings, PushDown.ALL)) {
      return new Alone(question.rows(connection), account.takeRequests());
    }
  }

  /** What a query brings on a new connection, and how many requests that takes. */
  private record Alone(List<String> rows, int requests) {}

  /** A query on dates from so many days ago on, for some days. */
  private record Question(String sql, int daysAgo, int days) {
    List<String> rows(Connection connection) throws SQLException {
      Instant from = NOW.minus(Duration.ofDays(daysAgo)).minus(Duration.ofHours(5));
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        statement.setObject(1, from);
        if (sql.endsWith(">= ? AND date_sent < ?")) {
          statement.setObject(2, from.plus(Duration.ofDays(days)));
        }
        try (ResultSet result = statement.executeQuery()) {
          return inOrder(sql, TestConnections.firstColumn(result));
        }
      }
    }
  }

  @Test
  void theLatestOfRowsThatAreKeptAreNotAskedForAgain() throws SQLException {
    SpreadAccount account = Spread.EVEN.account(SpreadAccount.Kind.MESSAGES, 6000);
    try (Connection keeping = TestConnections.to(account, "", PushDown.ALL)) {
      assertThat(rows(keeping, sql("date >= '2025-07-01'"))).isNotEmpty();
      account.takeRequests();
      assertThat(rows(keeping, sql("date >= '2025-07-01' ORDER BY date DESC LIMIT 5"))).hasSize(5);
      assertThat(account.takeRequests()).isZero();
      assertThat(rows(keeping, sql("date >= '2025-08-01' LIMIT 0"))).isEmpty();
      assertThat(account.takeRequests()).isZero();
    }
  }

  private static <T> T pick(List<T> values, Random random) {
    return values.get(random.nextInt(values.size()));
  }

  private static String sql(String condition) {
    return SpreadAccount.Kind.MESSAGES.sql(condition);
  }

  private static List<String> rows(Connection connection, String sql) throws SQLException {
    return inOrder(sql, TestConnections.firstColumn(connection, sql));
  }

  /** Sorts rows that come in no order. */
  private static List<String> inOrder(String sql, List<String> rows) {
    if (!sql.contains("ORDER BY")) {
      rows.sort(null);
    }
    return rows;
  }
}
