package io.github.twiliojdbc.pushdown;

import io.github.twiliojdbc.catalog.ColumnType;
import java.util.Optional;

/** Wrappers that name the input in a WITH clause. */
final class CommonTables {
  private static final Column COUNT = new Column("", ColumnType.BIGINT, "");

  private CommonTables() {}

  static Optional<Relation> once(Relation input, SqlRandom random) {
    String w = random.fresh("w");
    return Optional.of(
        new Outputs(random).all(w, input).select(input, with(w, input) + "SELECT ", "FROM " + w));
  }

  /** All rows twice. */
  static Optional<Relation> union(Relation input, SqlRandom random) {
    String w = random.fresh("w");
    return Optional.of(
        new Outputs(random)
            .target(w + "." + input.target().name(), input.target())
            .addAll(w, input.others())
            .select(
                input,
                with(w, input) + "SELECT ",
                "FROM %1$s UNION ALL SELECT %2$s FROM %1$s"
                    .formatted(
                        w,
                        Projecting.names(w, java.util.List.of(input.target()))
                            + (input.others().isEmpty()
                                ? ""
                                : ", " + Projecting.names(w, input.others())))));
  }

  /** Each row with the number of those that have the same target. */
  static Optional<Relation> join(Relation input, SqlRandom random) {
    String w = random.fresh("w");
    String t = random.fresh("t");
    String g = random.fresh("g");
    return Optional.of(
        new Outputs(random)
            .all(t, input)
            .add(g + ".n", COUNT)
            .select(
                input,
                with(w, input) + "SELECT ",
                "FROM %1$s %2$s JOIN (SELECT %4$s AS k, count(*) AS n FROM %1$s GROUP BY %4$s) AS %3$s ON %3$s.k = %2$s.%4$s"
                    .formatted(w, t, g, input.target().name())));
  }

  /** Each row with the number of all, which a condition on the target must not change. */
  static Optional<Relation> total(Relation input, SqlRandom random) {
    String w = random.fresh("w");
    return Optional.of(
        new Outputs(random)
            .all(w, input)
            .add("(SELECT count(*) FROM " + w + ")", COUNT)
            .select(input, with(w, input) + "SELECT ", "FROM " + w)
            .unsound());
  }

  private static String with(String name, Relation input) {
    return "WITH " + name + " AS (" + input.sql() + ") ";
  }
}
