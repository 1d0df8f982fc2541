package io.github.twiliojdbc.sql.corrections;

import com.google.common.primitives.Primitives;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.calcite.adapter.enumerable.EnumerableAggregate;
import org.apache.calcite.adapter.enumerable.EnumerableRel;
import org.apache.calcite.adapter.enumerable.EnumerableRelImplementor;
import org.apache.calcite.adapter.enumerable.PhysType;
import org.apache.calcite.linq4j.AbstractEnumerable;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.Enumerator;
import org.apache.calcite.linq4j.Linq4j;
import org.apache.calcite.linq4j.tree.BlockBuilder;
import org.apache.calcite.linq4j.tree.Expression;
import org.apache.calcite.linq4j.tree.Expressions;
import org.apache.calcite.linq4j.tree.Primitive;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.RelHomogeneousShuttle;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.SingleRel;
import org.apache.calcite.rel.core.AggregateCall;

/**
 * The rows of several groupings, one of which is of all rows and so has a row even if there are no
 * rows to group, which Calcite's code forgets.
 *
 * <p>Public because generated code is in another package.
 */
public final class GrandTotal extends SingleRel implements EnumerableRel {
  private final EnumerableAggregate aggregate;

  private GrandTotal(EnumerableAggregate aggregate) {
    this(aggregate.getTraitSet(), aggregate, aggregate);
  }

  private GrandTotal(RelTraitSet traits, RelNode input, EnumerableAggregate aggregate) {
    super(input.getCluster(), traits, input);
    this.aggregate = aggregate;
  }

  @Override
  public GrandTotal copy(RelTraitSet traits, List<RelNode> inputs) {
    return new GrandTotal(traits, inputs.get(0), aggregate);
  }

  @Override
  public Result implement(EnumerableRelImplementor implementor, Prefer prefer) {
    BlockBuilder block = new BlockBuilder();
    Result input = implementor.visitChild(this, 0, (EnumerableRel) getInput(), prefer);
    block.add(
        Expressions.call(
            GrandTotal.class,
            "rows",
            block.append("groups", input.block),
            input.physType.record(ofNothing(input.physType))));
    return implementor.result(input.physType, block.toBlock());
  }

  /** Returns groups, or the total of no rows if there are none. */
  public static <T> Enumerable<T> rows(Enumerable<T> groups, T total) {
    return new AbstractEnumerable<>() {
      @Override
      public Enumerator<T> enumerator() {
        List<T> rows = groups.toList();
        return Linq4j.enumerator(rows.isEmpty() ? Collections.singletonList(total) : rows);
      }
    };
  }

  /** Returns the fields of the total of no rows. */
  private List<Expression> ofNothing(PhysType rowType) {
    List<Expression> fields = new ArrayList<>();
    for (int i = 0; i < aggregate.getGroupCount(); i++) {
      fields.add(Expressions.constant(null, Primitives.wrap(rowType.fieldClass(i))));
    }
    for (AggregateCall call : aggregate.getAggCallList()) {
      Class<?> type = rowType.fieldClass(fields.size());
      fields.add(
          switch (call.getAggregation().getKind()) {
            case COUNT, SUM0 -> number(0, type);
            case GROUPING, GROUPING_ID -> number((1 << call.getArgList().size()) - 1, type);
            default -> Expressions.constant(null, Primitives.wrap(type));
          });
    }
    return fields;
  }

  private static Expression number(int number, Class<?> type) {
    Primitive primitive = Primitive.ofBoxOr(type);
    return primitive == null
        ? Expressions.constant(BigDecimal.valueOf(number), type)
        : Expressions.constant(primitive.number(number), type);
  }

  /** Adds the totals of no rows to a plan. */
  static final class Shuttle extends RelHomogeneousShuttle {
    @Override
    public RelNode visit(RelNode node) {
      RelNode visited = super.visit(node);
      return visited instanceof EnumerableAggregate aggregate
              && aggregate.getGroupSets().size() > 1
              && aggregate.getGroupSets().stream().anyMatch(each -> each.isEmpty())
          ? new GrandTotal(aggregate)
          : visited;
    }
  }
}
