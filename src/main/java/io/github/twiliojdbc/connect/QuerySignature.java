package io.github.twiliojdbc.connect;

import io.github.twiliojdbc.planner.PlannedQuery;
import java.util.Map;
import org.apache.calcite.avatica.Meta;

/** What Avatica keeps of a prepared statement, with the plan behind it. */
final class QuerySignature extends Meta.Signature {
  private final transient PlannedQuery query;
  private final long maxRows;

  /**
   * Creates a signature.
   *
   * @param maxRows most rows of a run, or a negative number for all
   */
  QuerySignature(String sql, PlannedQuery query, long maxRows) {
    super(
        query.columns(),
        sql,
        query.parameters(),
        Map.of(),
        query.cursorFactory(),
        Meta.StatementType.SELECT);
    this.query = query;
    this.maxRows = maxRows;
  }

  PlannedQuery query() {
    return query;
  }

  long maxRows() {
    return maxRows;
  }
}
