package io.github.twiliojdbc.planner;

import com.google.common.collect.Sets;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.RelHomogeneousShuttle;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.core.Sort;
import org.apache.calcite.sql.SqlAggFunction;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.SqlUtil;

/**
 * The ORDER BY of a query in FROM, which is obeyed where its order can be seen, as in PostgreSQL:
 * in lists, which {@code json_agg} and {@code string_agg} make, and in which rows a LIMIT takes.
 */
final class SortsInFrom extends RelHomogeneousShuttle {
  /** Aggregates that are the same in whatever order the rows come. */
  private static final Set<SqlKind> WITHOUT_ORDER =
      Sets.immutableEnumSet(
          SqlKind.ANY_VALUE,
          SqlKind.AVG,
          SqlKind.COUNT,
          SqlKind.GROUPING,
          SqlKind.MAX,
          SqlKind.MIN,
          SqlKind.SINGLE_VALUE,
          SqlKind.STDDEV_POP,
          SqlKind.STDDEV_SAMP,
          SqlKind.SUM,
          SqlKind.SUM0,
          SqlKind.VAR_POP,
          SqlKind.VAR_SAMP);

  /** Returns whether a statement may show in which order the rows of a query in FROM come. */
  static boolean canBeSeenIn(SqlNode statement) {
    return SqlUtil.containsCall(
        statement,
        call ->
            (call.getOperator() instanceof SqlAggFunction aggregate && seesOrder(aggregate))
                || (call instanceof SqlSelect select && takesSome(select)));
  }

  private static boolean takesSome(SqlSelect select) {
    return (select.getFetch() != null || select.getOffset() != null) && !select.hasOrderBy();
  }

  /** Has a sort that lists are made of stay where it is, which no rule does otherwise. */
  @Override
  public RelNode visit(RelNode node) {
    RelNode visited = super.visit(node);
    return visited instanceof Aggregate aggregate
            && aggregate.getAggCallList().stream()
                .anyMatch(call -> seesOrder(call.getAggregation()))
        ? aggregate.copy(aggregate.getTraitSet(), List.of(kept(aggregate.getInput())))
        : visited;
  }

  private static RelNode kept(RelNode node) {
    if (RelOptUtil.isPureOrder(node)) {
      Sort sort = (Sort) node;
      return sort.copy(
          sort.getTraitSet(),
          sort.getInput(),
          sort.getCollation(),
          sort.getCluster().getRexBuilder().makeExactLiteral(BigDecimal.ZERO),
          null);
    }
    return node instanceof Project || node instanceof Filter
        ? node.copy(node.getTraitSet(), List.of(kept(node.getInput(0))))
        : node;
  }

  private static boolean seesOrder(SqlAggFunction aggregate) {
    return !WITHOUT_ORDER.contains(aggregate.getKind());
  }
}
