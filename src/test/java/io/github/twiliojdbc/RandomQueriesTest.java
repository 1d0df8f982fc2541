package io.github.twiliojdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twiliojdbc.catalog.Catalog;
import io.github.twiliojdbc.catalog.TableDefinition;
import io.github.twiliojdbc.connect.TestConnections;
import io.github.twiliojdbc.planner.PushDown;
import io.github.twiliojdbc.transport.Fault;
import io.github.twiliojdbc.transport.FaultyNetwork;
import io.github.twiliojdbc.transport.Response;
import io.github.twiliojdbc.transport.Target;
import io.github.twiliojdbc.transport.TwilioClient;
import io.github.twiliojdbc.transport.sandbox.DateReading;
import io.github.twiliojdbc.transport.sandbox.Sandbox;
import io.github.twiliojdbc.transport.sandbox.Spread;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Random queries bring the same rows whether Twilio filters or nothing is left to it, in whichever
 * of three ways Twilio reads the bounds of dates, in whatever order its pages come, however rows
 * lie in time, whatever pages are kept, and however many of its answers fail or refuse.
 *
 * <p>More than half of the queries bring rows. -Dseed repeats a run; the seed is printed. -Dfaults
 * names what may fail, as {@link Fault} has it.
 */
@Execution(ExecutionMode.CONCURRENT)
class RandomQueriesTest {
  private static final int STATEMENTS = 60;
  private static final int RUNS = 4;

  /** Part of the requests of queries whose conditions are left to Twilio that fail in passing. */
  private static final double FAULTS = 0.2;

  /** One statement of so many is of connections that keep pages, one for each reading of dates. */
  private static final int KEEPING = 5;

  private static final int MOST_SAMPLES = 400;
  private static final List<Spread> SPREADS = List.copyOf(EnumSet.allOf(Spread.class));

  /** How many of all other tables a run draws from. */
  private static final int OTHERS = 20;

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
    Random random = new Random(seed);
    Spread spread = SPREADS.get(random.nextInt(SPREADS.size()));
    System.out.println("RandomQueriesTest: -Dseed=" + seed + ", rows " + spread);
    Account account = new Account(spread);
    TwilioClient network = FaultyNetwork.over(account, Fault.chosen(), new Random(seed), FAULTS);
    try (Connection all = TestConnections.to(account, "cache=false", PushDown.NONE);
        Connection narrow = TestConnections.to(network, "cache=false", PushDown.ALL);
        Connection wholeDays = TestConnections.to(network, "", PushDown.ALL);
        Connection midnights = TestConnections.to(network, "", PushDown.ALL);
        Connection seconds = TestConnections.to(network, "", PushDown.ALL)) {
      Map<DateReading, Connection> keeping =
          Map.of(
              DateReading.WHOLE_DAY, wholeDays,
              DateReading.MIDNIGHT, midnights,
              DateReading.SECOND, seconds);
      Map<String, List<Map<String, @Nullable Object>>> samples = new HashMap<>();
      for (String table : tables(random)) {
        samples.put(table, samples(all, table));
      }
      for (int i = 0; i < STATEMENTS; i++) {
        RandomQuery query = RandomQuery.make(CATALOG, samples, random);
        boolean keeps = i % KEEPING == 0;
        try {
          compare(query, account, all, reading -> keeps ? keeping.get(reading) : narrow);
        } catch (SQLException e) {
          throw new AssertionError("seed " + seed + ", " + query.sql(), e);
        }
      }
      assertThat(account.filled).isGreaterThan(STATEMENTS * RUNS / 2);
    }
  }

  /** Returns the tables that have the most rules, and some of all others. */
  private static List<String> tables(Random random) {
    List<TableDefinition> others =
        new ArrayList<>(
            CATALOG.tables().stream()
                .filter(table -> !table.id().schema().equals(Catalog.DEFAULT_SCHEMA))
                .filter(table -> !table.key().isEmpty() && CATALOG.required(table).isEmpty())
                .filter(
                    table -> CATALOG.parentOf(table).map(RandomQueriesTest::isSmall).orElse(true))
                .toList());
    Collections.shuffle(others, random);
    return Stream.concat(
            TABLES.stream(), others.stream().limit(OTHERS).map(table -> table.id().toString()))
        .toList();
  }

  private static boolean isSmall(TableDefinition parent) {
    return !parent.key().isEmpty() && parent.typicalRows() < 10_000;
  }

  private static void compare(
      RandomQuery query, Account account, Connection all, Function<DateReading, Connection> narrow)
      throws SQLException {
    List<List<@Nullable Object>> parameters =
        Stream.generate(query::parameters).limit(RUNS).toList();
    account.reading = null;
    List<List<String>> expected = rows(all, query, parameters);
    account.filled += (int) expected.stream().filter(rows -> !rows.isEmpty()).count();
    for (DateReading reading : DateReading.values()) {
      account.reading = reading;
      List<List<String>> actual = rows(narrow.apply(reading), query, parameters);
      for (int run = 0; run < RUNS; run++) {
        List<String> rows = actual.get(run);
        assertThat(rows.equals(expected.get(run)))
            .as(
                "%s with %s read by %s: %s rows, expected %s%n%s%n%s",
                query.sql(),
                parameters.get(run),
                reading,
                rows.size(),
                expected.get(run).size(),
                rows.stream().limit(5).toList(),
                expected.get(run).stream().limit(5).toList())
            .isTrue();
      }
    }
  }

  /** Returns the rows of a query with each list of parameters. */
  private static List<List<String>> rows(
      Connection connection, RandomQuery query, List<List<@Nullable Object>> parameters)
      throws SQLException {
    List<List<String>> rows = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(query.sql())) {
      for (List<@Nullable Object> values : parameters) {
        rows.add(rows(statement, values, query.isOrdered()));
      }
    }
    return rows;
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
    private final Sandbox plain;
    private final Map<DateReading, Sandbox> sandboxes = new EnumMap<>(DateReading.class);
    private final Map<String, Response> answers = new ConcurrentHashMap<>();
    private volatile @Nullable DateReading reading;
    private int filled;

    Account(Spread spread) {
      this.plain = sandbox(DateReading.WHOLE_DAY, /* isShuffled= */ false, spread);
      for (DateReading each : DateReading.values()) {
        sandboxes.put(each, sandbox(each, /* isShuffled= */ true, spread));
      }
    }

    private static Sandbox sandbox(DateReading reading, boolean isShuffled, Spread spread) {
      return new Sandbox(
          CATALOG, TestConnections.ACCOUNT, 1, TestConnections.CLOCK, reading, isShuffled, spread);
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
