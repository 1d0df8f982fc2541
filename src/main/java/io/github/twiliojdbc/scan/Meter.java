package io.github.twiliojdbc.scan;

import io.github.twiliojdbc.Activity;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Counts what is done.
 *
 * <p>Safe for use by several threads.
 */
final class Meter {
  private final @Nullable Meter whole;
  private final boolean isPart;
  private final Lock telling = new ReentrantLock();
  private final Map<Count, LongAdder> counts = new EnumMap<>(Count.class);

  /**
   * Creates a meter at zero.
   *
   * @param whole counts the same for a whole of which this is a part, if it is one
   */
  Meter(@Nullable Meter whole) {
    this(whole, false);
  }

  private Meter(@Nullable Meter whole, boolean isPart) {
    this.whole = whole;
    this.isPart = isPart;
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

  /** Returns a meter of a part of an execution, such as a scan. */
  Meter part() {
    return new Meter(this, true);
  }

  /**
   * Tells a listener the counts of the whole execution.
   *
   * <p>Only one thread at a time reads and tells them, so that no count but that of requests in
   * flight ever goes backwards.
   */
  void tell(Consumer<Activity> listener) {
    if (isPart && whole != null) {
      whole.tell(listener);
      return;
    }
    telling.lock();
    try {
      listener.accept(activity());
    } finally {
      telling.unlock();
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
        of(Count.WARNINGS),
        of(Count.RESULT_ROWS));
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
    WARNINGS,
    RESULT_ROWS
  }
}
