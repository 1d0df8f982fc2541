package io.github.twiliojdbc.request;

import com.google.common.collect.Range;
import io.github.twiliojdbc.catalog.ColumnDefinition;
import io.github.twiliojdbc.catalog.FilterDefinition;
import io.github.twiliojdbc.catalog.TableDefinition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a table's filters make of conditions. */
final class Filters {
  /** The most lists that one list with a wider filter is exchanged for. */
  private static final int MOST_SEPARATE = 100;

  /** Fewest rows to ask for where the API may read an equality in its own way. */
  private static final int SMALL_PAGE = 50;

  private final TableDefinition table;
  private final Instant now;

  Filters(TableDefinition table, Instant now) {
    this.table = table;
    this.now = now;
  }

  /** Returns the parameters that narrow a list to at least the rows that fulfil conditions. */
  List<QueryParameter> parameters(Conjunction rows) {
    List<QueryParameter> parameters = new ArrayList<>();
    for (ColumnDefinition column : table.columns()) {
      Values values = rows.columns().getOrDefault(column.name(), always(column));
      if (column.filter().isPresent() && values != null) {
        parameters.addAll(parameters(column, column.filter().get(), values));
      }
    }
    table.send().forEach((name, value) -> parameters.add(new QueryParameter(name, value)));
    return List.copyOf(parameters);
  }

  /** Returns the condition that is sent where a query has none on a column, if one must be. */
  private static @Nullable Values always(ColumnDefinition column) {
    return column.filter().orElse(null) instanceof FilterDefinition.Range range
            && range.otherwise().isPresent()
        ? Values.within(Range.all())
        : null;
  }

  /** Returns conditions without those on dates that filters bound. */
  Conjunction withoutDates(Conjunction rows) {
    Map<String, Values> others = new LinkedHashMap<>(rows.columns());
    dates(rows).forEach(date -> others.remove(date.column));
    return new Conjunction(others);
  }

  /** Returns whether conditions that are sent leave only rows from before a time. */
  boolean isBefore(Conjunction rows, Instant time) {
    return dates(rows).anyMatch(date -> date.window.isBefore(date.values, time));
  }

  /** Returns the shortest span of dates in which rows can be asked for in windows. */
  Optional<DateSpan> span(Conjunction rows, Optional<Instant> since, Instant settled) {
    return dates(rows)
        .flatMap(date -> date.window.span(date.values, since, settled).stream())
        .min(Comparator.comparingLong(span -> span.end() - span.start()));
  }

  /** Returns the dates of a column all rows of which answer conditions, and more rows besides. */
  Range<Long> covered(Conjunction rows, String column) {
    return dates(rows)
        .filter(date -> date.column.equals(column))
        .map(date -> date.window.covered(date.values.ranges().span()))
        .findFirst()
        .orElse(Range.all());
  }

  private Stream<Dates> dates(Conjunction rows) {
    return table.columns().stream()
        .flatMap(
            column ->
                column.filter().orElse(null) instanceof FilterDefinition.Range range
                        && rows.columns().get(column.name()) instanceof Values.Within within
                    ? Stream.of(
                        new Dates(column.name(), new DateWindow(column, range, now), within))
                    : Stream.empty());
  }

  private List<QueryParameter> parameters(
      ColumnDefinition column, FilterDefinition filter, Values values) {
    if (filter instanceof FilterDefinition.Range range) {
      return new DateWindow(column, range, now).parameters((Values.Within) values);
    }
    return values.text().stream()
        .map(text -> new QueryParameter(((FilterDefinition.Equals) filter).parameter(), text))
        .toList();
  }

  /** Takes conditions apart where one list does not hold all rows, in the order of the values. */
  List<Conjunction> lists(Conjunction rows) {
    List<Conjunction> parts = List.of(rows);
    for (ColumnDefinition column : table.columns()) {
      if (column.each().isPresent()) {
        List<Object> asked = new ArrayList<>(column.each().get().values());
        if (rows.columns().get(column.name()) instanceof Values.OneOf given) {
          asked.retainAll(given.values());
          given.values().stream().filter(value -> !asked.contains(value)).forEach(asked::add);
        }
        parts =
            product(
                parts, column, asked.stream().map(value -> Values.oneOf(List.of(value))).toList());
      }
    }
    return parts;
  }

  private static List<Conjunction> product(
      List<Conjunction> parts, ColumnDefinition column, List<? extends Values> pieces) {
    return parts.stream()
        .flatMap(part -> pieces.stream().map(piece -> part.with(column.name(), piece)))
        .toList();
  }

  /** Takes conditions apart so that each part can be sent as filters, if there are not too many. */
  List<Conjunction> separate(Conjunction rows) {
    List<Conjunction> parts = lists(rows);
    for (ColumnDefinition column : table.columns()) {
      Values values = rows.columns().get(column.name());
      if (column.filter().isEmpty() || column.each().isPresent() || values == null) {
        continue;
      }
      List<? extends Values> pieces = separate(column, column.filter().get(), values);
      if ((long) parts.size() * pieces.size() <= MOST_SEPARATE) {
        parts = product(parts, column, pieces);
      }
    }
    return parts;
  }

  private List<? extends Values> separate(
      ColumnDefinition column, FilterDefinition filter, Values values) {
    if (filter instanceof FilterDefinition.Range range) {
      return new DateWindow(column, range, now).separate((Values.Within) values);
    }
    List<Values> single = values.oneByOne(MOST_SEPARATE);
    return single.isEmpty() || single.stream().anyMatch(value -> value.text().isEmpty())
        ? List.of(values)
        : single;
  }

  /**
   * Returns how many rows a page should have at least, since some of them may not be wanted.
   *
   * @param full rows of a whole page
   */
  int leastPage(Conjunction rows, int full) {
    int least = 1;
    for (Map.Entry<String, Values> condition : rows.columns().entrySet()) {
      if (!table.list().parameters().contains(condition.getKey())) {
        least =
            Math.max(
                least, leastPage(table.column(condition.getKey()), condition.getValue(), full));
      }
    }
    return least;
  }

  private int leastPage(ColumnDefinition column, Values values, int full) {
    if (column.filter().isEmpty()) {
      return full;
    }
    FilterDefinition filter = column.filter().get();
    if (filter instanceof FilterDefinition.Range range) {
      return new DateWindow(column, range, now).isExact((Values.Within) values) ? 1 : full;
    }
    return parameters(column, filter, values).isEmpty() ? full : SMALL_PAGE;
  }

  /** A condition on a column whose dates a filter bounds. */
  private record Dates(String column, DateWindow window, Values.Within values) {}
}
