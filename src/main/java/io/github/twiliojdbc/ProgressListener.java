package io.github.twiliojdbc;

/**
 * Is told how far the statements of a connection are.
 *
 * <p>It is called by the threads that read, several at a time and in no certain order, and must not
 * take long. What it throws is logged and changes nothing.
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
