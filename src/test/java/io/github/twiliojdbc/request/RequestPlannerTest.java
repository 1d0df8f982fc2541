package io.github.twiliojdbc.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.Range;
import io.github.twiliojdbc.catalog.Catalog;
import io.github.twiliojdbc.catalog.Rollup;
import io.github.twiliojdbc.catalog.TableDefinition;
import io.github.twiliojdbc.transport.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which requests some conditions take. */
class RequestPlannerTest {
  private static final Catalog CATALOG = Catalog.bundled();
  private static final Instant NOW = Instant.parse("2026-06-30T12:00:00Z");
  private static final Conjunction ACCOUNT = oneOf("account_sid", "AC1");
  private static final String CALLS =
      "GET https://api.twilio.com/2010-04-01/Accounts/AC1/Calls.json?";
  private static final String MESSAGES =
      "GET https://api.twilio.com/2010-04-01/Accounts/AC1/Messages.json?";

  /**
   * A filter of day grain covers what is wanted whether its end is an instant, a day or a midnight.
   */
  @ParameterizedTest
  @CsvSource({
    "2026-06-01T08:00:00Z, 2026-06-01T20:00:00Z, StartTime%3E=2026-06-01&StartTime%3C=2026-06-02",
    "2026-06-01T00:00:00Z, 2026-06-02T00:00:00Z, StartTime%3E=2026-06-01&StartTime%3C=2026-06-02",
    "2026-06-01T00:00:00Z, 2026-06-02T00:00:00.001Z,"
        + " StartTime%3E=2026-06-01&StartTime%3C=2026-06-03",
    "2026-05-31T23:59:59Z, 2026-07-01T00:00:00Z, StartTime%3E=2026-05-31&StartTime%3C=2026-07-01",
  })
  void dayGrain(Instant from, Instant before, String parameters) {
    assertThat(
            requests("calls", ACCOUNT, atLeast("start_time", from), before("start_time", before)))
        .containsExactly(CALLS + parameters + "&PageSize=1000");
  }

  @Test
  void secondGrain() {
    assertThat(
            requests(
                "messages",
                ACCOUNT,
                atLeast("date_sent", Instant.parse("2026-06-01T08:00:00.500Z")),
                before("date_sent", Instant.parse("2026-06-01T20:00:00.500Z"))))
        .containsExactly(
            MESSAGES
                + "DateSent%3E=2026-06-01T08%3A00%3A00Z&DateSent%3C=2026-06-01T20%3A00%3A01Z"
                + "&PageSize=1000");
  }

  /** Twilio answers 400/20004 to a range that begins before the 400 days that it keeps. */
  @Test
  void aBoundBeyondReachIsLeftOut() {
    assertThat(requests("messages", ACCOUNT, atLeast("date_sent", NOW.minusSeconds(500L * 86_400))))
        .containsExactly(MESSAGES + "PageSize=1000");
    assertThat(requests("messages", ACCOUNT, before("date_sent", NOW.minusSeconds(500L * 86_400))))
        .containsExactly(MESSAGES + "PageSize=1000");
  }

  /** A window all of which is beyond reach would be the whole list. */
  @Test
  void windowsBeginWithinReach() {
    DateSpan span =
        span(
                CATALOG.table("messages"),
                atLeast("date_sent", NOW.minusSeconds(500L * 86_400)).and(ACCOUNT))
            .orElseThrow();
    assertThat(span.range().lowerEndpoint())
        .isEqualTo(NOW.minusSeconds(500L * 86_400).toEpochMilli());
    assertThat(span.start()).isGreaterThan(NOW.minusSeconds(399L * 86_400).toEpochMilli());
    assertThat(span.end()).isEqualTo(NOW.toEpochMilli() + 1);
  }

  @Test
  void withoutAStartThereAreNoWindows() {
    TableDefinition calls = CATALOG.table("calls");
    assertThat(span(calls, before("start_time", NOW).and(ACCOUNT))).isEmpty();
    assertThat(span(calls, ACCOUNT)).isEmpty();
    assertThat(span(calls, atLeast("start_time", NOW.minusSeconds(86_400)).and(ACCOUNT)))
        .isPresent();
  }

  /** A window may be a day wider than its dates, and a sum cannot be checked. */
  @Test
  void sumsAreNotReadInWindows() {
    TableDefinition days = CATALOG.table("usage_records");
    Conjunction year = days(Range.atLeast(20_000L)).and(ACCOUNT);
    assertThat(span(days, year)).isPresent();
    assertThat(span(days.rolledUp(Rollup.Period.MONTH), year)).isEmpty();
  }

  private static Optional<DateSpan> span(TableDefinition table, Conjunction rows) {
    RequestPlanner planner =
        new RequestPlanner(
            CATALOG, OptionalInt.empty(), Statistics.TYPICAL, NOW, Duration.ofDays(7));
    Read read = planner.plan(table, new Predicate.Is(rows), OptionalLong.empty()).reads().get(0);
    return planner.span(table, read);
  }

  @Test
  void theNarrowestBoundsCount() {
    assertThat(
            requests(
                "usage_records",
                ACCOUNT,
                days(Range.atLeast(20_000L)),
                days(Range.atLeast(20_002L)),
                days(Range.lessThan(20_009L)),
                days(Range.lessThan(20_005L))))
        .containsExactly(
            "GET https://api.twilio.com/2010-04-01/Accounts/AC1/Usage/Records/Daily.json?"
                + "StartDate=2024-10-06&EndDate=2024-10-09&IncludeSubaccounts=false&PageSize=100");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "+15550001 | %2B15550001",
        "a b&c=d%  | a%20b%26c%3Dd%25",
        "ä/ü*~     | %C3%A4%2F%C3%BC%2A~",
      })
  void aValueIsEncoded(String value, String encoded) {
    assertThat(requests("messages", ACCOUNT, oneOf("from", value)))
        .containsExactly(MESSAGES + "From=" + encoded + "&PageSize=1000");
  }

  @Test
  void anEmptyValueIsNoFilter() {
    assertThat(requests("messages", ACCOUNT, oneOf("from", "")))
        .containsExactly(MESSAGES + "PageSize=1000");
  }

  @Test
  void severalValuesOfAPathParameterAreSeveralLists() {
    assertThat(requests("keys", oneOf("account_sid", "AC1", "AC2")))
        .containsExactly(
            "GET https://api.twilio.com/2010-04-01/Accounts/AC1/Keys.json?PageSize=1000",
            "GET https://api.twilio.com/2010-04-01/Accounts/AC2/Keys.json?PageSize=1000");
  }

  @Test
  void conditionsThatExcludeEachOtherSendNothing() {
    assertThat(requests("keys", oneOf("account_sid", "AC1"), oneOf("account_sid", "AC2")))
        .containsExactly("no request: the conditions exclude each other");
  }

  /** A dot or nothing as a path segment would name another resource. */
  @Test
  void aValueThatIsNoPathSegmentSendsNothing() {
    assertThat(requests("keys", oneOf("account_sid", "", ".", "..")))
        .containsExactly("no request: the conditions exclude each other");
  }

  @Test
  void aPathParameterCannotLeaveItsPlace() {
    assertThat(requests("keys", oneOf("account_sid", "../x?y")))
        .containsExactly(
            "GET https://api.twilio.com/2010-04-01/Accounts/..%2Fx%3Fy/Keys.json?PageSize=1000");
  }

  @Test
  void aParentIsReadWithWhatIsKnownOfIt() {
    assertThat(requests("step", oneOf("flow_sid", "FW1")))
        .containsExactly(
            "GET https://studio.twilio.com/v2/Flows/{flow_sid}/Executions/{execution_sid}/Steps"
                + "?PageSize=1000",
            "  for each flow_sid = flow_sid, execution_sid = sid of executions where flow_sid in"
                + " [FW1]:",
            "  GET https://studio.twilio.com/v2/Flows/FW1/Executions?PageSize=1000");
  }

  @Test
  void aKeyIsFetched() {
    assertThat(requests("messages", ACCOUNT, oneOf("sid", "SM1", "SM2")))
        .containsExactly(
            "GET https://api.twilio.com/2010-04-01/Accounts/AC1/Messages/SM1.json",
            "GET https://api.twilio.com/2010-04-01/Accounts/AC1/Messages/SM2.json");
    assertThat(requests("messages", oneOf("sid", "SM1")))
        .containsExactly(
            "GET https://api.twilio.com/2010-04-01/Accounts/{account_sid}/Messages/SM1.json",
            "  for each account_sid of the account and its sub-accounts until the row is found");
  }

  @Test
  void moreKeysThanPagesAreReadAsAList() {
    assertThat(requests("keys", ACCOUNT, oneOf("sid", "SK1", "SK2")))
        .containsExactly(
            "GET https://api.twilio.com/2010-04-01/Accounts/AC1/Keys.json?PageSize=1000");
  }

  /** Two tenths of twenty pages are fewer than all, eleven tenths are not. */
  @Test
  void aFewValuesAreAReadEach() {
    assertThat(requests("calls", ACCOUNT, oneOf("status", "busy", "failed")))
        .containsExactly(
            CALLS + "Status=busy&PageSize=1000", CALLS + "Status=failed&PageSize=1000");
    assertThat(
            requests(
                "calls",
                ACCOUNT,
                oneOf("status", "a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k")))
        .containsExactly(CALLS + "PageSize=1000");
  }

  @Test
  void rangesThatAreApartAreAReadEach() {
    long day = TimeFunction.DAY;
    long start = NOW.toEpochMilli() - 300 * day;
    assertThat(
            requests(
                "messages",
                ACCOUNT,
                Conjunction.of(
                    "date_sent",
                    Values.within(Range.closedOpen(start, start + day))
                        .or(
                            Values.within(
                                Range.closedOpen(start + 200 * day, start + 201 * day))))))
        .containsExactly(
            MESSAGES
                + "DateSent%3E=2025-09-03T12%3A00%3A00Z&DateSent%3C=2025-09-04T12%3A00%3A00Z"
                + "&PageSize=1000",
            MESSAGES
                + "DateSent%3E=2026-03-22T12%3A00%3A00Z&DateSent%3C=2026-03-23T12%3A00%3A00Z"
                + "&PageSize=1000");
  }

  @ParameterizedTest
  @CsvSource({"3, 3", "5000, 1000"})
  void aPageIsNoLargerThanWhatIsWanted(long wanted, int pageSize) {
    assertThat(plan("messages", OptionalLong.of(wanted), ACCOUNT).pageSize()).isEqualTo(pageSize);
  }

  /** An equality that Twilio reads in its own way, and a bound that is widened, drop rows. */
  @Test
  void aPageIsLargerWhereRowsMayBeDropped() {
    OptionalLong three = OptionalLong.of(3);
    assertThat(plan("messages", three, ACCOUNT, oneOf("to", "+1")).pageSize()).isEqualTo(50);
    assertThat(plan("messages", three, ACCOUNT, oneOf("status", "failed")).pageSize())
        .isEqualTo(1000);
    assertThat(plan("calls", three, ACCOUNT, before("start_time", NOW)).pageSize()).isEqualTo(1000);
  }

  /** Seven days back rows may still change; a bound that is not sent settles nothing. */
  @Test
  void whatEndsBeforeTheLookbackWindowIsSettled() {
    Instant old = NOW.minus(Duration.ofDays(9));
    assertThat(isSettled("messages", before("date_sent", old))).isTrue();
    assertThat(isSettled("messages", before("date_sent", NOW.minus(Duration.ofDays(6))))).isFalse();
    assertThat(isSettled("messages", before("date_sent", NOW.minus(Duration.ofDays(500)))))
        .isFalse();
    assertThat(isSettled("messages", atLeast("date_sent", old))).isFalse();
    assertThat(isSettled("messages", oneOf("to", "+1"))).isFalse();
  }

  @Test
  void valuesThatOnlyTheQueryCanGive() {
    assertThat(requests("events.schema_versions", oneOf("id", "a b")))
        .containsExactly("GET https://events.twilio.com/v1/Schemas/a%20b/Versions?PageSize=1000");
    assertThat(requests("events.schema_versions"))
        .containsExactly(
            "no request: Twilio has no list of all events.schema_versions; name the id to list"
                + " them for: WHERE id = '…'.");
  }

  @Test
  void valuesThatAParentNeeds() {
    assertThat(requests("flex.interaction_channel_invites"))
        .containsExactly(
            "no request: Twilio has no list of all flex.interaction_channel_invites; name the"
                + " interaction_sid to list them for: WHERE interaction_sid = '…'.");
    assertThat(requests("flex.interaction_channel_invites", oneOf("interaction_sid", "KD1")))
        .containsExactly(
            "GET https://flex-api.twilio.com/v1/Interactions/{interaction_sid}/Channels/{channel_sid}/Invites?PageSize=1000",
            "  for each interaction_sid = interaction_sid, channel_sid = sid of"
                + " flex.interaction_channels where interaction_sid in [KD1]:",
            "  GET https://flex-api.twilio.com/v1/Interactions/KD1/Channels?PageSize=1000");
  }

  @Test
  void valuesThatAreTheSameForEverybody() {
    assertThat(requests("bulkexports.export_days")).hasSize(4);
    assertThat(requests("bulkexports.export_days", oneOf("resource_type", "Calls")))
        .containsExactly("GET https://bulkexports.twilio.com/v1/Exports/Calls/Days?PageSize=400");
  }

  @Test
  void aParameterOfTheQueryCanStandForAPartOfThePath() {
    assertThat(requests("messaging.channels_senders", oneOf("channel", "a&b")))
        .containsExactly(
            "GET https://messaging.twilio.com/v2/Channels/Senders?Channel=a%26b&PageSize=1000");
  }

  /** The children's product answers for the account that signed in alone. */
  @Test
  void parentsOfAnotherProductAreThoseOfTheOwnAccount() {
    Statistics signedIn =
        new Statistics() {
          @Override
          public Optional<String> account() {
            return Optional.of("AC1");
          }

          @Override
          public Optional<List<String>> accounts() {
            return Optional.of(List.of("AC1", "AC2"));
          }
        };
    RequestPlanner planner =
        new RequestPlanner(CATALOG, OptionalInt.empty(), signedIn, NOW, Duration.ofDays(7));
    assertThat(
            planner
                .plan(
                    CATALOG.table("insights.call_events"), Predicate.UNKNOWN, OptionalLong.empty())
                .describe(Target::pathAndQuery))
        .containsExactly(
            "GET /v1/Voice/{call_sid}/Events?PageSize=1000",
            "  for each call_sid = sid of calls where account_sid in [AC1]:",
            "  GET /2010-04-01/Accounts/AC1/Calls.json?PageSize=1000");
  }

  private static boolean isSettled(String table, Conjunction condition) {
    RequestPlan plan = plan(table, OptionalLong.empty(), ACCOUNT, condition);
    return plan.target(plan.reads().get(0), Map.of("account_sid", "AC1")).isSettled();
  }

  @Test
  void thePageSizeIsNeverAboveTheMaximum() {
    assertThat(describe(OptionalInt.of(5000), "usage_records", ACCOUNT).get(0))
        .endsWith("PageSize=100");
    assertThat(describe(OptionalInt.of(50), "usage_records", ACCOUNT).get(0))
        .endsWith("PageSize=50");
  }

  private static List<String> requests(String table, Conjunction... conditions) {
    return describe(OptionalInt.empty(), table, conditions);
  }

  private static List<String> describe(
      OptionalInt pageSize, String table, Conjunction... conditions) {
    return plan(pageSize, table, OptionalLong.empty(), conditions)
        .describe(
            target -> "https://" + target.subdomain() + ".twilio.com" + target.pathAndQuery());
  }

  private static RequestPlan plan(String table, OptionalLong wanted, Conjunction... conditions) {
    return plan(OptionalInt.empty(), table, wanted, conditions);
  }

  private static RequestPlan plan(
      OptionalInt pageSize, String table, OptionalLong wanted, Conjunction... conditions) {
    return new RequestPlanner(CATALOG, pageSize, Statistics.TYPICAL, NOW, Duration.ofDays(7))
        .plan(
            CATALOG.table(table),
            new Predicate.All(Stream.of(conditions).<Predicate>map(Predicate.Is::new).toList()),
            wanted);
  }

  private static Conjunction oneOf(String column, String... values) {
    return Conjunction.of(column, Values.oneOf(List.of(values)));
  }

  private static Conjunction days(Range<Long> days) {
    return Conjunction.of("start_date", Values.within(days));
  }

  private static Conjunction atLeast(String column, Instant bound) {
    return Conjunction.of(column, Values.within(Range.atLeast(bound.toEpochMilli())));
  }

  private static Conjunction before(String column, Instant bound) {
    return Conjunction.of(column, Values.within(Range.lessThan(bound.toEpochMilli())));
  }
}
