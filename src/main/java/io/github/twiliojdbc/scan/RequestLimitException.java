package io.github.twiliojdbc.scan;

import io.github.twiliojdbc.catalog.ColumnDefinition;
import io.github.twiliojdbc.catalog.TableDefinition;
import java.util.List;
import java.util.stream.Stream;

/** A statement that needs more requests than it may send. */
public final class RequestLimitException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RequestLimitException(int limit, TableDefinition table) {
    super(message(limit, table));
  }

  private static String message(int limit, TableDefinition table) {
    List<String> narrowing =
        Stream.concat(
                table.list().parameters().stream(),
                table.columns().stream()
                    .filter(column -> column.filter().isPresent())
                    .map(ColumnDefinition::name))
            .distinct()
            .toList();
    return "The statement needs more than maxRequests=%d requests; it was reading %s. %s"
        .formatted(
            limit,
            table.id(),
            narrowing.isEmpty()
                ? "Add a LIMIT, or raise maxRequests."
                : "Add a LIMIT or a condition on "
                    + String.join(", ", narrowing)
                    + ", or raise maxRequests.");
  }
}
