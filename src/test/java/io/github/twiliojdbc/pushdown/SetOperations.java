package io.github.twiliojdbc.pushdown;

import io.github.twiliojdbc.catalog.ColumnType;
import java.util.List;
import java.util.Optional;

/** Wrappers that put two queries together row by row. */
final class SetOperations {
  private static final Column TEXT = new Column("", ColumnType.VARCHAR, "");

  private SetOperations() {}

  static Optional<Relation> union(Relation input, SqlRandom random) {
    return combined(input, random, "UNION");
  }

  static Optional<Relation> unionAll(Relation input, SqlRandom random) {
    return combined(input, random, "UNION ALL");
  }

  static Optional<Relation> intersect(Relation input, SqlRandom random) {
    return keys(input, random, "INTERSECT");
  }

  static Optional<Relation> except(Relation input, SqlRandom random) {
    return keys(input, random, "EXCEPT");
  }

  /** A query of the other list, less the input. */
  static Optional<Relation> exceptFromOther(Relation input, SqlRandom random) {
    return Scans.peer(input.target(), random)
        .map(
            peer -> {
              String t = random.fresh("t");
              String p = random.fresh("p");
              return new Outputs(random)
                  .target(p + "." + peer.target().name(), input.target())
                  .select(
                      peer,
                      "FROM %s EXCEPT SELECT %s.%s FROM %s"
                          .formatted(peer.as(p), t, input.target().name(), input.as(t)))
                  .with(input);
            });
  }

  /** Combines the target and a text with those of another list. */
  private static Optional<Relation> combined(Relation input, SqlRandom random, String operation) {
    return Scans.peer(input.target(), random)
        .map(
            peer -> {
              String t = random.fresh("t");
              String p = random.fresh("p");
              return new Outputs(random)
                  .target(t + "." + input.target().name(), input.target())
                  .add(text(input, t), TEXT)
                  .select(
                      input,
                      "FROM %s %s SELECT %s.%s, %s FROM %s"
                          .formatted(
                              input.as(t),
                              operation,
                              p,
                              peer.target().name(),
                              random.oneIn(2) ? "'other'" : text(peer, p),
                              peer.as(p)))
                  .with(peer);
            });
  }

  private static Optional<Relation> keys(Relation input, SqlRandom random, String operation) {
    return Scans.peer(input.target(), random)
        .map(
            peer -> {
              String t = random.fresh("t");
              String p = random.fresh("p");
              return new Outputs(random)
                  .target(t + "." + input.target().name(), input.target())
                  .select(
                      input,
                      "FROM %s %s SELECT %s.%s FROM %s"
                          .formatted(input.as(t), operation, p, peer.target().name(), peer.as(p)))
                  .with(peer);
            });
  }

  /** The input and a row of constants. */
  static Optional<Relation> unionWithValues(Relation input, SqlRandom random) {
    String t = random.fresh("t");
    return Optional.of(
        new Outputs(random)
            .target(t + "." + input.target().name(), input.target())
            .add(text(input, t), TEXT)
            .select(
                input,
                "FROM %s %s SELECT CAST(NULL AS %s), 'none'"
                    .formatted(
                        input.as(t),
                        random.pick(List.of("UNION", "UNION ALL")),
                        input.target().sqlType())));
  }

  private static String text(Relation relation, String alias) {
    return relation.others().stream()
        .filter(Column::isText)
        .findFirst()
        .map(column -> alias + "." + column.name())
        .orElse("'none'");
  }
}
