package io.github.twiliojdbc.scan;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The latest requests of a connection, the oldest first, which are also told to a logger.
 *
 * <p>Safe for use by several threads.
 */
public final class RequestLog implements AutoCloseable {
  private static final int MOST = 1000;

  private final Deque<Entry> entries = new ArrayDeque<>();
  private final Logger logger;

  /**
   * Creates an empty log.
   *
   * @param logger told of requests (FINE) and statements (INFO); its handlers are closed with the
   *     connection
   */
  public RequestLog(Logger logger) {
    this.logger = logger;
  }

  /** Takes note of a request. */
  Entry add(SentRequest request) {
    logger.fine(request::line);
    Entry entry = new Entry(request, new AtomicLong(-1));
    synchronized (this) {
      if (entries.size() == MOST) {
        entries.remove();
      }
      entries.add(entry);
    }
    return entry;
  }

  /** Tells of a statement whose rows were read, or not wanted any more. */
  void tell(String statement, int requests, long milliseconds, long rows) {
    logger.info(
        () ->
            "%s: %d request%s, %d ms, %d row%s"
                .formatted(
                    statement,
                    requests,
                    requests == 1 ? "" : "s",
                    milliseconds,
                    rows,
                    rows == 1 ? "" : "s"));
  }

  /** Tells of what went wrong beside the statements. */
  void warn(String message, Throwable cause) {
    logger.log(Level.WARNING, message, cause);
  }

  @Override
  public void close() {
    for (Handler handler : logger.getHandlers()) {
      handler.close();
    }
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
