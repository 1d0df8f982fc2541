package io.github.twiliojdbc.jdbc;

import io.github.twiliojdbc.planner.PlannedQuery;
import java.util.Map;
import org.apache.calcite.avatica.Meta;

/** What Avatica keeps of a prepared statement, with the plan behind it. */
final class QuerySignature extends Meta.Signature {
  private final transient PlannedQuery query;

  QuerySignature(String sql, PlannedQuery query) {
    super(
        query.columns(),
        sql,
        query.parameters(),
        Map.of(),
        query.columns().size() == 1 ? Meta.CursorFactory.OBJECT : Meta.CursorFactory.ARRAY,
        Meta.StatementType.SELECT);
    this.query = query;
  }

  PlannedQuery query() {
    return query;
  }
}
