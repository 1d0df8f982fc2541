package io.github.twiliojdbc.planner;

import io.github.twiliojdbc.catalog.Rollup;
import io.github.twiliojdbc.catalog.Rollup.Period;
import io.github.twiliojdbc.catalog.TableDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.rel.RelHomogeneousShuttle;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.AggregateCall;
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlKind;

/**
 * Reads sums from a list in which Twilio has added the rows up already, where the answer is the
 * same.
 *
 * <p>It is the same if only sums are asked for, and whatever else the query looks at is the same
 * for all rows that are added up. That is proven by itself for the rows of a period in one account
 * and for those of all accounts in one period, and holds for both together then: what depends on
 * neither the day nor the account is the same for all. Where it depends on parameters or on the
 * time, each run decides which list it reads.
 */
final class Rollups extends RelHomogeneousShuttle {

  @Override
  public RelNode visit(RelNode node) {
    RelNode visited = super.visit(node);
    return visited instanceof Aggregate aggregate
            && aggregate.getGroupType() == Aggregate.Group.SIMPLE
        ? rollUp(aggregate).orElse(visited)
        : visited;
  }

  private static Optional<RelNode> rollUp(Aggregate aggregate) {
    RelNode input = aggregate.getInput();
    Optional<Project> project =
        input instanceof Project found ? Optional.of(found) : Optional.empty();
    RelNode filtered = project.map(Project::getInput).orElse(input);
    Optional<Filter> filter =
        filtered instanceof Filter found ? Optional.of(found) : Optional.empty();
    RelNode leaf = filter.map(Filter::getInput).orElse(filtered);
    if (!(leaf instanceof TwilioScan scan) || scan.definition().rollup().isEmpty()) {
      return Optional.empty();
    }
    Rollup rollup = scan.definition().rollup().get();
    RollupProof ofAccounts = RollupProof.ofAllAccounts(scan, rollup);
    boolean addsUpAccounts =
        !rollup.subAccounts().isEmpty()
            && isProven(aggregate, project, ofAccounts)
            && filter.map(f -> ofAccounts.isSameWhereChecked(f.getCondition())).orElse(true);
    TableDefinition definition =
        addsUpAccounts ? scan.definition().ofAllAccounts() : scan.definition();
    TableDefinition always = definition;
    List<RollupChoice> choices = new ArrayList<>();
    for (Period period : rollup.lists().keySet()) {
      RollupProof proof = new RollupProof(scan, rollup, period);
      if (!isProven(aggregate, project, proof)
          || !filter.map(f -> proof.isSameWhereChecked(f.getCondition())).orElse(true)) {
        continue;
      }
      TableDefinition table = definition.rolledUp(period);
      if (proof.bounds().isEmpty()) {
        always = table;
        break;
      }
      choices.add(new RollupChoice(table, period, proof.bounds()));
    }
    if (choices.isEmpty() && always.equals(scan.definition())) {
      return Optional.empty();
    }
    RelNode rolledUp = scan.with(scan.request().rolledUp(always, choices));
    RelNode narrow = filter.map(f -> over(f, rolledUp)).orElse(rolledUp);
    return Optional.of(over(aggregate, project.map(p -> over(p, narrow)).orElse(narrow)));
  }

  private static boolean isProven(
      Aggregate aggregate, Optional<Project> project, RollupProof proof) {
    return aggregate.getGroupSet().asList().stream()
            .allMatch(field -> proof.isSame(expression(aggregate, project, field)))
        && aggregate.getAggCallList().stream()
            .allMatch(call -> isSum(call, aggregate, project, proof));
  }

  private static boolean isSum(
      AggregateCall call, Aggregate aggregate, Optional<Project> project, RollupProof proof) {
    SqlKind kind = call.getAggregation().getKind();
    return (kind == SqlKind.SUM || kind == SqlKind.SUM0)
        && !call.isDistinct()
        && (!call.hasFilter() || proof.isSame(expression(aggregate, project, call.filterArg)))
        && proof.isSum(expression(aggregate, project, call.getArgList().get(0)));
  }

  /** Returns what a field of an aggregate's input is over the scan's fields. */
  private static RexNode expression(Aggregate aggregate, Optional<Project> project, int field) {
    RexBuilder builder = aggregate.getCluster().getRexBuilder();
    return project
        .map(fields -> fields.getProjects().get(field))
        .orElseGet(() -> builder.makeInputRef(aggregate.getInput(), field));
  }

  private static RelNode over(RelNode node, RelNode input) {
    return node.copy(node.getTraitSet(), List.of(input));
  }
}
