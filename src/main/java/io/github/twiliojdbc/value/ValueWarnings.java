package io.github.twiliojdbc.value;

import io.github.twiliojdbc.catalog.ColumnDefinition;

/** Told of each value that was read as NULL because it does not fit its column. */
@FunctionalInterface
public interface ValueWarnings {

  /**
   * Takes note of a value.
   *
   * @param text the value as Twilio wrote it
   */
  void unfit(ColumnDefinition column, String text);
}
