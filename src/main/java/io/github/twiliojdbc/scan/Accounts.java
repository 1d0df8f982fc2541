package io.github.twiliojdbc.scan;

import io.github.twiliojdbc.catalog.TableDefinition;
import io.github.twiliojdbc.request.Predicate;
import io.github.twiliojdbc.request.RequestPlan;
import io.github.twiliojdbc.request.RequestPlanner;
import io.github.twiliojdbc.transport.RequestFailure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The account that signed in, then its sub-accounts.
 *
 * <p>The list of sub-accounts is asked for only when the first account does not suffice, and once a
 * connection. Where Twilio refuses it (20003, as for a standard API key), the first account stands
 * alone and a warning says so.
 */
final class Accounts implements Iterator<String> {
  private final Execution execution;
  private boolean ownIsDone;
  private @Nullable Iterator<String> others;

  Accounts(Execution execution) {
    this.execution = execution;
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
      known = execution.session().subAccounts().orElseGet(this::readSubAccounts).iterator();
      others = known;
    }
    return known;
  }

  private List<String> readSubAccounts() {
    TableDefinition accounts = execution.session().catalog().accounts();
    RequestPlan plan =
        new RequestPlanner(
                execution.session().catalog(),
                OptionalInt.empty(),
                execution.session(),
                Instant.EPOCH)
            .plan(accounts, Predicate.UNKNOWN, OptionalLong.empty());
    List<String> sids = new ArrayList<>();
    try {
      execution
          .rows(plan, List.of(accounts.column(accounts.accountColumn())))
          .forEachRemaining(row -> sids.add(String.valueOf(row[0])));
    } catch (RequestFailure failure) {
      if (failure.reason() != RequestFailure.Reason.CREDENTIALS) {
        throw failure;
      }
      execution.warn("Only the account that signed in was read: " + failure.getMessage());
    }
    sids.remove(execution.session().accountSid());
    execution.session().rememberSubAccounts(sids);
    return sids;
  }
}
