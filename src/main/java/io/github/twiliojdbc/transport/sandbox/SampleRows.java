package io.github.twiliojdbc.transport.sandbox;

import com.google.common.hash.HashCode;
import com.google.common.hash.Hashing;
import io.github.twiliojdbc.catalog.Catalog;
import io.github.twiliojdbc.catalog.ParentCondition;
import io.github.twiliojdbc.catalog.ParentLink;
import io.github.twiliojdbc.catalog.TableDefinition;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The rows of the sample account, made when a list is first asked for.
 *
 * <p>They are made for the whole day, and each is there from its latest time on, so that whoever
 * asks later on the same day finds the same rows and some more.
 */
final class SampleRows {
  private final Catalog catalog;
  private final Function<String, SampleFile> files;
  private final Map<String, SampleFile> read = new ConcurrentHashMap<>();
  private final String accountSid;
  private final long seed;
  private final Instant now;
  private final Duration span;
  private final Spread spread;
  private final Map<String, List<SampleRow>> made = new ConcurrentHashMap<>();

  SampleRows(
      Catalog catalog,
      Function<String, SampleFile> files,
      String accountSid,
      long seed,
      Instant now,
      Duration span,
      Spread spread) {
    this.catalog = catalog;
    this.files = files;
    this.accountSid = accountSid;
    this.seed = seed;
    this.now = now;
    this.span = span;
    this.spread = spread;
  }

  /** Returns the rows of a list, or empty if a row that its path names does not exist. */
  Optional<List<SampleRow>> rows(TableDefinition table, Map<String, String> path) {
    Map<String, String> own = new LinkedHashMap<>();
    table.list().parameters().forEach(parameter -> own.put(parameter, path.get(parameter)));
    String list = table.id().toString() + own;
    List<SampleRow> known = made.get(list);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<SampleRow> parent = parent(table, own);
    if (parent.isEmpty() && !table.parents().isEmpty()) {
      return Optional.empty();
    }
    List<SampleRow> rows = make(table, own, parent, list);
    made.put(list, rows);
    return Optional.of(rows);
  }

  /** Returns the rows of a list of all accounts, those of the account that signed in first. */
  Stream<SampleRow> ofAllAccounts(TableDefinition table) {
    String account = table.accountParameter().orElseThrow();
    TableDefinition accounts = catalog.accounts();
    Stream<String> others =
        rows(accounts, Map.of()).orElseThrow().stream()
            .map(row -> String.valueOf(row.get(accounts.accountColumn().orElseThrow())))
            .filter(sid -> !sid.equals(accountSid));
    return Stream.concat(Stream.of(accountSid), others)
        .flatMap(sid -> rows(table, Map.of(account, sid)).orElseThrow().stream());
  }

  /** Returns a number that depends on the seed and these names alone. */
  HashCode hash(String... names) {
    return Hashing.murmur3_128((int) seed)
        .hashString(String.join("/", names), StandardCharsets.UTF_8);
  }

  private SampleFile.Sample sample(TableDefinition table) {
    return read.computeIfAbsent(table.id().schema(), files).sample(table.name());
  }

  /** Returns how many rows a list has if its parent can have any. */
  int count(TableDefinition table, Map<String, String> path) {
    List<Integer> choices = sample(table).rows();
    int count =
        choices.get(Math.floorMod(hash(table.id().toString() + path).asInt(), choices.size()));
    // The main account does more than its sub-accounts.
    boolean isShared = choices.size() == 1 && table.accountParameter().isPresent();
    return isShared && !accountSid.equals(path.get(table.accountParameter().get()))
        ? (count + 1) / 2
        : count;
  }

  Instant now() {
    return now;
  }

  /** Returns the end of the day, up to which rows are made. */
  private Instant end() {
    return now.truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS);
  }

  /** Returns when the row at a place of a list is from, from 0 for the latest to 1. */
  Instant time(double place) {
    return end().minusSeconds((long) (span.toSeconds() * spread.age(place)));
  }

  String accountSid() {
    return accountSid;
  }

  Catalog catalog() {
    return catalog;
  }

  private List<SampleRow> make(
      TableDefinition table, Map<String, String> path, Optional<SampleRow> parent, String list) {
    boolean canHaveRows =
        parent
            .map(row -> table.parentConditions().stream().allMatch(c -> holds(c, row)))
            .orElse(true);
    int count = canHaveRows ? count(table, path) : 0;
    RowMaker maker = new RowMaker(this, table, sample(table), path, parent, count);
    List<SampleRow> rows = new ArrayList<>(count);
    // Rows that are yet to come leave room for older ones.
    for (int i = 0; rows.size() < count && i < 2 * count; i++) {
      SampleRow row = maker.make(list, i);
      if (!row.isAfter(now)) {
        rows.add(row);
      }
    }
    return rows;
  }

  private static boolean holds(ParentCondition condition, SampleRow parent) {
    Object value = parent.get(condition.column());
    return condition instanceof ParentCondition.AtLeast atLeast
        ? value instanceof Integer number && number >= atLeast.minimum()
        : ((ParentCondition.AnyOf) condition).values().contains(Objects.toString(value));
  }

  private Optional<SampleRow> parent(TableDefinition table, Map<String, String> path) {
    return catalog
        .parentOf(table)
        .flatMap(parent -> rows(parent, parentPath(table, parent, path)))
        .flatMap(
            rows ->
                rows.stream()
                    .filter(
                        row ->
                            table.parents().stream()
                                .allMatch(
                                    link -> row.says(link.column(), path.get(link.parameter()))))
                    .findFirst());
  }

  /** Returns the path of a table's list in the account that signed in. */
  Map<String, String> ofOwnAccount(TableDefinition table) {
    return table.accountParameter().map(name -> Map.of(name, accountSid)).orElse(Map.of());
  }

  /** Returns the path of the parent's list that holds the row which a path names. */
  private Map<String, String> parentPath(
      TableDefinition table, TableDefinition parent, Map<String, String> path) {
    Map<String, String> parentPath = new LinkedHashMap<>(ofOwnAccount(parent));
    for (ParentLink link : table.parents()) {
      if (parent.list().parameters().contains(link.column())) {
        parentPath.put(link.column(), path.get(link.parameter()));
      }
    }
    return parentPath;
  }
}
