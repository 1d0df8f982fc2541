package io.github.twiliojdbc.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PredicateTest {

  /** Whatever AND and OR stand in each other, the alternatives hold for the same rows. */
  @Test
  void alternativesHoldWhereThePredicateHolds() {
    Random random = new Random(1);
    for (int i = 0; i < 3000; i++) {
      Predicate predicate = predicate(random, 3);
      List<Conjunction> alternatives = predicate.alternatives();
      for (int row = 0; row < 20; row++) {
        Map<String, Object> values =
            Map.of(
                "a", "" + random.nextInt(3), "b", "" + random.nextInt(3), "t", random.nextLong(9));
        assertThat(alternatives.stream().anyMatch(each -> each.admits(values::get)))
            .as("%s on %s", predicate, values)
            .isEqualTo(holds(predicate, values));
      }
    }
  }

  @Test
  void valuesOfOneColumnAreOneAlternative() {
    Predicate either = new Predicate.Any(List.of(is("a", "1"), is("a", "2"), is("a", "1")));
    assertThat(either.alternatives())
        .containsExactly(Conjunction.of("a", Values.oneOf(List.of("1", "2"))));
  }

  @Test
  void alternativesThatDifferInOneColumnAreOne() {
    Predicate first = new Predicate.All(List.of(is("a", "1"), is("b", "1")));
    Predicate second = new Predicate.All(List.of(is("a", "1"), is("b", "2")));
    Predicate third = new Predicate.All(List.of(is("a", "2"), is("b", "3")));
    assertThat(new Predicate.Any(List.of(first, second, third)).alternatives())
        .containsExactly(
            new Conjunction(
                Map.of("a", Values.oneOf(List.of("1")), "b", Values.oneOf(List.of("1", "2")))),
            third.alternatives().get(0));
  }

  @Test
  void whatIsUnknownOnOneSideOfAnOrIsUnknown() {
    assertThat(new Predicate.Any(List.of(is("a", "1"), Predicate.UNKNOWN)).alternatives())
        .containsExactly(Conjunction.NONE);
  }

  @Test
  void aContradictionHasNoAlternative() {
    assertThat(new Predicate.All(List.of(is("a", "1"), is("a", "2"))).alternatives()).isEmpty();
    assertThat(new Predicate.Any(List.of()).alternatives()).isEmpty();
  }

  @Test
  void nullIsNoValue() {
    assertThat(Values.oneOf(List.of("1")).admits(null)).isFalse();
    assertThat(Values.within(Range.all()).admits(null)).isFalse();
  }

  /** Too many alternatives to send are given up for fewer that hold for more rows. */
  @Test
  void thereAreNeverTooManyAlternatives() {
    List<Predicate> factors =
        IntStream.range(0, 4).mapToObj(factor -> any("column" + factor + "of", 9)).toList();
    assertThat(new Predicate.All(factors).alternatives())
        .hasSizeLessThanOrEqualTo(Predicate.MOST_ALTERNATIVES)
        .isNotEmpty();
  }

  /** What cannot be combined within bounds is left out: the operand with more alternatives. */
  @Test
  void theFewerAlternativesStay() {
    Predicate few = any("few", 2);
    Predicate many = any("many", Predicate.MOST_ALTERNATIVES / 2 + 1);
    List<Conjunction> two = few.alternatives();
    assertThat(new Predicate.All(List.of(few, many)).alternatives()).isEqualTo(two);
    assertThat(new Predicate.All(List.of(many, few)).alternatives()).isEqualTo(two);
    assertThat(
            new Predicate.All(List.of(few, any("some", Predicate.MOST_ALTERNATIVES / 2)))
                .alternatives())
        .hasSize(Predicate.MOST_ALTERNATIVES);
  }

  private static Predicate any(String name, int alternatives) {
    return new Predicate.Any(
        IntStream.range(0, alternatives).mapToObj(i -> is(name + i, "x")).toList());
  }

  private static Predicate predicate(Random random, int depth) {
    if (depth == 0 || random.nextInt(3) == 0) {
      return random.nextInt(3) == 0
          ? new Predicate.Is(
              Conjunction.of(
                  "t", Values.within(Range.closedOpen(random.nextLong(5), 5 + random.nextLong(5)))))
          : is(random.nextBoolean() ? "a" : "b", "" + random.nextInt(3));
    }
    List<Predicate> operands = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(3); i++) {
      operands.add(predicate(random, depth - 1));
    }
    return random.nextBoolean() ? new Predicate.All(operands) : new Predicate.Any(operands);
  }

  private static boolean holds(Predicate predicate, Map<String, Object> row) {
    if (predicate instanceof Predicate.All all) {
      return all.operands().stream().allMatch(operand -> holds(operand, row));
    }
    return predicate instanceof Predicate.Any any
        ? any.operands().stream().anyMatch(operand -> holds(operand, row))
        : ((Predicate.Is) predicate)
            .conjunction().columns().entrySet().stream()
                .allMatch(entry -> holds(entry.getValue(), row.get(entry.getKey())));
  }

  private static boolean holds(Values values, @Nullable Object value) {
    return values instanceof Values.OneOf oneOf
        ? oneOf.values().stream().anyMatch(each -> each.equals(value))
        : ((Values.Within) values)
            .ranges().asRanges().stream()
                .anyMatch(
                    range ->
                        value instanceof Long number
                            && range.lowerEndpoint() <= number
                            && number < range.upperEndpoint());
  }

  private static Predicate is(String column, String value) {
    return new Predicate.Is(Conjunction.of(column, Values.oneOf(List.of(value))));
  }
}
