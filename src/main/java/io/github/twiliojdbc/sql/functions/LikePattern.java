package io.github.twiliojdbc.sql.functions;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A pattern of LIKE or ILIKE, matched in a time that grows with the text alone.
 *
 * @param pattern the pattern
 * @param escape character that makes the one behind it an ordinary one, or nothing
 * @param ignoresCase whether letters match in either case
 */
public record LikePattern(String pattern, String escape, boolean ignoresCase) {
  private static final int ANY = -1;
  private static final int LAST_OF_ASCII = 127;

  private static final Compiled<LikePattern, List<int[]>> PARTS =
      new Compiled<>(LikePattern::takenApart);

  /**
   * Returns whether a whole text matches.
   *
   * @throws IllegalArgumentException if this is no pattern
   */
  public boolean matches(String text) {
    List<int[]> parts = PARTS.of(this);
    int last = parts.size() - 1;
    int end = end(text, 0, parts.get(0));
    if (last == 0 || end < 0) {
      return end == text.length();
    }
    // What comes next is taken where it comes first, which leaves most for the rest.
    for (int[] part : parts.subList(1, last)) {
      end = endOfNext(text, end, part);
      if (end < 0) {
        return false;
      }
    }
    int length = parts.get(last).length;
    return text.codePointCount(end, text.length()) >= length
        && end(text, text.offsetByCodePoints(text.length(), -length), parts.get(last)) >= 0;
  }

  /**
   * Returns the only text that matches, if there is but one.
   *
   * @throws IllegalArgumentException if this is no pattern
   */
  public Optional<String> only() {
    String prefix = prefix();
    boolean isOnly =
        PatternSymbol.of(pattern, escape).size() == prefix.codePointCount(0, prefix.length());
    return isOnly ? Optional.of(prefix) : Optional.empty();
  }

  /**
   * Returns what every text that matches begins with.
   *
   * @throws IllegalArgumentException if this is no pattern
   */
  public String prefix() {
    StringBuilder prefix = new StringBuilder();
    for (PatternSymbol symbol : PatternSymbol.of(pattern, escape)) {
      int character = symbol.character();
      boolean isAny = !symbol.isEscaped() && (character == '%' || character == '_');
      boolean mayHaveCases = Character.isLetter(character) || character > LAST_OF_ASCII;
      if (isAny || (ignoresCase && mayHaveCases)) {
        break;
      }
      prefix.appendCodePoint(character);
    }
    return prefix.toString();
  }

  private int endOfNext(String text, int from, int[] part) {
    for (int start = from; ; start += Character.charCount(text.codePointAt(start))) {
      int end = end(text, start, part);
      if (end >= 0 || start == text.length()) {
        return end;
      }
    }
  }

  /** Returns where a part ends that begins at a place of a text, or -1. */
  private int end(String text, int start, int[] part) {
    int end = start;
    for (int wanted : part) {
      if (end == text.length()) {
        return -1;
      }
      int character = text.codePointAt(end);
      if (wanted != ANY && wanted != character && wanted != folded(character)) {
        return -1;
      }
      end += Character.charCount(character);
    }
    return end;
  }

  private int folded(int character) {
    return ignoresCase ? Character.toLowerCase(Character.toUpperCase(character)) : character;
  }

  /** Returns the characters between the per cent signs, of which some are any. */
  private List<int[]> takenApart() {
    List<int[]> parts = new ArrayList<>();
    List<Integer> part = new ArrayList<>();
    for (PatternSymbol symbol : PatternSymbol.of(pattern, escape)) {
      if (symbol.isEscaped() || (symbol.character() != '%' && symbol.character() != '_')) {
        part.add(folded(symbol.character()));
      } else if (symbol.character() == '_') {
        part.add(ANY);
      } else {
        parts.add(part.stream().mapToInt(Integer::intValue).toArray());
        part.clear();
      }
    }
    parts.add(part.stream().mapToInt(Integer::intValue).toArray());
    return parts;
  }
}
