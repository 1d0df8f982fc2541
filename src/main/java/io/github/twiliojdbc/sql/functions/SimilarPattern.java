package io.github.twiliojdbc.sql.functions;

import com.google.re2j.Pattern;

/**
 * A pattern of SIMILAR TO, made a regular expression that matches a whole text.
 *
 * @param pattern the pattern
 * @param escape character that makes the one behind it an ordinary one, or nothing
 */
public record SimilarPattern(String pattern, String escape) {
  /** Characters that mean what they do in a regular expression. */
  private static final String SPECIAL = "|*+?{}()";

  private static final Compiled<SimilarPattern, String> EXPRESSIONS =
      new Compiled<>(SimilarPattern::translated);

  /**
   * Returns the expression.
   *
   * @throws IllegalArgumentException if this is no pattern
   */
  public String expression() {
    return EXPRESSIONS.of(this);
  }

  private String translated() {
    StringBuilder expression = new StringBuilder("^(?:");
    boolean isInSet = false;
    for (PatternSymbol symbol : PatternSymbol.of(pattern, escape)) {
      int character = symbol.character();
      if (symbol.isEscaped()) {
        expression.append(quoted(character));
      } else if (isInSet) {
        isInSet = character != ']';
        expression.appendCodePoint(character);
      } else if (character == '[') {
        isInSet = true;
        expression.append('[');
      } else if (character == '%') {
        expression.append(".*");
      } else if (character == '_') {
        expression.append('.');
      } else if (SPECIAL.indexOf(character) >= 0) {
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
