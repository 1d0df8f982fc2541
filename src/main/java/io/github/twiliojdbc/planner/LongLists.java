package io.github.twiliojdbc.planner;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.calcite.rel.RelHomogeneousShuttle;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Union;
import org.apache.calcite.rel.logical.LogicalUnion;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;

/**
 * Writes long lists as one node each, so that planning does not go through them again and again:
 * values that one expression may equal as a search, and the branches of nested UNIONs as one UNION.
 */
final class LongLists extends RelHomogeneousShuttle {
  private final Conditions conditions;

  LongLists(RexBuilder builder) {
    this.conditions = new Conditions(builder);
  }

  @Override
  public RelNode visit(RelNode node) {
    RelNode visited = super.visit(node).accept(conditions);
    return visited instanceof LogicalUnion union ? flat(union) : visited;
  }

  private static RelNode flat(LogicalUnion union) {
    List<RelNode> branches = new ArrayList<>();
    for (RelNode input : union.getInputs()) {
      // Below a UNION that drops what is double it does not matter whether it was dropped before.
      if (input instanceof Union inner && (inner.all || !union.all)) {
        branches.addAll(inner.getInputs());
      } else {
        branches.add(input);
      }
    }
    return branches.size() == union.getInputs().size()
        ? union
        : union.copy(union.getTraitSet(), branches);
  }

  /** Puts the literals together that one expression is compared with. */
  private static final class Conditions extends RexShuttle {
    private final RexBuilder builder;

    Conditions(RexBuilder builder) {
      this.builder = builder;
    }

    @Override
    public RexNode visitCall(RexCall call) {
      RexNode visited = super.visitCall(call);
      return switch (visited.getKind()) {
        case OR ->
            searched(RexUtil.flattenOr(List.of(visited)), SqlKind.EQUALS)
                .map(choices -> RexUtil.composeDisjunction(builder, choices))
                .orElse(visited);
        case AND ->
            searched(RexUtil.flattenAnd(List.of(visited)), SqlKind.NOT_EQUALS)
                .map(conditions -> RexUtil.composeConjunction(builder, conditions))
                .orElse(visited);
        default -> visited;
      };
    }

    /**
     * Puts comparisons of one kind with literals together, by what is compared.
     *
     * @return empty if nothing is compared more than once
     */
    private Optional<List<RexNode>> searched(Iterable<RexNode> operands, SqlKind kind) {
      Map<RexNode, List<RexNode>> values = new LinkedHashMap<>();
      List<RexNode> others = new ArrayList<>();
      for (RexNode operand : operands) {
        if (operand instanceof RexCall comparison
            && comparison.getKind() == kind
            && comparison.getOperands().get(1) instanceof RexLiteral value
            && !value.isNull()
            && !(comparison.getOperands().get(0) instanceof RexLiteral)) {
          values
              .computeIfAbsent(comparison.getOperands().get(0), key -> new ArrayList<>())
              .add(value);
        } else {
          others.add(operand);
        }
      }
      if (values.values().stream().allMatch(list -> list.size() == 1)) {
        return Optional.empty();
      }
      List<RexNode> together = new ArrayList<>();
      values.forEach(
          (compared, list) -> {
            RexNode found = builder.makeIn(compared, list);
            together.add(
                kind == SqlKind.EQUALS ? found : builder.makeCall(SqlStdOperatorTable.NOT, found));
          });
      together.addAll(others);
      return Optional.of(together);
    }
  }
}
