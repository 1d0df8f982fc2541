package io.github.twiliojdbc.connect;

import java.sql.SQLWarning;
import org.jspecify.annotations.Nullable;

/** The warnings of one run of a statement, as JDBC chains them. */
final class Warnings {
  private @Nullable SQLWarning first;

  synchronized void add(String message) {
    SQLWarning warning = new SQLWarning(message, "01000");
    if (first == null) {
      first = warning;
    } else {
      first.setNextWarning(warning);
    }
  }

  synchronized @Nullable SQLWarning first() {
    return first;
  }

  synchronized void clear() {
    first = null;
  }
}
