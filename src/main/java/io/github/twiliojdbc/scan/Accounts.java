package io.github.twiliojdbc.scan;

import io.github.twiliojdbc.catalog.ColumnDefinition;
import io.github.twiliojdbc.catalog.TableDefinition;
import io.github.twiliojdbc.request.Predicate;
import io.github.twiliojdbc.request.RequestPlan;
import io.github.twiliojdbc.request.RequestPlanner;
import io.github.twiliojdbc.transport.RequestFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The account that signed in, then its sub-accounts.
 *
 * <p>The list of sub-accounts is asked for only when the first account does not suffice, and once a
 * connection. Where Twilio refuses it (20003, as for a standard API key), the first account stands
 * alone for the statement, and a warning says so.
 */
final class Accounts implements Iterator<String> {
  private final Execution execution;
  private boolean ownIsDone;
  private @Nullable Iterator<String> others;

  /**
   * Creates the accounts whose rows of a table are read.
   *
   * @param scanned the table
   */
  Accounts(Execution execution, TableDefinition scanned) {
    this.execution = execution.onBehalfOf(scanned);
  }

  @Override
  public boolean hasNext() {
    return !ownIsDone || others().hasNext();
  }

  @Override
  public String next() {
    if (!ownIsDone) {
      ownIsDone = true;
      return execution.session().accountSid();
    }
    return others().next();
  }

  private Iterator<String> others() {
    Iterator<String> known = others;
    if (known == null) {
      known = execution.subAccounts(this::readSubAccounts).iterator();
      others = known;
    }
    return known;
  }

  private List<String> readSubAccounts() {
    TableDefinition accounts = execution.session().catalog().accounts();
    RequestPlanner requests =
        new RequestPlanner(
            execution.session().catalog(),
            OptionalInt.empty(),
            execution.session(),
            Instant.EPOCH,
            Duration.ZERO);
    RequestPlan plan = requests.plan(accounts, Predicate.UNKNOWN, OptionalLong.empty());
    List<ColumnDefinition> columns =
        Stream.concat(accounts.accountColumn().stream(), accounts.since().stream())
            .map(accounts::column)
            .toList();
    List<String> sids = new ArrayList<>();
    List<Instant> made = new ArrayList<>();
    try {
      execution
          .rows(requests, plan, columns)
          .forEachRemaining(
              row -> {
                sids.add(String.valueOf(row[0]));
                if (row.length > 1 && row[1] instanceof Long time) {
                  made.add(Instant.ofEpochMilli(time));
                }
              });
    } catch (RequestFailure failure) {
      if (failure.reason() != RequestFailure.Reason.CREDENTIALS) {
        throw failure;
      }
      execution.warn("Only the account that signed in was read: " + failure.getMessage());
      return List.of();
    }
    boolean areAllKnown = !sids.isEmpty() && made.size() == sids.size();
    sids.remove(execution.session().accountSid());
    execution
        .session()
        .rememberSubAccounts(
            sids, areAllKnown ? made.stream().min(Comparator.naturalOrder()) : Optional.empty());
    return sids;
  }
}
