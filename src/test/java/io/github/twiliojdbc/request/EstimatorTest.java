package io.github.twiliojdbc.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.Range;
import io.github.twiliojdbc.catalog.Catalog;
import io.github.twiliojdbc.catalog.TableDefinition;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What a read is thought to take where each list has 10,000 rows, against a reckoning by hand. */
class EstimatorTest {
  private static final Catalog CATALOG = Catalog.bundled();
  private static final Instant NOW = Instant.parse("2026-06-30T12:00:00Z");
  private static final Duration WEEK = Duration.ofDays(7);
  private static final Conjunction ACCOUNT = oneOf("account_sid", "AC1");
  private static final Statistics UNSEEN = new Lists(Optional.empty());
  private static final Statistics THREE_ACCOUNTS =
      new Lists(Optional.of(List.of("AC1", "AC2", "AC3")));

  @Test
  void aListIsReadPageByPage() {
    expect("calls", ACCOUNT, 10, 10_000);
    expect("usage_records", ACCOUNT, 100, 10_000);
  }

  @Test
  void noMorePagesThanHoldWhatIsWanted() {
    TableDefinition calls = CATALOG.table("calls");
    Predicate all = new Predicate.Is(ACCOUNT);
    RequestPlanner planner = planner(UNSEEN);
    assertThat(planner.estimator().requests(planner.plan(calls, all, OptionalLong.of(2_500))))
        .isEqualTo(3);
    assertThat(planner.estimator().requests(planner.plan(calls, all, OptionalLong.of(50_000))))
        .isEqualTo(10);
  }

  @Test
  void anEmptyListIsAPageAsWell() {
    expect("calls", ACCOUNT.with("start_time", daysAgo(-1, -2)), 1, 0);
  }

  @Test
  void eachAccountHasAList() {
    expect(THREE_ACCOUNTS, "calls", Conjunction.NONE, 30, 30_000);
  }

  /** As long as nobody has read the accounts that takes a request, and one is expected. */
  @Test
  void accountsAreReadOnce() {
    expect("calls", Conjunction.NONE, 11, 10_000);
  }

  @Test
  void aKeyIsARequestAndARow() {
    expect("calls", ACCOUNT.and(oneOf("sid", "CA1", "CA2")), 2, 2);
  }

  /** Each account is asked, and one of them answers with a row. */
  @Test
  void aKeyOfSomeAccount() {
    expect(THREE_ACCOUNTS, "calls", oneOf("sid", "CA1", "CA2"), 6, 2);
  }

  @Test
  void keysInAListAreARowEach() {
    String[] keys = LongStream.range(0, 20).mapToObj(i -> "CA" + i).toArray(String[]::new);
    expect("calls", ACCOUNT.and(oneOf("sid", keys)), 10, 20);
  }

  @Test
  void aValueIsOneOfTen() {
    expect("calls", ACCOUNT.and(oneOf("status", "busy")), 1, 1_000);
    expect("calls", ACCOUNT.and(oneOf("status", "busy", "failed")), 2, 2_000);
  }

  /** A list without a filter for a column is read whole. */
  @Test
  void whatIsNotFilteredIsRead() {
    expect("calls", ACCOUNT.and(oneOf("direction", "a", "b")), 10, 2_000);
    expect("calls", ACCOUNT.and(above("duration", 60)), 10, 3_000);
  }

  @Test
  void valuesTogetherAreNoMoreThanTheList() {
    String[] many = LongStream.range(0, 11).mapToObj(i -> "d" + i).toArray(String[]::new);
    expect("calls", ACCOUNT.and(oneOf("direction", many)), 10, 10_000);
  }

  @Test
  void aTruthIsOneOfTwo() {
    Conjunction muted =
        Conjunction.of("muted", Values.oneOf(List.of(true))).and(oneOf("conference_sid", "CF1"));
    expect("conference_participants", ACCOUNT.and(muted), 5, 5_000);
  }

  /** Rows are thought to lie evenly in two years, or in what the API reaches back. */
  @Test
  void daysAreAShareOfTheHistory() {
    expect("calls", ACCOUNT.with("start_time", daysAgo(73, 0)), 2, 1_000);
    expect("calls", ACCOUNT.with("start_time", daysAgo(7_300, 0)), 10, 10_000);
    expect("messages", ACCOUNT.with("date_sent", daysAgo(20, 0)), 1, 500);
  }

  @Test
  void aColumnOfDaysIsReckonedInDays() {
    long tomorrow = NOW.getEpochSecond() / 86_400 + 1;
    Values days = Values.within(Range.closedOpen(tomorrow - 73, tomorrow));
    expect("usage_records", ACCOUNT.with("start_date", days), 10, 1_000);
  }

  /** The days are added up, and each range has a list. */
  @Test
  void rangesThatAreApart() {
    Values both = daysAgo(646, 500).or(daysAgo(73, 0));
    expect("calls", ACCOUNT.with("start_time", both), 3 + 2, 3_000);
  }

  /** Conditions on several columns narrow each other; a filter of days brings half a day more. */
  @Test
  void sharesAreMultiplied() {
    Statistics large = new Lists(Optional.empty(), 7_300_000);
    Conjunction both = ACCOUNT.with("start_time", daysAgo(73, 0)).with("end_time", daysAgo(365, 0));
    expect(large, "calls", both, 369, 365_000);
  }

  /** What a filter of whole days brings besides is read. */
  @Test
  void anHourIsADay() {
    long day = TimeFunction.DAY;
    Statistics large = new Lists(Optional.empty(), 7_300_000);
    long midnight = NOW.toEpochMilli() / day * day - 9 * day;
    Values hour = Values.within(Range.closedOpen(midnight + day / 2, midnight + day / 2 + 1));
    expect(large, "calls", ACCOUNT.with("start_time", hour), 10, 0);
  }

  /** Rows come to rest in the last of the values that have a list each. */
  @Test
  void theLastListHoldsTheRows() {
    expect("conferences", ACCOUNT.and(oneOf("status", "completed")), 10, 10_000);
    expect("conferences", ACCOUNT.and(oneOf("status", "in-progress")), 1, 1_000);
    expect("conferences", ACCOUNT, 1 + 1 + 10, 1_000 + 1_000 + 10_000);
  }

  /** One of ten conferences is about to begin and one runs, and each has participants. */
  @Test
  void eachParentHasAList() {
    expect("conference_participants", ACCOUNT, 2 + 2_000 * 10, 2_000 * 10_000);
  }

  @Test
  void eachParentHasAListForWhatElseIsGiven() {
    TableDefinition calls = CATALOG.table("calls");
    RequestPlan parents = plan(planner(UNSEEN), "calls", ACCOUNT.and(oneOf("status", "busy")));
    PathSource two =
        new PathSource.EachParent(
            parents, Map.of(), Conjunction.NONE, List.of(Map.of("x", "1"), Map.of("x", "2")));
    Read read = new Read(calls.list(), true, two, List.of(), false, Conjunction.NONE, List.of());
    RequestPlan plan = new RequestPlan(calls, List.of(read), 1000, OptionalLong.empty());
    Estimator estimator = planner(UNSEEN).estimator();
    assertThat(estimator.requests(plan)).isEqualTo(1 + 2 * 1_000 * 10);
    assertThat(estimator.rows(plan)).isEqualTo(2 * 1_000 * 10_000);
    assertThat(estimator.rowsOfList(calls, parents.reads().get(0))).isEqualTo(1_000);
  }

  @Test
  void whatCannotBeReadIsTheDearest() {
    expect("events.schema_versions", Conjunction.NONE, 1e9 * 10, 1e9 * 10_000);
  }

  private static void expect(String table, Conjunction rows, double requests, double of) {
    expect(UNSEEN, table, rows, requests, of);
  }

  /** A span of days ends with the moment that is now, so it is nearly what it is called. */
  private static void expect(
      Statistics statistics, String table, Conjunction rows, double requests, double of) {
    RequestPlanner planner = planner(statistics);
    RequestPlan plan = plan(planner, table, rows);
    assertThat(planner.estimator().requests(plan)).isEqualTo(requests);
    assertThat(planner.estimator().rows(plan)).isCloseTo(of, within(0.001));
  }

  private static RequestPlanner planner(Statistics statistics) {
    return new RequestPlanner(CATALOG, OptionalInt.empty(), statistics, NOW, WEEK);
  }

  private static RequestPlan plan(RequestPlanner planner, String table, Conjunction rows) {
    return planner.plan(CATALOG.table(table), new Predicate.Is(rows), OptionalLong.empty());
  }

  private static Conjunction oneOf(String column, String... values) {
    return Conjunction.of(column, Values.oneOf(List.of(values)));
  }

  private static Conjunction above(String column, long value) {
    return Conjunction.of(column, Values.within(Range.greaterThan(value)));
  }

  /** Dates from some days ago, up to now, or up to fewer days ago. */
  private static Values daysAgo(long from, long to) {
    long now = NOW.toEpochMilli() + 1;
    return Values.within(
        Range.closedOpen(now - from * TimeFunction.DAY, now - to * TimeFunction.DAY));
  }

  /** Accounts all of whose lists are of one length. */
  private record Lists(Optional<List<String>> accounts, double rows) implements Statistics {
    Lists(Optional<List<String>> accounts) {
      this(accounts, 10_000);
    }

    @Override
    public double rowsPerList(TableDefinition table) {
      return rows;
    }
  }
}
