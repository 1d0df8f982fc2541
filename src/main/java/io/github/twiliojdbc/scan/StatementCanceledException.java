package io.github.twiliojdbc.scan;

/** The statement was canceled while it ran. */
public final class StatementCanceledException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Cancellation.Reason reason;

  StatementCanceledException(Cancellation.Reason reason) {
    super(
        switch (reason) {
          case CANCELED -> "The statement was canceled.";
          case DISCONNECTED -> "The connection was closed while the statement ran.";
          case TIMED_OUT ->
              "The statement took longer than its query timeout."
                  + " Raise the timeout, or narrow the query; EXPLAIN PLAN FOR shows its requests.";
        });
    this.reason = reason;
  }

  /** Returns why it was canceled. */
  public Cancellation.Reason reason() {
    return reason;
  }
}
