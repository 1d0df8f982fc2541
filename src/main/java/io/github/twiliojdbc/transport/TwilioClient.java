package io.github.twiliojdbc.transport;

import java.io.IOException;

/** Sends GET requests to Twilio, or to something that answers like Twilio. */
public interface TwilioClient extends AutoCloseable {

  /**
   * Returns the answer to a GET, whatever its status.
   *
   * @throws IOException if no whole answer arrived
   */
  Response get(Target target) throws IOException;

  /** Returns whether the answer to a GET is at hand, so that nothing is sent for it. */
  default boolean isKept(Target target) {
    return false;
  }

  /** Ends the calls in flight and lets go of connections. */
  @Override
  void close();
}
