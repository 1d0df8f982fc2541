package io.github.twiliojdbc.pushdown;

import io.github.twiliojdbc.catalog.ColumnType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Wrappers that make one row of several. */
final class Grouping {
  private static final Column COUNT = new Column("", ColumnType.BIGINT, "");

  private Grouping() {}

  static Optional<Relation> groupBy(Relation input, SqlRandom random) {
    return Optional.of(grouped(input, random, 2, "%1$s"));
  }

  static Optional<Relation> having(Relation input, SqlRandom random) {
    return Optional.of(
        grouped(
            input,
            random,
            2,
            "%1$s HAVING count(*) " + random.pick(List.of("> 1", ">= 1", "< 5 AND count(*) > 0"))));
  }

  static Optional<Relation> groupingSets(Relation input, SqlRandom random) {
    return random.oneIn(2)
        ? moreKeys(input, random, "GROUPING SETS ((%2$s, %3$s), (%2$s, %4$s))")
        : moreKeys(input, random, "GROUPING SETS ((%2$s, %3$s, %4$s), (%2$s))");
  }

  static Optional<Relation> rollup(Relation input, SqlRandom random) {
    return moreKeys(input, random, "%2$s, ROLLUP (%3$s, %4$s)");
  }

  static Optional<Relation> cube(Relation input, SqlRandom random) {
    return moreKeys(input, random, "%2$s, CUBE (%3$s, %4$s)");
  }

  /** A rollup whose total has no target. */
  static Optional<Relation> rollupOfTarget(Relation input, SqlRandom random) {
    return moreKeys(
            input,
            random,
            random.pick(
                List.of(
                    "ROLLUP (%2$s, %3$s, %4$s)",
                    "CUBE (%2$s, %3$s, %4$s)", "GROUPING SETS ((%2$s, %3$s), (%4$s))")))
        .map(Relation::unsound);
  }

  private static Optional<Relation> moreKeys(Relation input, SqlRandom random, String keys) {
    return input.others().size() < 2 ? Optional.empty() : Optional.of(grouped(input, random, keys));
  }

  /** Groups by the target and at most so many other columns. */
  private static Relation grouped(Relation input, SqlRandom random, int others, String keys) {
    String t = random.fresh("t");
    List<Column> groups = new ArrayList<>(List.of(input.target()));
    groups.addAll(random.some(input.others(), others));
    Outputs outputs =
        new Outputs(random)
            .target(t + "." + input.target().name(), input.target())
            .addAll(t, groups.subList(1, groups.size()));
    return aggregated(outputs, t, input, random)
        .select(
            input,
            "FROM "
                + input.as(t)
                + " GROUP BY "
                + keys.formatted(Projecting.names(t, random.shuffled(groups))));
  }

  /** Groups by the target and two other columns. */
  private static Relation grouped(Relation input, SqlRandom random, String keys) {
    String t = random.fresh("t");
    List<Column> others = random.shuffled(input.others()).subList(0, 2);
    Outputs outputs =
        new Outputs(random)
            .target(t + "." + input.target().name(), input.target())
            .addAll(t, others);
    return aggregated(outputs, t, input, random)
        .select(
            input,
            "FROM "
                + input.as(t)
                + " GROUP BY "
                + keys.formatted(
                    "",
                    t + "." + input.target().name(),
                    t + "." + others.get(0).name(),
                    t + "." + others.get(1).name()));
  }

  private static Outputs aggregated(
      Outputs outputs, String alias, Relation input, SqlRandom random) {
    outputs.add("count(*)", COUNT);
    for (Column column : random.some(input.others(), 2)) {
      String name = alias + "." + column.name();
      if (column.isNumber()) {
        outputs.add("sum(" + name + ")", new Column("", ColumnType.DECIMAL, ""));
      } else {
        outputs.add(
            random.pick(List.of("min(", "max(")) + name + ")", new Column("", column.type(), ""));
      }
    }
    return outputs;
  }

  static Optional<Relation> distinct(Relation input, SqlRandom random) {
    String t = random.fresh("t");
    return Optional.of(
        new Outputs(random)
            .target(t + "." + input.target().name(), input.target())
            .addAll(t, random.some(input.others(), 3))
            .select(input, "SELECT DISTINCT ", "FROM " + input.as(t)));
  }

  static Optional<Relation> distinctOn(Relation input, SqlRandom random) {
    List<Column> keys = new ArrayList<>(List.of(input.target()));
    keys.addAll(random.some(input.others(), 1));
    return Optional.of(distinctOn(input, random.shuffled(keys), random));
  }

  static Optional<Relation> distinctOnOther(Relation input, SqlRandom random) {
    return input.others().isEmpty()
        ? Optional.empty()
        : Optional.of(distinctOn(input, List.of(random.pick(input.others())), random).unsound());
  }

  private static Relation distinctOn(Relation input, List<Column> keys, SqlRandom random) {
    String t = random.fresh("t");
    List<Column> order = new ArrayList<>(keys);
    random.shuffled(input.columns()).stream().filter(c -> !keys.contains(c)).forEach(order::add);
    return new Outputs(random)
        .all(t, input)
        .select(
            input,
            "SELECT DISTINCT ON (" + Projecting.names(t, keys) + ") ",
            "FROM " + input.as(t) + " ORDER BY " + Projecting.names(t, order));
  }
}
