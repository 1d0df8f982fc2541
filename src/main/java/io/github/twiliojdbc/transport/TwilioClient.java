package io.github.twiliojdbc.transport;

import java.io.IOException;
import java.time.Duration;

/** Sends GET requests to Twilio, or to something that answers like Twilio. */
public interface TwilioClient extends AutoCloseable {

  /**
   * Returns the answer to a GET, whatever its status.
   *
   * @throws IOException if no whole answer arrived
   */
  Response get(Target target) throws IOException;

  /** Returns whether answers are kept, so that nothing is sent for the same GET again. */
  default boolean caches() {
    return false;
  }

  /** Returns whether the answer to a GET is at hand, so that nothing is sent for it. */
  default boolean isKept(Target target) {
    return false;
  }

  /** Keeps the answer to a GET no longer, since it was none. */
  default void forget(Target target) {}

  /** Returns the client that sends every request, whatever is at hand. */
  default TwilioClient withoutCache() {
    return this;
  }

  /** Returns the client that sends a request once, and gives up as soon as that fails. */
  default TwilioClient withoutRetries() {
    return this;
  }

  /** Returns how many requests of a target's account may be in flight at the moment. */
  default int room(Target target) {
    return Integer.MAX_VALUE;
  }

  /**
   * Limits how long an answer may take from now on.
   *
   * @param longest longest time, or zero for no other limit than before
   */
  default void limit(Duration longest) {}

  /** Sets the name of the application that requests tell, which may be empty. */
  default void setApplicationName(String name) {}

  /** Ends the calls in flight and lets go of connections. */
  @Override
  void close();
}
