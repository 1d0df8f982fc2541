package io.github.twiliojdbc.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.Range;
import java.util.List;
import org.junit.jupiter.api.Test;

class ValuesTest {
  private static final Values TWO_RANGES = numbers(3, 5).or(numbers(8, 9));

  @Test
  void aFewAreTakenOneByOne() {
    assertThat(Values.oneOf(List.of("a", "b")).oneByOne(2))
        .containsExactly(Values.oneOf(List.of("a")), Values.oneOf(List.of("b")));
    assertThat(numbers(3, 5).oneByOne(2)).containsExactly(numbers(3, 4), numbers(4, 5));
    assertThat(TWO_RANGES.oneByOne(3)).containsExactly(numbers(3, 4), numbers(4, 5), numbers(8, 9));
  }

  @Test
  void moreAreNotTakenOneByOne() {
    assertThat(Values.oneOf(List.of("a", "b")).oneByOne(1)).isEmpty();
    assertThat(numbers(3, 5).oneByOne(1)).isEmpty();
    assertThat(TWO_RANGES.oneByOne(2)).isEmpty();
    assertThat(Values.within(Range.atLeast(3L)).oneByOne(100)).isEmpty();
    assertThat(Values.within(Range.lessThan(3L)).oneByOne(100)).isEmpty();
    assertThat(Values.within(Range.closedOpen(Long.MIN_VALUE, Long.MAX_VALUE)).oneByOne(100))
        .isEmpty();
  }

  @Test
  void oneAloneHasAText() {
    assertThat(Values.oneOf(List.of("a")).text()).contains("a");
    assertThat(Values.oneOf(List.of(true)).text()).contains("true");
    assertThat(numbers(3, 4).text()).contains("3");
    assertThat(Values.oneOf(List.of("a", "b")).text()).isEmpty();
    assertThat(Values.oneOf(List.of("")).text()).isEmpty();
    assertThat(numbers(3, 5).text()).isEmpty();
    assertThat(numbers(3, 3).text()).isEmpty();
  }

  @Test
  void inWords() {
    assertThat(Values.oneOf(List.of("b", "a")).describe()).isEqualTo("in [a, b]");
    assertThat(Values.within(Range.atLeast(3L)).describe()).isEqualTo(">= 3");
    assertThat(numbers(3, 5).describe()).isEqualTo("in [[3..5)]");
    assertThat(Values.within(Range.lessThan(5L)).describe()).isEqualTo("in [(-∞..5)]");
    assertThat(Values.within(Range.atLeast(9L)).or(numbers(3, 5)).describe())
        .isEqualTo("in [[3..5), [9..+∞)]");
  }

  @Test
  void noneIsEmpty() {
    assertThat(numbers(3, 5).and(numbers(5, 7)).isEmpty()).isTrue();
    assertThat(numbers(3, 5).and(numbers(4, 7)).isEmpty()).isFalse();
    assertThat(Values.oneOf(List.of("a")).and(Values.oneOf(List.of("b"))).isEmpty()).isTrue();
    assertThat(Values.oneOf(List.of("a")).isEmpty()).isFalse();
  }

  private static Values numbers(long first, long end) {
    return Values.within(Range.closedOpen(first, end));
  }

  /** A test narrows values that are listed, and is widened by them. */
  @Test
  void aTestOfValues() {
    Values all = Values.oneOf(List.of("a1", "b1", "a2"));
    Values passing = new Values.Passing(value -> value.toString().startsWith("a"));
    assertThat(all.and(passing)).isEqualTo(Values.oneOf(List.of("a1", "a2")));
    assertThat(passing.and(all)).isEqualTo(Values.oneOf(List.of("a1", "a2")));
    assertThat(Values.oneOf(List.of("b")).and(passing).isEmpty()).isTrue();
    Values one = new Values.Passing(value -> value.toString().endsWith("1"));
    assertThat(passing.and(one).and(all)).isEqualTo(Values.oneOf(List.of("a1")));
    for (Values either :
        List.of(passing.or(Values.oneOf(List.of("b1"))), Values.oneOf(List.of("b1")).or(passing))) {
      assertThat(List.of(either.admits("a7"), either.admits("b1"), either.admits("b2")))
          .containsExactly(true, true, false);
      assertThat(either.admits(null)).isFalse();
    }
    assertThat(passing.or(one).admits("b1")).isTrue();
    assertThat(passing.text()).isEmpty();
    assertThat(passing.oneByOne(100)).isEmpty();
  }
}
