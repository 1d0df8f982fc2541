package io.github.twiliojdbc.pushdown;

/** The result of the comparison of both forms of a query. */
enum Verdict {
  /** The rows differ from those of a whole read. */
  WRONG_ROWS,
  /** The rows of the inside form differ from those of a whole read. */
  WRONG_ROWS_INSIDE,
  /** The statement fails only where conditions are left to Twilio. */
  ERROR,
  MORE_REQUESTS,
  /** As many requests bring more rows. */
  MORE_ROWS,
  /** The statement fails in any case. */
  REFUSED,
  /** A statement was not planned and run in ten seconds. */
  NOT_IN_TIME,
  /** Only rows are compared. */
  ROWS_ONLY,
  /** The condition saves no requests at the scan either. */
  NOTHING_SAVED,
  EQUAL;

  boolean isFinding() {
    return switch (this) {
      case WRONG_ROWS, WRONG_ROWS_INSIDE, ERROR, MORE_REQUESTS, MORE_ROWS -> true;
      default -> false;
    };
  }

  /** Returns whether the comparison said nothing. */
  boolean isLeftOut() {
    return this == REFUSED || this == NOT_IN_TIME || this == NOTHING_SAVED;
  }
}
