package io.github.twiliojdbc.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
