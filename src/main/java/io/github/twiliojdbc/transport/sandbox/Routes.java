package io.github.twiliojdbc.transport.sandbox;

import io.github.twiliojdbc.catalog.Catalog;
import io.github.twiliojdbc.catalog.PathTemplate;
import io.github.twiliojdbc.catalog.Rollup;
import io.github.twiliojdbc.catalog.TableDefinition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the table that a path belongs to. */
final class Routes {
  private final List<Route> routes = new ArrayList<>();

  Routes(Catalog catalog) {
    for (TableDefinition table : catalog.tables()) {
      routes.add(new Route(table, table.list(), true, Optional.empty()));
      table
          .rollup()
          .ifPresent(
              rollup ->
                  rollup
                      .lists()
                      .forEach(
                          (period, path) ->
                              routes.add(new Route(table, path, true, Optional.of(period)))));
    }
    for (TableDefinition table : catalog.tables()) {
      table.get().ifPresent(path -> routes.add(new Route(table, path, false, Optional.empty())));
    }
  }

  Optional<Match> match(String subdomain, String path) {
    return routes.stream()
        .filter(route -> route.table.product().subdomain().equals(subdomain))
        .flatMap(route -> route.match(path).stream())
        .findFirst();
  }

  /**
   * A path that was recognised.
   *
   * @param values values of the path's parameters
   * @param isList whether the path is that of the list, not of one row
   * @param period period by which the rows are added up, if they are
   */
  record Match(
      TableDefinition table,
      Map<String, String> values,
      boolean isList,
      Optional<Rollup.Period> period) {}

  private static final class Route {
    private final TableDefinition table;
    private final List<String> parameters;
    private final Pattern pattern;
    private final boolean isList;
    private final Optional<Rollup.Period> period;

    Route(
        TableDefinition table, PathTemplate path, boolean isList, Optional<Rollup.Period> period) {
      this.table = table;
      this.parameters = path.parameters();
      this.pattern =
          Pattern.compile(path.text().replace(".", "\\.").replaceAll("\\{\\w+}", "([^/]+?)"));
      this.isList = isList;
      this.period = period;
    }

    Optional<Match> match(String path) {
      Matcher matcher = pattern.matcher(path);
      if (!matcher.matches()) {
        return Optional.empty();
      }
      Map<String, String> values = new LinkedHashMap<>();
      for (int i = 0; i < parameters.size(); i++) {
        values.put(parameters.get(i), Query.decode(matcher.group(i + 1)));
      }
      return Optional.of(new Match(table, values, isList, period));
    }
  }
}
