package io.github.twiliojdbc.transport;

import java.io.IOException;

/** An answer that is larger than any page; to ask again would bring the same. */
final class TooLargeException extends IOException {
  private static final long serialVersionUID = 1L;

  TooLargeException(String problem) {
    super(problem);
  }
}
