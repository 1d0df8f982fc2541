package io.github.twiliojdbc.jdbc;

import io.github.twiliojdbc.scan.Cancellation;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** One run of a statement, from its planning to the end of its result. */
final class Run {
  private final Cancellation cancellation = new Cancellation();
  private final Warnings warnings = new Warnings();
  private final CompletableFuture<Void> end = new CompletableFuture<>();

  private Run() {}

  /**
   * Begins a run.
   *
   * @param timeout seconds after which it is canceled, or 0
   */
  static Run begin(int timeout) {
    Run run = new Run();
    if (timeout > 0) {
      var unused =
          run.end
              .orTimeout(timeout, TimeUnit.SECONDS)
              .exceptionally(
                  late -> {
                    run.cancellation.cancel(Cancellation.Reason.TIMED_OUT);
                    return null;
                  });
    }
    return run;
  }

  Cancellation cancellation() {
    return cancellation;
  }

  Warnings warnings() {
    return warnings;
  }

  /** Stops the clock, since all rows were read. */
  void finish() {
    end.complete(null);
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
