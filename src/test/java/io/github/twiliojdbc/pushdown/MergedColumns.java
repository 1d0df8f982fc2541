package io.github.twiliojdbc.pushdown;

import java.util.List;
import java.util.Optional;

/** Joins whose target is a column of both sides: of USING, NATURAL, or coalesce of a FULL JOIN. */
final class MergedColumns {

  private MergedColumns() {}

  static Optional<Relation> using(Relation input, SqlRandom random) {
    return merged(input, random, "%s JOIN %s USING (k)");
  }

  static Optional<Relation> usingOuter(Relation input, SqlRandom random) {
    return merged(
        input,
        random,
        random.pick(List.of("%s LEFT JOIN %s USING (k)", "%s RIGHT JOIN %s USING (k)")));
  }

  static Optional<Relation> usingFull(Relation input, SqlRandom random) {
    return merged(input, random, "%s FULL JOIN %s USING (k)");
  }

  static Optional<Relation> natural(Relation input, SqlRandom random) {
    return merged(
        input,
        random,
        random.pick(
            List.of("%s NATURAL JOIN %s", "%s NATURAL LEFT JOIN %s", "%s NATURAL FULL JOIN %s")));
  }

  private static Optional<Relation> merged(Relation input, SqlRandom random, String join) {
    return Scans.uniquePeer(input.target(), random)
        .map(
            peer -> {
              String l = random.fresh("l");
              String r = random.fresh("r");
              return new Outputs(random)
                  .target("k", input.target())
                  .addAll(l, input.others())
                  .addAll(r, peer.others().subList(0, 1))
                  .select(input, "FROM " + join.formatted(keyed(input, l), keyed(peer, r)))
                  .with(peer);
            });
  }

  /** Returns an item of FROM whose target is called k. */
  private static String keyed(Relation relation, String alias) {
    String others =
        relation.others().isEmpty() ? "" : ", " + Projecting.names("q", relation.others());
    return "(SELECT q.%s AS k%s FROM %s) AS %s"
        .formatted(relation.target().name(), others, relation.as("q"), alias);
  }

  static Optional<Relation> coalesce(Relation input, SqlRandom random) {
    return Scans.peer(input.target(), random)
        .map(
            peer -> {
              String l = random.fresh("l");
              String r = random.fresh("r");
              String left = l + "." + input.target().name();
              String right = r + ".k";
              return new Outputs(random)
                  .target(
                      random.oneIn(2)
                          ? "coalesce(" + left + ", " + right + ")"
                          : "coalesce(" + right + ", " + left + ")",
                      input.target())
                  .addAll(l, input.others())
                  .select(
                      input,
                      "FROM %s FULL JOIN (SELECT q.%s AS k, count(*) AS n FROM %s GROUP BY 1) AS %s"
                              .formatted(input.as(l), peer.target().name(), peer.as("q"), r)
                          + " ON "
                          + left
                          + " = "
                          + right)
                  .with(peer);
            });
  }
}
