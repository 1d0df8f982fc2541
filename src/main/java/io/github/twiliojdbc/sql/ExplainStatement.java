package io.github.twiliojdbc.sql;

import io.github.twiliojdbc.sql.SqlException.Kind;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * An EXPLAIN statement: its options and the query that it explains.
 *
 * <pre>
 * EXPLAIN [ ANALYZE ] [ PLAN ] [ FOR ] query
 * EXPLAIN ( option [, ...] ) query
 * </pre>
 *
 * @param isAnalyzed whether the query is executed, to show what it took
 * @param isJson whether the explanation is JSON instead of text
 * @param query text of the query, in which spaces stand for the words of EXPLAIN so that positions
 *     in error messages are those of the whole statement
 */
public record ExplainStatement(boolean isAnalyzed, boolean isJson, String query) {
  private static final String EXAMPLE = "EXPLAIN (ANALYZE, FORMAT JSON) SELECT sid FROM messages";

  /** First words of a query, which tell a query in parentheses from a list of options. */
  private static final Set<String> QUERY = Set.of("select", "with", "values", "table");

  private static final Set<String> TRUE = Set.of("true", "on", "1");
  private static final Set<String> FALSE = Set.of("false", "off", "0");

  /** Reads a statement; empty if it is not an EXPLAIN statement. */
  public static Optional<ExplainStatement> read(String sql) {
    Reader reader = new Reader(sql);
    return reader.take("explain") ? Optional.of(reader.explained()) : Optional.empty();
  }

  /** Reads the words of EXPLAIN, one after another. */
  private static final class Reader {
    private final String sql;
    private int place;
    private boolean isAnalyzed;
    private boolean isJson;

    Reader(String sql) {
      this.sql = sql;
    }

    ExplainStatement explained() {
      if (isOptions()) {
        do {
          place++;
          option();
        } while (peek() == ',');
        if (peek() != ')') {
          throw error("The options of EXPLAIN end with \")\"");
        }
        place++;
      } else if (take("analyze") || take("analyse")) {
        isAnalyzed = true;
      }
      if (take("plan") && !take("for")) {
        throw error("EXPLAIN PLAN is followed by FOR");
      }
      boolean unused = take("for");
      if (peek() == 0 || peek() == ';' || isNext("explain")) {
        throw error("EXPLAIN is followed by a query");
      }
      return new ExplainStatement(
          isAnalyzed,
          isJson,
          sql.substring(0, place).replaceAll("[^\\r\\n]", " ") + sql.substring(place));
    }

    private boolean isOptions() {
      if (peek() != '(') {
        return false;
      }
      int start = place++;
      boolean isQuery = peek() == '(' || QUERY.contains(word());
      place = start;
      return !isQuery;
    }

    private void option() {
      String name = word();
      String value = word();
      switch (name) {
        case "analyze", "analyse" -> isAnalyzed = isOn(name, value);
        case "format" -> {
          if (!value.equals("json") && !value.equals("text")) {
            throw error("EXPLAIN has the formats TEXT and JSON, not \"" + value + "\"");
          }
          isJson = value.equals("json");
        }
        default -> throw error("EXPLAIN has the options ANALYZE and FORMAT, not \"" + name + "\"");
      }
    }

    private boolean isOn(String name, String value) {
      if (!value.isEmpty() && !TRUE.contains(value) && !FALSE.contains(value)) {
        throw error(
            "EXPLAIN option %s is TRUE or FALSE, not \"%s\""
                .formatted(name.toUpperCase(Locale.ROOT), value));
      }
      return !FALSE.contains(value);
    }

    /** Passes a word if it comes next. */
    private boolean take(String expected) {
      boolean isNext = isNext(expected);
      place += isNext ? expected.length() : 0;
      return isNext;
    }

    private boolean isNext(String expected) {
      boolean isWord = Character.isLetter(peek());
      int start = place;
      boolean isNext = isWord && word().equals(expected);
      place = start;
      return isNext;
    }

    /** Returns the next word, number or quoted word, in lower case; empty if none comes next. */
    private String word() {
      char quote = peek();
      if (quote == '\'' || quote == '"') {
        int end = sql.indexOf(quote, place + 1);
        String quoted = sql.substring(place + 1, end < 0 ? sql.length() : end);
        place = end < 0 ? sql.length() : end + 1;
        return quoted.toLowerCase(Locale.ROOT);
      }
      int start = place;
      while (place < sql.length()
          && (Character.isLetterOrDigit(sql.charAt(place)) || sql.charAt(place) == '_')) {
        place++;
      }
      return sql.substring(start, place).toLowerCase(Locale.ROOT);
    }

    /** Returns the next character behind white space and comments; 0 at the end. */
    private char peek() {
      while (place < sql.length()) {
        if (Character.isWhitespace(sql.charAt(place))) {
          place++;
        } else if (sql.startsWith("--", place)) {
          int end = sql.indexOf('\n', place);
          place = end < 0 ? sql.length() : end;
        } else if (sql.startsWith("/*", place)) {
          int end = sql.indexOf("*/", place + 2);
          place = end < 0 ? sql.length() : end + 2;
        } else {
          return sql.charAt(place);
        }
      }
      return 0;
    }

    private SqlException error(String problem) {
      return new SqlException(Kind.SYNTAX, "%s, for example %s.".formatted(problem, EXAMPLE), null);
    }
  }
}
