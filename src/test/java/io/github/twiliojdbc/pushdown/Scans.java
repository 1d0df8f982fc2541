package io.github.twiliojdbc.pushdown;

import io.github.twiliojdbc.catalog.ColumnType;
import io.github.twiliojdbc.pushdown.Relation.Branch;
import io.github.twiliojdbc.pushdown.Relation.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The innermost queries: each reads some columns of a table. */
final class Scans {
  private static final int OTHERS = 4;

  private Scans() {}

  /** Returns a scan whose target is a column of the table. */
  static Relation scan(ListTable table, Column target, SqlRandom random) {
    int scan = random.number();
    String alias = "s" + scan;
    List<Column> others =
        random.shuffled(table.columns().stream().filter(c -> !c.equals(target)).toList());
    // The account and the key are what most joins need.
    Stream<Column> kept =
        Stream.concat(
            others.stream().filter(column -> column.identity().equals("accounts.sid")),
            others.stream()
                .filter(column -> !column.identity().equals("accounts.sid"))
                .limit(1 + random.below(OTHERS)));
    Outputs outputs = new Outputs(random).target(quoted(alias, target), target);
    kept.forEach(column -> outputs.add(quoted(alias, column), column));
    Relation none = new Relation("", List.of(), target, List.of(), /* isSound= */ true);
    return withOrigin(
        outputs.select(none, "FROM " + ScanMarker.of(scan, table.name()) + " " + alias),
        Origin.of(scan, "\"" + target.name() + "\""));
  }

  /** Returns a scan whose target is one of two columns, by a third, if the table has such. */
  static Optional<Relation> choice(ListTable table, Column target, SqlRandom random) {
    if (!target.identity().equals("phone") || table.named("direction").isEmpty()) {
      return Optional.empty();
    }
    int scan = random.number();
    String alias = "s" + scan;
    String guard = "\"direction\" = 'inbound'";
    Outputs outputs =
        new Outputs(random)
            .target(
                "CASE %1$s.\"direction\" WHEN 'inbound' THEN %1$s.\"to\" ELSE %1$s.\"from\" END"
                    .formatted(alias),
                target);
    List.of("account_sid", "sid", "direction")
        .forEach(
            name -> {
              Column column = table.named(name).orElseThrow();
              outputs.add(quoted(alias, column), column);
            });
    Relation none = new Relation("", List.of(), target, List.of(), /* isSound= */ true);
    return Optional.of(
        withOrigin(
            outputs.select(none, "FROM " + ScanMarker.of(scan, table.name()) + " " + alias),
            new Origin(
                scan,
                List.of(
                    new Branch(guard, "\"to\""),
                    new Branch("(" + guard + ") IS NOT TRUE", "\"from\"")))));
  }

  /** Returns a scan of a view that shows the column as it is, if there is one. */
  static Optional<Relation> view(ListTable table, Column target, SqlRandom random) {
    return View.of(table.name(), target.name()).map(view -> view.scan(target, random));
  }

  private static Relation withOrigin(Relation relation, Origin origin) {
    return new Relation(
        relation.sql(), relation.columns(), relation.target(), List.of(origin), relation.isSound());
  }

  /**
   * Returns a query of any table whose target can be compared with another column, or joined with
   * it.
   */
  static Optional<Relation> peer(Column column, SqlRandom random) {
    List<Relation> peers = new ArrayList<>();
    ListTable table = random.pick(ListTable.ALL);
    for (ListTable candidate : List.of(table, random.pick(ListTable.ALL))) {
      random.shuffled(candidate.filterable()).stream()
          .flatMap(filterable -> peer(candidate, filterable, column, random).stream())
          .findFirst()
          .ifPresent(peers::add);
    }
    return peers.stream().findFirst();
  }

  /** Returns a peer that has each value of its target once, so that joins with it add no rows. */
  static Optional<Relation> uniquePeer(Column column, SqlRandom random) {
    return peer(column, random)
        .map(
            peer -> {
              String t = random.fresh("t");
              String key = t + "." + peer.target().name();
              Column other =
                  peer.others().stream()
                      .filter(Column::isText)
                      .findFirst()
                      .orElse(peer.others().get(0));
              return new Outputs(random)
                  .target(key, peer.target())
                  .add("max(" + t + "." + other.name() + ")", other)
                  .select(peer, "FROM " + peer.as(t) + " GROUP BY " + key);
            });
  }

  private static Optional<Relation> peer(
      ListTable table, Column filterable, Column column, SqlRandom random) {
    if (filterable.isPeerOf(column)) {
      return Optional.of(scan(table, filterable, random));
    }
    if (!filterable.isDate() || !(column.isDate() || column.identity().startsWith("#"))) {
      return Optional.empty();
    }
    String expression =
        column.identity().startsWith("#")
            ? "to_char($c, '" + column.identity().substring(1) + "')"
            : "CAST($c AS " + column.sqlType() + ")";
    return Optional.of(
        Projecting.computed(scan(table, filterable, random), expression, column, random));
  }

  private static String quoted(String alias, Column column) {
    return alias + ".\"" + column.name() + "\"";
  }

  /** A view of the schema reports, with a column of the table that it reads. */
  private record View(String name, String table, String column, List<Column> columns) {
    private static final Column ACCOUNT =
        new Column("account_sid", ColumnType.VARCHAR, "accounts.sid");
    private static final List<View> ALL =
        List.of(
            new View(
                "message_details",
                "messages",
                "",
                List.of(ACCOUNT, new Column("error_name", ColumnType.VARCHAR, ""))),
            new View(
                "call_details",
                "calls",
                "",
                List.of(ACCOUNT, new Column("call_type", ColumnType.VARCHAR, ""))),
            new View(
                "account_days",
                "usage_records",
                "start_date",
                List.of(ACCOUNT, new Column("messages", ColumnType.BIGINT, ""))),
            new View(
                "number_overview",
                "incoming_phone_numbers",
                "phone_number",
                List.of(ACCOUNT, new Column("messages", ColumnType.BIGINT, ""))));

    static Optional<View> of(String table, String column) {
      return ALL.stream()
          .filter(view -> view.table.equals(table))
          .filter(view -> view.column.isEmpty() || view.column.equals(column))
          .filter(view -> !column.equals("parent_call_sid") && !column.equals("end_time"))
          .filter(view -> view.columns.stream().noneMatch(other -> other.name().equals(column)))
          .findFirst();
    }

    Relation scan(Column target, SqlRandom random) {
      int scan = random.number();
      String alias = "s" + scan;
      String shown = target.name().equals("start_date") ? "day" : target.name();
      Outputs outputs = new Outputs(random).target(alias + ".\"" + shown + "\"", target);
      columns.forEach(other -> outputs.add(quoted(alias, other), other));
      Relation none = new Relation("", List.of(), target, List.of(), /* isSound= */ true);
      return withOrigin(
          outputs.select(none, "FROM " + ScanMarker.of(scan, name, table) + " " + alias),
          Origin.of(scan, "\"" + target.name() + "\""));
    }
  }
}
