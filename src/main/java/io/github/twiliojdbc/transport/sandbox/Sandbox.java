package io.github.twiliojdbc.transport.sandbox;

import io.github.twiliojdbc.catalog.Catalog;
import io.github.twiliojdbc.catalog.FilterDefinition;
import io.github.twiliojdbc.catalog.Rollup;
import io.github.twiliojdbc.catalog.TableDefinition;
import io.github.twiliojdbc.transport.Response;
import io.github.twiliojdbc.transport.Target;
import io.github.twiliojdbc.transport.TwilioClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Answers requests with rows of the sample account: filters, paging and errors included. */
public final class Sandbox implements TwilioClient {
  private final Routes routes;
  private final SampleRows samples;
  private final DateReading reading;
  private final boolean isShuffled;

  /**
   * Creates a sandbox.
   *
   * @param accountSid account that signs in
   * @param seed what the rows depend on besides the time
   * @param clock time up to which there are rows, read once
   */
  public Sandbox(Catalog catalog, String accountSid, long seed, Clock clock) {
    this(catalog, accountSid, seed, clock, DateReading.WHOLE_DAY, false, Spread.EVEN);
  }

  /**
   * Creates a sandbox that uses the freedom which Twilio's documentation leaves it, of an account
   * that may be unlike others.
   *
   * @param reading how the bounds of date filters are read
   * @param isShuffled whether rows come in no order, and in another one for other filters
   * @param spread how rows lie in time
   */
  public Sandbox(
      Catalog catalog,
      String accountSid,
      long seed,
      Clock clock,
      DateReading reading,
      boolean isShuffled,
      Spread spread) {
    this(
        catalog,
        new SampleRows(
            catalog,
            SampleFile::bundled,
            accountSid,
            seed,
            seconds(clock),
            Duration.ofDays(90),
            spread),
        reading,
        isShuffled);
  }

  Sandbox(Catalog catalog, SampleRows samples, DateReading reading, boolean isShuffled) {
    this.routes = new Routes(catalog);
    this.samples = samples;
    this.reading = reading;
    this.isShuffled = isShuffled;
  }

  private static Instant seconds(Clock clock) {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }

  @Override
  public Response get(Target target) {
    Query query = Query.of(target);
    Optional<Routes.Match> match = routes.match(target.subdomain(), query);
    if (match.isEmpty()) {
      return Answers.error(404, 20404, "The requested resource " + query.path() + " was not found");
    }
    TableDefinition table = match.get().table();
    Map<String, String> path = match.get().values();
    Optional<List<SampleRow>> rows = samples.rows(table, path);
    if (rows.isEmpty()) {
      return Answers.error(404, 20404, "The requested resource " + query.path() + " was not found");
    }
    if (!match.get().isList()) {
      return rows.get().stream()
          .filter(row -> path.entrySet().stream().allMatch(e -> row.says(e.getKey(), e.getValue())))
          .findFirst()
          .map(row -> Answers.row(table, row))
          .orElseGet(() -> Answers.error(404, 20404, "The requested resource was not found"));
    }
    if (reachesTooFar(table, query)) {
      return Answers.error(
          400,
          20004,
          "Date range specified in query is partially or entirely outside of retention");
    }
    if (query.number("Page", 0) * query.number("PageSize", Answers.DEFAULT_PAGE_SIZE)
        >= table.mostRows().orElse(Integer.MAX_VALUE)) {
      return Answers.error(
          400, 20001, "Results are limited to " + table.mostRows().getAsInt() + " rows");
    }
    Predicate<SampleRow> wanted = new SampleFilters(reading).of(table, query);
    boolean addsUpAccounts = addsUpAccounts(table, path, query);
    Stream<SampleRow> listed = addsUpAccounts ? samples.ofAllAccounts(table) : rows.get().stream();
    List<SampleRow> filtered =
        AddedUp.rows(table, match.get().period(), addsUpAccounts, listed.filter(wanted).toList());
    return Answers.page(table, query, isShuffled ? shuffled(filtered) : filtered);
  }

  /** Returns whether the main account's list is asked for with the rows of its sub-accounts. */
  private boolean addsUpAccounts(TableDefinition table, Map<String, String> path, Query query) {
    return table
        .rollup()
        .map(Rollup::subAccounts)
        .filter(parameters -> !parameters.isEmpty())
        .filter(
            parameters ->
                parameters.entrySet().stream()
                    .allMatch(
                        parameter ->
                            query
                                .parameter(parameter.getKey())
                                .equals(Optional.of(parameter.getValue()))))
        .filter(parameters -> samples.ofOwnAccount(table).equals(path))
        .isPresent();
  }

  private static List<SampleRow> shuffled(List<SampleRow> rows) {
    List<SampleRow> shuffled = new ArrayList<>(rows);
    Collections.shuffle(shuffled, new Random(rows.size()));
    return shuffled;
  }

  /** Twilio refuses a bound that lies further back than it keeps rows. */
  private boolean reachesTooFar(TableDefinition table, Query query) {
    return table.columns().stream()
        .flatMap(column -> column.filter().stream())
        .filter(FilterDefinition.Range.class::isInstance)
        .map(FilterDefinition.Range.class::cast)
        .filter(range -> range.reach().isPresent())
        .anyMatch(
            range ->
                Stream.of(range.after(), range.before())
                    .flatMap(parameter -> query.parameter(parameter).stream())
                    .map(reading::lower)
                    .anyMatch(bound -> bound.isBefore(samples.now().minus(range.reach().get()))));
  }

  @Override
  public void close() {
    // There is nothing to let go of.
  }
}
