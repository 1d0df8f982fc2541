package io.github.twiliojdbc.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.Range;
import io.github.twiliojdbc.catalog.Catalog;
import io.github.twiliojdbc.catalog.TableDefinition;
import io.github.twiliojdbc.transport.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Of the ways to read that are all right, the one that is taken. */
class RequestChoicesTest {
  private static final Catalog CATALOG = Catalog.bundled();
  private static final Instant NOW = Instant.parse("2026-06-30T12:00:00Z");
  private static final Conjunction ACCOUNT = oneOf("account_sid", "AC1");
  private static final String CALLS = "GET /2010-04-01/Accounts/AC1/Calls.json?";
  private static final String CONFERENCES = "GET /2010-04-01/Accounts/AC1/Conferences.json?Status=";

  @Test
  void alternativesThatFiltersKnowAreAReadEach() {
    Predicate either = either(oneOf("to", "+1"), oneOf("from", "+2"));
    RequestPlan plan = plan(20_000, "calls", either);
    assertThat(plan.describe(Target::pathAndQuery))
        .containsExactly(CALLS + "To=%2B1&PageSize=1000", CALLS + "From=%2B2&PageSize=1000");
    assertThat(plan.reads().get(0).earlier()).isEmpty();
    assertThat(plan.reads().get(1).earlier()).containsExactly(plan.reads().get(0).rows());
  }

  /** What takes the whole list brings the rows of the other alternative as well. */
  @Test
  void alternativesAreReadTogetherWhereOneIsTheWholeList() {
    Predicate either = either(oneOf("to", "+1"), oneOf("direction", "inbound"));
    assertThat(requests(20_000, "calls", either)).containsExactly(CALLS + "PageSize=1000");
  }

  /** Two lists of a page are no dearer as a list of two pages. */
  @Test
  void alternativesAreReadTogetherWhereThatIsNoDearer() {
    Predicate either = either(oneOf("to", "+1"), oneOf("from", "+2"));
    assertThat(requests(2_000, "calls", either)).hasSize(1);
    assertThat(requests(2_001, "calls", either)).hasSize(2);
  }

  @Test
  void aValueThatCannotBeSentIsLookedForInTheList() {
    assertThat(requests(20_000, "calls", all(oneOf("status", "busy", ""))))
        .containsExactly(CALLS + "PageSize=1000");
  }

  /** A list each for nine numbers, nine callers and nine states would be 729. */
  @Test
  void valuesOfSeveralColumnsAreNotTooManyReads() {
    String[] nine = {"1", "2", "3", "4", "5", "6", "7", "8", "9"};
    Predicate all = all(oneOf("to", nine), oneOf("from", nine), oneOf("status", nine));
    assertThat(plan(1e8, "calls", all).reads()).hasSize(81);
  }

  /** Without a status Twilio would list the conferences in progress alone. */
  @Test
  void aListForEachValue() {
    RequestPlan every = plan(2_000, "conferences", all());
    assertThat(every.describe(Target::pathAndQuery))
        .containsExactly(
            CONFERENCES + "init&PageSize=1000",
            CONFERENCES + "in-progress&PageSize=1000",
            CONFERENCES + "completed&PageSize=1000");
    assertThat(every.isListedByValue()).isTrue();
    RequestPlan one = plan(2_000, "conferences", all(oneOf("status", "completed")));
    assertThat(one.isListedByValue()).isFalse();
    RequestPlan calls = plan(20_000, "calls", all(oneOf("status", "busy", "failed")));
    assertThat(calls.reads()).hasSize(2);
    assertThat(calls.isListedByValue()).isFalse();
  }

  /** Twilio may have made another status since. */
  @Test
  void aValueThatIsNotDeclaredIsAskedFor() {
    assertThat(requests(2_000, "conferences", all(oneOf("status", "paused", "init"))))
        .containsExactly(CONFERENCES + "init&PageSize=1000", CONFERENCES + "paused&PageSize=1000");
  }

  /** A page of all is kept and serves other dates, too. */
  @Test
  void aParentsListOfAPageIsReadWhateverTheDates() {
    Conjunction message = oneOf("message_sid", "MM1").with("date_created", lastDays(3));
    assertThat(requests(1_000, "message_media", all(message)).get(0)).doesNotContain("Date");
    assertThat(requests(1_001, "message_media", all(message)).get(0)).contains("DateCreated%3E=");
    assertThat(span(1_000, "message_media", ACCOUNT.and(message))).isEmpty();
    assertThat(span(1_001, "message_media", ACCOUNT.and(message))).isPresent();
    Conjunction flow = oneOf("flow_sid", "FW1").with("date_created", lastDays(3));
    assertThat(span(1_000, "executions", flow)).isEmpty();
    assertThat(span(1_001, "executions", flow)).isPresent();
  }

  /** The list of an account is no child: what is new in it is worth a request of its own. */
  @Test
  void anAccountsListOfAPageIsNarrowed() {
    Conjunction today = ACCOUNT.with("start_time", lastDays(1));
    assertThat(requests(1_000, "calls", all(today)).get(0)).contains("StartTime%3E=");
    assertThat(span(1_000, "calls", today)).isPresent();
  }

  @Test
  void theShortestSpanIsReadInWindows() {
    Conjunction both = ACCOUNT.with("start_time", lastDays(300)).with("end_time", lastDays(30));
    assertThat(span(20_000, "calls", both).orElseThrow().column()).isEqualTo("end_time");
  }

  @Test
  void aSpanIsInTheUnitsOfItsFilter() {
    DateSpan calls = span(20_000, "calls", ACCOUNT.with("start_time", lastDays(9))).orElseThrow();
    assertThat(calls.grain()).isEqualTo(TimeFunction.DAY);
    assertThat(calls.overlaps()).isTrue();
    DateSpan sent = span(20_000, "messages", ACCOUNT.with("date_sent", lastDays(9))).orElseThrow();
    assertThat(sent.grain()).isEqualTo(1_000);
    assertThat(sent.overlaps()).isFalse();
    Conjunction days = ACCOUNT.with("start_date", Values.within(Range.atLeast(20_000L)));
    assertThat(span(20_000, "usage_records", days).orElseThrow().grain()).isEqualTo(1);
  }

  /** Twilio lists no more than 10,000 alerts of a range, so all of them must be ranges. */
  @Test
  void aListThatIsLimitedByRangeHasASpanWithoutAsking() {
    DateSpan alerts = span(20_000, "alerts", Conjunction.NONE).orElseThrow();
    assertThat(alerts.column()).isEqualTo("date_generated");
    assertThat(alerts.range()).isEqualTo(Range.all());
    assertThat(span(20_000, "calls", ACCOUNT)).isEmpty();
  }

  @Test
  void anOrderOfManyPagesIsReadInWindows() {
    assertThat(windows(3_000, "calls", all(ACCOUNT), "start_time")).isPresent();
    assertThat(windows(2_000, "calls", all(ACCOUNT), "start_time")).isEmpty();
  }

  @Test
  void anOrderOfSingleRowsOrOfManyListsIsNot() {
    String[] keys =
        Stream.iterate(1, i -> i + 1).limit(9).map(i -> "CA" + i).toArray(String[]::new);
    assertThat(windows(20_000, "calls", all(ACCOUNT, oneOf("sid", keys)), "start_time")).isEmpty();
    assertThat(windows(20_000, "message_media", all(ACCOUNT), "date_created")).isEmpty();
  }

  /** Rows of a page may be dropped where a bound is not exactly what is wanted. */
  @Test
  void aPageIsNoLargerWhereABoundIsExact() {
    long noon = NOW.toEpochMilli();
    assertThat(pageSize("date_sent", Range.atLeast(noon))).isEqualTo(3);
    assertThat(pageSize("date_sent", Range.atLeast(noon + 1))).isEqualTo(1000);
    assertThat(pageSize("date_sent", Range.lessThan(noon))).isEqualTo(1000);
    assertThat(pageSize("date_sent", Range.closedOpen(noon - 1000, noon))).isEqualTo(1000);
    assertThat(pageSize("date_sent", Range.atLeast(noon - 500 * TimeFunction.DAY))).isEqualTo(1000);
  }

  @Test
  void whatIsGivenBesidesAParentIsAListEach() {
    assertThat(given("step", oneOf("flow_sid", "FW1", "FW2"))).containsExactly(Map.of());
    assertThat(
            given(
                "conversations.service_participant_conversations",
                oneOf("participant_identity", "ann", "bob")))
        .containsExactly(
            Map.of("participant_identity", "ann"), Map.of("participant_identity", "bob"));
  }

  @Test
  void aLongPlanIsDescribedInShort() {
    assertThat(requests(10, "keys", all(oneOf("account_sid", "A", "B", "C", "D", "E"))))
        .hasSize(5)
        .allMatch(line -> line.startsWith("GET "));
    assertThat(requests(10, "keys", all(oneOf("account_sid", "A", "B", "C", "D", "E", "F", "G"))))
        .hasSize(6)
        .endsWith("… and 2 more such requests");
    assertThat(requests(20_000, "calls", all(oneOf("status", "a", "b", "c", "d", "e")))).hasSize(5);
    assertThat(requests(20_000, "calls", all(oneOf("status", "a", "b", "c", "d", "e", "f", "g"))))
        .hasSize(6)
        .endsWith("… and 2 more such reads");
  }

  @Test
  void whatOnlyTheQueryCanGiveMustBeThere() {
    Predicate one = new Predicate.Is(oneOf("id", "a"));
    assertThat(plan(10, "events.schema_versions", one).isPossible()).isTrue();
    assertThat(plan(10, "events.schema_versions", Predicate.UNKNOWN).isPossible()).isFalse();
  }

  private static List<Map<String, String>> given(String table, Conjunction rows) {
    return ((PathSource.EachParent) plan(10_000, table, all(rows)).reads().get(0).source()).given();
  }

  private static int pageSize(String column, Range<Long> range) {
    return planner(20_000)
        .plan(
            CATALOG.table("messages"),
            all(ACCOUNT.with(column, Values.within(range))),
            OptionalLong.of(3))
        .pageSize();
  }

  private static Optional<GrowingWindows> windows(
      double rowsPerList, String table, Predicate predicate, String column) {
    return planner(rowsPerList).windows(CATALOG.table(table), predicate, column, true, false, 10);
  }

  private static Optional<DateSpan> span(double rowsPerList, String table, Conjunction rows) {
    RequestPlan plan = plan(rowsPerList, table, all(rows));
    return planner(rowsPerList).span(plan.table(), plan.reads().get(0));
  }

  private static List<String> requests(double rowsPerList, String table, Predicate predicate) {
    return plan(rowsPerList, table, predicate).describe(Target::pathAndQuery);
  }

  private static RequestPlan plan(double rowsPerList, String table, Predicate predicate) {
    return planner(rowsPerList).plan(CATALOG.table(table), predicate, OptionalLong.empty());
  }

  private static RequestPlanner planner(double rowsPerList) {
    Statistics statistics =
        new Statistics() {
          @Override
          public double rowsPerList(TableDefinition table) {
            return rowsPerList;
          }
        };
    return new RequestPlanner(CATALOG, OptionalInt.empty(), statistics, NOW, Duration.ofDays(7));
  }

  /** The alternatives in the account. */
  private static Predicate either(Conjunction... alternatives) {
    return new Predicate.Any(
        Stream.of(alternatives)
            .<Predicate>map(each -> new Predicate.Is(ACCOUNT.and(each)))
            .toList());
  }

  /** The conditions in the account, if they are not of an account themselves. */
  private static Predicate all(Conjunction... conditions) {
    Conjunction all = Arrays.stream(conditions).reduce(Conjunction.NONE, Conjunction::and);
    return new Predicate.Is(all.columns().containsKey("account_sid") ? all : ACCOUNT.and(all));
  }

  private static Conjunction oneOf(String column, String... values) {
    return Conjunction.of(column, Values.oneOf(List.of(values)));
  }

  private static Values lastDays(int days) {
    return Values.within(Range.atLeast(NOW.minus(Duration.ofDays(days)).toEpochMilli()));
  }
}
