package io.github.twiliojdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twiliojdbc.catalog.Catalog;
import io.github.twiliojdbc.connect.TestConnections;
import io.github.twiliojdbc.planner.PushDown;
import io.github.twiliojdbc.transport.Response;
import io.github.twiliojdbc.transport.Target;
import io.github.twiliojdbc.transport.TwilioClient;
import io.github.twiliojdbc.transport.sandbox.DateReading;
import io.github.twiliojdbc.transport.sandbox.Sandbox;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Random queries bring the same rows whether Twilio filters or nothing is left to it, in whichever
 * of three ways Twilio reads the bounds of dates, and in whatever order its pages come.
 *
 * <p>More than half of the queries bring rows. -Dseed repeats a run; the seed is printed.
 */
class RandomQueriesTest {
  private static final int STATEMENTS = 500;
  private static final int RUNS = 4;
  private static final int MOST_SAMPLES = 400;
  private static final Catalog CATALOG = Catalog.bundled();
  private static final List<String> TABLES =
      List.of(
          "accounts",
          "alerts",
          "calls",
          "conference_participants",
          "conferences",
          "conversation_participants",
          "conversations",
          "executions",
          "flows",
          "incoming_phone_numbers",
          "message_media",
          "messages",
          "recordings",
          "step",
          "usage_records",
          "user_conversations",
          "users");

  @Test
  void pushDownNeverChangesTheRows() throws SQLException {
    long seed = Long.getLong("seed", System.nanoTime());
    System.out.println("RandomQueriesTest: -Dseed=" + seed);
    Random random = new Random(seed);
    Account account = new Account();
    try (Connection all = TestConnections.to(account, "cache=false", PushDown.NONE);
        Connection narrow = TestConnections.to(account, "cache=false", PushDown.ALL)) {
      Map<String, List<Map<String, @Nullable Object>>> samples = new HashMap<>();
      for (String table : TABLES) {
        samples.put(table, samples(all, table));
      }
      for (int i = 0; i < STATEMENTS; i++) {
        RandomQuery query = RandomQuery.make(CATALOG, samples, random);
        try (PreparedStatement simple = all.prepareStatement(query.sql());
            PreparedStatement pushed = narrow.prepareStatement(query.sql())) {
          for (int run = 0; run < RUNS; run++) {
            compare(query, query.parameters(), simple, pushed, account);
          }
        } catch (SQLException e) {
          throw new AssertionError("seed " + seed + ", " + query.sql(), e);
        }
      }
      assertThat(account.filled).isGreaterThan(STATEMENTS * RUNS / 2);
    }
  }

  private static void compare(
      RandomQuery query,
      List<@Nullable Object> parameters,
      PreparedStatement simple,
      PreparedStatement pushed,
      Account account)
      throws SQLException {
    account.reading = null;
    List<String> expected = rows(simple, parameters, query.isOrdered());
    account.filled += expected.isEmpty() ? 0 : 1;
    for (DateReading reading : DateReading.values()) {
      account.reading = reading;
      List<String> rows = rows(pushed, parameters, query.isOrdered());
      assertThat(rows.equals(expected))
          .as(
              "%s with %s read by %s: %s rows, expected %s%n%s%n%s",
              query.sql(),
              parameters,
              reading,
              rows.size(),
              expected.size(),
              rows.stream().limit(5).toList(),
              expected.stream().limit(5).toList())
          .isTrue();
    }
  }

  private static List<String> rows(
      PreparedStatement statement, List<@Nullable Object> parameters, boolean isOrdered)
      throws SQLException {
    for (int i = 0; i < parameters.size(); i++) {
      statement.setObject(i + 1, parameters.get(i));
    }
    List<String> rows = new ArrayList<>();
    try (ResultSet result = statement.executeQuery()) {
      int columns = result.getMetaData().getColumnCount();
      while (result.next()) {
        StringBuilder row = new StringBuilder();
        for (int i = 1; i <= columns; i++) {
          row.append(result.getString(i)).append('|');
        }
        rows.add(row.toString());
      }
    }
    if (!isOrdered) {
      Collections.sort(rows);
    }
    return rows;
  }

  private static List<Map<String, @Nullable Object>> samples(Connection connection, String table)
      throws SQLException {
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("SELECT * FROM " + table)) {
      while (result.next() && rows.size() < MOST_SAMPLES) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
          row.put(result.getMetaData().getColumnName(i), result.getObject(i));
        }
        rows.add(row);
      }
    }
    return rows;
  }

  /** The sample account under each reading of dates, which remembers its answers. */
  private static final class Account implements TwilioClient {
    private final Sandbox plain =
        new Sandbox(CATALOG, TestConnections.ACCOUNT, 1, TestConnections.CLOCK);
    private final Map<DateReading, Sandbox> sandboxes = new EnumMap<>(DateReading.class);
    private final Map<String, Response> answers = new ConcurrentHashMap<>();
    private volatile @Nullable DateReading reading;
    private int filled;

    Account() {
      for (DateReading each : DateReading.values()) {
        sandboxes.put(
            each,
            new Sandbox(CATALOG, TestConnections.ACCOUNT, 1, TestConnections.CLOCK, each, true));
      }
    }

    @Override
    public Response get(Target target) throws IOException {
      DateReading current = reading;
      Sandbox sandbox = current == null ? plain : sandboxes.getOrDefault(current, plain);
      return answers.computeIfAbsent(current + " " + target, key -> sandbox.get(target));
    }

    @Override
    public void close() {
      // It is used by several connections.
    }
  }
}
