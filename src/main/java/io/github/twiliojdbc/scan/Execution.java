package io.github.twiliojdbc.scan;

import com.google.common.collect.AbstractIterator;
import io.github.twiliojdbc.Activity;
import io.github.twiliojdbc.catalog.ColumnDefinition;
import io.github.twiliojdbc.catalog.TableDefinition;
import io.github.twiliojdbc.request.Predicate;
import io.github.twiliojdbc.request.RequestPlan;
import io.github.twiliojdbc.request.RequestPlanner;
import io.github.twiliojdbc.transport.Failures;
import io.github.twiliojdbc.transport.Target;
import io.github.twiliojdbc.transport.TwilioClient;
import java.io.IOException;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One run of a statement: its requests are counted, its warnings collected. */
public final class Execution {
  private final Session session;
  private final String statement;
  private final Cancellation cancellation;
  private final boolean needsAllRows;
  private final Consumer<String> warnings;
  private final Set<String> warned;
  private final AtomicInteger requests;
  private final Meter meter;
  private final Instant startedAt;
  private final AtomicReference<@Nullable List<String>> subAccounts;
  private final @Nullable TableDefinition scanned;

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
    this.warned = ConcurrentHashMap.newKeySet();
    this.requests = new AtomicInteger();
    this.subAccounts = new AtomicReference<>();
    this.scanned = null;
  }

  private Execution(Execution whole, Meter meter, @Nullable TableDefinition scanned) {
    this.session = whole.session;
    this.statement = whole.statement;
    this.cancellation = whole.cancellation;
    this.needsAllRows = whole.needsAllRows;
    this.warnings = whole.warnings;
    this.startedAt = whole.startedAt;
    this.meter = meter;
    this.warned = whole.warned;
    this.requests = whole.requests;
    this.subAccounts = whole.subAccounts;
    this.scanned = scanned;
  }

  /** Returns a part of the execution, such as a scan, whose work is also counted separately. */
  public Execution part() {
    return new Execution(this, meter.part(), scanned);
  }

  /**
   * Returns the execution for a list that the driver reads to find the rows of a table of the
   * statement: the errors name that table.
   */
  Execution onBehalfOf(TableDefinition table) {
    return scanned == null ? new Execution(this, meter, table) : this;
  }

  /** Returns the counts of the execution, or of the part of it. */
  public Activity activity() {
    return meter.activity();
  }

  /** Tells the log how the run went; it has ended with so many rows. */
  public void tell(long rows) {
    session.progressed(statement, meter);
    session.tell(statement, startedAt, requests.get(), rows);
  }

  /**
   * Returns the rows that a plan brings, holding these columns.
   *
   * <p>A request is sent only when a row is asked for that the pages so far do not hold.
   */
  public Iterator<@Nullable Object[]> rows(
      RequestPlanner requests, RequestPlan plan, List<ColumnDefinition> columns) {
    return rows(requests, plan, columns, this::countRows);
  }

  /**
   * Returns the rows that a plan brings.
   *
   * @param counter counts the rows of each page
   */
  Iterator<@Nullable Object[]> rows(
      RequestPlanner requests,
      RequestPlan plan,
      List<ColumnDefinition> columns,
      IntConsumer counter) {
    checkLimit(plan);
    return iterator(new TableRows(this, requests, plan, columns, counter));
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
  List<String> subAccounts(Supplier<List<String>> read) {
    synchronized (subAccounts) {
      List<String> found = session.subAccounts().orElse(subAccounts.get());
      if (found == null) {
        found = read.get();
        subAccounts.set(found);
      }
      return found;
    }
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
    return session.isAnswered(statement, cancellation, meter);
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
      throw tooManyRequests(limit, plan);
    }
  }

  private RequestLimitException tooManyRequests(int limit, RequestPlan plan) {
    boolean readsEveryAccount =
        plan.readsEveryAccount()
            || (scanned != null && plan.table().equals(session.catalog().accounts()));
    return new RequestLimitException(
        limit, scanned == null ? plan.table() : scanned, readsEveryAccount);
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
      throw tooManyRequests(limit, plan);
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

  /** Counts a page that was read. */
  void countPage() {
    meter.add(Meter.Count.PAGES, 1);
    session.progressed(statement, meter);
  }

  /** Counts rows that were read and belong to the scan that reads them. */
  void countRows(int rows) {
    if (rows > 0) {
      meter.add(Meter.Count.ROWS, rows);
      session.progressed(statement, meter);
    }
  }

  /** Counts a row of the result that is fetched. */
  public void countResultRow() {
    meter.add(Meter.Count.RESULT_ROWS, 1);
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
