package io.github.twiliojdbc.shell;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A line that tells how far a query is, if it takes longer than a second. */
final class Progress implements AutoCloseable {
  private static final long FIRST_MS = 1000;
  private static final long NEXT_MS = 250;
  private static final Pattern EXPECTED = Pattern.compile("≈ (\\d+) requests?");
  private static final String SO_FAR =
      "SELECT count(*), sum(\"rows\"), sum(retries) FROM driver.requests"
          + " WHERE statement = ? AND started_at >= ? AND NOT cache_hit";

  private final Connection connection;
  private final String sql;
  private final PrintStream err;
  private final @Nullable ScheduledExecutorService clock;
  private final Timestamp startedAt = Timestamp.from(Instant.now().truncatedTo(ChronoUnit.MILLIS));
  private String expected = "";
  private boolean isShown;
  private boolean isOver;

  private Progress(Connection connection, String sql, PrintStream err, boolean isShown) {
    this.connection = connection;
    this.sql = sql;
    this.err = err;
    this.clock = isShown ? Executors.newSingleThreadScheduledExecutor(Progress::thread) : null;
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "twilio-jdbc progress");
    thread.setDaemon(true);
    return thread;
  }

  /** Begins to tell of a query that is about to run, if somebody looks. */
  static Progress of(Connection connection, String sql, PrintStream err, boolean isShown) {
    Progress progress = new Progress(connection, sql, err, isShown);
    if (progress.clock != null) {
      var unused =
          progress.clock.scheduleWithFixedDelay(
              progress::show, FIRST_MS, NEXT_MS, TimeUnit.MILLISECONDS);
    }
    return progress;
  }

  private void show() {
    try {
      if (expected.isEmpty()) {
        expected = expected();
      }
      long[] counts = requests();
      synchronized (this) {
        if (!isOver) {
          err.print("\r" + line(counts[0], expected, counts[1], counts[2]) + "\033[K");
          err.flush();
          isShown = true;
        }
      }
    } catch (SQLException e) {
      // The query itself tells what is wrong.
    }
  }

  /** Returns the line, such as {@code 12 of ≈ 40 requests, 11000 rows, 1 retry}. */
  static String line(long requests, String expected, long rows, long retries) {
    return requests
        + " of "
        + expected
        + (rows == 0 ? "" : ", " + rows + " rows")
        + (retries == 0 ? "" : ", " + retries + (retries == 1 ? " retry" : " retries"));
  }

  private String expected() throws SQLException {
    String last = "requests";
    try (PreparedStatement plan = connection.prepareStatement("EXPLAIN PLAN FOR " + sql);
        ResultSet lines = plan.executeQuery()) {
      while (lines.next()) {
        Matcher matcher = EXPECTED.matcher(lines.getString(1));
        last = matcher.find() ? matcher.group() : last;
      }
    }
    return last;
  }

  private long[] requests() throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(SO_FAR)) {
      query.setString(1, sql);
      query.setTimestamp(2, startedAt);
      try (ResultSet counts = query.executeQuery()) {
        counts.next();
        return new long[] {counts.getLong(1), counts.getLong(2), counts.getLong(3)};
      }
    }
  }

  /** Takes the line away, since rows are written now. */
  synchronized void hide() {
    isOver = true;
    if (isShown) {
      isShown = false;
      err.print("\r\033[K");
      err.flush();
    }
  }

  @Override
  public void close() {
    hide();
    if (clock != null) {
      clock.shutdownNow();
    }
  }
}
