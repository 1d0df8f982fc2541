package io.github.twiliojdbc;

import org.jspecify.annotations.Nullable;

/**
 * What a connection tells of what it does, for applications that show or measure it: {@code
 * connection.unwrap(TwilioConnection.class)}.
 *
 * <p>Safe for use by several threads.
 */
public interface TwilioConnection {

  /** Returns what was done since the connection was opened. */
  Activity activity();

  /**
   * Has a listener told how far each statement is, in place of the one before.
   *
   * @param listener the listener, or null for none
   */
  void setProgressListener(@Nullable ProgressListener listener);
}
