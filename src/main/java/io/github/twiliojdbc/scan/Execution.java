package io.github.twiliojdbc.scan;

import com.google.common.collect.AbstractIterator;
import io.github.twiliojdbc.catalog.ColumnDefinition;
import io.github.twiliojdbc.catalog.TableDefinition;
import io.github.twiliojdbc.request.Predicate;
import io.github.twiliojdbc.request.RequestPlan;
import io.github.twiliojdbc.request.RequestPlanner;
import io.github.twiliojdbc.transport.Failures;
import io.github.twiliojdbc.transport.Target;
import io.github.twiliojdbc.transport.TwilioClient;
import io.github.twiliojdbc.value.Page;
import java.io.IOException;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One run of a statement: its requests are counted, its warnings collected. */
public final class Execution {
  private final Session session;
  private final String statement;
  private final Cancellation cancellation;
  private final boolean needsAllRows;
  private final Consumer<String> warnings;
  private final Set<String> warned = ConcurrentHashMap.newKeySet();
  private final AtomicInteger requests = new AtomicInteger();
  private final Meter meter;
  private final Instant startedAt;
  private @Nullable List<String> subAccounts;

  /**
   * Creates an execution.
   *
   * @param statement the statement's text
   * @param cancellation whether to end before the time
   * @param needsAllRows whether the rows are likely to be taken to the end, so that reading ahead
   *     is not in vain
   * @param warnings told of each warning once
   */
  public Execution(
      Session session,
      String statement,
      Cancellation cancellation,
      boolean needsAllRows,
      Consumer<String> warnings) {
    this.session = session;
    this.statement = statement;
    this.cancellation = cancellation;
    this.needsAllRows = needsAllRows;
    this.warnings = warnings;
    this.startedAt = session.now();
    this.meter = new Meter(session.meter());
  }

  /** Tells the log how the run went; it has ended with so many rows. */
  public void tell(long rows) {
    session.tell(statement, startedAt, requests.get(), rows);
  }

  /**
   * Returns the rows that a plan brings, holding these columns.
   *
   * <p>A request is sent only when a row is asked for that the pages so far do not hold.
   */
  public Iterator<@Nullable Object[]> rows(
      RequestPlanner requests, RequestPlan plan, List<ColumnDefinition> columns) {
    checkLimit(plan);
    return iterator(new TableRows(this, requests, plan, columns));
  }

  /**
   * Returns the rows that fulfil a predicate in order, holding these columns, among which is that
   * of the order.
   */
  public Iterator<@Nullable Object[]> rows(
      RequestPlanner requests,
      TableDefinition table,
      Predicate predicate,
      List<ColumnDefinition> columns,
      Ordering ordering) {
    return iterator(new OrderedRows(this, requests, table, predicate, columns, ordering));
  }

  private Iterator<@Nullable Object[]> iterator(RowSource source) {
    return new AbstractIterator<>() {
      @Override
      protected @Nullable Object @Nullable [] computeNext() {
        cancellation.check();
        @Nullable Object[] row = source.next();
        return row == null ? endOfData() : row;
      }
    };
  }

  /**
   * Does nothing while the run may go on.
   *
   * @throws StatementCanceledException if it was canceled
   */
  public void check() {
    cancellation.check();
  }

  /**
   * Waits for what another thread does.
   *
   * @throws StatementCanceledException if the run is canceled meanwhile
   * @throws ExecutionException if the other thread failed
   */
  public <T> T await(Future<T> future) throws ExecutionException {
    return cancellation.await(future);
  }

  /**
   * Returns the sub-accounts, as the connection knows them or as this statement has found them.
   *
   * @param read reads them, and has the connection remember them unless they were refused
   */
  synchronized List<String> subAccounts(Supplier<List<String>> read) {
    List<String> found = session.subAccounts().orElse(subAccounts);
    if (found == null) {
      found = read.get();
      subAccounts = found;
    }
    return found;
  }

  /** Returns whether to read ahead of the rows that are taken. */
  boolean readsAhead(RequestPlan plan) {
    return needsAllRows && plan.wanted().isEmpty() && session.concurrency().most() > 1;
  }

  /** Returns whether the statement may send so many more requests. */
  boolean canSend(long more) {
    return session.maxRequests().orElse(Integer.MAX_VALUE) - requests.get() >= more;
  }

  /** Returns whether Twilio still knows the credentials. */
  boolean isSignedIn() {
    return session.isAnswered(statement, cancellation);
  }

  Session session() {
    return session;
  }

  /**
   * Refuses a plan that needs more requests than the statement may send, before the first is sent.
   */
  private void checkLimit(RequestPlan plan) {
    int limit = session.maxRequests().orElse(Integer.MAX_VALUE);
    if (plan.leastRequests() > limit - requests.get()) {
      throw new RequestLimitException(limit, plan.table());
    }
  }

  /** Sends a request, or refuses to if the statement was canceled or may send no more. */
  Session.Answer get(RequestPlan plan, Target target) {
    cancellation.check();
    int limit = session.maxRequests().orElse(Integer.MAX_VALUE);
    // A row that has moved on between two lists would be in neither if one was asked for earlier.
    boolean mustBeNew = plan.isListedByValue() && !target.isSettled();
    TwilioClient client = mustBeNew ? session.client().withoutCache() : session.client();
    boolean isKept = client.isKept(target);
    if (!isKept && requests.incrementAndGet() > limit) {
      throw new RequestLimitException(limit, plan.table());
    }
    try {
      return session.send(client, target, statement, cancellation, meter);
    } catch (IOException e) {
      cancellation.check();
      if (Thread.currentThread().isInterrupted()) {
        throw cancellation.interrupted();
      }
      throw Failures.of(session.endpoint().url(target), e);
    } catch (InterruptedException e) {
      throw cancellation.interrupted();
    }
  }

  Cancellation cancellation() {
    return cancellation;
  }

  /** Takes note of a page that was read. */
  void read(Page page) {
    meter.add(Meter.Count.PAGES, 1);
    meter.add(Meter.Count.ROWS, page.rows().size());
    session.progressed(statement, meter);
  }

  void warn(String message) {
    warn(message, message);
  }

  /** Warns, if not of the same before. */
  private void warn(String of, String message) {
    if (warned.add(of)) {
      meter.add(Meter.Count.WARNINGS, 1);
      warnings.accept(message);
    }
  }

  /** Warns of a value that does not fit, once a column. */
  void warnUnfit(TableDefinition table, ColumnDefinition column, String text) {
    String shown = text.length() > 40 ? text.substring(0, 40) + "…" : text;
    warn(
        table.name() + "." + column.name(),
        "%s.%s: '%s' is no %s and was read as NULL; further values of this column are not reported"
            .formatted(table.name(), column.name(), shown, column.type().sqlName()));
  }
}
