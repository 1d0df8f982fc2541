package io.github.twiliojdbc.scan;

import io.github.twiliojdbc.catalog.ColumnDefinition;
import io.github.twiliojdbc.catalog.TableDefinition;
import java.util.List;
import java.util.stream.Stream;

/** A statement that needs more requests than it may send. */
public final class RequestLimitException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the error of a scan.
   *
   * @param table table of the statement that is being read
   * @param readsEveryAccount whether its rows are read of every account
   */
  RequestLimitException(int limit, TableDefinition table, boolean readsEveryAccount) {
    super(message(limit, table, readsEveryAccount));
  }

  private static String message(int limit, TableDefinition table, boolean readsEveryAccount) {
    List<String> narrowing =
        Stream.concat(
                table.list().parameters().stream(),
                table.columns().stream()
                    .filter(column -> column.filter().isPresent())
                    .map(ColumnDefinition::name))
            .distinct()
            .toList();
    return "The statement needs more than maxRequests=%d requests; it was reading %s%s. %s%s%s"
        .formatted(
            limit,
            table.id(),
            readsEveryAccount ? " of every account" : "",
            narrowing.isEmpty()
                ? "Add a LIMIT"
                : "Add a LIMIT or a condition on " + String.join(", ", narrowing),
            readsEveryAccount ? ", set accounts=own" : "",
            ", or raise maxRequests.");
  }
}
