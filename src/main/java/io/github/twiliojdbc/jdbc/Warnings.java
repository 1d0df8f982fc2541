package io.github.twiliojdbc.jdbc;

import java.sql.SQLWarning;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The warnings of a connection or of one run of a statement, each once, as JDBC chains them. */
final class Warnings {
  private final Set<String> messages = new HashSet<>();
  private @Nullable SQLWarning first;

  /** Adds a warning, unless it was given before: pools that never ask do the same all day. */
  synchronized void add(String message) {
    if (!messages.add(message)) {
      return;
    }
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
    messages.clear();
  }
}
