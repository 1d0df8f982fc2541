package io.github.twiliojdbc.pushdown;

import io.github.twiliojdbc.catalog.ColumnType;
import java.util.List;
import java.util.Optional;

/** Wrappers that join a query with accounts, another list or constants. */
final class Joining {
  private static final Column TEXT = new Column("", ColumnType.VARCHAR, "");
  private static final Column NUMBER = new Column("", ColumnType.INTEGER, "");

  private Joining() {}

  static Optional<Relation> inner(Relation input, SqlRandom random) {
    return join(input, random, random.pick(List.of("JOIN", "INNER JOIN")));
  }

  static Optional<Relation> left(Relation input, SqlRandom random) {
    return join(input, random, "LEFT JOIN");
  }

  static Optional<Relation> right(Relation input, SqlRandom random) {
    return reversed(input, random, "RIGHT JOIN");
  }

  static Optional<Relation> full(Relation input, SqlRandom random) {
    return random.oneIn(2)
        ? join(input, random, "FULL JOIN")
        : reversed(input, random, "FULL JOIN");
  }

  static Optional<Relation> nullSideOfLeft(Relation input, SqlRandom random) {
    return reversed(input, random, "LEFT JOIN");
  }

  static Optional<Relation> nullSideOfRight(Relation input, SqlRandom random) {
    return join(input, random, "RIGHT JOIN");
  }

  /** A join on either of two columns. */
  static Optional<Relation> either(Relation input, SqlRandom random) {
    String t = random.fresh("t");
    return Partner.ofEither(input, t, random)
        .map(
            partner ->
                outputs(input, t, partner, random)
                    .select(
                        input,
                        "FROM %s JOIN %s ON %s"
                            .formatted(input.as(t), partner.from(), partner.condition())));
  }

  static Optional<Relation> cross(Relation input, SqlRandom random) {
    String t = random.fresh("t");
    String v = random.fresh("v");
    String other =
        random.pick(
            List.of("(VALUES (1), (2)) AS %s(x)", "(SELECT count(*) AS x FROM accounts) AS %s"));
    return Optional.of(
        new Outputs(random)
            .all(t, input)
            .add(v + ".x", NUMBER)
            .select(
                input,
                "FROM "
                    + input.as(t)
                    + random.pick(List.of(" CROSS JOIN ", ", "))
                    + other.formatted(v)));
  }

  private static Optional<Relation> join(Relation input, SqlRandom random, String kind) {
    String t = random.fresh("t");
    return Partner.of(input, t, random)
        .map(
            partner ->
                outputs(input, t, partner, random)
                    .select(
                        input,
                        "FROM %s %s %s ON %s"
                            .formatted(input.as(t), kind, partner.from(), partner.condition())));
  }

  private static Optional<Relation> reversed(Relation input, SqlRandom random, String kind) {
    String t = random.fresh("t");
    return Partner.of(input, t, random)
        .map(
            partner ->
                outputs(input, t, partner, random)
                    .select(
                        input,
                        "FROM %s %s %s ON %s"
                            .formatted(partner.from(), kind, input.as(t), partner.condition())));
  }

  private static Outputs outputs(Relation input, String alias, Partner partner, SqlRandom random) {
    return new Outputs(random).all(alias, input).add(partner.value(), TEXT);
  }
}
