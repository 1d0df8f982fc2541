package io.github.twiliojdbc.sql.functions;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

/**
 * Regular expressions as PostgreSQL has them, matched in a time that grows with the text alone.
 *
 * <p>That leaves out what needs backtracking: references back to a group, and looking around.
 *
 * @param text the expression
 * @param ignoresCase whether letters match in either case
 */
public record RegularExpression(String text, boolean ignoresCase) {
  /** What ends a quantifier of which the shortest match is wanted. */
  private static final java.util.regex.Pattern SHORTEST =
      java.util.regex.Pattern.compile("[*+?}]\\?");

  /** Escapes that only PostgreSQL has, for the bounds of words and of the text. */
  private static final java.util.regex.Pattern ESCAPE =
      java.util.regex.Pattern.compile("\\\\(.)", java.util.regex.Pattern.DOTALL);

  private static final Compiled<RegularExpression, Pattern> COMPILED =
      new Compiled<>(RegularExpression::compile);

  /**
   * Returns the expression, compiled.
   *
   * @throws IllegalArgumentException if it is none
   */
  Pattern pattern() {
    try {
      return COMPILED.of(this);
    } catch (RuntimeException e) {
      String why = e instanceof PatternSyntaxException syntax ? syntax.getDescription() : "";
      throw new IllegalArgumentException(
          "'%s' is no regular expression that is matched without backtracking: %s"
              .formatted(text, why),
          e);
    }
  }

  public Matcher in(String searched) {
    return pattern().matcher(searched);
  }

  private Pattern compile() {
    int flags = Pattern.DOTALL;
    if (ignoresCase) {
      flags |= Pattern.CASE_INSENSITIVE;
    }
    if (!SHORTEST.matcher(text).find()) {
      // Of several that begin at the same place PostgreSQL takes the longest match.
      flags |= Pattern.LONGEST_MATCH;
    }
    String known =
        ESCAPE
            .matcher(text)
            .replaceAll(
                escape ->
                    java.util.regex.Matcher.quoteReplacement(
                        switch (escape.group(1)) {
                          case "m", "M", "y" -> "\\b";
                          case "Y" -> "\\B";
                          case "Z" -> "\\z";
                          default -> escape.group();
                        }));
    return Pattern.compile(known, flags);
  }
}
