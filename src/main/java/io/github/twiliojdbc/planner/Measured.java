package io.github.twiliojdbc.planner;

import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.DataContext;
import org.apache.calcite.adapter.enumerable.EnumerableInterpreter;
import org.apache.calcite.adapter.enumerable.EnumerableRel;
import org.apache.calcite.adapter.enumerable.EnumerableRelImplementor;
import org.apache.calcite.adapter.enumerable.PhysType;
import org.apache.calcite.adapter.enumerable.PhysTypeImpl;
import org.apache.calcite.linq4j.AbstractEnumerable;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.Enumerator;
import org.apache.calcite.linq4j.function.Function1;
import org.apache.calcite.linq4j.tree.BlockBuilder;
import org.apache.calcite.linq4j.tree.Expressions;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.SingleRel;
import org.apache.calcite.rel.core.Sort;

/** A node that measures its input, for EXPLAIN ANALYZE. */
final class Measured extends SingleRel implements EnumerableRel {
  private final int number;

  private Measured(RelNode input, int number) {
    super(input.getCluster(), input.getTraitSet(), input);
    this.number = number;
  }

  /** Returns a plan in which every node is measured; nodes are numbered in preorder. */
  static EnumerableRel plan(EnumerableRel plan) {
    return (EnumerableRel) measured(plan, new int[1]);
  }

  private static RelNode measured(RelNode node, int[] count) {
    if (!(node instanceof EnumerableRel) || node instanceof EnumerableInterpreter) {
      // An interpreter runs nodes of other kinds.
      return node;
    }
    // A Kept node belongs to its input, and a batch is counted where its rows come from.
    boolean isShown = !(node instanceof Kept) && !(node instanceof Batch);
    int number = isShown ? count[0]++ : -1;
    List<RelNode> inputs = new ArrayList<>();
    for (RelNode input : node.getInputs()) {
      // A limit and the sort below it are one operation.
      boolean isOne = node instanceof Limit && input instanceof Sort;
      inputs.add(
          isOne
              ? input.copy(input.getTraitSet(), List.of(measured(input.getInput(0), count)))
              : measured(input, count));
    }
    RelNode copy = inputs.isEmpty() ? node : node.copy(node.getTraitSet(), inputs);
    return isShown ? new Measured(copy, number) : copy;
  }

  /** Returns how many nodes of a plan are measured. */
  static int count(RelNode plan) {
    return (plan instanceof Measured ? 1 : 0)
        + plan.getInputs().stream().mapToInt(Measured::count).sum();
  }

  int number() {
    return number;
  }

  @Override
  public Measured copy(RelTraitSet traits, List<RelNode> inputs) {
    return new Measured(inputs.get(0), number);
  }

  @Override
  public Result implement(EnumerableRelImplementor implementor, Prefer prefer) {
    BlockBuilder block = new BlockBuilder();
    Result input = implementor.visitChild(this, 0, (EnumerableRel) getInput(), prefer);
    PhysType physType = PhysTypeImpl.of(implementor.getTypeFactory(), getRowType(), input.format);
    block.add(
        Expressions.call(
            Rows.class,
            "of",
            implementor.getRootExpression(),
            Expressions.constant(number),
            Expressions.lambda(Function1.class, input.block, DataContext.ROOT)));
    return implementor.result(physType, block.toBlock());
  }

  /**
   * The measured rows of a node.
   *
   * <p>Public because generated code is in another package.
   */
  public static final class Rows {
    private Rows() {}

    /**
     * Returns the rows of a node, which count as they are enumerated.
     *
     * @param input returns the rows in a context whose requests count for the node
     */
    public static <T> Enumerable<T> of(
        DataContext context, int number, Function1<DataContext, Enumerable<T>> input) {
      QueryContext query = (QueryContext) context;
      Measurements.Node node = query.measurements().node(number);
      Enumerable<T> rows = node.timed(() -> input.apply(query.with(node.execution())));
      return new AbstractEnumerable<>() {
        @Override
        public Enumerator<T> enumerator() {
          return node.counting(rows);
        }
      };
    }
  }
}
