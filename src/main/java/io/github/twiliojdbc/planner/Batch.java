package io.github.twiliojdbc.planner;

import org.apache.calcite.adapter.enumerable.EnumerableConvention;
import org.apache.calcite.adapter.enumerable.EnumerableRel;
import org.apache.calcite.adapter.enumerable.EnumerableRelImplementor;
import org.apache.calcite.adapter.enumerable.JavaRowFormat;
import org.apache.calcite.adapter.enumerable.PhysTypeImpl;
import org.apache.calcite.linq4j.tree.Blocks;
import org.apache.calcite.linq4j.tree.Expressions;
import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.rel.AbstractRelNode;
import org.apache.calcite.rel.RelWriter;
import org.apache.calcite.rel.metadata.RelMetadataQuery;
import org.apache.calcite.rel.type.RelDataType;

/** Some rows of a lookup's driver: those whose keys are asked for together. */
final class Batch extends AbstractRelNode implements EnumerableRel {
  private final int number;
  private final double rows;

  /**
   * Creates a batch.
   *
   * @param number number of the lookup
   * @param rows how many rows of its driver there are likely to be
   */
  Batch(RelOptCluster cluster, RelDataType rowType, int number, double rows) {
    super(cluster, cluster.traitSetOf(EnumerableConvention.INSTANCE));
    this.rowType = rowType;
    this.number = number;
    this.rows = rows;
  }

  int number() {
    return number;
  }

  @Override
  public double estimateRowCount(RelMetadataQuery metadata) {
    return rows;
  }

  @Override
  public RelWriter explainTerms(RelWriter writer) {
    return super.explainTerms(writer).item("lookup", number);
  }

  @Override
  public Result implement(EnumerableRelImplementor implementor, Prefer prefer) {
    return implementor.result(
        PhysTypeImpl.of(implementor.getTypeFactory(), getRowType(), JavaRowFormat.ARRAY),
        Blocks.toBlock(
            Expressions.call(
                LookupRuntime.class,
                "batch",
                implementor.getRootExpression(),
                Expressions.constant(number))));
  }
}
