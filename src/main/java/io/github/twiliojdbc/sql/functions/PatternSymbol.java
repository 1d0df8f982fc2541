package io.github.twiliojdbc.sql.functions;

import java.util.ArrayList;
import java.util.List;

/**
 * A character of a pattern.
 *
 * @param character its code point
 * @param isEscaped whether it is an ordinary one whatever it is
 */
public record PatternSymbol(int character, boolean isEscaped) {
  public static final String USUAL_ESCAPE = "\\";

  /**
   * Takes a pattern apart.
   *
   * @param escape character that makes the one behind it an ordinary one, or nothing
   * @throws IllegalArgumentException if the escape is longer, or has no character behind it
   */
  static List<PatternSymbol> of(String pattern, String escape) {
    if (escape.codePointCount(0, escape.length()) > 1) {
      throw new IllegalArgumentException("'%s' is no escape of one character".formatted(escape));
    }
    List<PatternSymbol> symbols = new ArrayList<>();
    boolean isEscaped = false;
    for (int character : pattern.codePoints().toArray()) {
      if (!isEscaped && !escape.isEmpty() && character == escape.codePointAt(0)) {
        isEscaped = true;
      } else {
        symbols.add(new PatternSymbol(character, isEscaped));
        isEscaped = false;
      }
    }
    if (isEscaped) {
      throw new IllegalArgumentException(
          "the pattern '%s' ends with its escape".formatted(pattern));
    }
    return symbols;
  }
}
