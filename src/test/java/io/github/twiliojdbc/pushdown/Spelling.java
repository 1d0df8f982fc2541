package io.github.twiliojdbc.pushdown;

import io.github.twiliojdbc.catalog.ColumnType;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/**
 * A way to write a condition on a column.
 *
 * <p>{@code $c} is the column. What stands in braces is a value that {@link ConditionValues} draws,
 * as a constant or parameter; with {@code !} it is always a constant. A spelling that Twilio's
 * filters lie far from has another text at the scan, which means the same.
 */
enum Spelling {
  TIME_FROM(Spelling::isTime, "$c >= {time}"),
  TIME_AFTER(Spelling::isTime, "{time} < $c"),
  TIME_BETWEEN(Spelling::isTime, "$c BETWEEN {time} AND {until}"),
  TIME_RANGE(Spelling::isTime, "$c >= {time} AND $c < {until}"),
  TIME_OR(Spelling::isTime, "($c BETWEEN {early} AND {earlyUntil} OR $c >= {time})"),
  TIME_FROM_TEXT(Spelling::isTime, "$c >= '{day!}'"),
  TIME_IS_DAY(Spelling::isTime, "$c::date = {day}"),
  TIME_FROM_DAY(Spelling::isTime, "$c::date >= {day}"),
  TIME_CAST_BETWEEN(Spelling::isTime, "CAST($c AS DATE) BETWEEN {day} AND {untilDay}"),
  TIME_OF_DAYS(Spelling::isTime, "$c::date IN ({day}, {untilDay})"),
  TIME_TRUNCATED_TO_DAY(Spelling::isTime, "date_trunc('day', $c) = {midnight}"),
  TIME_TRUNCATED_FROM(Spelling::isTime, "date_trunc('day', $c) >= {midnight}"),
  TIME_TRUNCATED_TO_MONTH(
      Spelling::isTime,
      "date_trunc('month', $c) = {month}",
      "$c >= {month!} AND $c < {nextMonth!}"),
  TIME_AGE(Spelling::isTime, "now() - $c < INTERVAL '{days!} days'"),
  TIME_AGO(Spelling::isTime, "$c >= now() - INTERVAL '{days!} days'"),
  TIME_AGO_BY_NUMBER(Spelling::isTime, "$c >= now() - {days} * INTERVAL '1 day'"),
  TIME_SINCE_TODAY(Spelling::isTime, "$c >= current_date - {days!}"),
  TIME_MONTH_AS_TEXT(
      Spelling::isTime,
      "to_char($c, 'YYYY-MM') = {monthText}",
      "$c >= {month!} AND $c < {nextMonth!}"),
  TIME_DAY_AS_TEXT(
      Spelling::isTime, "to_char($c, 'YYYY-MM-DD') >= {dayText}", "$c::date >= DATE '{dayText!}'"),
  TIME_IS_DAY_AS_TEXT(
      Spelling::isTime, "to_char($c, 'YYYY-MM-DD') = {dayText}", "$c::date = DATE '{dayText!}'"),
  TIME_EXTRACTED(
      Spelling::isTime,
      "extract(year FROM $c) = 2026 AND extract(month FROM $c) = 6",
      "$c >= {month!} AND $c < {nextMonth!}"),
  TIME_OPTIONAL(
      Spelling::isTime,
      "(CAST({time} AS TIMESTAMP) IS NULL OR $c >= CAST({time} AS TIMESTAMP))",
      "$c >= {time!}"),
  TIME_COALESCED(
      Spelling::isTime, "$c >= coalesce(CAST({time} AS TIMESTAMP), {early})", "$c >= {time!}"),
  TIME_CASE(
      Spelling::isTime,
      "$c >= CASE WHEN {days} > 100 THEN {early} ELSE {time} END",
      "$c >= {time!}"),
  TIME_SCALAR(Spelling::isTime, "$c >= (SELECT CAST({time} AS TIMESTAMP))", "$c >= {time!}"),
  TIME_MAXIMUM(
      Spelling::isTime,
      "$c >= (SELECT max(v) FROM (VALUES ({time}), ({early})) AS x(v))",
      "$c >= {time!}"),
  TIME_SETTING(
      Spelling::isTime,
      "$c >= settings.since",
      "$c >= {time!}",
      true,
      "settings AS (SELECT CAST({time} AS TIMESTAMP) AS since)"),

  TIME_CALENDAR(
      Spelling::isTime,
      "$c >= days.day AND $c < days.day + INTERVAL '1 day'",
      "$c >= {midnight!} AND $c < {thirdMidnight!}",
      true,
      "days AS (SELECT * FROM (VALUES ({midnight}), ({nextMidnight})) AS x(day))"),
  TIME_SERIES(
      Spelling::isTime,
      "$c::date = days.day::date",
      "$c >= {midnight!} AND $c < {thirdMidnight!}",
      true,
      "days AS (SELECT * FROM generate_series({midnight!}, {nextMidnight!}, INTERVAL '1 day') AS x(day))"),

  DAY_FROM(Spelling::isDay, "$c >= {day}"),
  DAY_IS(Spelling::isDay, "$c = {day}"),
  DAY_BETWEEN(Spelling::isDay, "$c BETWEEN {day} AND {untilDay}"),
  DAY_IN(Spelling::isDay, "$c IN ({day}, {untilDay})"),
  DAY_SINCE_TODAY(Spelling::isDay, "$c > current_date - {days!}"),
  DAY_TRUNCATED(
      Spelling::isDay,
      "date_trunc('month', $c) = {monthDay}",
      "$c >= {monthDay!} AND $c < {nextMonthDay!}"),
  DAY_MONTH_AS_TEXT(
      Spelling::isDay,
      "to_char($c, 'YYYY-MM') = {monthText}",
      "$c >= {monthDay!} AND $c < {nextMonthDay!}"),
  DAY_SCALAR(Spelling::isDay, "$c >= (SELECT CAST({day} AS DATE))", "$c >= {day!}"),
  DAY_SETTING(
      Spelling::isDay,
      "$c >= settings.since",
      "$c >= {day!}",
      true,
      "settings AS (SELECT CAST({day} AS DATE) AS since)"),

  DAY_TEXT_IS(column -> column.identity().equals("#YYYY-MM-DD"), "$c = {dayText}"),
  DAY_TEXT_FROM(column -> column.identity().equals("#YYYY-MM-DD"), "$c >= {dayText}"),
  MONTH_TEXT_IS(column -> column.identity().equals("#YYYY-MM"), "$c = {monthText}"),
  MONTH_TEXT_FROM(column -> column.identity().equals("#YYYY-MM"), "$c >= {monthText}"),
  YEAR_TEXT_IS(column -> column.identity().equals("#YYYY"), "$c = {yearText}"),

  EQUAL(Spelling::isText, "$c = {value}"),
  EQUAL_REVERSED(Spelling::isText, "{value} = $c"),
  NOT_DISTINCT(Spelling::isText, "$c IS NOT DISTINCT FROM {value}", "$c = {value!}"),
  IN(Spelling::isText, "$c IN ({value}, {value2}, {value3})"),
  EITHER(Spelling::isText, "($c = {value} OR $c = {value2})"),
  LIKE_WHOLE(Spelling::isText, "$c LIKE {value}", "$c = {value!}"),
  TEXT_OPTIONAL(Spelling::isText, "({value} = '' OR $c = {value})", "$c = {value!}"),
  TEXT_SCALAR(Spelling::isText, "$c = (SELECT CAST({value} AS VARCHAR))", "$c = {value!}"),
  TEXT_SETTING(
      Spelling::isText,
      "$c = settings.wanted",
      "$c = {value!}",
      true,
      "settings AS (SELECT CAST({value} AS VARCHAR) AS wanted)"),
  TEXT_LIST(
      Spelling::isText,
      "$c = wanted.v",
      "$c IN ({value!}, {other!})",
      true,
      "wanted AS (SELECT * FROM (VALUES (CAST({value} AS VARCHAR)), (CAST({other} AS VARCHAR))) AS x(v))"),
  TEXT_IN_VALUES(
      Spelling::isText,
      "$c IN (SELECT v FROM (VALUES (CAST({value} AS VARCHAR)), (CAST({other} AS VARCHAR))) AS x(v))",
      "$c IN ({value!}, {other!})"),
  ACCOUNT_PREFIX(Spelling::isAccount, "$c LIKE '{prefix!}%'"),
  ACCOUNT_ENDS(Spelling::isAccount, "right($c, 4) = {ending}"),
  ACCOUNT_LIKE(Spelling::isAccount, "$c LIKE '%{ending!}'"),
  ACCOUNT_BETWEEN(Spelling::isAccount, "$c BETWEEN {value} AND {value}"),

  TIME_OR_NULL(Spelling::isTime, "($c IS NULL OR $c >= {time})", false),
  TIME_NOT_FALSE(Spelling::isTime, "($c >= {time}) IS NOT FALSE", false),
  DAY_OR_NULL(Spelling::isDay, "($c IS NULL OR $c >= {day})", false),
  TEXT_COALESCED(Spelling::isText, "coalesce($c, {value}) = {value}", false);

  private final Predicate<Column> fits;
  private final String outside;
  private final String inside;
  private final String with;
  private final boolean isStrict;

  Spelling(Predicate<Column> fits, String text) {
    this(fits, text, text, /* isStrict= */ true, "");
  }

  Spelling(Predicate<Column> fits, String outside, String inside) {
    this(fits, outside, inside, /* isStrict= */ true, "");
  }

  Spelling(Predicate<Column> fits, String text, boolean isStrict) {
    this(fits, text, text, isStrict, "");
  }

  Spelling(Predicate<Column> fits, String outside, String inside, boolean isStrict, String with) {
    this.fits = fits;
    this.outside = outside;
    this.inside = inside;
    this.with = with;
    this.isStrict = isStrict;
  }

  /** Returns the spellings for a column. */
  static List<Spelling> of(Column column) {
    return Arrays.stream(values()).filter(spelling -> spelling.fits.test(column)).toList();
  }

  /** Returns a condition with the values put in. */
  Condition condition(ConditionValues values) {
    return new Condition(
        this,
        values.fill(outside),
        values.fill(inside),
        values.fill(with),
        values.parameters(),
        isStrict);
  }

  private static boolean isTime(Column column) {
    return column.type() == ColumnType.TIMESTAMP;
  }

  private static boolean isDay(Column column) {
    return column.type() == ColumnType.DATE;
  }

  private static boolean isText(Column column) {
    return column.isText() && !column.identity().startsWith("#");
  }

  private static boolean isAccount(Column column) {
    return column.identity().equals("accounts.sid");
  }
}
