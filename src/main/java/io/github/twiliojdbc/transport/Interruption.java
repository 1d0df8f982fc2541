package io.github.twiliojdbc.transport;

import java.io.InterruptedIOException;

/** Waits on behalf of a request: who interrupts the thread ends the request. */
final class Interruption {
  private Interruption() {}

  /**
   * Waits.
   *
   * @param what what is waited for, for the message
   * @throws InterruptedIOException if the thread is interrupted
   */
  static <T, E extends Exception> T orFail(String what, Waiting<T, E> waiting)
      throws E, InterruptedIOException {
    try {
      return waiting.run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while waiting " + what);
    }
  }
}
