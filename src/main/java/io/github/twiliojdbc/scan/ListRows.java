package io.github.twiliojdbc.scan;

import io.github.twiliojdbc.catalog.TableDefinition;
import io.github.twiliojdbc.request.RequestPlan;
import io.github.twiliojdbc.transport.Failures;
import io.github.twiliojdbc.transport.RequestFailure;
import io.github.twiliojdbc.transport.Response;
import io.github.twiliojdbc.transport.Target;
import io.github.twiliojdbc.value.MalformedPageException;
import io.github.twiliojdbc.value.Page;
import io.github.twiliojdbc.value.PageDecoder;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rows of one list: page after page, each named by the one before. */
final class ListRows implements RowSource {
  private final Execution execution;
  private final TableDefinition table;
  private final Map<String, String> binding;
  private final PageDecoder decoder;
  private final @Nullable Object[] defaults;
  private final Set<Target> asked = new HashSet<>();
  private @Nullable Target upcoming;
  private Iterator<@Nullable Object[]> rows = Collections.emptyIterator();

  ListRows(
      Execution execution,
      RequestPlan plan,
      Map<String, String> binding,
      PageDecoder decoder,
      @Nullable Object[] defaults) {
    this.execution = execution;
    this.table = plan.table();
    this.binding = binding;
    this.decoder = decoder;
    this.defaults = defaults;
    this.upcoming = plan.firstPage(binding);
  }

  @Override
  public @Nullable Object @Nullable [] next() {
    while (!rows.hasNext()) {
      if (upcoming == null) {
        return null;
      }
      readPage(upcoming);
    }
    return rows.next();
  }

  private void readPage(Target target) {
    String url = execution.session().endpoint().url(target);
    if (!asked.add(target)) {
      throw Failures.malformed(
          url, "was named as its own next page or as that of a later one, which would never end");
    }
    upcoming = null;
    Response response = execution.get(table, target);
    if (!response.isSuccess()) {
      if (response.status() == 404 && isMissingEmpty()) {
        return;
      }
      RequestFailure failure = Failures.of(url, response);
      if (isRefusedSubAccount(failure)) {
        execution.warn(
            "Account %s was left out of %s: %s"
                .formatted(account().orElseThrow(), table.name(), failure.getMessage()));
        return;
      }
      throw failure;
    }
    try {
      Page page = decoder.decode(response.body(), defaults);
      rows = page.rows().iterator();
      upcoming =
          page.next()
              .map(link -> execution.session().endpoint().follow(target.subdomain(), link))
              .orElse(null);
    } catch (MalformedPageException e) {
      throw Failures.malformed(url, e.problem());
    }
  }

  /** A parent that is gone has no children; only an account that asks for itself must exist. */
  private boolean isMissingEmpty() {
    boolean hasOtherParent = binding.size() > (account().isPresent() ? 1 : 0);
    return table.missingIsEmpty() || hasOtherParent;
  }

  private boolean isRefusedSubAccount(RequestFailure failure) {
    boolean refused =
        failure.reason() == RequestFailure.Reason.CREDENTIALS
            || failure.reason() == RequestFailure.Reason.NOT_FOUND;
    return refused
        && account().filter(sid -> !sid.equals(execution.session().accountSid())).isPresent();
  }

  private Optional<String> account() {
    return table.accountParameter().map(binding::get);
  }
}
