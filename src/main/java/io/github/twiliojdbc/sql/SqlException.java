package io.github.twiliojdbc.sql;

import org.jspecify.annotations.Nullable;

/** SQL that cannot be planned; the message says where and why. */
public final class SqlException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Kind kind;

  /** Creates an exception whose message is for people. */
  public SqlException(Kind kind, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  /** Returns the exception of SQL that is right but cannot be run. */
  public static SqlException noWayToRun(@Nullable Throwable cause) {
    return new SqlException(
        Kind.UNSUPPORTED, "The SQL is valid, but the driver has no way to run it.", cause);
  }

  /** Returns what is wrong. */
  public Kind kind() {
    return kind;
  }

  /** What can be wrong with SQL. */
  public enum Kind {
    SYNTAX,
    NO_SUCH_TABLE,
    NO_SUCH_COLUMN,
    /** The statement would write. */
    READ_ONLY,
    /** The statement is larger than what can be planned. */
    TOO_COMPLEX,
    /** The SQL is right, but nothing can run it. */
    UNSUPPORTED
  }
}
