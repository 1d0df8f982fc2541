package io.github.twiliojdbc.planner;

import com.google.common.collect.Iterators;
import io.github.twiliojdbc.catalog.ColumnDefinition;
import io.github.twiliojdbc.catalog.ColumnType;
import io.github.twiliojdbc.catalog.TableDefinition;
import io.github.twiliojdbc.request.Predicate;
import io.github.twiliojdbc.sql.functions.WallClock;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.calcite.DataContext;
import org.apache.calcite.linq4j.AbstractEnumerable;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.Enumerator;
import org.apache.calcite.linq4j.Linq4j;
import org.jspecify.annotations.Nullable;

/**
 * What the generated code of a query calls to get a table's rows.
 *
 * <p>Public because generated code is in another package.
 */
public final class ScanRuntime {
  private final ScanRequest request;
  private final PredicateTemplate template;
  private final Set<Integer> required;
  private final List<ColumnDefinition> columns;
  private final int[] timestamps;

  ScanRuntime(ScanRequest request, ScanPredicate predicate) {
    this.request = request;
    this.template = predicate.template();
    this.required = predicate.required();
    this.columns = request.columns().stream().map(request.definition().columns()::get).toList();
    this.timestamps =
        IntStream.range(0, columns.size())
            .filter(place -> columns.get(place).type() == ColumnType.TIMESTAMP)
            .toArray();
  }

  /**
   * Returns the rows, read anew each time that they are enumerated: arrays, or bare values if there
   * is one column, as Calcite has it.
   *
   * @param values values of the predicate, then those of the bounds of added up rows, then how many
   *     rows are wanted if not all are; functions stand for those that may fail
   */
  public Enumerable<@Nullable Object> rows(DataContext context, @Nullable Object[] values) {
    QueryContext query = (QueryContext) context;
    ComputedValues computed = ComputedValues.of(values);
    Iterable<@Nullable Object[]> rows = () -> rows(query, computed);
    Iterable<@Nullable Object[]> read =
        request.keepsRows() ? new KeptRows<>(rows, query.execution()::check) : rows;
    return new AbstractEnumerable<>() {
      @Override
      public Enumerator<@Nullable Object> enumerator() {
        return Linq4j.transform(Linq4j.iterableEnumerator(read), row -> shape(row, query.clock()));
      }
    };
  }

  private Iterator<@Nullable Object[]> rows(QueryContext query, ComputedValues values) {
    Iterator<@Nullable Object[]> begun = query.takeBegun();
    return begun == null ? byKeys(query, values).orElseGet(() -> open(query, values)) : begun;
  }

  /** Returns the rows of a lookup's keys, if the scan has only these for a filter. */
  private Optional<Iterator<@Nullable Object[]>> byKeys(QueryContext query, ComputedValues values) {
    boolean isPlain =
        request.lookups().size() == 1
            && request.lookups().get(0).filter().isKeysOnly()
            && request.wanted().isEmpty();
    if (!isPlain) {
      return Optional.empty();
    }
    ScanLookup lookup = request.lookups().get(0);
    List<String> names =
        lookup.filter().keys().stream().map(DynamicFilter.Key::column).distinct().toList();
    QueryContext.BatchFilter batch = query.batchFilter(lookup.number());
    List<List<@Nullable Object>> keys =
        batch.rows().stream()
            .flatMap(row -> LookupScan.key(row, names).stream())
            .distinct()
            .toList();
    if (keys.isEmpty() || keys.size() < batch.rows().size()) {
      return Optional.empty();
    }
    return query
        .keyedRows()
        .computeIfAbsent(
            Arrays.asList(this, values.values()),
            scan ->
                LookupScan.of(
                    query,
                    table(values.values()),
                    predicate(query, values, number -> Predicate.UNKNOWN),
                    names,
                    keys.get(0),
                    columns))
        .map(rows -> Iterators.transform(rows.rows(keys, batch.isLast()), this::wanted));
  }

  /** Returns a row without what only tells its key. */
  private @Nullable Object[] wanted(@Nullable Object[] row) {
    return row.length == columns.size() ? row : Arrays.copyOf(row, columns.size());
  }

  /** Returns the predicate; fails as a value did that every row is compared with. */
  private Predicate predicate(
      QueryContext query, ComputedValues values, Function<Integer, Predicate> filters) {
    Predicate predicate =
        template.bind(
            new PredicateTemplate.Bound(
                values.values(), Set.of(), query.now(), query.clock(), filters));
    if (!predicate.alternatives().isEmpty()) {
      values.check(required);
    }
    return predicate;
  }

  /** Returns the table whose list is read. */
  private TableDefinition table(List<? extends @Nullable Object> values) {
    int end = values.size() - (request.wanted().isPresent() ? 1 : 0);
    return request.table(values.subList(end - request.bounds().size(), end));
  }

  /** Begins to read the rows. */
  Iterator<@Nullable Object[]> open(QueryContext query, ComputedValues computed) {
    List<? extends @Nullable Object> values = computed.values();
    Predicate predicate = predicate(query, computed, query::filter);
    OptionalLong wanted =
        request.wanted().isPresent() && values.get(values.size() - 1) instanceof Number number
            ? OptionalLong.of(number.longValue())
            : OptionalLong.empty();
    TableDefinition table = table(values);
    return request.order().isEmpty()
        ? query
            .execution()
            .rows(
                query.requests(),
                query.requests().plan(table, predicate, wanted, request.wholePages()),
                columns)
        : query
            .execution()
            .rows(
                query.requests(),
                table,
                predicate,
                columns,
                request.order().get().of(wanted.orElse(1)));
  }

  /** Returns a row as Calcite has it, its instants as what the clock shows. */
  private @Nullable Object shape(@Nullable Object[] row, WallClock clock) {
    return switch (columns.size()) {
      case 0 -> null;
      case 1 -> onClock(row[0], 0, clock);
      default -> {
        @Nullable Object[] shaped = row;
        for (int place : timestamps) {
          Object shown = onClock(row[place], place, clock);
          if (shown != row[place]) {
            // A row may be kept, and be read again.
            shaped = shaped == row ? row.clone() : shaped;
            shaped[place] = shown;
          }
        }
        yield shaped;
      }
    };
  }

  private @Nullable Object onClock(@Nullable Object value, int place, WallClock clock) {
    if (columns.get(place).type() == ColumnType.TIMESTAMP && value instanceof Long instant) {
      long shown = clock.at(instant);
      return shown == instant ? value : (Object) shown;
    }
    return value;
  }
}
