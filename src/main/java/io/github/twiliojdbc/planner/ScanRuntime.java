package io.github.twiliojdbc.planner;

import io.github.twiliojdbc.catalog.ColumnDefinition;
import io.github.twiliojdbc.catalog.TableDefinition;
import io.github.twiliojdbc.request.Condition;
import java.util.Iterator;
import java.util.List;
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
  private final List<Condition> conditions;

  ScanRuntime(TableDefinition table, List<ColumnDefinition> columns, List<Condition> conditions) {
    this.table = table;
    this.columns = columns;
    this.conditions = conditions;
  }

  /**
   * Returns the rows, read anew each time that they are enumerated: arrays, or bare values if there
   * is one column, as Calcite has it.
   */
  public Enumerable<@Nullable Object> rows(DataContext context) {
    QueryContext query = (QueryContext) context;
    return new AbstractEnumerable<>() {
      @Override
      public Enumerator<@Nullable Object> enumerator() {
        Iterator<@Nullable Object[]> rows =
            query.execution().rows(query.requests().plan(table, conditions), columns);
        return Linq4j.transform(
            Linq4j.iterableEnumerator(() -> rows), row -> columns.size() == 1 ? row[0] : row);
      }
    };
  }
}
