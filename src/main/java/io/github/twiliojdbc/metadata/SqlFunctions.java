package io.github.twiliojdbc.metadata;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The functions that {@link java.sql.DatabaseMetaData} names, each with a call that runs. */
public final class SqlFunctions {
  /** Calls of numeric functions. */
  public static final List<String> NUMERIC =
      List.of(
          "ABS(-1)",
          "ACOS(1)",
          "ASIN(1)",
          "ATAN(1)",
          "ATAN2(1, 2)",
          "CEILING(1.5)",
          "COS(1)",
          "COT(1)",
          "DEGREES(1)",
          "EXP(1)",
          "FLOOR(1.5)",
          "LOG(2)",
          "LOG10(100)",
          "MOD(7, 2)",
          "PI()",
          "POWER(2, 3)",
          "RADIANS(180)",
          "RAND(1)",
          "ROUND(1.25, 1)",
          "SIGN(-2)",
          "SIN(1)",
          "SQRT(4)",
          "TAN(1)",
          "TRUNCATE(1.25, 1)");

  /** Calls of functions of text. */
  public static final List<String> STRING =
      List.of(
          "ASCII('a')",
          "CHAR(65)",
          "CONCAT('a', 'b')",
          "INSERT('abc', 1, 1, 'x')",
          "LCASE('A')",
          "LEFT('abc', 2)",
          "LENGTH('abc')",
          "LOCATE('b', 'abc')",
          "LTRIM(' a')",
          "REPEAT('a', 2)",
          "REPLACE('abc', 'b', 'x')",
          "RIGHT('abc', 2)",
          "RTRIM('a ')",
          "SUBSTRING('abc', 2, 1)",
          "UCASE('a')");

  /** Calls of functions of the system. */
  public static final List<String> SYSTEM = List.of("IFNULL(NULL, 1)", "USER()");

  /** Calls of functions of dates and times. */
  public static final List<String> TIME_DATE =
      List.of(
          "CURDATE()",
          "CURTIME()",
          "DAYOFMONTH(DATE '2026-03-08')",
          "DAYOFWEEK(DATE '2026-03-08')",
          "DAYOFYEAR(DATE '2026-03-08')",
          "HOUR(TIMESTAMP '2026-03-08 07:30:00')",
          "MINUTE(TIMESTAMP '2026-03-08 07:30:00')",
          "MONTH(DATE '2026-03-08')",
          "NOW()",
          "QUARTER(DATE '2026-03-08')",
          "SECOND(TIMESTAMP '2026-03-08 07:30:00')",
          "TIMESTAMPADD(SQL_TSI_DAY, 1, TIMESTAMP '2026-03-08 07:30:00')",
          "TIMESTAMPDIFF(SQL_TSI_DAY, DATE '2026-03-07', DATE '2026-03-08')",
          "WEEK(DATE '2026-03-08')",
          "YEAR(DATE '2026-03-08')");

  /** Names that are functions in {@code {fn …}} alone. */
  private static final Set<String> ESCAPES =
      Set.of("CHAR", "CURDATE", "CURTIME", "IFNULL", "INSERT", "LCASE", "LOCATE", "NOW", "UCASE");

  private SqlFunctions() {}

  /** Returns calls that run as they are. */
  static Stream<String> plainCalls() {
    return Stream.of(NUMERIC, STRING, SYSTEM, TIME_DATE)
        .flatMap(List::stream)
        .filter(call -> !ESCAPES.contains(name(call)));
  }

  static String names(List<String> calls) {
    return calls.stream().map(SqlFunctions::name).collect(Collectors.joining(","));
  }

  static Stream<String> plainNames() {
    return plainCalls().map(SqlFunctions::name).sorted();
  }

  private static String name(String call) {
    return call.substring(0, call.indexOf('('));
  }
}
