package io.github.twiliojdbc.sql.corrections;

import io.github.twiliojdbc.sql.SqlException;
import java.util.List;
import java.util.Objects;
import org.apache.calcite.DataContext;
import org.apache.calcite.adapter.enumerable.EnumerableInterpreter;
import org.apache.calcite.adapter.enumerable.EnumerableRel;
import org.apache.calcite.adapter.enumerable.EnumerableRelImplementor;
import org.apache.calcite.adapter.enumerable.EnumerableRepeatUnion;
import org.apache.calcite.adapter.enumerable.JavaRowFormat;
import org.apache.calcite.adapter.enumerable.PhysType;
import org.apache.calcite.adapter.enumerable.PhysTypeImpl;
import org.apache.calcite.linq4j.AbstractEnumerable;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.EnumerableDefaults;
import org.apache.calcite.linq4j.Enumerator;
import org.apache.calcite.linq4j.TransformedEnumerator;
import org.apache.calcite.linq4j.function.EqualityComparer;
import org.apache.calcite.linq4j.tree.BlockBuilder;
import org.apache.calcite.linq4j.tree.Blocks;
import org.apache.calcite.linq4j.tree.Expression;
import org.apache.calcite.linq4j.tree.Expressions;
import org.apache.calcite.plan.RelOptTable;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.AbstractRelNode;
import org.apache.calcite.rel.RelHomogeneousShuttle;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.RepeatUnion;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.schema.ScannableTable;
import org.apache.calcite.schema.SchemaPlus;
import org.apache.calcite.schema.TransientTable;
import org.apache.calcite.schema.impl.ListTransientTable;
import org.apache.calcite.util.BuiltInMethod;
import org.apache.calcite.util.Util;
import org.jspecify.annotations.Nullable;

/**
 * The rows of WITH RECURSIVE, which have an end; what they are found from belongs to one run of the
 * plan, where Calcite's would be shared by all.
 *
 * <p>Public because generated code is in another package.
 */
public final class Recursion extends RepeatUnion implements EnumerableRel {
  private static final int MOST_ROWS = 1_000_000;

  private Recursion(RepeatUnion union, RelTraitSet traits, List<RelNode> inputs) {
    super(
        union.getCluster(),
        traits,
        inputs.get(0),
        inputs.get(1),
        union.all,
        union.iterationLimit,
        union.getTransientTable());
  }

  @Override
  public Recursion copy(RelTraitSet traits, List<RelNode> inputs) {
    return new Recursion(this, traits, inputs);
  }

  @Override
  public Result implement(EnumerableRelImplementor implementor, Prefer prefer) {
    List<String> name = Objects.requireNonNull(getTransientTable()).getQualifiedName();
    BlockBuilder block = new BlockBuilder();
    block.add(
        Expressions.statement(
            Expressions.call(
                Recursion.class,
                "begin",
                implementor.getRootExpression(),
                Expressions.constant(Util.last(name)),
                implementor.stash(getRowType(), RelDataType.class))));
    Result seed = implementor.visitChild(this, 0, (EnumerableRel) getSeedRel(), prefer);
    Result next = implementor.visitChild(this, 1, (EnumerableRel) getIterativeRel(), prefer);
    PhysType rowType =
        PhysTypeImpl.of(implementor.getTypeFactory(), getRowType(), prefer.prefer(seed.format));
    Expression comparer =
        Util.first(rowType.comparer(), Expressions.call(BuiltInMethod.IDENTITY_COMPARER.method));
    block.add(
        Expressions.call(
            Recursion.class,
            "rows",
            block.append("seed", seed.block),
            block.append("next", next.block),
            Expressions.constant(all),
            comparer));
    return implementor.result(rowType, block.toBlock());
  }

  /** Makes room for the rows of one run. */
  public static void begin(DataContext context, String name, RelDataType rowType) {
    SchemaPlus tables = Objects.requireNonNull(context.getRootSchema());
    tables.add(name, new ListTransientTable(name, rowType));
  }

  /** Returns the rows of this run that were found in the step before. */
  public static Enumerable<@Nullable Object[]> found(DataContext context, String name) {
    SchemaPlus tables = Objects.requireNonNull(context.getRootSchema());
    return ((ScannableTable) Objects.requireNonNull(tables.tables().get(name))).scan(context);
  }

  /** Returns the same of a table with one column, whose rows are its values. */
  public static Enumerable<@Nullable Object> foundValues(DataContext context, String name) {
    return found(context, name).select(row -> row[0]);
  }

  /** Returns the first rows, those that follow from them, and so on. */
  public static <T> Enumerable<T> rows(
      Enumerable<T> seed, Enumerable<T> next, boolean all, EqualityComparer<T> comparer) {
    Enumerable<T> rows = EnumerableDefaults.repeatUnion(seed, next, -1, all, comparer, null);
    return new AbstractEnumerable<>() {
      @Override
      public Enumerator<T> enumerator() {
        return new TransformedEnumerator<>(rows.enumerator()) {
          private int count;

          @Override
          protected T transform(T row) {
            return row;
          }

          @Override
          public boolean moveNext() {
            if (!super.moveNext()) {
              return false;
            }
            if (++count > MOST_ROWS) {
              throw new SqlException(
                  SqlException.Kind.UNSUPPORTED,
                  "WITH RECURSIVE has more than 1000000 rows: add a condition under which it ends.",
                  null);
            }
            return true;
          }
        };
      }
    };
  }

  /** Puts this in the place of Calcite's. */
  static final class Shuttle extends RelHomogeneousShuttle {
    @Override
    public RelNode visit(RelNode node) {
      RelNode visited = super.visit(node);
      if (visited instanceof EnumerableRepeatUnion union) {
        return new Recursion(union, union.getTraitSet(), union.getInputs());
      }
      return visited instanceof EnumerableInterpreter scan
              && isTransient(scan.getInput().getTable())
          ? new Found(scan, scan.getInput().getTable())
          : visited;
    }

    private static boolean isTransient(@Nullable RelOptTable table) {
      return table != null && table.unwrap(TransientTable.class) != null;
    }
  }

  /** The rows that were found in the step before. */
  private static final class Found extends AbstractRelNode implements EnumerableRel {
    private final RelOptTable table;

    Found(RelNode scan, RelOptTable table) {
      super(scan.getCluster(), scan.getTraitSet());
      this.rowType = scan.getRowType();
      this.table = table;
    }

    @Override
    public Result implement(EnumerableRelImplementor implementor, Prefer prefer) {
      PhysType physical =
          PhysTypeImpl.of(implementor.getTypeFactory(), getRowType(), JavaRowFormat.ARRAY);
      return implementor.result(
          physical,
          Blocks.toBlock(
              Expressions.call(
                  Recursion.class,
                  getRowType().getFieldCount() == 1 ? "foundValues" : "found",
                  implementor.getRootExpression(),
                  Expressions.constant(Util.last(table.getQualifiedName())))));
    }
  }
}
