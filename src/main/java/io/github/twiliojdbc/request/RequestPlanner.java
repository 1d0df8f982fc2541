package io.github.twiliojdbc.request;

import io.github.twiliojdbc.catalog.Catalog;
import io.github.twiliojdbc.catalog.ColumnDefinition;
import io.github.twiliojdbc.catalog.FilterDefinition;
import io.github.twiliojdbc.catalog.ParentCondition;
import io.github.twiliojdbc.catalog.ParentLink;
import io.github.twiliojdbc.catalog.TableDefinition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Decides which requests bring the rows of a table that fulfil some conditions. */
public final class RequestPlanner {
  private final Catalog catalog;
  private final OptionalInt pageSize;
  private final Instant now;

  /**
   * Creates a planner.
   *
   * @param pageSize rows to ask for at a time, if not as many as each table allows
   * @param now time from which the reach of date filters is counted
   */
  public RequestPlanner(Catalog catalog, OptionalInt pageSize, Instant now) {
    this.catalog = catalog;
    this.pageSize = pageSize;
    this.now = now;
  }

  /** Returns requests that bring at least the rows that fulfil all conditions. */
  public RequestPlan plan(TableDefinition table, List<Condition> conditions) {
    return new RequestPlan(
        table,
        source(table, conditions),
        parameters(table, conditions),
        Math.min(pageSize.orElse(table.pageSize()), table.pageSize()));
  }

  private PathSource source(TableDefinition table, List<Condition> conditions) {
    Map<String, Set<String>> known = new LinkedHashMap<>();
    List<String> unknown = new ArrayList<>();
    for (String parameter : table.list().parameters()) {
      Optional<Set<Object>> values = values(parameter, conditions);
      values.ifPresentOrElse(set -> known.put(parameter, texts(set)), () -> unknown.add(parameter));
    }
    List<Map<String, String>> bindings = product(known);
    if (unknown.isEmpty() || bindings.isEmpty()) {
      return new PathSource.Known(bindings);
    }
    if (unknown.size() == 1 && table.accountParameter().equals(Optional.of(unknown.get(0)))) {
      return new PathSource.EachAccount(unknown.get(0), bindings);
    }
    return parents(table, conditions);
  }

  private PathSource parents(TableDefinition table, List<Condition> conditions) {
    TableDefinition parent = catalog.parentOf(table).orElseThrow();
    Map<String, String> columns = new LinkedHashMap<>();
    List<Condition> parentConditions = new ArrayList<>();
    for (ParentLink link : table.parents()) {
      columns.put(link.parameter(), link.column());
      values(link.parameter(), conditions)
          .ifPresent(values -> parentConditions.add(new Condition.OneOf(link.column(), values)));
    }
    table.parentConditions().forEach(condition -> parentConditions.add(condition(condition)));
    return new PathSource.EachParent(
        plan(parent, parentConditions), columns, List.copyOf(parentConditions));
  }

  private static Condition condition(ParentCondition condition) {
    if (condition instanceof ParentCondition.AtLeast atLeast) {
      return new Condition.AtLeast(atLeast.column(), atLeast.minimum());
    }
    ParentCondition.AnyOf anyOf = (ParentCondition.AnyOf) condition;
    return new Condition.OneOf(anyOf.column(), new LinkedHashSet<>(anyOf.values()));
  }

  private List<QueryParameter> parameters(TableDefinition table, List<Condition> conditions) {
    List<QueryParameter> parameters = new ArrayList<>();
    for (ColumnDefinition column : table.columns()) {
      column.filter().ifPresent(filter -> parameters.addAll(filter(column, filter, conditions)));
    }
    table.send().forEach((name, value) -> parameters.add(new QueryParameter(name, value)));
    return List.copyOf(parameters);
  }

  private List<QueryParameter> filter(
      ColumnDefinition column, FilterDefinition filter, List<Condition> conditions) {
    if (filter instanceof FilterDefinition.Equals equals) {
      // An empty value would be no filter at all.
      return values(column.name(), conditions)
          .filter(values -> values.size() == 1)
          .map(values -> String.valueOf(values.iterator().next()))
          .filter(value -> !value.isEmpty())
          .map(value -> List.of(new QueryParameter(equals.parameter(), value)))
          .orElse(List.of());
    }
    return new DateWindow(column, (FilterDefinition.Range) filter, now)
        .parameters(lower(column.name(), conditions), upper(column.name(), conditions));
  }

  private static OptionalLong lower(String column, List<Condition> conditions) {
    return on(column, conditions)
        .flatMapToLong(
            condition ->
                condition instanceof Condition.AtLeast atLeast
                    ? LongStream.of(atLeast.bound())
                    : condition instanceof Condition.OneOf oneOf
                        ? numbers(oneOf).min().stream()
                        : LongStream.empty())
        .max();
  }

  private static OptionalLong upper(String column, List<Condition> conditions) {
    return on(column, conditions)
        .flatMapToLong(
            condition ->
                condition instanceof Condition.Before before
                    ? LongStream.of(before.bound())
                    : condition instanceof Condition.OneOf oneOf
                        ? numbers(oneOf).map(value -> value + 1).max().stream()
                        : LongStream.empty())
        .min();
  }

  private static LongStream numbers(Condition.OneOf oneOf) {
    return oneOf.values().stream().mapToLong(value -> ((Number) value).longValue());
  }

  /** Returns the values that a column may have, if conditions name them. */
  private static Optional<Set<Object>> values(String column, List<Condition> conditions) {
    return on(column, conditions)
        .filter(Condition.OneOf.class::isInstance)
        .map(condition -> ((Condition.OneOf) condition).values())
        .reduce(
            (one, other) -> {
              Set<Object> both = new LinkedHashSet<>(one);
              both.retainAll(other);
              return both;
            });
  }

  private static Stream<Condition> on(String column, List<Condition> conditions) {
    return conditions.stream().filter(condition -> condition.column().equals(column));
  }

  private static Set<String> texts(Set<Object> values) {
    Set<String> texts = new LinkedHashSet<>();
    values.forEach(value -> texts.add(String.valueOf(value)));
    // No resource has an empty identifier, and an empty path segment would name another resource.
    texts.removeAll(new HashSet<>(List.of("", ".", "..")));
    return texts;
  }

  private static List<Map<String, String>> product(Map<String, Set<String>> known) {
    List<Map<String, String>> bindings = List.of(Map.of());
    for (Map.Entry<String, Set<String>> parameter : known.entrySet()) {
      List<Map<String, String>> longer = new ArrayList<>();
      for (Map<String, String> binding : bindings) {
        for (String value : parameter.getValue()) {
          Map<String, String> extended = new LinkedHashMap<>(binding);
          extended.put(parameter.getKey(), value);
          longer.add(extended);
        }
      }
      bindings = longer;
    }
    return bindings;
  }
}
