package io.github.twiliojdbc.request;

import io.github.twiliojdbc.catalog.TableDefinition;
import java.util.List;
import java.util.stream.Collectors;

/** A query of a table that Twilio lists for given values alone, without such values. */
public final class MissingConditionException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param columns columns of which a value is needed each
   */
  public MissingConditionException(TableDefinition table, List<String> columns) {
    super(message(table, columns));
  }

  static String message(TableDefinition table, List<String> columns) {
    return "Twilio has no list of all %s; name the %s to list them for: WHERE %s."
        .formatted(
            table.id(),
            String.join(" and ", columns),
            columns.stream().map(column -> column + " = '…'").collect(Collectors.joining(" AND ")));
  }
}
