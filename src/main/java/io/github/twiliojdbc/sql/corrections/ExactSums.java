package io.github.twiliojdbc.sql.corrections;

import io.github.twiliojdbc.sql.PlanRewriting;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.AggregateCall;
import org.apache.calcite.rel.logical.LogicalAggregate;
import org.apache.calcite.rel.logical.LogicalProject;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexOver;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.rex.RexWindow;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.type.SqlTypeName;
import org.jspecify.annotations.Nullable;

/** Adds BIGINTs up as DECIMALs, which their sum is, since Calcite's code cannot mix the two. */
final class ExactSums extends PlanRewriting {
  private final RexBuilder builder;
  private final RexShuttle operands =
      new RexShuttle() {
        @Override
        protected List<RexNode> visitList(
            List<? extends RexNode> nodes, boolean @Nullable [] update) {
          if (update != null) {
            update[0] = true;
          }
          return nodes.stream().map(node -> decimal(builder, node)).toList();
        }

        @Override
        public RexWindow visitWindow(RexWindow window) {
          return window;
        }
      };

  ExactSums(RexBuilder builder) {
    this.builder = builder;
  }

  @Override
  protected RexNode rewritten(RexOver over) {
    boolean isBig =
        over.getAggOperator().getKind() == SqlKind.SUM
            && over.getOperands().get(0).getType().getSqlTypeName() == SqlTypeName.BIGINT;
    return isBig ? operands.visitOver(over) : over;
  }

  @Override
  public RelNode visit(RelNode node) {
    RelNode visited = super.visit(node);
    return visited instanceof LogicalAggregate aggregate ? exact(aggregate) : visited;
  }

  private static RelNode exact(LogicalAggregate aggregate) {
    RelNode input = aggregate.getInput();
    RexBuilder builder = aggregate.getCluster().getRexBuilder();
    List<RexNode> fields = new ArrayList<>(builder.identityProjects(input.getRowType()));
    int before = fields.size();
    List<AggregateCall> calls = new ArrayList<>();
    for (AggregateCall call : aggregate.getAggCallList()) {
      if (isSum(call) && type(input, call).getSqlTypeName() == SqlTypeName.BIGINT) {
        fields.add(decimal(builder, fields.get(call.getArgList().get(0))));
        calls.add(call.withArgList(List.of(fields.size() - 1)));
      } else {
        calls.add(call);
      }
    }
    if (fields.size() == before) {
      return aggregate;
    }
    List<String> names = new ArrayList<>(input.getRowType().getFieldNames());
    for (int i = before; i < fields.size(); i++) {
      names.add("sum" + i);
    }
    return aggregate.copy(
        aggregate.getTraitSet(),
        LogicalProject.create(input, List.of(), fields, names, Set.of()),
        aggregate.getGroupSet(),
        aggregate.getGroupSets(),
        calls);
  }

  private static boolean isSum(AggregateCall call) {
    SqlKind kind = call.getAggregation().getKind();
    return (kind == SqlKind.SUM || kind == SqlKind.AVG) && call.getArgList().size() == 1;
  }

  private static RelDataType type(RelNode input, AggregateCall call) {
    return input.getRowType().getFieldList().get(call.getArgList().get(0)).getType();
  }

  private static RexNode decimal(RexBuilder builder, RexNode field) {
    RelDataTypeFactory factory = builder.getTypeFactory();
    return builder.makeCast(
        factory.createTypeWithNullability(
            factory.createSqlType(SqlTypeName.DECIMAL), field.getType().isNullable()),
        field);
  }
}
