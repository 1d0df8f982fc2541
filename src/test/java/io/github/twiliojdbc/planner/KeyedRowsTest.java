package io.github.twiliojdbc.planner;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.Lists;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Rows are found with at most twice as many requests as the better of the two ways takes. */
class KeyedRowsTest {
  private static final int RUNS = 20_000;

  @Test
  void requestsAreBoundedHoweverWrongTheEstimateIs() {
    long seed = Long.getLong("seed", System.nanoTime());
    Random random = new Random(seed);
    for (int run = 0; run < RUNS; run++) {
      Numbers list =
          new Numbers(
              1 + random.nextInt(run % 2 == 0 ? 8 : 200),
              1 + random.nextInt(20),
              Math.pow(10, random.nextDouble() * 6 - 1),
              random);
      int keys = Math.min(list.rows + 20, random.nextInt(run % 3 == 0 ? 8 : 300));
      List<Integer> wanted =
          new ArrayList<>(random.ints(0, list.rows + 20).distinct().limit(keys).boxed().toList());
      KeyedRows<Integer, Integer> found = new KeyedRows<>(list);
      List<Integer> rows = new ArrayList<>();
      for (int first = 0; first < wanted.size(); ) {
        int next = Math.min(wanted.size(), first + 1 + random.nextInt(64));
        boolean areLast = next == wanted.size() && random.nextBoolean();
        found.rows(wanted.subList(first, next), areLast).forEachRemaining(rows::add);
        first = next;
      }
      wanted.removeIf(key -> key >= list.rows);
      assertThat(rows).as("seed %s", seed).containsExactlyInAnyOrderElementsOf(wanted);
      assertThat(list.lookUps + list.pagesRead)
          .as("seed %s: %s keys, %s pages, estimate %s", seed, keys, list.pages, list.likely)
          .isLessThanOrEqualTo(2 * Math.min(keys, list.pages) + 2);
    }
  }

  @Test
  void fewKeysAreLookedUp() {
    Numbers list = new Numbers(100, 10, 100, new Random(1));
    KeyedRows<Integer, Integer> found = new KeyedRows<>(list);
    found.rows(List.of(1, 2, 3), false).forEachRemaining(row -> {});
    found.rows(List.of(4), true).forEachRemaining(row -> {});
    assertThat(list.lookUps).isEqualTo(4);
    assertThat(list.pagesRead).isZero();
  }

  @Test
  void aListThatIsLikelyShortIsReadAtOnce() {
    Numbers list = new Numbers(2, 10, 2, new Random(1));
    KeyedRows<Integer, Integer> found = new KeyedRows<>(list);
    found.rows(List.of(1, 2, 3), false).forEachRemaining(row -> {});
    assertThat(list.lookUps).isZero();
    assertThat(list.pagesRead).isEqualTo(2);
  }

  /** A list of numbers, each of which is its own key, in any order. */
  private static final class Numbers implements KeyedRows.Source<Integer, Integer> {
    private final int pages;
    private final int rows;
    private final double likely;
    private final Iterator<List<Integer>> unread;
    private int lookUps;
    private int pagesRead;

    Numbers(int pages, int pageSize, double likely, Random random) {
      this.pages = pages;
      this.rows = pages * pageSize;
      this.likely = likely;
      List<Integer> all = new ArrayList<>(IntStream.range(0, rows).boxed().toList());
      Collections.shuffle(all, random);
      this.unread = Lists.partition(all, pageSize).iterator();
    }

    @Override
    public Iterator<Integer> lookUp(List<Integer> keys) {
      lookUps += keys.size();
      return keys.stream().filter(key -> key < rows).iterator();
    }

    @Override
    public Optional<List<Integer>> nextPage() {
      if (!unread.hasNext()) {
        return Optional.empty();
      }
      pagesRead++;
      return Optional.of(unread.next());
    }

    @Override
    public Integer key(Integer row) {
      return row;
    }

    @Override
    public boolean isUnique() {
      return true;
    }

    @Override
    public double requestsOfKeys() {
      return lookUps;
    }

    @Override
    public double requestsOfList() {
      return pagesRead;
    }

    @Override
    public double requestsOfKey() {
      return 1;
    }

    @Override
    public double leastPages() {
      return 1;
    }

    @Override
    public double likelyPages() {
      return likely;
    }
  }
}
