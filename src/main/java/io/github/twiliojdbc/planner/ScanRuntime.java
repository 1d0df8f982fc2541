package io.github.twiliojdbc.planner;

import io.github.twiliojdbc.catalog.ColumnDefinition;
import io.github.twiliojdbc.catalog.ColumnType;
import io.github.twiliojdbc.catalog.TableDefinition;
import io.github.twiliojdbc.request.Predicate;
import io.github.twiliojdbc.sql.functions.WallClock;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
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
    return begun == null ? open(query, values) : begun;
  }

  /** Begins to read the rows. */
  Iterator<@Nullable Object[]> open(QueryContext query, ComputedValues computed) {
    List<? extends @Nullable Object> values = computed.values();
    Predicate predicate =
        template.bind(
            new PredicateTemplate.Bound(
                values, Set.of(), query.now(), query.clock(), query::filter));
    if (!predicate.alternatives().isEmpty()) {
      computed.check(required);
    }
    OptionalLong wanted =
        request.wanted().isPresent() && values.get(values.size() - 1) instanceof Number number
            ? OptionalLong.of(number.longValue())
            : OptionalLong.empty();
    int end = values.size() - (request.wanted().isPresent() ? 1 : 0);
    TableDefinition table = request.table(values.subList(end - request.bounds().size(), end));
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
