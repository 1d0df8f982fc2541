package io.github.twiliojdbc.planner;

import io.github.twiliojdbc.catalog.ColumnDefinition;
import io.github.twiliojdbc.catalog.TableDefinition;
import io.github.twiliojdbc.request.Predicate;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
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
  private final TableDefinition table;
  private final List<ColumnDefinition> columns;
  private final PredicateTemplate template;
  private final boolean isLimited;
  private final @Nullable ScanOrder order;
  private final boolean keepsRows;

  ScanRuntime(
      TableDefinition table,
      List<ColumnDefinition> columns,
      PredicateTemplate template,
      boolean isLimited,
      @Nullable ScanOrder order,
      boolean keepsRows) {
    this.table = table;
    this.columns = columns;
    this.template = template;
    this.isLimited = isLimited;
    this.order = order;
    this.keepsRows = keepsRows;
  }

  /**
   * Returns the rows, read anew each time that they are enumerated: arrays, or bare values if there
   * is one column, as Calcite has it.
   *
   * @param values values of the predicate, then how many rows are wanted if not all are
   */
  public Enumerable<@Nullable Object> rows(DataContext context, @Nullable Object[] values) {
    QueryContext query = (QueryContext) context;
    Iterable<@Nullable Object[]> rows = () -> rows(query, Arrays.asList(values));
    Iterable<@Nullable Object[]> read = keepsRows ? new KeptRows(rows) : rows;
    return new AbstractEnumerable<>() {
      @Override
      public Enumerator<@Nullable Object> enumerator() {
        return Linq4j.transform(Linq4j.iterableEnumerator(read), ScanRuntime.this::shape);
      }
    };
  }

  private Iterator<@Nullable Object[]> rows(
      QueryContext query, List<? extends @Nullable Object> values) {
    Predicate predicate =
        template.bind(new PredicateTemplate.Bound(values, Set.of(), query.now(), query::keys));
    OptionalLong wanted =
        isLimited && values.get(values.size() - 1) instanceof Number number
            ? OptionalLong.of(number.longValue())
            : OptionalLong.empty();
    return order == null
        ? query.execution().rows(query.requests().plan(table, predicate, wanted), columns)
        : query
            .execution()
            .rows(query.requests(), table, predicate, columns, order.of(wanted.orElse(1)));
  }

  private @Nullable Object shape(@Nullable Object[] row) {
    return switch (columns.size()) {
      case 0 -> null;
      case 1 -> row[0];
      default -> row;
    };
  }
}
