package io.github.twiliojdbc.value;

import java.io.IOException;

/** A body that is not a page of its table; the message continues "GET url …". */
public final class MalformedPageException extends IOException {
  private static final long serialVersionUID = 1L;

  MalformedPageException(String message) {
    super(message);
  }
}
