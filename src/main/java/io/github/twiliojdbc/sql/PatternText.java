package io.github.twiliojdbc.sql;

import com.google.re2j.Pattern;

/** Patterns of LIKE and SIMILAR TO, made regular expressions that match a whole text. */
final class PatternText {
  private static final String USUAL_ESCAPE = "\\";

  /** Characters that mean in SIMILAR TO what they do in a regular expression. */
  private static final String SIMILAR = "|*+?{}()";

  private final StringBuilder expression = new StringBuilder();
  private final String pattern;
  private final int escape;

  private PatternText(String pattern, String escape) {
    if (escape.codePointCount(0, escape.length()) > 1) {
      throw new IllegalArgumentException("'%s' is no escape of one character".formatted(escape));
    }
    this.pattern = pattern;
    this.escape = escape.isEmpty() ? -1 : escape.codePointAt(0);
  }

  static String like(String pattern) {
    return like(pattern, USUAL_ESCAPE);
  }

  /**
   * Returns a pattern of LIKE.
   *
   * @param escape character that makes the one behind it an ordinary one, or nothing
   */
  static String like(String pattern, String escape) {
    return new PatternText(pattern, escape).translated("");
  }

  static String similar(String pattern) {
    return similar(pattern, USUAL_ESCAPE);
  }

  /** Returns a pattern of SIMILAR TO. */
  static String similar(String pattern, String escape) {
    return new PatternText(pattern, escape).translated(SIMILAR);
  }

  private String translated(String special) {
    boolean hasSets = !special.isEmpty();
    boolean isInSet = false;
    expression.append("^(?:");
    for (int i = 0; i < pattern.length(); ) {
      int character = pattern.codePointAt(i);
      i += Character.charCount(character);
      if (character == escape) {
        if (i == pattern.length()) {
          throw new IllegalArgumentException(
              "the pattern '%s' ends with its escape".formatted(pattern));
        }
        character = pattern.codePointAt(i);
        i += Character.charCount(character);
        quote(character);
      } else if (isInSet) {
        isInSet = character != ']';
        expression.appendCodePoint(character);
      } else if (hasSets && character == '[') {
        isInSet = true;
        expression.append('[');
      } else if (character == '%') {
        expression.append(".*");
      } else if (character == '_') {
        expression.append('.');
      } else if (special.indexOf(character) >= 0) {
        expression.appendCodePoint(character);
      } else {
        quote(character);
      }
    }
    return expression.append(")$").toString();
  }

  private void quote(int character) {
    expression.append(Pattern.quote(Character.toString(character)));
  }
}
