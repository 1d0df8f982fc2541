package io.github.twiliojdbc.pushdown;

import io.github.twiliojdbc.catalog.ColumnType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Wrappers that compute windows. */
final class Windowing {
  private static final Column COUNT = new Column("", ColumnType.BIGINT, "");

  private Windowing() {}

  /** The first rows of each value of the target. */
  static Optional<Relation> rowNumber(Relation input, SqlRandom random) {
    String t = random.fresh("t");
    String w = random.fresh("w");
    Relation numbered =
        new Outputs(random)
            .all(t, input)
            .add(
                "row_number() OVER (PARTITION BY %s ORDER BY %s)"
                    .formatted(keys(input, t, random), order(input, t, random)),
                COUNT)
            .select(input, "FROM " + input.as(t));
    Column number = numbered.columns().get(numbered.columns().size() - 1);
    return Optional.of(
        new Outputs(random)
            .all(w, numbered)
            .select(
                numbered,
                "FROM %s WHERE %s.%s %s"
                    .formatted(
                        numbered.as(w),
                        w,
                        number.name(),
                        random.pick(List.of("= 1", "<= 2", "= 1", "> 1")))));
  }

  static Optional<Relation> window(Relation input, SqlRandom random) {
    return Optional.of(windows(input, random, 1));
  }

  static Optional<Relation> twoWindows(Relation input, SqlRandom random) {
    return Optional.of(windows(input, random, 2));
  }

  private static Relation windows(Relation input, SqlRandom random, int number) {
    String t = random.fresh("t");
    Outputs outputs = new Outputs(random).all(t, input);
    for (int i = 0; i < number; i++) {
      outputs.add(
          random
              .pick(
                  List.of(
                      "count(*) OVER (PARTITION BY %1$s)",
                      "rank() OVER (PARTITION BY %1$s ORDER BY %2$s)",
                      "count(*) OVER (PARTITION BY %1$s ORDER BY %2$s)"))
              .formatted(keys(input, t, random), order(input, t, random)),
          COUNT);
    }
    return outputs.select(input, "FROM " + input.as(t));
  }

  /** A window whose partitions hold rows of several values of the target. */
  static Optional<Relation> windowOfOther(Relation input, SqlRandom random) {
    String t = random.fresh("t");
    String partition =
        input.others().isEmpty() || random.oneIn(3)
            ? ""
            : "PARTITION BY " + t + "." + random.pick(input.others()).name() + " ";
    return Optional.of(
        new Outputs(random)
            .all(t, input)
            .add("count(*) OVER (" + partition + "ORDER BY " + order(input, t, random) + ")", COUNT)
            .select(input, "FROM " + input.as(t))
            .unsound());
  }

  private static String keys(Relation input, String alias, SqlRandom random) {
    List<Column> keys = new ArrayList<>(List.of(input.target()));
    keys.addAll(random.some(input.others(), 1));
    return Projecting.names(alias, random.shuffled(keys));
  }

  /** Returns an order in which only equal rows are equal. */
  private static String order(Relation input, String alias, SqlRandom random) {
    return Projecting.names(alias, random.shuffled(input.columns()));
  }
}
