package io.github.twiliojdbc.pushdown;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The SELECT list of a wrapper while it is drawn; each item gets a fresh name. */
final class Outputs {
  private final SqlRandom random;
  private final List<String> items = new ArrayList<>();
  private final List<Column> columns = new ArrayList<>();
  private @Nullable Column target;

  Outputs(SqlRandom random) {
    this.random = random;
  }

  /** Adds the item that the condition will stand on. */
  Outputs target(String expression, Column like) {
    add(expression, like);
    target = columns.get(columns.size() - 1);
    return this;
  }

  Outputs add(String expression, Column like) {
    Column column = like.as(random.fresh("c"));
    columns.add(column);
    items.add(expression + " AS " + column.name());
    return this;
  }

  Outputs addAll(String alias, List<Column> others) {
    others.forEach(column -> add(alias + "." + column.name(), column));
    return this;
  }

  /** Adds all columns of an input. */
  Outputs all(String alias, Relation input) {
    target(alias + "." + input.target().name(), input.target());
    return addAll(alias, input.others());
  }

  /** Returns the query of this list. */
  Relation select(Relation input, String rest) {
    return select(input, "SELECT ", rest);
  }

  Relation select(Relation input, String verb, String rest) {
    if (target == null) {
      throw new IllegalStateException("the target is missing: " + items);
    }
    return new Relation(
        verb + String.join(", ", items) + " " + rest,
        List.copyOf(columns),
        target,
        input.origins(),
        input.isSound());
  }
}
