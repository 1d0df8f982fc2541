package io.github.twiliojdbc.planner;

import com.google.common.primitives.Primitives;
import java.util.ArrayList;
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
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Values;
import org.apache.calcite.rex.RexLiteral;
import org.jspecify.annotations.Nullable;

/** Rows of literals that are kept beside the generated code. */
final class KeptValues extends Values implements EnumerableRel {
  KeptValues(Values values) {
    super(
        values.getCluster(),
        values.getRowType(),
        values.getTuples(),
        values.getTraitSet().replace(EnumerableConvention.INSTANCE));
  }

  @Override
  public RelNode copy(RelTraitSet traits, List<RelNode> inputs) {
    return this;
  }

  @Override
  public Result implement(EnumerableRelImplementor implementor, Prefer prefer) {
    PhysType rowType =
        PhysTypeImpl.of(implementor.getTypeFactory(), getRowType(), JavaRowFormat.ARRAY);
    boolean isBare = getRowType().getFieldCount() == 1;
    List<@Nullable Object> rows = new ArrayList<>();
    for (List<RexLiteral> tuple : getTuples()) {
      @Nullable Object[] row = new Object[tuple.size()];
      for (int i = 0; i < row.length; i++) {
        row[i] = converted(tuple.get(i), rowType.fieldClass(i));
      }
      rows.add(isBare ? row[0] : row);
    }
    BlockBuilder block = new BlockBuilder();
    block.add(implementor.stash(Linq4j.asEnumerable(rows), Enumerable.class));
    return implementor.result(rowType, block.toBlock());
  }

  /** Returns a value in the class that a field of its type has in code. */
  private static @Nullable Object converted(RexLiteral literal, Class<?> fieldClass) {
    if (literal.isNull()) {
      return null;
    }
    Class<?> boxed = Primitives.wrap(fieldClass);
    Object value = KnownValues.value(literal);
    return value instanceof Number number
        ? boxed == Integer.class
            ? (Object) number.intValue()
            : boxed == Long.class
                ? (Object) number.longValue()
                : boxed == Double.class ? (Object) number.doubleValue() : value
        : value;
  }
}
