package io.github.twiliojdbc.planner;

import io.github.twiliojdbc.catalog.ColumnType;
import io.github.twiliojdbc.sql.TwilioTypeFactory;
import io.github.twiliojdbc.sql.functions.WallClock;
import java.util.List;
import org.apache.calcite.adapter.enumerable.EnumerableConvention;
import org.apache.calcite.adapter.enumerable.EnumerableRel;
import org.apache.calcite.adapter.enumerable.EnumerableRelImplementor;
import org.apache.calcite.adapter.enumerable.JavaRowFormat;
import org.apache.calcite.adapter.enumerable.PhysType;
import org.apache.calcite.adapter.enumerable.PhysTypeImpl;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.Linq4j;
import org.apache.calcite.linq4j.tree.BlockBuilder;
import org.apache.calcite.linq4j.tree.Expressions;
import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.plan.RelOptTable;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.TableScan;
import org.jspecify.annotations.Nullable;

/** The rows of a {@link DriverTable}. */
final class DriverScan extends TableScan implements EnumerableRel {
  private final DriverTable definition;

  DriverScan(RelOptCluster cluster, RelOptTable table, DriverTable definition) {
    super(cluster, cluster.traitSetOf(EnumerableConvention.INSTANCE), List.of(), table);
    this.definition = definition;
  }

  @Override
  public RelNode copy(RelTraitSet traits, List<RelNode> inputs) {
    return this;
  }

  @Override
  public Result implement(EnumerableRelImplementor implementor, Prefer prefer) {
    PhysType physType =
        PhysTypeImpl.of(implementor.getTypeFactory(), getRowType(), JavaRowFormat.ARRAY);
    BlockBuilder block = new BlockBuilder();
    block.add(
        Expressions.call(
            implementor.stash(
                new Rows(definition, ((TwilioTypeFactory) implementor.getTypeFactory()).clock()),
                Rows.class),
            "rows"));
    return implementor.result(physType, block.toBlock());
  }

  /**
   * What the generated code of a query calls to get the rows.
   *
   * <p>Public because generated code is in another package.
   */
  public static final class Rows {
    private final DriverTable definition;
    private final WallClock clock;

    Rows(DriverTable definition, WallClock clock) {
      this.definition = definition;
      this.clock = clock;
    }

    /** Returns the rows as they are when the query begins to read them. */
    public Enumerable<@Nullable Object[]> rows() {
      return Linq4j.asEnumerable(definition.rows().get()).select(this::onClock);
    }

    private @Nullable Object[] onClock(@Nullable Object[] row) {
      @Nullable Object[] shown = row.clone();
      for (int i = 0; i < row.length; i++) {
        if (definition.columns().get(i).type() == ColumnType.TIMESTAMP
            && row[i] instanceof Long instant) {
          shown[i] = clock.at(instant);
        }
      }
      return shown;
    }
  }
}
