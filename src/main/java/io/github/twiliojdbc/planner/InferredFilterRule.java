package io.github.twiliojdbc.planner;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.calcite.plan.RelOptPredicateList;
import org.apache.calcite.plan.RelOptRule;
import org.apache.calcite.plan.RelOptRuleCall;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Join;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;

/**
 * Filters each input of a join by what follows for it from the other input.
 *
 * <p>Calcite's own rule filters by what is known of an input already, too, and then again by the
 * same, without end, where two columns are compared with lists of values.
 */
final class InferredFilterRule extends RelOptRule {

  InferredFilterRule() {
    super(operand(Join.class, any()), "InferredFilterRule");
  }

  @Override
  public void onMatch(RelOptRuleCall call) {
    Join join = call.rel(0);
    RelOptPredicateList predicates = call.getMetadataQuery().getPulledUpPredicates(join);
    RelNode left = filtered(call, join.getLeft(), predicates.leftInferredPredicates);
    RelNode right = filtered(call, join.getRight(), predicates.rightInferredPredicates);
    if (left != join.getLeft() || right != join.getRight()) {
      call.transformTo(
          join.copy(
              join.getTraitSet(),
              join.getCondition(),
              left,
              right,
              join.getJoinType(),
              join.isSemiJoinDone()));
    }
  }

  private static RelNode filtered(
      RelOptRuleCall call, RelNode input, ImmutableList<RexNode> inferred) {
    if (inferred.isEmpty()) {
      return input;
    }
    // What follows differs in what may be NULL, which makes no difference to a filter.
    Set<String> known =
        call.getMetadataQuery().getPulledUpPredicates(input).pulledUpPredicates.stream()
            .map(RexNode::toString)
            .collect(Collectors.toSet());
    List<RexNode> news =
        inferred.stream()
            .filter(predicate -> !known.contains(predicate.toString()))
            .map(predicate -> predicate.accept(ofInput(input)))
            .toList();
    return news.isEmpty() ? input : call.builder().push(input).filter(news).build();
  }

  private static RexShuttle ofInput(RelNode input) {
    return new RexShuttle() {
      @Override
      public RexNode visitInputRef(RexInputRef column) {
        return RexInputRef.of(column.getIndex(), input.getRowType());
      }
    };
  }
}
