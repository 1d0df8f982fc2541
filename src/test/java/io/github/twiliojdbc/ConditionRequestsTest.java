package io.github.twiliojdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twiliojdbc.catalog.Catalog;
import io.github.twiliojdbc.connect.TestConnections;
import io.github.twiliojdbc.planner.PushDown;
import io.github.twiliojdbc.transport.Response;
import io.github.twiliojdbc.transport.Target;
import io.github.twiliojdbc.transport.TwilioClient;
import io.github.twiliojdbc.transport.sandbox.Sandbox;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * A condition sends the same requests as the plainest spelling of what it means, however it is
 * written, and brings the rows that reading the whole list does.
 *
 * <p>The list of messages has 60 pages.
 */
class ConditionRequestsTest {
  private static final String NUMBER = "+15550000100";
  private static final String WEEK = "date_sent >= '2026-06-23'";
  private static final String TO = "\"to\" = '" + NUMBER + "'";
  private static final String FROM = "\"from\" = '" + NUMBER + "'";

  /** The condition of every row, and that of none. */
  private static final String ALL = "body IS NOT NULL OR body IS NULL";

  private static final String NONE = "\"to\" = 'a' AND \"to\" = 'b'";

  @TestFactory
  Stream<DynamicTest> optionalFilters() {
    return Stream.of(
        same(WEEK, "? IS NULL OR date_sent >= ?", "2026-06-23", "2026-06-23"),
        same(ALL, "? IS NULL OR date_sent >= ?", null, null),
        same(WEEK, "CAST(? AS TIMESTAMP) IS NULL OR date_sent >= ?", "2026-06-23", "2026-06-23"),
        same(ALL, "CAST(? AS TIMESTAMP) IS NULL OR date_sent >= ?", null, "2026-06-23"),
        same(TO, "? = '' OR \"to\" = ?", NUMBER, NUMBER),
        same(ALL, "? = '' OR \"to\" = ?", "", ""),
        same(TO, "\"to\" = coalesce(nullif(?, ''), \"to\")", NUMBER),
        same(ALL, "\"to\" = coalesce(nullif(?, ''), \"to\")", ""),
        same(WEEK, "date_sent >= coalesce(?, TIMESTAMP '2026-06-01 00:00:00')", "2026-06-23"),
        same(WEEK, "date_sent >= coalesce(?, TIMESTAMP '2026-06-23 00:00:00')", (Object) null),
        same(WEEK, "NOT (? = 'recent' AND date_sent < '2026-06-23')", "recent"),
        same(WEEK, "(date_sent >= '2026-06-23') = ?", true),
        same(TO, "? = 'all' OR ? = 'to' AND \"to\" = ?", "to", "to", NUMBER),
        same(TO, "\"to\" IS NOT DISTINCT FROM ?", NUMBER),
        same(NONE, "? = 'a' AND " + WEEK, "b"),
        same(NONE, "? = 'a' AND " + WEEK, (Object) null));
  }

  @TestFactory
  Stream<DynamicTest> choices() {
    return Stream.of(
        same(
            TO + " OR " + FROM,
            "CASE WHEN direction = 'inbound' THEN \"to\" ELSE \"from\" END = ?",
            NUMBER),
        same(TO, "CASE ? WHEN 'to' THEN \"to\" WHEN 'from' THEN \"from\" END = ?", "to", NUMBER),
        same(FROM, "CASE ? WHEN 'to' THEN \"to\" ELSE \"from\" END = ?", null, NUMBER),
        same(NONE, "CASE ? WHEN 'to' THEN \"to\" WHEN 'from' THEN \"from\" END = ?", "x", NUMBER),
        same(TO, "CASE WHEN ? = 'to' THEN " + TO + " ELSE " + WEEK + " END", "to"),
        same(WEEK, "CASE WHEN ? = 'to' THEN " + TO + " ELSE " + WEEK + " END", (Object) null),
        same(WEEK, "date_sent >= CASE ? WHEN 'week' THEN '2026-06-23' END::timestamp", "week"),
        same(WEEK, "coalesce(date_sent, TIMESTAMP '2020-01-01 00:00:00') >= '2026-06-23'"),
        same(WEEK, "coalesce(date_sent::date, DATE '2020-01-01') >= current_date - 7"),
        same(ALL, "coalesce(date_sent, TIMESTAMP '2027-01-01 00:00:00') >= '2026-06-23'"),
        same(TO, "nullif(\"to\", '') = ?", NUMBER),
        same(TO, "coalesce(\"to\" = ?, false)", NUMBER),
        same(ALL, "coalesce(\"to\" = ?, true)", NUMBER));
  }

  /** What stands behind a guard may be impossible to compute. */
  @TestFactory
  Stream<DynamicTest> guards() {
    String guarded = "CASE WHEN ? = 'date' THEN date_sent >= to_timestamp(?, 'YYYY-MM-DD') ELSE ";
    return Stream.of(
        same(TO, guarded + TO + " END", "to", ""),
        same(WEEK, guarded + TO + " END", "date", "2026-06-23"),
        same(NONE, guarded + "? = 'x' END", "none", "", "y"),
        same(TO, "CASE WHEN ? = 0 THEN " + TO + " ELSE 100 / ? < 3 END", 0, 0),
        same(
            ALL,
            "CASE WHEN body = '?' THEN date_sent >= to_timestamp(?, 'YYYY') ELSE true END",
            "x"));
  }

  /** A date as a string compares with any string, whether that is a date or not. */
  @TestFactory
  Stream<DynamicTest> datesAsStrings() {
    String june = "date_sent >= '2026-06-01' AND date_sent < '2026-07-01'";
    String day = "date_sent >= '2026-06-23' AND date_sent < '2026-06-24'";
    String months = "date_sent >= '2026-05-01' AND date_sent < '2026-07-01'";
    return Stream.of(
        same(june, "to_char(date_sent, 'YYYY-MM') = ?", "2026-06"),
        same(june, "to_char(date_sent, 'YYYYMM') = ?", "202606"),
        same(june, "to_char(date_trunc('month', date_sent), 'YYYY-MM-DD') = ?", "2026-06-01"),
        same(june, "to_char(date_sent, 'YYYY-MM') LIKE '2026-06%'"),
        same(june, "to_char(date_sent, 'Mon YYYY') = ?", "Jun 2026"),
        same(june, "to_char(date_sent, 'MM/YYYY') = ?", "06/2026"),
        same(months, "to_char(date_sent, 'YYYY-MM') IN ('2026-05', '2026-06', '26', '')"),
        same(months, "to_char(date_sent, 'YYYY-MM') BETWEEN '2026-05' AND '2026-06'"),
        same(WEEK, "to_char(date_sent, 'YYYY-MM-DD') >= ?", "2026-06-23"),
        same(WEEK, "to_char(date_sent, 'YYYY-MM-DD HH24') > ?", "2026-06-22 23"),
        same(WEEK, "to_char(date_sent::date, 'YYYYMMDD')::int >= ?", 20260623),
        same(day, "to_char(date_sent, ?) = ?", "DD.MM.YYYY", "23.06.2026"),
        same(day, "to_char(date_sent, 'YYYY-DDD') = '2026-174'"),
        same(
            "date_sent >= '2026-06-22' AND date_sent < '2026-06-29'",
            "to_char(date_sent, 'IYYY-IW') = '2026-26'"),
        same(
            "date_sent >= '2026-01-01' AND date_sent < '2027-01-01'",
            "to_char(date_sent, 'YYYY') = '2026'"),
        same(day, "date_sent::text LIKE '2026-06-23%'"),
        same(day, "date_sent::date::text = ?", "2026-06-23"),
        same(day, "left(date_sent::text, 10) = ?", "2026-06-23"),
        same(june, "substring(date_sent::text FROM 1 FOR 7) = ?", "2026-06"),
        same(june, "date_sent::varchar(7) = '2026-06'"),
        same(june, "starts_with(date_sent::text, ?)", "2026-06-"),
        same(NONE, "to_char(date_sent, 'YYYY-MM') >= ?", "garbage"),
        same(NONE, "to_char(date_sent, 'YYYY-MM') = ?", ""),
        same(NONE, "to_char(date_sent, 'YYYY-MM') = ?", "2026-13"),
        same(NONE, "to_char(date_sent, 'YYYY-MM') = ?", (Object) null),
        same(NONE, "to_char(date_sent, 'DD.MM.YYYY') = ?", "31.06.2026"),
        same("date_sent IS NOT NULL", "to_char(date_sent, 'YYYY-MM') < ?", "garbage"),
        same("date_sent >= '2027-01-01'", "to_char(date_sent, 'YYYY-MM') > ?", "2026-13"),
        same(ALL, "to_char(date_sent, 'DD.MM.YYYY') < ?", "23.06.2026"),
        same(ALL, "to_char(date_sent, 'MM') = ?", "06"),
        same(ALL, "to_char(date_sent, 'YYYY-DD') <= ?", "2026-10"),
        same(ALL, "to_char(date_sent, 'FMYYYY-MM') <= ?", "2026-05"));
  }

  @TestFactory
  Stream<DynamicTest> argumentsOfFunctions() {
    String june = "date_sent >= '2026-06-01' AND date_sent < '2026-07-01'";
    return Stream.of(
        same(WEEK, "extract(epoch FROM date_sent) >= ?", 1782172800L),
        same(WEEK, "date_part('epoch', date_sent) >= ?", 1782172800d),
        same(NONE, "extract(epoch FROM date_sent) = ?", 1782172800.0005),
        same(june, "date_trunc(?, date_sent) = ?", "MONTH", "2026-06-01"),
        same(june, "date_trunc(?, date_sent)::date = ?", "months", "2026-06-01"),
        same(ALL, "date_trunc(?, date_sent) = ?", "decade", "2020-01-01"),
        same(
            "date_sent >= '2026-06-22 22:00:00'",
            "date_sent AT TIME ZONE ? >= ?",
            "Europe/Berlin",
            "2026-06-23"),
        same(TO, "\"to\" LIKE ?", NUMBER),
        same(TO, "\"to\" LIKE '" + NUMBER + "'"),
        same(TO, "\"to\" ILIKE ?", NUMBER),
        same(TO, "\"to\" LIKE ?", "\\" + NUMBER),
        same(ALL, "\"to\" LIKE ?", "+1555000010%"),
        same(NONE, "\"to\" LIKE ?", (Object) null));
  }

  /** A total without GROUP BY needs the rows that one of its aggregates looks at. */
  @TestFactory
  Stream<DynamicTest> filteredTotals() {
    return Stream.of(
        total(WEEK, "count(*) FILTER (WHERE " + WEEK + ")"),
        total(WEEK, "sum(CASE WHEN " + WEEK + " THEN price END)"),
        total(
            WEEK, "count(CASE WHEN " + WEEK + " THEN 1 END), max(sid) FILTER (WHERE " + WEEK + ")"),
        total(
            WEEK,
            "count(*) FILTER (WHERE "
                + WEEK
                + "), 2 * sum(CASE WHEN "
                + WEEK
                + " THEN num_segments * 2 END)"),
        total(
            TO + " OR " + FROM,
            "count(*) FILTER (WHERE " + TO + "), count(*) FILTER (WHERE " + FROM + ")"),
        total(TO, "array_agg(sid ORDER BY sid) FILTER (WHERE " + TO + ")"),
        total(TO, "count(DISTINCT CASE WHEN " + TO + " THEN status END)"),
        total(NONE, "count(*) FILTER (WHERE " + WEEK + " AND " + NONE + ")"),
        total(ALL, "count(*) FILTER (WHERE " + WEEK + "), count(*)"),
        total(ALL, "sum(CASE WHEN " + NONE + " THEN price ELSE 0 END)"),
        total(ALL, "coalesce(max(CASE WHEN " + WEEK + " THEN 2 ELSE 1 END), 0)"),
        total(ALL, "cardinality(array_agg(CASE WHEN " + TO + " THEN sid END))"),
        total(ALL, "count(CASE WHEN " + TO + " THEN 1 END), count(sid)"));
  }

  private static DynamicTest total(String plain, String aggregates) {
    return DynamicTest.dynamicTest(
        aggregates,
        () -> {
          String total = "SELECT " + aggregates + " FROM messages";
          Answer actual = answerTo(total, PushDown.ALL);
          assertThat(actual.rows()).isEqualTo(answerTo(total, PushDown.NONE).rows());
          assertThat(actual.requests()).isEqualTo(answer(plain, PushDown.ALL).requests());
        });
  }

  private static DynamicTest same(String plain, String condition, @Nullable Object... parameters) {
    return DynamicTest.dynamicTest(
        condition + " with " + Arrays.toString(parameters),
        () -> {
          Answer expected = answer(condition, PushDown.NONE, parameters);
          Answer actual = answer(condition, PushDown.ALL, parameters);
          assertThat(actual.rows()).isEqualTo(expected.rows());
          assertThat(actual.requests()).isEqualTo(answer(plain, PushDown.ALL).requests());
        });
  }

  private static Answer answer(String condition, PushDown pushDown, @Nullable Object... parameters)
      throws SQLException {
    return answerTo("SELECT sid FROM messages WHERE " + condition, pushDown, parameters);
  }

  private static Answer answerTo(String sql, PushDown pushDown, @Nullable Object... parameters)
      throws SQLException {
    Requests requests = new Requests();
    List<String> rows;
    try (Connection connection =
            TestConnections.to(
                requests, "accounts=own;pageSize=50;cache=false;maxConcurrency=1", pushDown);
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      try (ResultSet result = statement.executeQuery()) {
        rows = rows(result);
      }
    }
    Collections.sort(rows);
    return new Answer(rows, requests.sent);
  }

  private static List<String> rows(ResultSet result) throws SQLException {
    List<String> rows = new ArrayList<>();
    while (result.next()) {
      List<String> row = new ArrayList<>();
      for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
        row.add(result.getString(i));
      }
      rows.add(row.toString());
    }
    return rows;
  }

  private record Answer(List<String> rows, List<String> requests) {}

  /** The sample account, which writes down what it is asked. */
  private static final class Requests implements TwilioClient {
    private static final Sandbox SANDBOX =
        new Sandbox(Catalog.bundled(), TestConnections.ACCOUNT, 1, TestConnections.CLOCK);
    private static final Map<String, Response> ANSWERS = new ConcurrentHashMap<>();

    private final List<String> sent = new ArrayList<>();

    @Override
    public Response get(Target target) throws IOException {
      sent.add(target.pathAndQuery());
      return ANSWERS.computeIfAbsent(target.toString(), unknown -> SANDBOX.get(target));
    }

    @Override
    public void close() {
      // Its answers serve other tests.
    }
  }
}
