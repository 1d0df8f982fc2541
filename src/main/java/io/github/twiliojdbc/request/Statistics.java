package io.github.twiliojdbc.request;

import io.github.twiliojdbc.catalog.TableDefinition;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a connection knows of an account's size, for estimates. */
public interface Statistics {
  /** What is known before anything was seen. */
  Statistics TYPICAL =
      new Statistics() {
        @Override
        public double rowsPerList(TableDefinition table) {
          return table.typicalRows();
        }

        @Override
        public Optional<String> account() {
          return Optional.empty();
        }

        @Override
        public Optional<List<String>> accounts() {
          return Optional.empty();
        }

        @Override
        public Optional<Instant> since() {
          return Optional.empty();
        }
      };

  /** Returns how many rows an unfiltered list of a table has: as seen before, or as is typical. */
  double rowsPerList(TableDefinition table);

  /** Returns the account that signed in, if there is a connection. */
  Optional<String> account();

  /** Returns the accounts, the one that signed in first, if they have been read before. */
  Optional<List<String>> accounts();

  /** Returns when the oldest account was made, if the accounts have been read before. */
  Optional<Instant> since();
}
