package io.github.twiliojdbc.scan;

import io.github.twiliojdbc.Activity;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Counts what is done.
 *
 * <p>Safe for use by several threads.
 */
final class Meter {
  private final @Nullable Meter whole;
  private final Map<Count, LongAdder> counts = new EnumMap<>(Count.class);

  /**
   * Creates a meter at zero.
   *
   * @param whole counts the same for a whole of which this is a part, if it is one
   */
  Meter(@Nullable Meter whole) {
    this.whole = whole;
    for (Count count : Count.values()) {
      counts.put(count, new LongAdder());
    }
  }

  /** Adds to a count. */
  void add(Count count, long number) {
    adder(count).add(number);
    if (whole != null) {
      whole.add(count, number);
    }
  }

  Activity activity() {
    return new Activity(
        of(Count.REQUESTS),
        of(Count.IN_FLIGHT),
        of(Count.PAGES),
        of(Count.ROWS),
        of(Count.CACHE_HITS),
        of(Count.RETRIES),
        of(Count.WARNINGS));
  }

  private long of(Count count) {
    return adder(count).sum();
  }

  private LongAdder adder(Count count) {
    return Objects.requireNonNull(counts.get(count));
  }

  /** What is counted, as {@link Activity} has it. */
  enum Count {
    REQUESTS,
    IN_FLIGHT,
    PAGES,
    ROWS,
    CACHE_HITS,
    RETRIES,
    WARNINGS
  }
}
