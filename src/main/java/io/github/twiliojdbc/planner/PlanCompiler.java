package io.github.twiliojdbc.planner;

import java.util.Map;
import org.apache.calcite.adapter.enumerable.EnumerableRel;
import org.apache.calcite.adapter.enumerable.EnumerableRelImplementor;
import org.apache.calcite.linq4j.tree.ClassDeclaration;
import org.apache.calcite.linq4j.tree.Expressions;
import org.apache.calcite.runtime.ArrayBindable;
import org.apache.calcite.runtime.Bindable;
import org.apache.calcite.runtime.Typed;

/** Makes plans ready to run. */
final class PlanCompiler {
  private PlanCompiler() {}

  /**
   * Returns a plan, ready to run.
   *
   * @param constants what the code asks its context for by name, which is added to
   * @throws IllegalStateException if the JVM does not take code of that size
   */
  static Bindable<?> compile(EnumerableRel plan, Map<String, Object> constants) {
    ClassDeclaration declaration =
        new EnumerableRelImplementor(plan.getCluster().getRexBuilder(), constants)
            .implementRoot(plan, EnumerableRel.Prefer.ARRAY)
            .accept(new SourcedEnumerable.InCode());
    String type =
        plan.getRowType().getFieldCount() == 1
            ? Bindable.class.getCanonicalName() + ", " + Typed.class.getCanonicalName()
            : ArrayBindable.class.getCanonicalName();
    String code =
        "public final class %s implements %s {%n%s%n}"
            .formatted(
                declaration.name,
                type,
                Expressions.toString(declaration.memberDeclarations, "\n", false));
    return (Bindable<?>) CodeCompiler.make(declaration.name, code);
  }
}
