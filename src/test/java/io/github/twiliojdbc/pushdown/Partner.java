package io.github.twiliojdbc.pushdown;

import io.github.twiliojdbc.catalog.ColumnType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a query is joined with on one of its columns.
 *
 * @param from item of a FROM clause
 * @param column column of the query that it is joined on
 * @param key column of the partner that is equal to it
 * @param value a text of the partner
 */
record Partner(String from, String column, String key, String value) {

  String condition() {
    return key + " = " + column;
  }

  /** Draws a partner for a query of this alias, if any of its columns can be joined on. */
  static Optional<Partner> of(Relation input, String alias, SqlRandom random) {
    List<Partner> partners = new ArrayList<>();
    input.account().ifPresent(account -> partners.add(accounts(account, alias, random)));
    for (Column column : random.some(input.identified(), 4)) {
      Scans.uniquePeer(column, random)
          .ifPresent(
              peer -> {
                String p = random.fresh("p");
                String key = p + "." + peer.target().name();
                partners.add(
                    new Partner(peer.as(p), alias + "." + column.name(), key, text(p, peer)));
              });
    }
    input.columns().stream()
        .filter(column -> column.isText() && !column.identity().startsWith("#"))
        .findFirst()
        .ifPresent(column -> partners.add(values(column, alias, random)));
    return partners.isEmpty() ? Optional.empty() : Optional.of(random.pick(partners));
  }

  private static Partner accounts(Column account, String alias, SqlRandom random) {
    String a = random.fresh("a");
    return new Partner(
        "accounts " + a, alias + "." + account.name(), a + ".sid", a + ".friendly_name");
  }

  /** Returns constants that some values of any text column may be equal to. */
  private static Partner values(Column column, String alias, SqlRandom random) {
    String v = random.fresh("v");
    return new Partner(
        "(VALUES ('completed', 'done'), ('delivered', 'done'), ('inbound', 'in'), ('sms', 'text'),"
            + " ('+15550000101', 'first'), ('none', 'none')) AS "
            + v
            + "(k, x)",
        alias + "." + column.name(),
        v + ".k",
        v + ".x");
  }

  private static String text(String alias, Relation peer) {
    return peer.columns().stream()
        .filter(column -> column.type() == ColumnType.VARCHAR)
        .map(column -> alias + "." + column.name())
        .reduce((first, second) -> second)
        .orElse("'x'");
  }
}
