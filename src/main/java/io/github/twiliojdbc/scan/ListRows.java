package io.github.twiliojdbc.scan;

import io.github.twiliojdbc.catalog.TableDefinition;
import io.github.twiliojdbc.request.Read;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one path: page after page, each named by the one before, or a single row.
 *
 * <p>Unless few rows may suffice, a page is on its way while the rows of the one before are taken.
 */
final class ListRows implements RowSource {
  private final Execution execution;
  private final TableDefinition table;
  private final Read read;
  private final Map<String, String> binding;
  private final PageDecoder decoder;
  private final @Nullable Object[] defaults;
  private final boolean readsAhead;
  private final Set<Target> asked = new HashSet<>();
  private @Nullable Target upcoming;
  private @Nullable Future<Page> begun;
  private Iterator<@Nullable Object[]> rows = Collections.emptyIterator();
  private long count;

  ListRows(
      Execution execution,
      RequestPlan plan,
      Read read,
      Map<String, String> binding,
      PageDecoder decoder,
      @Nullable Object[] defaults) {
    this.execution = execution;
    this.table = plan.table();
    this.read = read;
    this.binding = binding;
    this.decoder = decoder;
    this.defaults = defaults;
    this.readsAhead = execution.readsAhead(plan) && execution.session().concurrency().most() > 1;
    this.upcoming = plan.target(read, binding);
  }

  /** Begins to read the next page in the background. */
  void begin() {
    Target next = upcoming;
    if (next != null && begun == null && !asked.contains(next)) {
      begun = execution.session().concurrency().begin(() -> page(next));
    }
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
    if (!asked.add(target)) {
      throw Failures.malformed(
          execution.session().endpoint().url(target),
          "was named as its own next page or as that of a later one, which would never end");
    }
    Page page = begun == null ? page(target) : Concurrency.result(begun);
    begun = null;
    rows = page.rows().iterator();
    count += page.rows().size();
    upcoming =
        page.next().map(link -> execution.session().endpoint().follow(target, link)).orElse(null);
    if (upcoming == null && read.isList() && read.parameters().size() == table.send().size()) {
      execution.session().rememberRows(table, count);
    }
    if (readsAhead) {
      begin();
    }
  }

  /** Returns what a target answers; nothing at all if what the path names is not there. */
  private Page page(Target target) {
    String url = execution.session().endpoint().url(target);
    Response response = execution.get(table, target);
    if (!response.isSuccess()) {
      if (response.status() == 404 && isMissingEmpty()) {
        return new Page(List.of(), Optional.empty());
      }
      RequestFailure failure = Failures.of(url, response);
      if (isRefusedSubAccount(failure)) {
        execution.warn(
            "Account %s was left out of %s: %s"
                .formatted(account().orElseThrow(), table.name(), failure.getMessage()));
        return new Page(List.of(), Optional.empty());
      }
      throw failure;
    }
    try {
      return read.isList()
          ? decoder.decode(response.body(), defaults)
          : decoder.decodeRow(response.body(), defaults);
    } catch (MalformedPageException e) {
      throw Failures.malformed(url, e.problem());
    }
  }

  /**
   * A row that is not there is no row, and a parent that is gone has no children; only the list of
   * an account must exist.
   */
  private boolean isMissingEmpty() {
    boolean hasOtherParent = binding.size() > (account().isPresent() ? 1 : 0);
    return !read.isList() || table.missingIsEmpty() || hasOtherParent;
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
