package io.github.twiliojdbc.shell;

import io.github.twiliojdbc.Activity;
import io.github.twiliojdbc.TwilioConnection;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
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
  private static final Pattern EXPECTED = Pattern.compile("≈ [^;(]*[^;( ]");
  private static final Activity NOTHING = new Activity(0, 0, 0, 0, 0, 0, 0, 0);

  private final Connection connection;
  private final String sql;
  private final PrintStream err;
  private final @Nullable ScheduledExecutorService clock;
  private volatile Activity soFar = NOTHING;
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
  static Progress of(Connection connection, String sql, PrintStream err, boolean isShown)
      throws SQLException {
    Progress progress = new Progress(connection, sql, err, isShown);
    if (progress.clock != null) {
      connection
          .unwrap(TwilioConnection.class)
          .setProgressListener(
              (statement, activity) -> {
                if (statement.equals(sql)) {
                  progress.soFar = activity;
                }
              });
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
    } catch (SQLException e) {
      // The query itself tells what is wrong.
      expected = "requests";
    }
    synchronized (this) {
      if (!isOver) {
        err.print("\r" + line(soFar, expected) + "\033[K");
        err.flush();
        isShown = true;
      }
    }
  }

  /**
   * Returns the line, such as {@code 12 of ≈ 40 requests, 8 in flight, 9 pages, 9000 rows, 1
   * retry}.
   */
  static String line(Activity soFar, String expected) {
    return soFar.requests()
        + " of "
        + expected
        + (soFar.inFlight() == 0 ? "" : ", " + soFar.inFlight() + " in flight")
        + counted(soFar.pages(), "page", "pages")
        + counted(soFar.rows(), "row", "rows")
        + counted(soFar.retries(), "retry", "retries");
  }

  private static String counted(long number, String one, String many) {
    return number == 0 ? "" : ", " + number + " " + (number == 1 ? one : many);
  }

  private String expected() throws SQLException {
    String last = "requests";
    try (PreparedStatement plan = connection.prepareStatement("EXPLAIN " + sql);
        ResultSet lines = plan.executeQuery()) {
      while (lines.next()) {
        Matcher matcher = EXPECTED.matcher(lines.getString(1));
        last = matcher.find() ? matcher.group() : last;
      }
    }
    return last;
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
  public void close() throws SQLException {
    hide();
    if (clock != null) {
      clock.shutdownNow();
      connection.unwrap(TwilioConnection.class).setProgressListener(null);
    }
  }
}
