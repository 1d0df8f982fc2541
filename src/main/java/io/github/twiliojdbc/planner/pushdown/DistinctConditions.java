package io.github.twiliojdbc.planner.pushdown;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rex.RexNode;
import org.jspecify.annotations.Nullable;

/** Conditions that hold together, in their order, each once. */
final class DistinctConditions {
  private final Map<Key, RexNode> conditions = new LinkedHashMap<>();

  /** Adds the parts of a conjunction. */
  void add(RexNode condition) {
    RelOptUtil.conjunctions(condition).forEach(part -> conditions.putIfAbsent(new Key(part), part));
  }

  boolean contains(RexNode condition) {
    return conditions.containsKey(new Key(condition));
  }

  List<RexNode> all() {
    return List.copyOf(conditions.values());
  }

  /** A condition that is equal to one of other nullability. */
  private record Key(RexNode condition) {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Key key && Conditions.isSame(condition, key.condition);
    }

    @Override
    public int hashCode() {
      return condition.toString().replace(" NOT NULL", "").hashCode();
    }
  }
}
