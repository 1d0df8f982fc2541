package io.github.twiliojdbc.planner;

import io.github.twiliojdbc.catalog.ColumnDefinition;
import io.github.twiliojdbc.catalog.FilterDefinition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;
import org.apache.calcite.rel.RelFieldCollation;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rel.core.Join;
import org.apache.calcite.rel.core.JoinRelType;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.core.Union;
import org.apache.calcite.rel.logical.LogicalJoin;
import org.apache.calcite.rel.rules.JoinCommuteRule;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;

/**
 * The way of a limit down to the scan that need not be read to its end.
 *
 * <p>Filters and projections pass their input's rows on one by one in their order. So do joins that
 * stream that input, and look-ups: each batch holds the next rows of the probe input.
 *
 * @param rows how many rows of the result are enough
 * @param isExact whether every row that fulfils the scan's conditions is a row of the result; if
 *     not, a page of so few rows might hold none
 */
record LimitPushDown(RexNode rows, boolean isExact) {

  LimitPushDown(RexNode rows) {
    this(rows, true);
  }

  /**
   * Returns a plan of the same rows whose scan stops early, if there is one.
   *
   * @param order order in which the plan has to return the rows, over its fields; any if empty
   */
  Optional<RelNode> into(RelNode node, List<RelFieldCollation> order) {
    if (node instanceof TwilioScan scan) {
      return into(scan, order);
    }
    if (node instanceof Batch) {
      return Optional.of(node);
    }
    if (node instanceof Filter filter) {
      boolean isKnown =
          filter.getInput() instanceof TwilioScan scan && !scan.request().conditions().isEmpty();
      return through(isKnown).below(filter, order);
    }
    if (node instanceof Project project && !project.containsOver()) {
      // A window function sees rows beyond those that are returned.
      return mapped(order, field -> place(project, field))
          .flatMap(fields -> below(project, fields));
    }
    if (node instanceof LogicalJoin join) {
      return Stream.of(join(join, order), swapped(join, order))
          .flatMap(Optional::stream)
          .max(Comparator.comparingDouble(Streamed::requests))
          .map(Streamed::plan);
    }
    if (node instanceof Lookup lookup) {
      return into(lookup, order);
    }
    return node instanceof Union union && union.all && order.isEmpty()
        ? branches(union)
        : Optional.empty();
  }

  private Optional<RelNode> into(TwilioScan scan, List<RelFieldCollation> order) {
    if (scan.request().wanted().isPresent()) {
      return Optional.empty();
    }
    boolean mayBeFew = isExact && ScanPredicate.of(scan).isWhole();
    if (order.isEmpty()) {
      return Optional.of(scan.with(scan.request().withWanted(rows, Optional.empty(), !mayBeFew)));
    }
    RelFieldCollation first = order.get(0);
    ColumnDefinition column = scan.column(first.getFieldIndex());
    return column
        .filter()
        .filter(FilterDefinition.Range.class::isInstance)
        .map(
            filter ->
                new ScanOrder(
                    column.name(),
                    first.direction.isDescending(),
                    ScanOrder.isNullsFirst(first),
                    List.copyOf(order)))
        .map(found -> scan.with(scan.request().withWanted(rows, Optional.of(found), !mayBeFew)));
  }

  private Optional<RelNode> below(RelNode node, List<RelFieldCollation> order) {
    return into(node.getInput(0), order)
        .map(input -> node.copy(node.getTraitSet(), List.of(input)));
  }

  private Optional<Streamed> join(Join join, List<RelFieldCollation> order) {
    int left = join.getLeft().getRowType().getFieldCount();
    boolean canStream =
        order.isEmpty()
            ? StreamedJoin.streamsLeft(join)
            : StreamedJoin.keepsOrder(join)
                && order.stream().allMatch(field -> field.getFieldIndex() < left);
    return canStream
        ? through(join.getJoinType() == JoinRelType.LEFT)
            .into(join.getLeft(), order)
            .map(
                input ->
                    new Streamed(
                        StreamedJoin.of(
                            join.copy(
                                join.getTraitSet(),
                                join.getCondition(),
                                input,
                                join.getRight(),
                                join.getJoinType(),
                                join.isSemiJoinDone())),
                        LookupPlanner.requests(join.getLeft())))
        : Optional.empty();
  }

  private Optional<Streamed> swapped(Join join, List<RelFieldCollation> order) {
    RelNode swapped = join.getJoinType().projectsRight() ? JoinCommuteRule.swap(join, true) : null;
    if (!(swapped instanceof Project project) || !(project.getInput() instanceof Join other)) {
      return Optional.empty();
    }
    return mapped(order, field -> ((RexInputRef) project.getProjects().get(field)).getIndex())
        .flatMap(fields -> join(other, fields))
        .map(
            streamed ->
                new Streamed(
                    project.copy(project.getTraitSet(), List.of(streamed.plan)),
                    streamed.requests));
  }

  /**
   * Limits the probe input. The rows of a batch are joined in their order if there is one;
   * otherwise batches that grow are what stops early.
   */
  private Optional<RelNode> into(Lookup lookup, List<RelFieldCollation> order) {
    Optional<List<RelFieldCollation>> fields =
        mapped(
            order,
            field ->
                Origin.of(lookup.body(), field)
                    .filter(origin -> origin.isBatch(lookup.number()))
                    .map(Origin::field)
                    .orElse(-1));
    Optional<RelNode> body =
        order.isEmpty() ? Optional.of(lookup.body()) : into(lookup.body(), order);
    return body.flatMap(
        joined ->
            fields
                .flatMap(sorted -> through(false).into(lookup.driver(), sorted))
                .map(driver -> lookup.copy(lookup.getTraitSet(), List.of(driver, joined))));
  }

  private Optional<RelNode> branches(Union union) {
    List<RelNode> branches =
        union.getInputs().stream().map(branch -> into(branch, List.of()).orElse(branch)).toList();
    return branches.equals(union.getInputs())
        ? Optional.empty()
        : Optional.of(union.copy(union.getTraitSet(), branches));
  }

  private LimitPushDown through(boolean keepsAll) {
    return new LimitPushDown(rows, isExact && keepsAll);
  }

  /** Returns an order over other fields, if each of its fields is one of those. */
  static Optional<List<RelFieldCollation>> mapped(
      List<RelFieldCollation> order, IntUnaryOperator place) {
    List<RelFieldCollation> fields = new ArrayList<>();
    for (RelFieldCollation field : order) {
      int mapped = place.applyAsInt(field.getFieldIndex());
      if (mapped < 0) {
        return Optional.empty();
      }
      fields.add(field.withFieldIndex(mapped));
    }
    return Optional.of(fields);
  }

  /** Returns the input's field that a projection's field is, or -1 if it is computed. */
  static int place(Project project, int field) {
    return project.getProjects().get(field) instanceof RexInputRef ref ? ref.getIndex() : -1;
  }

  /** A join one of whose inputs is streamed, and how many requests all of that input takes. */
  private record Streamed(RelNode plan, double requests) {}
}
