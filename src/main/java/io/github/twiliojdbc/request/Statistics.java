package io.github.twiliojdbc.request;

import io.github.twiliojdbc.catalog.TableDefinition;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** What a connection knows of an account's size, for estimates. */
public interface Statistics {
  /** What is known before anything was seen. */
  Statistics TYPICAL = new Statistics() {};

  /** Returns how many rows an unfiltered list of a table has: as seen before, or as is typical. */
  default double rowsPerList(TableDefinition table) {
    return table.typicalRows();
  }

  /** Returns whether the number of rows of a table's lists was seen before. */
  default boolean hasSeen(TableDefinition table) {
    return false;
  }

  /** Returns whether answers are cached, so that the same request is sent once. */
  default boolean cachesAnswers() {
    return false;
  }

  /** Returns the account that signed in, if there is a connection. */
  default Optional<String> account() {
    return Optional.empty();
  }

  /** Returns the accounts, the one that signed in first, if they have been read before. */
  default Optional<List<String>> accounts() {
    return Optional.empty();
  }

  /** Returns how many accounts were listed before, if they have been counted. */
  default OptionalDouble seenAccounts() {
    return OptionalDouble.empty();
  }

  /** Returns when the oldest account was made, if the accounts have been read before. */
  default Optional<Instant> since() {
    return Optional.empty();
  }
}
