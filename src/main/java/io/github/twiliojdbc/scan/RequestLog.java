package io.github.twiliojdbc.scan;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The latest requests of a connection, the oldest first.
 *
 * <p>Safe for use by several threads.
 */
public final class RequestLog {
  private static final int MOST = 1000;

  private final Deque<Entry> entries = new ArrayDeque<>();

  /** Takes note of a request. */
  synchronized Entry add(SentRequest request) {
    if (entries.size() == MOST) {
      entries.remove();
    }
    Entry entry = new Entry(request, new AtomicLong(-1));
    entries.add(entry);
    return entry;
  }

  /** Returns the requests. */
  public synchronized List<Entry> entries() {
    return List.copyOf(entries);
  }

  /**
   * A request and what its answer was found to hold.
   *
   * @param rowCount number of rows, or -1 while it is not known
   */
  public record Entry(SentRequest request, AtomicLong rowCount) {}
}
