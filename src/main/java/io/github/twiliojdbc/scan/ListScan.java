package io.github.twiliojdbc.scan;

import io.github.twiliojdbc.catalog.ColumnDefinition;
import io.github.twiliojdbc.request.Read;
import io.github.twiliojdbc.request.RequestPlan;
import io.github.twiliojdbc.request.RequestPlanner;
import io.github.twiliojdbc.transport.Response;
import io.github.twiliojdbc.value.MalformedPageException;
import io.github.twiliojdbc.value.Page;
import io.github.twiliojdbc.value.PageDecoder;
import io.github.twiliojdbc.value.RowDecoder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What all pages of a scan of one table have in common.
 *
 * @param execution run of the statement
 * @param requests planner of the run's requests
 * @param plan what is asked for
 * @param columns columns that rows hold
 * @param decoder decoder of pages
 */
record ListScan(
    Execution execution,
    RequestPlanner requests,
    RequestPlan plan,
    List<ColumnDefinition> columns,
    PageDecoder decoder) {

  static ListScan of(
      Execution execution,
      RequestPlanner requests,
      RequestPlan plan,
      List<ColumnDefinition> columns) {
    return new ListScan(
        execution,
        requests,
        plan,
        columns,
        new PageDecoder(
            plan.table(),
            new RowDecoder(
                columns,
                execution.session().exposeSecrets(),
                (column, text) -> execution.warnUnfit(plan.table(), column, text))));
  }

  /**
   * Reads a page.
   *
   * @param binding values of the path's parameters, which stand where the row itself does not say
   */
  Page decode(Read read, Map<String, String> binding, Response response)
      throws MalformedPageException {
    @Nullable Object[] defaults =
        columns.stream().map(column -> binding.get(column.name())).toArray();
    return read.isList()
        ? decoder.decode(response.body(), defaults)
        : decoder.decodeRow(response.body(), defaults);
  }

  /** Returns the place of a column in a row, or -1 if it is not there. */
  int place(String column) {
    return columns.indexOf(plan.table().column(column));
  }
}
