package io.github.twiliojdbc;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A connection's own methods, for applications that show or measure its work: {@code
 * connection.unwrap(TwilioConnection.class)}.
 *
 * <p>Safe for use by several threads.
 */
public interface TwilioConnection {

  /** Returns what was done since the connection was opened. */
  Activity activity();

  /**
   * Estimates the work of a query; no request is sent.
   *
   * @param sql the query
   * @param parameters values of its parameters, as for {@link
   *     java.sql.PreparedStatement#setObject(int, Object)}; those that are left out stay open
   * @throws SQLException if the query is wrong, or has fewer parameters
   */
  QueryEstimate estimate(String sql, @Nullable Object... parameters) throws SQLException;

  /**
   * Has a listener told how far each statement is, in place of the one before.
   *
   * @param listener the listener, or null for none
   */
  void setProgressListener(@Nullable ProgressListener listener);
}
