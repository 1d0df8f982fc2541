package io.github.twiliojdbc.pushdown;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/** Random choices and fresh names for the SQL of one drawn query. */
final class SqlRandom {
  private final Random random;
  private final AtomicInteger names;

  /**
   * Creates one.
   *
   * @param names counter of the names that the query has already
   */
  SqlRandom(long seed, AtomicInteger names) {
    this.random = new Random(seed);
    this.names = names;
  }

  String fresh(String prefix) {
    return prefix + number();
  }

  int number() {
    return names.incrementAndGet();
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  boolean oneIn(int bound) {
    return random.nextInt(bound) == 0;
  }

  long seed() {
    return random.nextLong();
  }

  <T> T pick(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  <T> List<T> shuffled(List<T> values) {
    List<T> shuffled = new ArrayList<>(values);
    Collections.shuffle(shuffled, random);
    return shuffled;
  }

  /** Returns at most so many of the values, in any order. */
  <T> List<T> some(List<T> values, int maximum) {
    return shuffled(values).subList(0, Math.min(values.size(), random.nextInt(maximum + 1)));
  }
}
