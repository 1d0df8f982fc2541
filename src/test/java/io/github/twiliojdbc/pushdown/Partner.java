package io.github.twiliojdbc.pushdown;

import io.github.twiliojdbc.catalog.ColumnType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a query is joined with on one of its columns.
 *
 * @param from item of a FROM clause
 * @param column column of the query that it is joined on, or two with OR between them
 * @param key column of the partner that is equal to it
 * @param value a text of the partner
 */
record Partner(String from, String column, String key, String value) {

  String condition() {
    return Arrays.stream(column.split(" OR ", -1))
        .map(each -> key + " = " + each)
        .collect(Collectors.joining(" OR "));
  }

  /** Draws a partner that is equal to one of two columns, if there are two of a kind. */
  static Optional<Partner> ofEither(Relation input, String alias, SqlRandom random) {
    List<Column> columns = random.shuffled(input.identified());
    for (Column first : columns) {
      Optional<Column> second =
          columns.stream().filter(c -> !c.equals(first) && c.isPeerOf(first)).findFirst();
      Optional<Relation> peer = second.flatMap(column -> Scans.uniquePeer(column, random));
      if (peer.isPresent()) {
        String p = random.fresh("p");
        return Optional.of(
            new Partner(
                peer.get().as(p),
                alias + "." + first.name() + " OR " + alias + "." + second.get().name(),
                p + "." + peer.get().target().name(),
                text(p, peer.get())));
      }
    }
    return Optional.empty();
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
    for (Column column : input.identified()) {
      if (column.identity().equals("flows.sid")) {
        String f = random.fresh("f");
        partners.add(
            new Partner(
                "flows " + f, alias + "." + column.name(), f + ".sid", f + ".friendly_name"));
      }
      if (column.identity().equals("conferences.sid") && random.oneIn(3)) {
        String p = random.fresh("p");
        partners.add(
            new Partner(
                "conference_participants " + p,
                alias + "." + column.name(),
                p + ".conference_sid",
                p + ".label"));
      }
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
