package io.github.twiliojdbc.sql;

import com.google.common.base.Throwables;
import com.google.common.cache.CacheBuilder;
import com.google.common.cache.CacheLoader;
import com.google.common.cache.LoadingCache;
import com.google.common.util.concurrent.UncheckedExecutionException;
import com.google.re2j.Pattern;
import java.util.Objects;

/**
 * Patterns of LIKE and SIMILAR TO, made regular expressions that match a whole text.
 *
 * @param pattern the pattern
 * @param escape character that makes the one behind it an ordinary one, or nothing
 * @param special characters that mean what they do in a regular expression
 */
record PatternText(String pattern, String escape, String special) {
  private static final String USUAL_ESCAPE = "\\";
  private static final String SIMILAR = "|*+?{}()";
  private static final int MOST_KEPT = 1000;

  /** Expressions by their patterns, of which a query has the same for all rows. */
  private static final LoadingCache<PatternText, String> EXPRESSIONS =
      CacheBuilder.newBuilder()
          .maximumSize(MOST_KEPT)
          .build(CacheLoader.from(PatternText::translated));

  static String like(String pattern) {
    return like(pattern, USUAL_ESCAPE);
  }

  /** Returns the expression of a pattern of LIKE. */
  static String like(String pattern, String escape) {
    return new PatternText(pattern, escape, "").expression();
  }

  static String similar(String pattern) {
    return similar(pattern, USUAL_ESCAPE);
  }

  /** Returns the expression of a pattern of SIMILAR TO. */
  static String similar(String pattern, String escape) {
    return new PatternText(pattern, escape, SIMILAR).expression();
  }

  private String expression() {
    try {
      return EXPRESSIONS.getUnchecked(this);
    } catch (UncheckedExecutionException e) {
      Throwables.throwIfUnchecked(Objects.requireNonNull(e.getCause()));
      throw e;
    }
  }

  private String translated() {
    if (escape.codePointCount(0, escape.length()) > 1) {
      throw new IllegalArgumentException("'%s' is no escape of one character".formatted(escape));
    }
    int escaping = escape.isEmpty() ? -1 : escape.codePointAt(0);
    StringBuilder expression = new StringBuilder("^(?:");
    boolean hasSets = !special.isEmpty();
    boolean isInSet = false;
    for (int i = 0; i < pattern.length(); ) {
      int character = pattern.codePointAt(i);
      i += Character.charCount(character);
      if (character == escaping) {
        if (i == pattern.length()) {
          throw new IllegalArgumentException(
              "the pattern '%s' ends with its escape".formatted(pattern));
        }
        character = pattern.codePointAt(i);
        i += Character.charCount(character);
        expression.append(quoted(character));
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
        expression.append(quoted(character));
      }
    }
    return expression.append(")$").toString();
  }

  private static String quoted(int character) {
    return Pattern.quote(Character.toString(character));
  }
}
