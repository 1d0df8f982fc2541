package io.github.twiliojdbc.sql;

/** Whatever is given for a statement, it is one or an error. */
public final class SqlTarget {
  private SqlTarget() {}

  /** Parses a statement. */
  public static void read(String sql) {
    try {
      var unused = SqlText.check(sql, () -> SqlText.parse(sql, "twilio"));
    } catch (SqlException e) {
      if (e.kind() == SqlException.Kind.UNSUPPORTED
          && String.valueOf(e.getMessage()).contains("no way to run it")) {
        throw new IllegalStateException("something else was thrown", e);
      }
    } catch (StackOverflowError e) {
      // It is tried again with a larger stack.
    }
  }
}
