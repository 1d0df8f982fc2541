package io.github.twiliojdbc.sql;

import java.util.List;
import java.util.regex.Pattern;

/** What to write instead of what other databases understand. */
final class SyntaxAdvice {
  private static final List<Advice> ALL =
      List.of(
          advice("Encountered \"[`\\[]", "", "A name is quoted as \"name\""),
          advice("Encountered \"@", "@>", "Parts of JSON are compared: x ->> 'name' = 'value'"),
          advice("Encountered \"@", "", "A number without its sign is abs(x)"),
          advice("Encountered \"\\|", "\\|/", "A root is sqrt(x)"),
          advice("Encountered \"[|#]", "", "Bits are put together with bitor(x, y), bitxor(x, y)"),
          advice(
              "Cannot apply '(AVG|SUM)' to arguments of type '(AVG|SUM)\\(<INTERVAL",
              "",
              "Seconds are added up: avg(extract(epoch FROM x)), sum(extract(epoch FROM x))"),
          advice("Encountered \"GROUPS\"", "", "A frame is counted in ROWS or by RANGE"),
          advice("Encountered \"USING\"", "order\\s+by", "An order is x or x DESC"),
          advice("", "\\bsimilar\\s+'", "A part is taken with substring(x FROM 'pattern')"),
          advice(
              "'pg_catalog' not found|'pg_\\w+' not found",
              "",
              "Tables are described in information_schema.tables and driver.tables"),
          advice(
              "Invalid number of arguments to function '\\w*RANK'",
              "within\\s+group",
              "A value's rank is 1 + (SELECT count(*) FROM calls WHERE duration < 100)"),
          advice("Encountered \"[~!]", "", "A pattern is matched with LIKE, ILIKE or SIMILAR TO"),
          advice(
              "", "^\\s*select\\s+(distinct\\s+)?top\\s*\\(?\\d", "Rows are limited with LIMIT 10"),
          advice(
              "",
              "\\b(dateadd|timestampadd|date_add)\\s*\\(",
              "Time is added as date_sent + INTERVAL '7' DAY"),
          advice(
              "",
              "\\b(datediff|julianday)\\s*\\(",
              "Days between two dates are CAST(date_sent AS DATE) - CAST(date_created AS DATE)"),
          function("ifnull|nvl|isnull", "A value in place of NULL is taken with COALESCE(x, 0)"),
          function(
              "strftime|date_format|format_date",
              "A date is written with to_char(date_sent, 'YYYY-MM')"),
          function("len", "Characters are counted with length(x)"),
          function("charindex|instr|locate", "A text is found in another with position('a' IN x)"),
          function("getdate|sysdatetime|curdate", "The time is now(), the day CURRENT_DATE"),
          function("group_concat", "Texts are put together with string_agg(x, ',')"),
          function("regexp_matches", "What a pattern finds first is regexp_match(x, '[0-9]+')"),
          advice(
              "",
              "\\b(row_to_json|json_each|jsonb_each|json_populate_record)",
              "JSON is built with json_build_object('name', x), its fields are json_object_keys(x)"),
          function("justify_\\w+", "Days of an interval are extract(day FROM x)"),
          function("setseed", "Numbers of random() have no seed"),
          function("pg_typeof", "Types are listed in information_schema.columns"),
          advice(
              "identifier 'bytea'|function decode\\(<CHARACTER>, <CHARACTER>\\)",
              "",
              "There are no bytes but those of texts: encode(x, 'hex')"),
          advice("", "^\\s*select\\s*;?\\s*$", "A query has a column at least: SELECT 1"),
          function("gen_random_uuid|uuid_generate_v4", "A row's own identifier is its sid"),
          function("iif|if|decode", "A choice is written as CASE WHEN x > 1 THEN 2 ELSE 3 END"));

  private SyntaxAdvice() {}

  /**
   * Returns a sentence to put behind a problem, a space before it, or nothing.
   *
   * @param problem what the parser or the validator says
   * @param sql the whole statement
   */
  static String of(String problem, String sql) {
    return ALL.stream()
        .filter(advice -> advice.problem.matcher(problem).find())
        .filter(advice -> advice.sql.matcher(sql).find())
        .map(advice -> " " + advice.text + ".")
        .findFirst()
        .orElse("");
  }

  /** Returns advice on functions that other databases have. */
  private static Advice function(String names, String text) {
    return advice("(?i)function (" + names + ")\\(", "", text);
  }

  private static Advice advice(String problem, String sql, String text) {
    return new Advice(
        Pattern.compile(problem), Pattern.compile(sql, Pattern.CASE_INSENSITIVE), text);
  }

  /** Advice for problems and statements in which patterns are found. */
  private record Advice(Pattern problem, Pattern sql, String text) {}
}
