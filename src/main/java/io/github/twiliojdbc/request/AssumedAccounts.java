package io.github.twiliojdbc.request;

import io.github.twiliojdbc.catalog.TableDefinition;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Statistics with an assumed number of accounts.
 *
 * @param known the other statistics
 * @param count number of accounts
 */
record AssumedAccounts(Statistics known, int count) implements Statistics {
  @Override
  public double rowsPerList(TableDefinition table) {
    return known.rowsPerList(table);
  }

  @Override
  public boolean hasSeen(TableDefinition table) {
    return known.hasSeen(table);
  }

  @Override
  public boolean cachesAnswers() {
    return known.cachesAnswers();
  }

  @Override
  public Optional<String> account() {
    return known.account();
  }

  @Override
  public Optional<List<String>> accounts() {
    return Optional.of(Collections.nCopies(count, "assumed"));
  }

  @Override
  public Optional<Instant> since() {
    return known.since();
  }
}
