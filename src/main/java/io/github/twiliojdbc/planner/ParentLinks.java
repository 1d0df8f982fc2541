package io.github.twiliojdbc.planner;

import io.github.twiliojdbc.catalog.ParentCondition;
import io.github.twiliojdbc.catalog.ParentLink;
import io.github.twiliojdbc.catalog.TableDefinition;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.rel.RelHomogeneousShuttle;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Join;
import org.apache.calcite.rel.core.JoinInfo;
import org.apache.calcite.rel.logical.LogicalJoin;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.tools.RelBuilder;

/**
 * Adds to joins of a table with its parent what holds for every such pair of rows: that all path
 * parameters are equal, not only the key that the query names, and that the parent is one that can
 * have children.
 */
final class ParentLinks extends RelHomogeneousShuttle {
  private final RelBuilder builder;

  ParentLinks(RelBuilder builder) {
    this.builder = builder;
  }

  @Override
  public RelNode visit(RelNode node) {
    RelNode visited = super.visit(node);
    return visited instanceof LogicalJoin join ? complete(join) : visited;
  }

  private RelNode complete(Join join) {
    int left = join.getLeft().getRowType().getFieldCount();
    JoinInfo keys = join.analyzeCondition();
    List<RexNode> implied = new ArrayList<>();
    for (int i = 0; i < keys.leftKeys.size(); i++) {
      int leftField = keys.leftKeys.get(i);
      int rightField = left + keys.rightKeys.get(i);
      implied.addAll(implied(join, leftField, rightField));
      implied.addAll(implied(join, rightField, leftField));
    }
    if (implied.isEmpty()) {
      return join;
    }
    implied.add(0, join.getCondition());
    RexNode condition = RexUtil.composeConjunction(join.getCluster().getRexBuilder(), implied);
    return join.copy(
        join.getTraitSet(),
        condition,
        join.getLeft(),
        join.getRight(),
        join.getJoinType(),
        join.isSemiJoinDone());
  }

  /** Returns what follows if a child's field is equal to that of its parent. */
  private List<RexNode> implied(Join join, int childField, int parentField) {
    Optional<Origin> child = Origin.of(join, childField);
    Optional<Origin> parent = Origin.of(join, parentField);
    if (child.flatMap(Origin::column).isEmpty() || parent.flatMap(Origin::column).isEmpty()) {
      return List.of();
    }
    TableDefinition table = ((TwilioScan) child.get().leaf()).definition();
    TableDefinition parentTable = ((TwilioScan) parent.get().leaf()).definition();
    boolean isKey =
        table.parents().stream()
            .anyMatch(
                link ->
                    link.table().equals(parentTable.id())
                        && link.parameter().equals(child.get().column().get())
                        && link.column().equals(parent.get().column().get())
                        && parentTable.key().equals(List.of(link.column())));
    if (!isKey) {
      return List.of();
    }
    List<RexNode> implied = new ArrayList<>();
    builder.push(join);
    for (ParentLink link : table.parents()) {
      int one = child.get().field(join, link.parameter());
      int other = parent.get().field(join, link.column());
      if (one >= 0 && other >= 0 && one != childField) {
        implied.add(builder.equals(builder.field(one), builder.field(other)));
      }
    }
    for (ParentCondition condition : table.parentConditions()) {
      int field = parent.get().field(join, condition.column());
      if (field >= 0) {
        implied.add(condition(builder.getRexBuilder(), condition, builder.field(field)));
      }
    }
    builder.clear();
    return implied;
  }

  /** Returns the condition that a field of the parent fulfils. */
  static RexNode condition(RexBuilder builder, ParentCondition condition, RexNode field) {
    if (condition instanceof ParentCondition.AtLeast atLeast) {
      return builder.makeCall(
          SqlStdOperatorTable.GREATER_THAN_OR_EQUAL,
          field,
          builder.makeExactLiteral(BigDecimal.valueOf(atLeast.minimum())));
    }
    List<RexNode> values =
        ((ParentCondition.AnyOf) condition)
            .values().stream()
                .<RexNode>map(value -> builder.makeLiteral(value, field.getType(), true))
                .toList();
    return builder.makeIn(field, values);
  }
}
