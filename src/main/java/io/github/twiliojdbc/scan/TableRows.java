package io.github.twiliojdbc.scan;

import io.github.twiliojdbc.catalog.ColumnDefinition;
import io.github.twiliojdbc.request.RequestPlan;
import io.github.twiliojdbc.value.PageDecoder;
import io.github.twiliojdbc.value.RowDecoder;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows of one table: the list of each binding of the path's parameters, in turn. */
final class TableRows implements RowSource {
  private final Execution execution;
  private final RequestPlan plan;
  private final List<ColumnDefinition> columns;
  private final PageDecoder decoder;
  private final Iterator<Map<String, String>> bindings;
  private @Nullable ListRows list;

  TableRows(Execution execution, RequestPlan plan, List<ColumnDefinition> columns) {
    this.execution = execution;
    this.plan = plan;
    this.columns = columns;
    this.decoder =
        new PageDecoder(
            plan.table(),
            new RowDecoder(
                columns,
                execution.session().exposeSecrets(),
                (column, text) -> execution.warnUnfit(plan.table(), column, text)));
    this.bindings = Bindings.of(execution, plan);
  }

  @Override
  public @Nullable Object @Nullable [] next() {
    while (true) {
      if (list != null) {
        @Nullable Object[] row = list.next();
        if (row != null) {
          return row;
        }
      }
      if (!bindings.hasNext()) {
        return null;
      }
      Map<String, String> binding = bindings.next();
      list = new ListRows(execution, plan, binding, decoder, defaults(binding));
    }
  }

  /** A path parameter is a column; where the row itself does not say, the path's value stands. */
  private @Nullable Object[] defaults(Map<String, String> binding) {
    return columns.stream().map(column -> binding.get(column.name())).toArray();
  }
}
