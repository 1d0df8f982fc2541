package io.github.twiliojdbc.planner;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.calcite.rel.RelCollations;
import org.apache.calcite.rel.RelFieldCollation;
import org.apache.calcite.rel.RelFieldCollation.Direction;
import org.apache.calcite.rel.RelFieldCollation.NullDirection;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.AggregateCall;
import org.apache.calcite.rel.core.JoinRelType;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.core.Sort;
import org.apache.calcite.rel.core.Union;
import org.apache.calcite.rel.logical.LogicalJoin;
import org.apache.calcite.rel.logical.LogicalProject;
import org.apache.calcite.rel.logical.LogicalSort;
import org.apache.calcite.rel.logical.LogicalUnion;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.util.ImmutableBitSet;

/**
 * The largest and smallest dates of all rows, each of which is that of a first row.
 *
 * <p>Aggregates stay, over the first row by {@code d DESC NULLS LAST} or {@code d NULLS LAST}. That
 * row has the extreme if any row has a date, and no date otherwise; no row gives NULL as well. A
 * function that never decreases has its extreme where its argument has it. The extreme of several
 * lists one below the other is that of their extremes.
 */
final class DateExtremes {
  private final Aggregate aggregate;
  private final Optional<Project> project;

  /** Calls by the order whose first row they are of. */
  private final Map<RelFieldCollation, List<Integer>> calls = new LinkedHashMap<>();

  private DateExtremes(Aggregate aggregate) {
    this.aggregate = aggregate;
    this.project =
        aggregate.getInput() instanceof Project found && !found.containsOver()
            ? Optional.of(found)
            : Optional.empty();
  }

  /** Returns the same aggregates over first rows, if that takes fewer requests. */
  static Optional<RelNode> of(Aggregate aggregate) {
    return new DateExtremes(aggregate).overFirstRows();
  }

  private Optional<RelNode> overFirstRows() {
    List<AggregateCall> all = aggregate.getAggCallList();
    if (aggregate.getGroupType() != Aggregate.Group.SIMPLE
        || all.isEmpty()
        || !Existence.areConstant(aggregate.getInput(), aggregate.getGroupSet())) {
      return Optional.empty();
    }
    if (aggregate.getInput() instanceof Union union && union.all) {
      return ofBranches(union);
    }
    for (int i = 0; i < all.size(); i++) {
      Optional<RelFieldCollation> order = order(all.get(i));
      if (order.isEmpty()) {
        return Optional.empty();
      }
      calls.computeIfAbsent(order.get(), absent -> new ArrayList<>()).add(i);
    }
    if (calls.size() > 1 && has(Lookup.class, aggregate)) {
      // The number of a look-up is that of one place in a plan.
      return Optional.empty();
    }
    List<RelNode> parts = new ArrayList<>();
    for (Map.Entry<RelFieldCollation, List<Integer>> part : calls.entrySet()) {
      Optional<RelNode> first = firstRow(part.getKey());
      if (first.isEmpty()) {
        return Optional.empty();
      }
      parts.add(
          aggregate.copy(
              aggregate.getTraitSet(),
              first.get(),
              aggregate.getGroupSet(),
              null,
              part.getValue().stream().map(all::get).toList()));
    }
    RelNode joined = joined(parts);
    return LookupPlanner.requests(joined) < LookupPlanner.requests(aggregate)
        ? Optional.of(joined)
        : Optional.empty();
  }

  private Optional<RelNode> ofBranches(Union union) {
    boolean areExtremes =
        aggregate.getGroupSet().isEmpty()
            && aggregate.getAggCallList().stream().allMatch(DateExtremes::isExtreme);
    List<RelNode> branches = new ArrayList<>();
    for (RelNode branch : areExtremes ? union.getInputs() : List.<RelNode>of()) {
      Aggregate own =
          aggregate.copy(
              aggregate.getTraitSet(),
              branch,
              ImmutableBitSet.of(),
              null,
              aggregate.getAggCallList());
      Optional<RelNode> first = of(own);
      if (first.isEmpty()) {
        return Optional.empty();
      }
      branches.add(first.get());
    }
    if (!areExtremes) {
      return Optional.empty();
    }
    List<AggregateCall> ofExtremes = new ArrayList<>();
    for (AggregateCall call : aggregate.getAggCallList()) {
      ofExtremes.add(call.withArgList(List.of(ofExtremes.size())));
    }
    return Optional.of(
        aggregate.copy(
            aggregate.getTraitSet(),
            LogicalUnion.create(branches, true),
            ImmutableBitSet.of(),
            null,
            ofExtremes));
  }

  private static boolean isExtreme(AggregateCall call) {
    SqlKind kind = call.getAggregation().getKind();
    return (kind == SqlKind.MAX || kind == SqlKind.MIN)
        && !call.hasFilter()
        && call.getArgList().size() == 1;
  }

  /** Returns the order in which the first row has what a call returns. */
  private Optional<RelFieldCollation> order(AggregateCall call) {
    if (!isExtreme(call)) {
      return Optional.empty();
    }
    int argument = call.getArgList().get(0);
    int field = project.map(p -> source(p.getProjects().get(argument))).orElse(argument);
    return field < 0
        ? Optional.empty()
        : Optional.of(
            new RelFieldCollation(
                field,
                call.getAggregation().getKind() == SqlKind.MAX
                    ? Direction.DESCENDING
                    : Direction.ASCENDING,
                NullDirection.LAST));
  }

  /** Returns the field that an expression never decreases with, or -1. */
  private static int source(RexNode expression) {
    if (expression instanceof RexInputRef ref) {
      return ref.getIndex();
    }
    if (!(expression instanceof RexCall call)) {
      return -1;
    }
    boolean neverDecreases =
        switch (call.getKind()) {
          case CAST ->
              isTemporal(call) && call.getOperands().stream().allMatch(DateExtremes::isTemporal);
          case FLOOR, CEIL -> isTemporal(call);
          default -> false;
        };
    return neverDecreases && call.getOperands().stream().skip(1).allMatch(RexUtil::isConstant)
        ? source(call.getOperands().get(0))
        : -1;
  }

  private static boolean isTemporal(RexNode node) {
    return switch (node.getType().getSqlTypeName()) {
      case DATE, TIMESTAMP -> true;
      default -> false;
    };
  }

  /** Returns the input of the aggregate that reads the first row by an order only. */
  private Optional<RelNode> firstRow(RelFieldCollation order) {
    RelNode rows = project.map(Project::getInput).orElse(aggregate.getInput());
    RexBuilder builder = aggregate.getCluster().getRexBuilder();
    Sort sort =
        LogicalSort.create(
            rows, RelCollations.of(order), null, builder.makeExactLiteral(BigDecimal.ONE));
    RelNode limited = LimitPlanner.limited(sort);
    return limited != sort && isWindowed(limited)
        ? Optional.of(
            project.<RelNode>map(p -> p.copy(p.getTraitSet(), List.of(limited))).orElse(limited))
        : Optional.empty();
  }

  /** Returns whether the ordered scan of a plan ends before it has read all rows. */
  private static boolean isWindowed(RelNode node) {
    return node instanceof TwilioScan scan
        ? scan.request().order().isPresent() && ScanPlans.of(scan).isWindowed(scan)
        : node.getInputs().stream().anyMatch(DateExtremes::isWindowed);
  }

  private static boolean has(Class<? extends RelNode> kind, RelNode node) {
    return kind.isInstance(node) || node.getInputs().stream().anyMatch(input -> has(kind, input));
  }

  /** Returns the one row of all parts, with the fields of the aggregate. */
  private RelNode joined(List<RelNode> parts) {
    if (parts.size() == 1) {
      return parts.get(0);
    }
    RexBuilder builder = aggregate.getCluster().getRexBuilder();
    RelNode joined =
        parts.stream()
            .reduce(
                (left, right) ->
                    LogicalJoin.create(
                        left,
                        right,
                        List.of(),
                        builder.makeLiteral(true),
                        Set.of(),
                        JoinRelType.INNER))
            .orElseThrow();
    int groups = aggregate.getGroupCount();
    Map<Integer, Integer> places = new TreeMap<>();
    for (int group = 0; group < groups; group++) {
      places.put(group, group);
    }
    int next = 0;
    for (List<Integer> part : calls.values()) {
      next += groups;
      for (int call : part) {
        places.put(groups + call, next++);
      }
    }
    List<RexNode> fields =
        places.values().stream()
            .<RexNode>map(place -> builder.makeInputRef(joined, place))
            .toList();
    return LogicalProject.create(
        joined, List.of(), fields, aggregate.getRowType().getFieldNames(), Set.of());
  }
}
