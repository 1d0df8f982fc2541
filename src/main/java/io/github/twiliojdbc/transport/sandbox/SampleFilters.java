package io.github.twiliojdbc.transport.sandbox;

import io.github.twiliojdbc.catalog.ColumnDefinition;
import io.github.twiliojdbc.catalog.FilterDefinition;
import io.github.twiliojdbc.catalog.TableDefinition;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads the filters of a request as Twilio does.
 *
 * <p>A parameter that a table does not declare is ignored without a word; both bounds of a date are
 * inclusive.
 */
final class SampleFilters {
  private final DateReading reading;

  SampleFilters(DateReading reading) {
    this.reading = reading;
  }

  Predicate<SampleRow> of(TableDefinition table, Query query) {
    Predicate<SampleRow> wanted = row -> true;
    for (ColumnDefinition column : table.columns()) {
      if (column.filter().isPresent()) {
        wanted = wanted.and(of(column.name(), column.filter().get(), query));
      }
    }
    return wanted;
  }

  private Predicate<SampleRow> of(String column, FilterDefinition filter, Query query) {
    if (filter instanceof FilterDefinition.Equals equals) {
      return query
          .parameter(equals.parameter())
          .or(() -> equals.each().map(FilterDefinition.Each::otherwise))
          .<Predicate<SampleRow>>map(text -> row -> row.says(column, text))
          .orElse(row -> true);
    }
    FilterDefinition.Range range = (FilterDefinition.Range) filter;
    Predicate<SampleRow> after =
        query
            .parameter(range.after())
            .map(reading::lower)
            .<Predicate<SampleRow>>map(from -> row -> compare(row.get(column), from) >= 0)
            .orElse(row -> true);
    return query
        .parameter(range.before())
        .map(reading::upper)
        .<Predicate<SampleRow>>map(
            until -> row -> row.get(column) != null && compare(row.get(column), until) <= 0)
        .map(after::and)
        .orElse(after);
  }

  /** Compares a row's date with a bound; a row without a date is below every bound. */
  private static int compare(@Nullable Object value, Instant bound) {
    if (value == null) {
      return -1;
    }
    Instant instant =
        value instanceof LocalDate day
            ? day.atStartOfDay().toInstant(ZoneOffset.UTC)
            : (Instant) value;
    return instant.compareTo(bound);
  }
}
