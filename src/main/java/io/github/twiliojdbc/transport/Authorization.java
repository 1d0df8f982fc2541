package io.github.twiliojdbc.transport;

import java.io.IOException;

/** What requests say of who sends them. */
interface Authorization {

  /** Returns the header's value for a request that is sent now. */
  String header() throws IOException;

  /** Takes note that Twilio does not know a header's value, or knows it no more. */
  default void refused(String header) {}
}
