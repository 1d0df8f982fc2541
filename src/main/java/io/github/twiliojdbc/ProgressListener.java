package io.github.twiliojdbc;

/**
 * Is told how far the statements of a connection are.
 *
 * <p>The threads that read call it, one at a time for each execution, and wait for it, so it must
 * not take long. Counts never go backwards, except {@link Activity#inFlight}. What it throws is
 * logged and changes nothing.
 */
@FunctionalInterface
public interface ProgressListener {

  /**
   * Takes note of a statement that has begun or ended a request, or read a page.
   *
   * @param statement the statement's text
   * @param soFar what the statement's run has done so far
   */
  void progressed(String statement, Activity soFar);
}
