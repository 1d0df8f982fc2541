package io.github.twiliojdbc.jdbc;

import io.github.twiliojdbc.scan.Cancellation;
import io.github.twiliojdbc.transport.DriverThread;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** One run of a statement, from its planning to the end of its result. */
final class Run {
  private static final ScheduledThreadPoolExecutor TIMER = timer();

  private final Cancellation cancellation = new Cancellation();
  private final Warnings warnings = new Warnings();
  private final @Nullable Future<?> timeout;
  private LongConsumer log = rows -> {};

  /**
   * Begins a run.
   *
   * @param seconds time after which it is canceled, or 0
   */
  Run(int seconds) {
    this.timeout =
        seconds == 0
            ? null
            : TIMER.schedule(
                () -> cancellation.cancel(Cancellation.Reason.TIMED_OUT),
                seconds,
                TimeUnit.SECONDS);
  }

  /** Returns a timer whose thread ends when no run has a time-out. */
  private static ScheduledThreadPoolExecutor timer() {
    ScheduledThreadPoolExecutor timer =
        new ScheduledThreadPoolExecutor(1, work -> DriverThread.of("twilio-jdbc timer", work));
    timer.setRemoveOnCancelPolicy(true);
    timer.setKeepAliveTime(1, TimeUnit.SECONDS);
    timer.allowCoreThreadTimeOut(true);
    return timer;
  }

  Cancellation cancellation() {
    return cancellation;
  }

  Warnings warnings() {
    return warnings;
  }

  /** Has somebody told of the number of rows when the run ends. */
  void logTo(LongConsumer log) {
    this.log = log;
  }

  /** Stops the clock, since so many rows were read and no more are there, or wanted. */
  void finish(long rows) {
    log.accept(rows);
    log = none -> {};
    finish();
  }

  /** Stops the clock. */
  void finish() {
    if (timeout != null) {
      timeout.cancel(false);
    }
  }

  /** Ends whatever is under way. */
  void cancel() {
    cancel(Cancellation.Reason.CANCELED);
  }

  /** Ends whatever is under way because the connection is closed. */
  void disconnect() {
    cancel(Cancellation.Reason.DISCONNECTED);
  }

  private void cancel(Cancellation.Reason reason) {
    cancellation.cancel(reason);
    finish();
  }
}
