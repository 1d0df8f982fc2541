package io.github.twiliojdbc.planner;

import io.github.twiliojdbc.catalog.ParentCondition;
import io.github.twiliojdbc.catalog.ParentLink;
import io.github.twiliojdbc.catalog.TableDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.calcite.plan.RelOptPredicateList;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.logical.LogicalProject;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexSimplify;
import org.apache.calcite.rex.RexUtil;

/**
 * The side of a lookup that yields the keys.
 *
 * @param plan plan of the rows; it may have more fields than the join needs, at the end
 * @param keys fields that are keys
 * @param columns column of the other side's table for each key
 * @param asking what a row must fulfil for its key to be asked for
 */
record Driver(RelNode plan, List<Integer> keys, List<String> columns, RexNode asking) {

  /**
   * Returns the driver with what follows from a key that is a parent's: the other parameters of the
   * children's path, and which parents can have children at all.
   */
  Driver complete(TableDefinition child) {
    for (int key = 0; key < keys.size(); key++) {
      String column = columns.get(key);
      Optional<ParentLink> link =
          child.parents().stream()
              .filter(candidate -> candidate.parameter().equals(column))
              .findFirst();
      Optional<Origin> origin = Origin.of(plan, keys.get(key));
      if (link.isPresent() && origin.isPresent() && isKey(origin.get(), link.get())) {
        return complete(child, origin.get());
      }
    }
    return this;
  }

  /** Returns some rows of the driver with the fields that the join needs. */
  RelNode batch(Batch batch, int fields) {
    if (fields == plan.getRowType().getFieldCount()) {
      return batch;
    }
    RexBuilder builder = plan.getCluster().getRexBuilder();
    return LogicalProject.create(
        batch,
        List.of(),
        IntStream.range(0, fields)
            .<RexNode>mapToObj(field -> builder.makeInputRef(batch, field))
            .toList(),
        plan.getRowType().getFieldNames().subList(0, fields),
        Set.of());
  }

  private static boolean isKey(Origin origin, ParentLink link) {
    return origin.leaf() instanceof TwilioScan scan
        && scan.definition().id().equals(link.table())
        && scan.definition().key().equals(List.of(link.column()))
        && origin.column().equals(Optional.of(link.column()));
  }

  private Driver complete(TableDefinition child, Origin parent) {
    RelNode completed = plan;
    List<Integer> allKeys = new ArrayList<>(keys);
    List<String> allColumns = new ArrayList<>(columns);
    for (ParentLink link : child.parents()) {
      if (!columns.contains(link.parameter())) {
        Optional<Exposure> exposure = expose(completed, parent, link.column());
        if (exposure.isPresent()) {
          completed = exposure.get().plan();
          allKeys.add(exposure.get().field());
          allColumns.add(link.parameter());
        }
      }
    }
    List<RexNode> conditions = new ArrayList<>(List.of(asking));
    for (ParentCondition condition : child.parentConditions()) {
      Optional<Exposure> exposure = expose(completed, parent, condition.column());
      if (exposure.isPresent()) {
        completed = exposure.get().plan();
        conditions.add(
            ParentLinks.condition(
                plan.getCluster().getRexBuilder(),
                condition,
                plan.getCluster().getRexBuilder().makeInputRef(completed, exposure.get().field())));
      }
    }
    return new Driver(
        completed,
        List.copyOf(allKeys),
        List.copyOf(allColumns),
        simplified(
            completed, RexUtil.composeConjunction(plan.getCluster().getRexBuilder(), conditions)));
  }

  private static RexNode simplified(RelNode plan, RexNode condition) {
    return new RexSimplify(
            plan.getCluster().getRexBuilder(), RelOptPredicateList.EMPTY, RexUtil.EXECUTOR)
        .simplifyUnknownAsFalse(condition);
  }

  private static Optional<Exposure> expose(RelNode plan, Origin parent, String column) {
    int present = parent.field(plan, column);
    return present >= 0
        ? Optional.of(new Exposure(plan, present))
        : Exposure.of(plan, parent, column);
  }
}
