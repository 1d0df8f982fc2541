package io.github.twiliojdbc.scan;

/** The statement was canceled while it ran. */
public final class StatementCanceledException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StatementCanceledException() {
    super("The statement was canceled.");
  }
}
