package io.github.twiliojdbc.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.twiliojdbc.sql.functions.PatternFunctions;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Patterns, of which none takes longer than its text is long. */
@Timeout(20)
class MatchingTest {
  private static final String LONG = "a".repeat(50_000);

  @Test
  void aPatternThatMatchesInManyWays() {
    assertThat(Matching.like(LONG, "%a".repeat(30) + "%b")).isFalse();
    assertThat(Matching.ilike(LONG, "%A".repeat(30) + "%b")).isFalse();
    assertThat(Matching.similar(LONG, "(a|aa)*b")).isFalse();
    assertThat(Matching.matches(LONG, "^(a+)+b")).isFalse();
    assertThat(PatternFunctions.regexpCount(LONG, "(a|a)*b")).isZero();
  }

  /** What the expressions of the JDK say of patterns and texts of few letters. */
  @Test
  void likeMatchesAsARegularExpressionDoes() {
    Random random = new Random(1);
    for (int i = 0; i < 20_000; i++) {
      String pattern = text(random, List.of("a", "B", "%", "_", "\uD83D\uDE00"));
      String text = text(random, List.of("a", "A", "b", "B", "\n", "\uD83D\uDE00", "\uD83D\uDE01"));
      String expression = pattern.replace("%", ".*").replace('_', '.');
      assertThat(Matching.like(text, pattern))
          .as("%s LIKE %s", text, pattern)
          .isEqualTo(Pattern.compile(expression, Pattern.DOTALL).matcher(text).matches());
      assertThat(Matching.ilike(text, pattern))
          .as("%s ILIKE %s", text, pattern)
          .isEqualTo(
              Pattern.compile(expression, Pattern.DOTALL | Pattern.CASE_INSENSITIVE)
                  .matcher(text)
                  .matches());
    }
  }

  private static String text(Random random, List<String> letters) {
    return random
        .ints(random.nextInt(7), 0, letters.size())
        .mapToObj(letters::get)
        .collect(Collectors.joining());
  }

  @Test
  void whatCannotBeMatchedIsRefused() {
    assertThatThrownBy(() -> Matching.like("a", "a\\"))
        .hasMessage("the pattern 'a\\' ends with its escape");
    assertThatThrownBy(() -> Matching.like("a", "a", "xy"))
        .hasMessage("'xy' is no escape of one character");
    assertThatThrownBy(() -> Matching.matches("aa", "(a)\\1"))
        .hasMessage(
            "'(a)\\1' is no regular expression that is matched without backtracking: invalid escape"
                + " sequence");
    assertThatThrownBy(() -> Matching.matches("aa", "(?=a)"))
        .hasMessage(
            "'(?=a)' is no regular expression that is matched without backtracking: invalid or"
                + " unsupported Perl syntax");
  }
}
