package io.github.twiliojdbc.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Statements of a text, with semicolons between them.
 *
 * @param statements whole statements, without the semicolon
 * @param rest what stands behind the last semicolon
 */
record Script(List<String> statements, String rest) {
  /**
   * What a semicolon does not end a statement in, though it be open at the end of the text; a quote
   * that is doubled ends one text and begins the next.
   */
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\b[eE]'|'[^']*(?:'|$)|\"[^\"]*(?:\"|$)|--[^\\n]*|/\\*.*?(?:\\*/|$)|;|.",
          Pattern.DOTALL);

  static Script of(String text) {
    List<String> statements = new ArrayList<>();
    Matcher token = TOKEN.matcher(text);
    int start = 0;
    while (token.find()) {
      if (token.group().equals(";")) {
        add(text.substring(start, token.start()), statements);
        start = token.end();
      } else if (token.group().equalsIgnoreCase("e'")) {
        token.region(endOfEscapes(text, token.end()), text.length());
      }
    }
    return new Script(List.copyOf(statements), text.substring(start));
  }

  /** Returns where a text ends in which a backslash takes the meaning of what follows it. */
  private static int endOfEscapes(String text, int start) {
    int end = start;
    while (end < text.length() && text.charAt(end) != '\'') {
      end += text.charAt(end) == '\\' ? 2 : 1;
    }
    return Math.min(end + 1, text.length());
  }

  /** Returns all statements, one that no semicolon ends included. */
  List<String> all() {
    List<String> all = new ArrayList<>(statements);
    add(rest, all);
    return List.copyOf(all);
  }

  /** Returns whether the rest says nothing. */
  boolean isWhole() {
    return !hasSql(rest);
  }

  private static void add(String sql, List<String> statements) {
    if (hasSql(sql)) {
      statements.add(sql.strip());
    }
  }

  private static boolean hasSql(String text) {
    return !text.replaceAll("--[^\\n]*|(?s:/\\*.*?\\*/)", "").isBlank();
  }
}
