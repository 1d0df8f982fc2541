package io.github.twiliojdbc.transport;

/**
 * Something that waits.
 *
 * @param <T> what it waits for
 * @param <E> what it may fail with
 */
public interface Waiting<T, E extends Exception> {
  /** Waits. */
  T run() throws E, InterruptedException;
}
