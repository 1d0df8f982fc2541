package io.github.twiliojdbc.request;

import com.google.common.collect.ImmutableRangeSet;
import com.google.common.collect.Range;
import io.github.twiliojdbc.catalog.ColumnDefinition;
import io.github.twiliojdbc.catalog.ColumnType;
import io.github.twiliojdbc.catalog.FilterDefinition;
import io.github.twiliojdbc.catalog.TableDefinition;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Guesses how many rows and requests a read is, from what is typical and what was seen.
 *
 * <p>A guess only chooses between ways that are all right.
 */
public final class Estimator {
  /** How far back an account's rows reach where the API sets no limit. */
  private static final Duration HISTORY = Duration.ofDays(730);

  /** More requests than any way that is possible takes. */
  private static final double NEVER = 1e9;

  private static final double ONE_VALUE = 0.1;
  private static final double TRUTH = 0.5;
  private static final double SOME_NUMBERS = 0.3;

  private final Statistics statistics;
  private final Instant now;

  Estimator(Statistics statistics, Instant now) {
    this.statistics = statistics;
    this.now = now;
  }

  /** Returns how many requests a plan is likely to send. */
  public double requests(RequestPlan plan) {
    double all = plan.reads().stream().mapToDouble(read -> requests(plan, read)).sum();
    return plan.wanted().isEmpty()
        ? all
        : Math.min(all, Math.ceil((double) plan.wanted().getAsLong() / plan.pageSize()));
  }

  /** Returns how many lists, or single rows, a plan is likely to ask for. */
  public double lists(RequestPlan plan) {
    return plan.reads().stream().mapToDouble(read -> paths(read.source())).sum();
  }

  /** Returns how many rows a plan is likely to bring that its predicate holds for. */
  public double rows(RequestPlan plan) {
    return plan.reads().stream().mapToDouble(read -> rows(plan.table(), read)).sum();
  }

  /** Returns how many rows one list is likely to have that a read's conditions hold for. */
  public double rowsOfList(TableDefinition table, Read read) {
    return statistics.rowsPerList(table) * share(table, read.rows());
  }

  private double requests(RequestPlan plan, Read read) {
    double paths = paths(read.source());
    if (!read.isList()) {
      return paths;
    }
    double rows =
        statistics.rowsPerList(plan.table()) * share(plan.table(), filtered(plan.table(), read));
    double lists = paths * Math.max(1, Math.ceil(rows / plan.pageSize()));
    if (read.source() instanceof PathSource.EachAccount && statistics.accounts().isEmpty()) {
      return lists + 1;
    }
    return read.source() instanceof PathSource.EachParent each
        ? lists + requests(each.parent())
        : lists;
  }

  private double rows(TableDefinition table, Read read) {
    double paths = paths(read.source());
    return read.isList()
        ? paths * rowsOfList(table, read)
        : read.source() instanceof PathSource.EachAccount each ? each.bindings().size() : paths;
  }

  private double paths(PathSource source) {
    if (source instanceof PathSource.Known known) {
      return known.bindings().size();
    }
    if (source instanceof PathSource.EachAccount each) {
      return each.bindings().size() * accounts(each);
    }
    return source instanceof PathSource.EachParent each
        ? rows(each.parent()) * each.given().size()
        : NEVER;
  }

  /** Returns how many accounts are likely to be read. */
  private double accounts(PathSource.EachAccount each) {
    return statistics
        .accounts()
        .map(sids -> (double) sids.stream().filter(each::reads).count())
        .orElseGet(
            () ->
                Math.max(
                    1,
                    statistics.seenAccounts().orElse(1)
                        * each.accounts().map(some -> SOME_NUMBERS).orElse(1.0)));
  }

  /** Returns the conditions that the requests themselves carry: dates as far as filters reach. */
  private Conjunction filtered(TableDefinition table, Read read) {
    Filters filters = new Filters(table, now);
    Conjunction filtered = Conjunction.NONE;
    for (Map.Entry<String, Values> condition : read.rows().columns().entrySet()) {
      String column = condition.getKey();
      if (table.column(column).filter().isPresent()) {
        if (condition.getValue() instanceof Values.OneOf oneOf) {
          filtered = oneOf.values().size() == 1 ? filtered.with(column, oneOf) : filtered;
        } else {
          filtered = filtered.with(column, Values.within(filters.covered(read.rows(), column)));
        }
      }
    }
    return filtered;
  }

  /** Returns which share of a list's rows is likely to fulfil conditions. */
  private double share(TableDefinition table, Conjunction rows) {
    double share = 1;
    for (Map.Entry<String, Values> condition : rows.columns().entrySet()) {
      if (!table.list().parameters().contains(condition.getKey())) {
        share *= share(table, table.column(condition.getKey()), condition.getValue());
      }
    }
    return share;
  }

  private double share(TableDefinition table, ColumnDefinition column, Values values) {
    if (values instanceof Values.OneOf oneOf && column.each().isPresent()) {
      // Rows come to rest in the last value.
      List<String> all = column.each().get().values();
      return oneOf.values().contains(all.get(all.size() - 1))
          ? 1
          : Math.min(1, oneOf.values().size() * ONE_VALUE);
    }
    if (values instanceof Values.OneOf oneOf) {
      double one =
          table.key().contains(column.name())
              ? 1 / Math.max(1, statistics.rowsPerList(table))
              : column.type() == ColumnType.BOOLEAN ? TRUTH : ONE_VALUE;
      return Math.min(1, oneOf.values().size() * one);
    }
    return column.type().isTemporal() ? share(column, (Values.Within) values) : SOME_NUMBERS;
  }

  private double share(ColumnDefinition column, Values.Within values) {
    Duration history =
        column
            .filter()
            .filter(FilterDefinition.Range.class::isInstance)
            .flatMap(filter -> ((FilterDefinition.Range) filter).reach())
            .orElse(HISTORY);
    long scale = column.type() == ColumnType.DATE ? TimeFunction.DAY : 1;
    long end = now.toEpochMilli() / scale + 1;
    long start = end - Math.max(1, history.toMillis() / scale);
    double covered = 0;
    for (Range<Long> range :
        values
            .ranges()
            .intersection(ImmutableRangeSet.of(Range.closedOpen(start, end)))
            .asRanges()) {
      covered += range.upperEndpoint() - range.lowerEndpoint();
    }
    return covered / (end - start);
  }
}
