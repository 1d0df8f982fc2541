package io.github.twiliojdbc.transport.sandbox;

import io.github.twiliojdbc.catalog.Rollup;
import io.github.twiliojdbc.catalog.Rollup.Period;
import io.github.twiliojdbc.catalog.TableDefinition;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Adds rows up by period and over accounts, as Twilio does for some of its lists. */
final class AddedUp {
  private AddedUp() {}

  /**
   * Returns the rows added up.
   *
   * @param period period by which they are added up, if they are
   * @param addsUpAccounts whether those of all accounts are added up, those of the main account
   *     first
   */
  static List<SampleRow> rows(
      TableDefinition table,
      Optional<Period> period,
      boolean addsUpAccounts,
      List<SampleRow> rows) {
    if (period.isEmpty() && !addsUpAccounts) {
      return rows;
    }
    Rollup rollup = table.rollup().orElseThrow();
    List<String> same = new ArrayList<>(rollup.same());
    if (addsUpAccounts) {
      table.accountColumn().ifPresent(same::remove);
    }
    Map<List<@Nullable Object>, List<SampleRow>> groups =
        rows.stream()
            .collect(
                Collectors.groupingBy(
                    row -> key(row, same, first(day(row, rollup), period)),
                    LinkedHashMap::new,
                    Collectors.toList()));
    Map<String, @Nullable Object> main = new HashMap<>();
    if (addsUpAccounts && !rows.isEmpty()) {
      table.accountColumn().ifPresent(account -> main.put(account, rows.get(0).get(account)));
    }
    return groups.values().stream().map(group -> addUp(group, rollup, main)).toList();
  }

  private static List<@Nullable Object> key(SampleRow row, List<String> same, LocalDate first) {
    List<@Nullable Object> key = new ArrayList<>();
    same.forEach(column -> key.add(row.get(column)));
    key.add(first);
    return key;
  }

  private static LocalDate first(LocalDate day, Optional<Period> period) {
    return period.isEmpty()
        ? day
        : switch (period.get()) {
          case ALL_TIME -> LocalDate.EPOCH;
          case YEAR -> day.withDayOfYear(1);
          case MONTH -> day.withDayOfMonth(1);
        };
  }

  /** Adds up a group; its date is that of its first day, all other values those of its last. */
  private static SampleRow addUp(
      List<SampleRow> group, Rollup rollup, Map<String, @Nullable Object> main) {
    SampleRow last =
        group.stream().max(Comparator.comparing(row -> day(row, rollup))).orElseThrow();
    Map<String, @Nullable Object> values = new LinkedHashMap<>(last.values());
    values.putAll(main);
    values.put(
        rollup.date(),
        group.stream().map(row -> day(row, rollup)).min(Comparator.naturalOrder()).orElseThrow());
    for (String column : rollup.sums()) {
      values.put(
          column,
          group.stream()
              .map(row -> row.get(column))
              .filter(Objects::nonNull)
              .map(value -> new BigDecimal(value.toString()))
              .reduce(BigDecimal::add)
              .orElse(null));
    }
    return new SampleRow(values);
  }

  private static LocalDate day(SampleRow row, Rollup rollup) {
    return (LocalDate) Objects.requireNonNull(row.get(rollup.date()));
  }
}
