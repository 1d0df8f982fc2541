package io.github.twiliojdbc.scan;

import io.github.twiliojdbc.Activity;
import io.github.twiliojdbc.ProgressListener;
import io.github.twiliojdbc.catalog.Catalog;
import io.github.twiliojdbc.catalog.TableDefinition;
import io.github.twiliojdbc.request.Statistics;
import io.github.twiliojdbc.transport.Endpoint;
import io.github.twiliojdbc.transport.Failures;
import io.github.twiliojdbc.transport.RequestFailure;
import io.github.twiliojdbc.transport.Response;
import io.github.twiliojdbc.transport.Secrets;
import io.github.twiliojdbc.transport.Target;
import io.github.twiliojdbc.transport.TwilioClient;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What all statements of a connection share.
 *
 * <p>Safe for use by several threads.
 */
public final class Session implements Statistics, AutoCloseable {
  private final Catalog catalog;
  private final TwilioClient client;
  private final Endpoint endpoint;
  private final String accountSid;
  private final Secrets secrets;
  private final boolean exposeSecrets;
  private final OptionalInt maxRequests;
  private final Clock clock;
  private final Concurrency concurrency;
  private final KnownWindows knownWindows;
  private final RequestLog requestLog;
  private final Map<List<String>, SeenLists> seen = new ConcurrentHashMap<>();
  private final Meter meter = new Meter(null);
  private volatile @Nullable ProgressListener listener;
  private volatile @Nullable List<String> subAccounts;
  private volatile @Nullable Instant since;

  /**
   * Creates a session.
   *
   * @param endpoint where the client sends requests, for messages and next-page links
   * @param accountSid account that signs in
   * @param secrets what is not written down
   * @param exposeSecrets whether secret columns are read
   * @param maxRequests most requests that a statement may send, if there is a limit
   * @param maxConcurrency most requests at a time
   * @param requestLog takes note of requests
   * @param clock time at which requests are written down
   */
  public Session(
      Catalog catalog,
      TwilioClient client,
      Endpoint endpoint,
      String accountSid,
      Secrets secrets,
      boolean exposeSecrets,
      OptionalInt maxRequests,
      int maxConcurrency,
      RequestLog requestLog,
      Clock clock) {
    this.catalog = catalog;
    this.client = client;
    this.endpoint = endpoint;
    this.accountSid = accountSid;
    this.secrets = secrets;
    this.exposeSecrets = exposeSecrets;
    this.maxRequests = maxRequests;
    this.requestLog = requestLog;
    this.clock = clock;
    this.concurrency = new Concurrency(maxConcurrency);
    this.knownWindows = new KnownWindows(client::isKept);
  }

  Catalog catalog() {
    return catalog;
  }

  TwilioClient client() {
    return client;
  }

  /** Returns where requests go. */
  public Endpoint endpoint() {
    return endpoint;
  }

  String accountSid() {
    return accountSid;
  }

  boolean exposeSecrets() {
    return exposeSecrets;
  }

  OptionalInt maxRequests() {
    return maxRequests;
  }

  /** Returns the sub-accounts, if a statement has read them before. */
  Optional<List<String>> subAccounts() {
    return Optional.ofNullable(subAccounts);
  }

  /**
   * Takes note of the accounts.
   *
   * @param oldest when the oldest of them was made, if that is known
   */
  void rememberSubAccounts(List<String> sids, Optional<Instant> oldest) {
    since = oldest.orElse(null);
    subAccounts = List.copyOf(sids);
  }

  Concurrency concurrency() {
    return concurrency;
  }

  /**
   * Sends a request, unless its answer is at hand, and takes note of it.
   *
   * @param statement statement that it is sent for
   * @param meter counts it
   */
  Answer send(
      TwilioClient client, Target target, String statement, Cancellation cancellation, Meter meter)
      throws IOException, InterruptedException {
    boolean isKept = client.isKept(target);
    meter.add(isKept ? Meter.Count.CACHE_HITS : Meter.Count.REQUESTS, 1);
    meter.add(Meter.Count.IN_FLIGHT, isKept ? 0 : 1);
    progressed(statement, meter);
    Instant startedAt = clock.instant();
    Optional<Response> answer = Optional.empty();
    try {
      Response response = cancellation.during(() -> get(client, target));
      answer = Optional.of(response);
      return new Answer(response, log(target, startedAt, isKept, statement, answer));
    } catch (IOException e) {
      log(target, startedAt, isKept, statement, answer);
      throw e;
    } finally {
      meter.add(Meter.Count.IN_FLIGHT, isKept ? 0 : -1);
      meter.add(Meter.Count.RETRIES, isKept ? 0 : answer.map(Response::retries).orElse(0));
      progressed(statement, meter);
    }
  }

  private Response get(TwilioClient client, Target target) throws IOException {
    if (concurrency.isClosed()) {
      throw new IOException("the connection was closed");
    }
    return client.get(target);
  }

  /** Tells the listener how far a statement is, if there is one. */
  void progressed(String statement, Meter meter) {
    ProgressListener told = listener;
    if (told != null) {
      try {
        meter.tell(activity -> told.progressed(statement, activity));
      } catch (RuntimeException e) {
        requestLog.warn("A progress listener failed", e);
      }
    }
  }

  /** Has a listener told how far each statement is, in place of the one before. */
  public void setProgressListener(@Nullable ProgressListener listener) {
    this.listener = listener;
  }

  private RequestLog.Entry log(
      Target target,
      Instant startedAt,
      boolean isKept,
      String statement,
      Optional<Response> response) {
    return requestLog.add(
        new SentRequest(
            startedAt,
            secrets.masked(endpoint.url(target)),
            response.map(Response::withoutBody),
            Duration.between(startedAt, clock.instant()).toMillis(),
            response.map(answer -> answer.body().length).orElse(0),
            isKept,
            isKept ? 0 : response.map(Response::retries).orElse(0),
            secrets.masked(statement)));
  }

  /** Returns what was done so far. */
  public Activity activity() {
    return meter.activity();
  }

  Meter meter() {
    return meter;
  }

  /** Sets the name of the application that requests tell. */
  public void setApplicationName(String name) {
    client.setApplicationName(name);
  }

  /**
   * Limits how long an answer may take; zero is no limit but that of the connection's properties.
   */
  public void limit(Duration longest) {
    client.limit(longest);
  }

  /** Returns the latest requests. */
  public RequestLog requestLog() {
    return requestLog;
  }

  KnownWindows knownWindows() {
    return knownWindows;
  }

  /**
   * Asks Twilio the smallest question that these credentials may ask.
   *
   * @param statement what it is asked for
   * @throws RequestFailure if it is not answered; to be asked too much at the moment is an answer
   */
  public void validate(String statement, Cancellation cancellation) {
    validate(statement, cancellation, meter);
  }

  private void validate(String statement, Cancellation cancellation, Meter counts) {
    TableDefinition table =
        catalog.schema(Catalog.DEFAULT_SCHEMA).tables().values().stream()
            .filter(list -> list.accountParameter().isPresent() && list.parents().size() == 1)
            .min(Comparator.comparingInt(TableDefinition::typicalRows))
            .orElseThrow();
    Target target =
        new Target(
            table.product().subdomain(), table.list().expand(name -> accountSid) + "?PageSize=1");
    TwilioClient anew = client.withoutCache().withoutRetries();
    String url = endpoint.url(target);
    try {
      Response response = send(anew, target, statement, cancellation, counts).response();
      if (!response.isSuccess() && response.status() != 429) {
        throw Failures.of(url, response, Optional.empty());
      }
    } catch (IOException e) {
      throw Failures.of(url, e);
    } catch (InterruptedException e) {
      throw cancellation.interrupted();
    }
  }

  /** Returns whether {@link #validate} passes. */
  public boolean isAnswered(String statement, Cancellation cancellation) {
    return isAnswered(statement, cancellation, meter);
  }

  /** Returns whether {@link #validate} passes; the request counts for an execution. */
  boolean isAnswered(String statement, Cancellation cancellation, Meter counts) {
    try {
      validate(statement, cancellation, counts);
      return true;
    } catch (RequestFailure | StatementCanceledException e) {
      return false;
    }
  }

  @Override
  public double rowsPerList(TableDefinition table) {
    SeenLists lists = seen.get(list(table));
    return lists == null ? table.typicalRows() : (double) lists.rows / lists.count;
  }

  @Override
  public boolean hasSeen(TableDefinition table) {
    return seen.containsKey(list(table));
  }

  @Override
  public boolean cachesAnswers() {
    return client.caches();
  }

  @Override
  public Optional<String> account() {
    return Optional.of(accountSid);
  }

  @Override
  public Optional<List<String>> accounts() {
    return subAccounts()
        .map(others -> Stream.concat(Stream.of(accountSid), others.stream()).toList());
  }

  @Override
  public OptionalDouble seenAccounts() {
    SeenLists lists = seen.get(list(catalog.accounts()));
    return lists == null
        ? OptionalDouble.empty()
        : OptionalDouble.of((double) lists.rows / lists.count);
  }

  @Override
  public Optional<Instant> since() {
    return Optional.ofNullable(since);
  }

  private static List<String> list(TableDefinition table) {
    return List.of(table.product().subdomain(), table.list().text());
  }

  /** Takes note of how many rows an unfiltered list had. */
  void rememberRows(TableDefinition table, long rows) {
    seen.merge(list(table), new SeenLists(1, rows), SeenLists::plus);
  }

  /** Returns the time. */
  Instant now() {
    return clock.instant();
  }

  /** Tells the log of a statement whose rows were read, or not wanted any more. */
  void tell(String statement, Instant startedAt, int requests, long rows) {
    requestLog.tell(
        secrets.masked(statement),
        requests,
        Duration.between(startedAt, clock.instant()).toMillis(),
        rows);
  }

  @Override
  public void close() {
    concurrency.close();
    client.close();
    requestLog.close();
  }

  /** An answer, and where it is to be written down how many rows it holds. */
  record Answer(Response response, RequestLog.Entry entry) {}

  private record SeenLists(long count, long rows) {
    SeenLists plus(SeenLists other) {
      return new SeenLists(count + other.count, rows + other.rows);
    }
  }
}
