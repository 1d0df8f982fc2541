package io.github.twiliojdbc.planner;

import org.apache.calcite.plan.RelOptRule;
import org.apache.calcite.plan.RelOptRuleCall;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.core.RelFactories;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexPermuteInputsShuttle;
import org.apache.calcite.util.ImmutableBitSet;
import org.apache.calcite.util.mapping.Mappings;

/** Makes a scan read only the columns that the projection above it uses. */
final class ProjectIntoScanRule extends RelOptRule {

  ProjectIntoScanRule() {
    super(operand(Project.class, operand(TwilioScan.class, none())), "ProjectIntoScanRule");
  }

  @Override
  public void onMatch(RelOptRuleCall call) {
    Project project = call.rel(0);
    TwilioScan scan = call.rel(1);
    ImmutableBitSet read = RelOptUtil.InputFinder.bits(project.getProjects(), null);
    if (read.cardinality() == scan.request().columns().size()) {
      return;
    }
    TwilioScan narrow = scan.project(read.asList());
    Mappings.TargetMapping mapping =
        Mappings.target(read.asList(), scan.request().columns().size()).inverse();
    call.transformTo(
        RelFactories.LOGICAL_BUILDER
            .create(project.getCluster(), null)
            .push(narrow)
            .project(
                RexPermuteInputsShuttle.of(mapping).visitList(project.getProjects()).stream()
                    .map(RexNode.class::cast)
                    .toList(),
                project.getRowType().getFieldNames(),
                true)
            .build());
  }
}
