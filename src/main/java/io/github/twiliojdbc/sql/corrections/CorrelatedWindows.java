package io.github.twiliojdbc.sql.corrections;

import io.github.twiliojdbc.sql.SqlException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.RelHomogeneousShuttle;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.RelVisitor;
import org.apache.calcite.rel.core.CorrelationId;
import org.apache.calcite.rel.logical.LogicalCorrelate;
import org.apache.calcite.rel.logical.LogicalProject;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexFieldAccess;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.rex.RexWindow;
import org.jspecify.annotations.Nullable;

/**
 * Windows of correlated queries, which are of the rows of one outer row alone.
 *
 * <p>Calcite makes a join of such a query, in which the rows of all outer rows are together: what
 * they are correlated by parts them.
 */
final class CorrelatedWindows extends RelHomogeneousShuttle {
  private static final String OUTER_VALUES =
      "A query with a window that depends on an outer row selects no other values of that row: take"
          + " them outside, as in SELECT a.name, x.n FROM a CROSS JOIN LATERAL (SELECT count(*) OVER"
          + " () AS n FROM b WHERE b.id = a.id) AS x.";

  private final Deque<CorrelationId> outer = new ArrayDeque<>();

  @Override
  public RelNode visit(LogicalCorrelate correlate) {
    RelNode left = correlate.getLeft().accept(this);
    outer.push(correlate.getCorrelationId());
    RelNode right = correlate.getRight().accept(this);
    outer.pop();
    return correlate.copy(correlate.getTraitSet(), List.of(left, right));
  }

  @Override
  public RelNode visit(LogicalProject project) {
    RelNode visited = super.visit(project);
    if (outer.isEmpty() || !project.containsOver()) {
      return visited;
    }
    Correlations below = new Correlations();
    new RelVisitor() {
      @Override
      public void visit(RelNode node, int ordinal, @Nullable RelNode parent) {
        node.accept(below);
        super.visit(node, ordinal, parent);
      }
    }.go(project.getInput());
    Correlations here = new Correlations();
    project.accept(here);
    if (!below.values.isEmpty() && !below.values.containsAll(here.values)) {
      throw new SqlException(SqlException.Kind.UNSUPPORTED, OUTER_VALUES, null);
    }
    here.values.addAll(below.values);
    return visited.accept(new Parting(project.getCluster().getRexBuilder(), here.values));
  }

  /** The values of outer rows in expressions, each as it is computed. */
  private final class Correlations extends RexShuttle {
    final Set<RexNode> values = new LinkedHashSet<>();

    @Override
    public RexNode visitCall(RexCall call) {
      return isOfOuter(call) ? found(call) : super.visitCall(call);
    }

    @Override
    public RexNode visitFieldAccess(RexFieldAccess access) {
      return isOfOuter(access) ? found(access) : access;
    }

    private RexNode found(RexNode value) {
      values.add(value);
      return value;
    }
  }

  /** Returns whether a value is one of outer rows alone. */
  private boolean isOfOuter(RexNode value) {
    RelOptUtil.VariableUsedVisitor used = new RelOptUtil.VariableUsedVisitor(null);
    value.accept(used);
    return used.variables.stream().anyMatch(outer::contains) && !RexUtil.containsInputRef(value);
  }

  private static final class Parting extends RexShuttle {
    private final RexBuilder builder;
    private final Set<RexNode> keys;

    Parting(RexBuilder builder, Set<RexNode> keys) {
      this.builder = builder;
      this.keys = keys;
    }

    @Override
    public RexWindow visitWindow(RexWindow window) {
      return builder.makeWindow(
          Stream.concat(window.partitionKeys.stream(), keys.stream()).toList(),
          window.orderKeys,
          window.getLowerBound(),
          window.getUpperBound(),
          window.isRows(),
          window.getExclude());
    }
  }
}
