package io.github.twiliojdbc.transport.sandbox;

import io.github.twiliojdbc.catalog.Rollup;
import io.github.twiliojdbc.catalog.Rollup.Period;
import io.github.twiliojdbc.catalog.TableDefinition;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Adds rows up by period, as Twilio does for some of its lists. */
final class AddedUp {
  private AddedUp() {}

  /** Returns the rows added up, or as they are if there is no period. */
  static List<SampleRow> rows(
      TableDefinition table, Optional<Period> period, List<SampleRow> rows) {
    if (period.isEmpty()) {
      return rows;
    }
    Rollup rollup = table.rollup().orElseThrow();
    Map<List<@Nullable Object>, List<SampleRow>> groups =
        rows.stream()
            .collect(
                Collectors.groupingBy(
                    row -> key(row, rollup, period.get()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    return groups.values().stream().map(group -> addUp(group, rollup)).toList();
  }

  private static List<@Nullable Object> key(SampleRow row, Rollup rollup, Period period) {
    List<@Nullable Object> key = new ArrayList<>();
    rollup.same().forEach(column -> key.add(row.get(column)));
    LocalDate day = day(row, rollup);
    key.add(
        switch (period) {
          case ALL_TIME -> "";
          case YEAR -> day.withDayOfYear(1);
          case MONTH -> day.withDayOfMonth(1);
        });
    return key;
  }

  /** Adds up a group; its date is that of its first day, all other values those of its last. */
  private static SampleRow addUp(List<SampleRow> group, Rollup rollup) {
    SampleRow last =
        group.stream().max(Comparator.comparing(row -> day(row, rollup))).orElseThrow();
    Map<String, @Nullable Object> values = new LinkedHashMap<>(last.values());
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
