package io.github.twiliojdbc.request;

import com.google.common.collect.Range;
import io.github.twiliojdbc.catalog.Catalog;
import io.github.twiliojdbc.catalog.ParentCondition;
import io.github.twiliojdbc.catalog.ParentLink;
import io.github.twiliojdbc.catalog.PathTemplate;
import io.github.twiliojdbc.catalog.TableDefinition;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/** Decides which requests bring the rows of a table that fulfil a predicate: the fewest. */
public final class RequestPlanner {
  private final Catalog catalog;
  private final OptionalInt pageSize;
  private final Statistics statistics;
  private final Instant now;
  private final Duration lookback;
  private final Estimator estimator;

  /**
   * Creates a planner.
   *
   * @param pageSize rows to ask for at a time, if not as many as each table allows
   * @param now time from which the reach of date filters is counted
   * @param lookback how long a row may still change
   */
  public RequestPlanner(
      Catalog catalog,
      OptionalInt pageSize,
      Statistics statistics,
      Instant now,
      Duration lookback) {
    this.catalog = catalog;
    this.pageSize = pageSize;
    this.statistics = statistics;
    this.now = now;
    this.lookback = lookback;
    this.estimator = new Estimator(statistics, now);
  }

  /** Returns what requests and rows are likely to be. */
  public Estimator estimator() {
    return estimator;
  }

  /** Returns what requests and rows are likely to be if there are so many accounts. */
  public Estimator estimator(int accounts) {
    return new Estimator(new AssumedAccounts(statistics, accounts), now);
  }

  /** Returns whether a plan reads the list of accounts as the driver itself does. */
  public boolean listsAccounts(RequestPlan plan) {
    TableDefinition accounts = catalog.accounts();
    return plan.table().equals(accounts)
        && plan.pageSize() == accounts.pageSize()
        && plan.wanted().isEmpty()
        && plan.reads().size() == 1
        && plan.reads().get(0).isList()
        && plan.reads().get(0).parameters().isEmpty();
  }

  /** Returns what is known of the account's size. */
  public Statistics statistics() {
    return statistics;
  }

  /** Returns the tables whose rows a plan reads the children of, if no list of them was seen. */
  public List<String> unknownParents(RequestPlan plan) {
    return plan.reads().stream()
        .filter(read -> read.source() instanceof PathSource.EachParent)
        .map(read -> ((PathSource.EachParent) read.source()).parent())
        .flatMap(
            parent ->
                Stream.concat(
                    unknownParents(parent).stream(),
                    Stream.of(parent.table().id().toString())
                        .filter(
                            table ->
                                parent.reads().stream().anyMatch(Read::isList)
                                    && !statistics.hasSeen(parent.table()))))
        .distinct()
        .toList();
  }

  /**
   * Returns requests that bring at least the rows that fulfil the predicate.
   *
   * @param wanted how many rows are enough, if not all are needed
   */
  public RequestPlan plan(TableDefinition table, Predicate predicate, OptionalLong wanted) {
    return plan(table, predicate, wanted, false);
  }

  /**
   * Returns requests that bring at least the rows that fulfil the predicate.
   *
   * @param wanted how many rows are enough, if not all are needed
   * @param wholePages whether to ask for whole pages even if fewer rows are enough
   */
  public RequestPlan plan(
      TableDefinition table, Predicate predicate, OptionalLong wanted, boolean wholePages) {
    Predicate rows =
        table.addsUpAccounts()
            ? new Predicate.All(List.of(predicate, new Predicate.Is(ofOwnAccount(table))))
            : predicate;
    List<Conjunction> alternatives = worthwhile(table, rows.alternatives());
    List<Read> reads = new ArrayList<>();
    for (int i = 0; i < alternatives.size(); i++) {
      reads.addAll(cheapest(table, alternatives.get(i), alternatives.subList(0, i)));
    }
    int size = wholePages ? pageSize(table) : pageSize(table, reads, wanted);
    return new RequestPlan(table, List.copyOf(reads), size, wanted);
  }

  /** Joins alternatives that are no dearer to read together, with what else that brings. */
  private List<Conjunction> worthwhile(TableDefinition table, List<Conjunction> alternatives) {
    List<Conjunction> joined = new ArrayList<>();
    for (Conjunction alternative : alternatives) {
      double own = cost(table, alternative);
      boolean isJoined = false;
      for (int i = 0; i < joined.size() && !isJoined; i++) {
        Conjunction hull = joined.get(i).hull(alternative);
        isJoined = cost(table, hull) <= cost(table, joined.get(i)) + own;
        if (isJoined) {
          joined.set(i, hull);
        }
      }
      if (!isJoined) {
        joined.add(alternative);
      }
    }
    return joined;
  }

  private double cost(TableDefinition table, Conjunction rows) {
    return estimate(table, cheapest(table, rows, List.of()));
  }

  /**
   * Returns the windows in which rows are best found in the order of a date, or empty if reading
   * all of them is no dearer or the only way.
   *
   * <p>Every window takes a request per list. If the lists have one page each, one window that is
   * all time takes the fewest.
   *
   * @param column date column of the order
   * @param wanted how many rows the windows are to hold
   */
  public Optional<GrowingWindows> windows(
      TableDefinition table,
      Predicate predicate,
      String column,
      boolean isDescending,
      boolean isNullsFirst,
      long wanted) {
    RequestPlan all = plan(table, predicate, OptionalLong.empty());
    boolean isManyPages =
        all.reads().stream().allMatch(Read::isList)
            && all.reads().stream()
                .noneMatch(read -> read.source() instanceof PathSource.EachParent)
            && estimator.requests(all) > estimator.lists(all) + 1;
    return isManyPages
        ? GrowingWindows.of(
            predicate,
            table.column(column),
            isDescending,
            isNullsFirst,
            now,
            statistics.since(),
            wanted)
        : Optional.empty();
  }

  /**
   * Returns the span of dates in which a list can be read in windows, if its conditions give one.
   *
   * <p>What Twilio added up cannot: a window that is wider than asked for would change the sums.
   */
  public Optional<DateSpan> span(TableDefinition table, Read read) {
    return read.isList() && !table.isRolledUp() && !isShort(table)
        ? new Filters(table, now).span(inRanges(table, read.rows()), statistics.since(), settled())
        : Optional.empty();
  }

  /** Returns conditions by which a table can be listed whose ranges are limited in their rows. */
  private static Conjunction inRanges(TableDefinition table, Conjunction rows) {
    return table.mostRows().isEmpty() || rows.columns().containsKey(table.cursor().orElseThrow())
        ? rows
        : rows.with(table.cursor().orElseThrow(), Values.within(Range.all()));
  }

  /**
   * Returns the read of a part of a read's rows.
   *
   * @param wanted dates that rows are wanted of
   * @param asked dates that rows are asked for of, which may be others where a filter does not
   *     reach
   */
  public Read within(
      TableDefinition table, Read read, String column, Range<Long> wanted, Range<Long> asked) {
    Filters filters = new Filters(table, now);
    Conjunction sent = read.rows().with(column, Values.within(asked));
    return new Read(
        read.path(),
        read.isList(),
        read.source(),
        filters.parameters(sent),
        filters.isBefore(sent, settled()),
        read.rows().and(Conjunction.of(column, Values.within(wanted))),
        read.earlier());
  }

  /** Returns the dates of which the answers to such a read hold all rows. */
  public Range<Long> covered(TableDefinition table, String column, Range<Long> window) {
    return new Filters(table, now).covered(Conjunction.of(column, Values.within(window)), column);
  }

  private Instant settled() {
    return now.minus(lookback);
  }

  private double estimate(TableDefinition table, List<Read> reads) {
    return estimator.requests(new RequestPlan(table, reads, pageSize(table), OptionalLong.empty()));
  }

  private List<Read> cheapest(TableDefinition table, Conjunction rows, List<Conjunction> earlier) {
    List<List<Read>> options = new ArrayList<>();
    fetch(table, rows, earlier).ifPresent(read -> options.add(List.of(read)));
    Filters filters = new Filters(table, now);
    Stream.of(filters.lists(rows), filters.separate(rows))
        .distinct()
        .map(parts -> parts.stream().map(part -> list(table, part, earlier)).toList())
        .forEach(options::add);
    return options.stream()
        .min(Comparator.comparingDouble(reads -> estimate(table, reads)))
        .orElseThrow();
  }

  /** Returns a read of single rows, if the conditions name their keys. */
  private Optional<Read> fetch(TableDefinition table, Conjunction rows, List<Conjunction> earlier) {
    return table
        .get()
        .flatMap(
            path ->
                known(table, path, rows)
                    .map(source -> new Read(path, false, source, List.of(), false, rows, earlier)));
  }

  private Read list(TableDefinition table, Conjunction rows, List<Conjunction> earlier) {
    Filters filters = new Filters(table, now);
    Conjunction sent = isShort(table) ? filters.withoutDates(rows) : rows;
    return new Read(
        table.list(),
        true,
        known(table, table.list(), rows).orElseGet(() -> parents(table, rows)),
        filters.parameters(sent),
        filters.isBefore(sent, settled()),
        rows,
        earlier);
  }

  /**
   * Returns whether a parent's list is likely a single page, which dates would not make fewer: they
   * would only keep its answer from serving another query.
   */
  private boolean isShort(TableDefinition table) {
    return table.list().parameters().size() > (table.accountParameter().isPresent() ? 1 : 0)
        && statistics.rowsPerList(table) <= pageSize(table);
  }

  /** Returns the source of a path's parameters if the conditions, or the accounts, suffice. */
  private Optional<PathSource> known(TableDefinition table, PathTemplate path, Conjunction rows) {
    List<Map<String, String>> bindings = bindings(table, path.parameters(), rows);
    List<String> unknown =
        path.parameters().stream().filter(parameter -> !isGiven(table, parameter, rows)).toList();
    if (unknown.isEmpty() || bindings.isEmpty()) {
      return Optional.of(new PathSource.Known(bindings));
    }
    if (unknown.size() > 1 || !table.accountParameter().equals(Optional.of(unknown.get(0)))) {
      return Optional.empty();
    }
    String account = unknown.get(0);
    return Optional.of(
        new PathSource.EachAccount(
            account, bindings, Optional.ofNullable(rows.columns().get(account))));
  }

  private static boolean isGiven(TableDefinition table, String parameter, Conjunction rows) {
    return rows.columns().get(parameter) instanceof Values.OneOf
        || table.values().containsKey(parameter);
  }

  /** Returns the values of those of some parameters that the conditions or the table give. */
  private static List<Map<String, String>> bindings(
      TableDefinition table, List<String> parameters, Conjunction rows) {
    Map<String, Set<String>> known = new LinkedHashMap<>();
    for (String parameter : parameters) {
      if (rows.columns().get(parameter) instanceof Values.OneOf oneOf) {
        known.put(parameter, texts(oneOf));
      } else if (table.values().containsKey(parameter)) {
        known.put(parameter, new LinkedHashSet<>(table.values().get(parameter)));
      }
    }
    return product(known);
  }

  private PathSource parents(TableDefinition table, Conjunction rows) {
    List<String> missing =
        table.required().stream().filter(name -> !isGiven(table, name, rows)).toList();
    if (!missing.isEmpty()) {
      return new PathSource.Missing(missing);
    }
    TableDefinition parent = catalog.parentOf(table).orElseThrow();
    Map<String, String> columns = new LinkedHashMap<>();
    table.parents().forEach(link -> columns.put(link.parameter(), link.column()));
    Conjunction parentRows = parentRows(table, parent, rows);
    RequestPlan plan = plan(parent, new Predicate.Is(parentRows), OptionalLong.empty());
    return missing(plan)
        .map(names -> missing(table, names))
        .orElseGet(
            () ->
                new PathSource.EachParent(
                    plan, columns, parentRows, bindings(table, withoutParents(table), rows)));
  }

  private static List<String> withoutParents(TableDefinition table) {
    List<String> others = new ArrayList<>(table.list().parameters());
    table.parents().forEach(link -> others.remove(link.parameter()));
    return others;
  }

  /** Returns what a parent's row fulfils if it can have children with these conditions. */
  private Conjunction parentRows(TableDefinition table, TableDefinition parent, Conjunction rows) {
    Conjunction parentRows = Conjunction.NONE;
    for (ParentLink link : table.parents()) {
      Values values = rows.columns().get(link.parameter());
      if (values != null) {
        parentRows = parentRows.and(Conjunction.of(link.column(), values));
      }
    }
    for (ParentCondition condition : table.parentConditions()) {
      parentRows = parentRows.and(Conjunction.of(condition.column(), values(condition)));
    }
    return table.accountParameter().isEmpty() && parent.accountParameter().isPresent()
        ? parentRows.and(ofOwnAccount(parent))
        : parentRows;
  }

  /** Returns a condition on rows of which the API answers for the account that signed in alone. */
  private Conjunction ofOwnAccount(TableDefinition table) {
    return statistics
        .account()
        .map(sid -> Conjunction.of(table.accountParameter().get(), Values.oneOf(List.of(sid))))
        .orElse(Conjunction.NONE);
  }

  /** Returns the columns that a plan lacks values of, if it does. */
  private static Optional<List<String>> missing(RequestPlan plan) {
    return plan.reads().stream()
        .filter(read -> read.source() instanceof PathSource.Missing)
        .map(read -> ((PathSource.Missing) read.source()).columns())
        .findFirst();
  }

  /** Returns the columns of a child that those of its parent are called there. */
  private static PathSource missing(TableDefinition child, List<String> names) {
    return new PathSource.Missing(
        child.parents().stream()
            .filter(link -> names.contains(link.column()))
            .map(ParentLink::parameter)
            .toList());
  }

  private static Values values(ParentCondition condition) {
    return condition instanceof ParentCondition.AtLeast atLeast
        ? Values.within(Range.atLeast(atLeast.minimum()))
        : Values.oneOf(((ParentCondition.AnyOf) condition).values());
  }

  private int pageSize(TableDefinition table) {
    return Math.min(pageSize.orElse(table.pageSize()), table.pageSize());
  }

  /** Asks for no more rows than are wanted, unless some rows of a page may not be wanted. */
  private int pageSize(TableDefinition table, List<Read> reads, OptionalLong wanted) {
    int full = pageSize(table);
    if (wanted.isEmpty() || reads.size() != 1) {
      return full;
    }
    int least = new Filters(table, now).leastPage(reads.get(0).rows(), full);
    return (int) Math.min(full, Math.max(least, wanted.getAsLong()));
  }

  private static Set<String> texts(Values.OneOf oneOf) {
    Set<String> texts = new LinkedHashSet<>();
    oneOf.values().forEach(value -> texts.add(String.valueOf(value)));
    // No resource has an empty identifier, and an empty path segment would name another resource.
    Set.of("", ".", "..").forEach(texts::remove);
    return texts;
  }

  private static List<Map<String, String>> product(Map<String, Set<String>> known) {
    List<Map<String, String>> bindings = List.of(Map.of());
    for (Map.Entry<String, Set<String>> parameter : known.entrySet()) {
      List<Map<String, String>> longer = new ArrayList<>();
      for (Map<String, String> binding : bindings) {
        for (String value : parameter.getValue()) {
          Map<String, String> extended = new LinkedHashMap<>(binding);
          extended.put(parameter.getKey(), value);
          longer.add(extended);
        }
      }
      bindings = longer;
    }
    return bindings;
  }
}
