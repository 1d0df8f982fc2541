package io.github.twiliojdbc.pushdown;

import io.github.twiliojdbc.catalog.ColumnType;
import java.util.List;
import java.util.Optional;

/** Wrappers that keep rows for which there are others, or none, and sub-queries of each row. */
final class SemiJoining {
  private static final Column NUMBER = new Column("", ColumnType.BIGINT, "");

  private SemiJoining() {}

  static Optional<Relation> in(Relation input, SqlRandom random) {
    return filtered(input, random, "%3$s IN (SELECT %2$s FROM %1$s)");
  }

  static Optional<Relation> notIn(Relation input, SqlRandom random) {
    return filtered(
        input,
        random,
        random.pick(
            List.of(
                "%3$s NOT IN (SELECT %2$s FROM %1$s)",
                "%3$s NOT IN (SELECT %2$s FROM %1$s WHERE %2$s IS NOT NULL)")));
  }

  static Optional<Relation> exists(Relation input, SqlRandom random) {
    return filtered(input, random, "EXISTS (SELECT 1 FROM %1$s WHERE %2$s = %3$s)");
  }

  static Optional<Relation> notExists(Relation input, SqlRandom random) {
    return filtered(input, random, "NOT EXISTS (SELECT 1 FROM %1$s WHERE %2$s = %3$s)");
  }

  /** Keeps the rows for which a condition on a partner holds. */
  private static Optional<Relation> filtered(Relation input, SqlRandom random, String condition) {
    String t = random.fresh("t");
    return Partner.of(input, t, random)
        .map(
            partner ->
                new Outputs(random)
                    .all(t, input)
                    .select(
                        input,
                        "FROM "
                            + input.as(t)
                            + " WHERE "
                            + condition.formatted(
                                partner.from(), partner.key(), partner.column())));
  }

  /** Rows for which no other is equal in either of two columns. */
  static Optional<Relation> neither(Relation input, SqlRandom random) {
    String t = random.fresh("t");
    return Partner.ofEither(input, t, random)
        .map(
            partner ->
                new Outputs(random)
                    .all(t, input)
                    .select(
                        input,
                        "FROM %s WHERE NOT EXISTS (SELECT 1 FROM %s WHERE %s)"
                            .formatted(input.as(t), partner.from(), partner.condition())));
  }

  static Optional<Relation> inInput(Relation input, SqlRandom random) {
    return ofInput(input, random, "%1$s IN (SELECT %3$s.%2$s FROM %4$s)");
  }

  static Optional<Relation> existsInInput(Relation input, SqlRandom random) {
    return ofInput(input, random, "EXISTS (SELECT 1 FROM %4$s WHERE %3$s.%2$s = %1$s)");
  }

  /** Keeps the rows of another list for which the input has one. */
  private static Optional<Relation> ofInput(Relation input, SqlRandom random, String condition) {
    return Scans.peer(input.target(), random)
        .map(
            peer -> {
              String p = random.fresh("p");
              String t = random.fresh("t");
              return new Outputs(random)
                  .all(p, peer)
                  .select(
                      peer,
                      "FROM "
                          + peer.as(p)
                          + " WHERE "
                          + condition.formatted(
                              p + "." + peer.target().name(),
                              input.target().name(),
                              t,
                              input.as(t)))
                  .with(input);
            });
  }

  /** The input as what is computed for each account. */
  static Optional<Relation> lateral(Relation input, SqlRandom random) {
    return input
        .account()
        .map(
            account -> {
              String a = random.fresh("a");
              String t = random.fresh("t");
              return new Outputs(random)
                  .all(t, input)
                  .add(a + ".friendly_name", new Column("", ColumnType.VARCHAR, ""))
                  .select(
                      input,
                      "FROM accounts %s CROSS JOIN LATERAL (SELECT * FROM %s WHERE q.%s = %s.sid) AS %s"
                          .formatted(a, input.as("q"), account.name(), a, t));
            });
  }

  /** The input with what is computed for each of its rows. */
  static Optional<Relation> lateralOfInput(Relation input, SqlRandom random) {
    String t = random.fresh("t");
    String x = random.fresh("x");
    String lateral =
        input
            .account()
            .filter(account -> random.oneIn(2))
            .map(
                account ->
                    "(SELECT count(*) AS n FROM accounts a WHERE a.sid = %s.%s)"
                        .formatted(t, account.name()))
            .orElse("(SELECT 1 AS n)");
    return Optional.of(
        new Outputs(random)
            .all(t, input)
            .add(x + ".n", NUMBER)
            .select(input, "FROM " + input.as(t) + " CROSS JOIN LATERAL " + lateral + " AS " + x));
  }
}
