package io.github.twiliojdbc.value;

import java.io.IOException;

/** A body that is not a page of its table; the message continues "GET url …". */
public final class MalformedPageException extends IOException {
  private static final long serialVersionUID = 1L;

  private final String problem;

  MalformedPageException(String problem) {
    super(problem);
    this.problem = problem;
  }

  /** Returns what the body is instead. */
  public String problem() {
    return problem;
  }
}
