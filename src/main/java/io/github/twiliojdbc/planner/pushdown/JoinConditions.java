package io.github.twiliojdbc.planner.pushdown;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Join;
import org.apache.calcite.rel.core.JoinRelType;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.util.ImmutableBitSet;

/**
 * The conditions above and in a join, divided into those of its inputs, its own and the rest.
 *
 * @param type type of the join; an outer join whose rows without a partner the conditions drop is
 *     one no longer
 * @param left conditions over the left input
 * @param right conditions over the right input
 * @param on conditions of the join
 * @param above conditions over the joined rows, of the fields that the join had
 */
record JoinConditions(
    JoinRelType type,
    List<RexNode> left,
    List<RexNode> right,
    List<RexNode> on,
    List<RexNode> above) {

  static JoinConditions of(Join join, List<RexNode> conditions, KnownPredicates known) {
    return new Division(join, conditions, known).divide();
  }

  /** The work of dividing. */
  private static final class Division {
    private final Join join;
    private final RexBuilder builder;
    private final JoinRelType type;
    private final Side left;
    private final Side right;
    private final List<RexNode> given;
    private final List<RexNode> on = new ArrayList<>();
    private final List<RexNode> above = new ArrayList<>();

    Division(Join join, List<RexNode> conditions, KnownPredicates known) {
      this.join = join;
      this.builder = join.getCluster().getRexBuilder();
      this.type =
          RelOptUtil.simplifyJoin(join, ImmutableList.copyOf(conditions), join.getJoinType());
      int count = join.getLeft().getRowType().getFieldCount();
      this.left =
          new Side(
              join.getLeft(),
              0,
              !type.generatesNullsOnLeft(),
              type == JoinRelType.INNER || type == JoinRelType.RIGHT || type == JoinRelType.SEMI,
              known.of(join.getLeft()));
      this.right =
          new Side(
              join.getRight(),
              count,
              type.projectsRight() && !type.generatesNullsOnRight(),
              type != JoinRelType.RIGHT && type != JoinRelType.FULL,
              known.of(join.getRight()));
      this.given = conditions;
    }

    JoinConditions divide() {
      List<RexNode> matching = RelOptUtil.conjunctions(join.getCondition());
      KeyConditions keys =
          new KeyConditions(
              type, Equalities.of(matching, left.fields()).pairs(), left.fields(), builder);
      for (RexNode condition : given) {
        divideAbove(condition, keys);
      }
      matching.forEach(this::divideOn);
      imply();
      return new JoinConditions(type, left.all(), right.all(), List.copyOf(on), above);
    }

    /** Moves a condition on the joined rows. */
    private void divideAbove(RexNode condition, KeyConditions keys) {
      // Rows that the join drops are not evaluated; but each row that it keeps for certain is.
      boolean keepsRows = type == JoinRelType.LEFT || type == JoinRelType.RIGHT;
      boolean isMovable =
          keepsRows ? Conditions.isDeterministic(condition) : Conditions.isMovable(condition);
      if (isMovable && Conditions.readsNothing(condition)) {
        left.add(condition);
        right.add(condition);
      } else if (isMovable && left.isPreserved && left.isOver(condition)) {
        left.add(condition);
      } else if (isMovable && right.isPreserved && right.isOver(condition)) {
        right.add(condition);
      } else {
        (type == JoinRelType.INNER && isMovable ? on : above).add(condition);
        keys.of(condition)
            .ifPresent(
                sides -> {
                  left.add(sides.left());
                  right.add(sides.right());
                });
      }
    }

    /** Moves a condition of the join itself. */
    private void divideOn(RexNode condition) {
      boolean isMovable = Conditions.isMovable(condition) && !Conditions.readsNothing(condition);
      if (isMovable && left.isFilteredByMatch && left.isOver(condition)) {
        left.add(condition);
      } else if (isMovable && right.isFilteredByMatch && right.isOver(condition)) {
        right.add(condition);
      } else {
        on.add(condition);
      }
    }

    /** Adds what follows for each input from the join's conditions and the other input. */
    private void imply() {
      Equalities equalities = Equalities.of(on, left.fields());
      List<RexNode> ofLeft = left.knownOfMatches();
      List<RexNode> ofRight = right.knownOfMatches();
      for (RexNode condition : on) {
        if (left.isOver(condition)) {
          ofLeft.add(condition);
        } else if (right.isOver(condition)) {
          ofRight.add(condition);
        }
      }
      imply(right, equalities.toRight(ofLeft), left.alternatives());
      imply(left, equalities.toLeft(ofRight), right.alternatives());
    }

    private void imply(Side target, List<RexNode> equal, List<Map<Integer, RexNode>> alternatives) {
      if (!target.isFilteredByMatch) {
        return;
      }
      equal.forEach(target::addImplied);
      List<RexNode> open =
          Stream.concat(on.stream(), type == JoinRelType.INNER ? above.stream() : Stream.of())
              .filter(condition -> !target.isOver(condition))
              .toList();
      List<RexNode> ofAlternatives = new ArrayList<>();
      for (Map<Integer, RexNode> constants : alternatives) {
        List<RexNode> parts =
            open.stream()
                .map(
                    condition ->
                        condition.accept(KnownPredicates.withConstants(constants, builder)))
                .filter(Conditions::isMovable)
                .flatMap(condition -> target.part(condition).stream())
                .toList();
        ofAlternatives.add(RexUtil.composeConjunction(builder, parts));
      }
      RexNode implied = RexUtil.composeDisjunction(builder, ofAlternatives);
      if (!implied.isAlwaysTrue()) {
        RelOptUtil.conjunctions(implied).forEach(target::addImplied);
      }
    }

    /** One input of the join. */
    private final class Side {
      private final RelNode input;
      private final int offset;

      /** Whether a row of the input that no condition drops is among the joined rows. */
      private final boolean isPreserved;

      /** Whether a row of the input without a partner is not among them. */
      private final boolean isFilteredByMatch;

      private final KnownPredicates.Facts facts;
      private final DistinctConditions known = new DistinctConditions();
      private final DistinctConditions conditions = new DistinctConditions();

      Side(
          RelNode input,
          int offset,
          boolean isPreserved,
          boolean isFilteredByMatch,
          KnownPredicates.Facts facts) {
        this.input = input;
        this.offset = offset;
        this.isPreserved = isPreserved;
        this.isFilteredByMatch = isFilteredByMatch;
        this.facts = facts;
        facts.conditions().forEach(known::add);
      }

      ImmutableBitSet fields() {
        return ImmutableBitSet.range(offset, offset + input.getRowType().getFieldCount());
      }

      boolean isOver(RexNode condition) {
        return fields().contains(RelOptUtil.InputFinder.bits(condition));
      }

      /** Adds a condition over the join's fields. */
      void add(RexNode condition) {
        conditions.add(
            Conditions.mapped(builder, condition, field -> field - offset, input.getRowType()));
      }

      void addImplied(RexNode condition) {
        RexNode own =
            Conditions.mapped(builder, condition, field -> field - offset, input.getRowType());
        if (!known.contains(own)) {
          conditions.add(own);
        }
      }

      List<RexNode> all() {
        return conditions.all();
      }

      /** Returns what holds, over the join's fields, for the input's rows that have partners. */
      List<RexNode> knownOfMatches() {
        DistinctConditions both = new DistinctConditions();
        facts.conditions().forEach(both::add);
        conditions.all().forEach(both::add);
        List<RexNode> ofMatches = new ArrayList<>();
        both.all().stream()
            .filter(Conditions::isMovable)
            .filter(condition -> !Conditions.readsNothing(condition))
            .forEach(condition -> ofMatches.add(RexUtil.shift(condition, offset)));
        return ofMatches;
      }

      /** Returns the constants of each alternative, by their places among the join's fields. */
      List<Map<Integer, RexNode>> alternatives() {
        return KnownPredicates.shifted(facts.alternatives(), offset);
      }

      /** Returns what a condition says of this input whatever the other input's row is. */
      Optional<RexNode> part(RexNode condition) {
        if (isOver(condition)) {
          return Conditions.readsNothing(condition) ? Optional.empty() : Optional.of(condition);
        }
        if (condition.getKind() == SqlKind.AND) {
          List<RexNode> parts =
              RelOptUtil.conjunctions(condition).stream()
                  .flatMap(operand -> part(operand).stream())
                  .toList();
          return parts.isEmpty()
              ? Optional.empty()
              : Optional.of(RexUtil.composeConjunction(builder, parts));
        }
        if (condition.getKind() != SqlKind.OR) {
          return Optional.empty();
        }
        List<RexNode> operands = RelOptUtil.disjunctions(condition);
        List<RexNode> parts = operands.stream().flatMap(operand -> part(operand).stream()).toList();
        return parts.size() == operands.size()
            ? Optional.of(RexUtil.composeDisjunction(builder, parts))
            : Optional.empty();
      }
    }
  }
}
