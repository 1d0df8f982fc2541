package io.github.twiliojdbc.planner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.calcite.linq4j.Linq4j;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LimitRuntimeTest {
  private record Row(int key, int place) {}

  @Test
  void theFirstRowsAreThoseOfAStableSort() {
    Random random = new Random(1);
    for (int i = 0; i < 2_000; i++) {
      int size = random.nextInt(30);
      int keys = 1 + random.nextInt(10);
      List<Row> rows =
          IntStream.range(0, size).mapToObj(n -> new Row(random.nextInt(keys), n)).toList();
      Long offset = sometimes(random, size + 3);
      Long fetch = sometimes(random, size + 3);
      Stream<Row> expected =
          rows.stream()
              .sorted(Comparator.comparing(Row::key))
              .skip(offset == null ? 0 : offset)
              .limit(fetch == null ? Long.MAX_VALUE : fetch);
      assertThat(
              LimitRuntime.first(
                      Linq4j.asEnumerable(rows), Row::key, Comparator.naturalOrder(), offset, fetch)
                  .toList())
          .as("%s OFFSET %s LIMIT %s", rows, offset, fetch)
          .isEqualTo(expected.toList());
    }
  }

  @Test
  void aLimitBeyondAllNumbersIsNone() {
    assertThat(
            LimitRuntime.first(
                    Linq4j.asEnumerable(List.of(2, 1, 3)),
                    n -> n,
                    Comparator.<Integer>reverseOrder(),
                    1L,
                    Long.MAX_VALUE)
                .toList())
        .containsExactly(2, 1);
  }

  /** As a parameter may say, which leaves no row out. */
  @Test
  void anOffsetBelowZeroIsNone() {
    assertThat(
            LimitRuntime.first(
                    Linq4j.asEnumerable(List.of(2, 1, 3)),
                    n -> n,
                    Comparator.<Integer>naturalOrder(),
                    -2L,
                    2L)
                .toList())
        .containsExactly(1, 2);
  }

  private static @Nullable Long sometimes(Random random, int bound) {
    return random.nextBoolean() ? null : Long.valueOf(random.nextInt(bound));
  }
}
