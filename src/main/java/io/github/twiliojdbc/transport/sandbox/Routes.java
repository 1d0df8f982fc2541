package io.github.twiliojdbc.transport.sandbox;

import com.google.common.base.Splitter;
import io.github.twiliojdbc.catalog.Catalog;
import io.github.twiliojdbc.catalog.PathTemplate;
import io.github.twiliojdbc.catalog.Rollup;
import io.github.twiliojdbc.catalog.TableDefinition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the table that a path belongs to. */
final class Routes {
  private final Catalog catalog;
  private final Map<String, List<Route>> routes = new ConcurrentHashMap<>();

  Routes(Catalog catalog) {
    this.catalog = catalog;
  }

  /**
   * Finds it: among lists before rows, since {@code Local} can be a list beside rows with SIDs, and
   * first where it is likely, since each schema has to be read.
   */
  Optional<Match> match(String subdomain, Query query) {
    List<String> likely =
        Stream.of(Catalog.DEFAULT_SCHEMA, subdomain.replace('-', '_'))
            .filter(catalog.schemas()::contains)
            .distinct()
            .toList();
    List<String> others =
        catalog.schemas().stream().filter(schema -> !likely.contains(schema)).toList();
    return Stream.of(likely, others)
        .flatMap(
            schemas ->
                Stream.of(true, false)
                    .flatMap(
                        isList ->
                            schemas.stream()
                                .flatMap(schema -> routes(schema).stream())
                                .filter(route -> route.isList == isList)))
        .filter(route -> route.table.product().subdomain().equals(subdomain))
        .flatMap(route -> route.match(query).stream())
        .findFirst();
  }

  /** Returns the routes of a schema, those with fewer parameters first. */
  private List<Route> routes(String schema) {
    return routes.computeIfAbsent(schema, this::read);
  }

  private List<Route> read(String schema) {
    Collection<TableDefinition> tables = catalog.schema(schema).tables().values();
    List<Route> all = new ArrayList<>();
    for (TableDefinition table : tables) {
      all.add(new Route(table, table.list(), true, Optional.empty()));
      table
          .rollup()
          .ifPresent(
              rollup ->
                  rollup
                      .lists()
                      .forEach(
                          (period, path) ->
                              all.add(new Route(table, path, true, Optional.of(period)))));
      table.get().ifPresent(path -> all.add(new Route(table, path, false, Optional.empty())));
    }
    all.sort(Comparator.comparing(route -> route.parameters.size()));
    return all;
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
    private final Map<String, String> query;
    private final boolean isList;
    private final Optional<Rollup.Period> period;

    Route(
        TableDefinition table, PathTemplate path, boolean isList, Optional<Rollup.Period> period) {
      int question = path.text().indexOf('?');
      String plain = question < 0 ? path.text() : path.text().substring(0, question);
      this.table = table;
      this.parameters = new PathTemplate(plain).parameters();
      this.pattern = Pattern.compile(plain.replace(".", "\\.").replaceAll("\\{\\w+}", "([^/]+?)"));
      this.query =
          question < 0
              ? Map.of()
              : Splitter.on('&')
                  .withKeyValueSeparator('=')
                  .split(path.text().substring(question + 1));
      this.isList = isList;
      this.period = period;
    }

    Optional<Match> match(Query asked) {
      Matcher matcher = pattern.matcher(asked.path());
      if (!matcher.matches() || !asked.parameters().keySet().containsAll(query.keySet())) {
        return Optional.empty();
      }
      Map<String, String> values = new LinkedHashMap<>();
      for (int i = 0; i < parameters.size(); i++) {
        values.put(parameters.get(i), Query.decode(matcher.group(i + 1)));
      }
      query.forEach(
          (name, parameter) ->
              values.put(
                  new PathTemplate(parameter).parameters().get(0),
                  asked.parameter(name).orElseThrow()));
      return Optional.of(new Match(table, values, isList, period));
    }
  }
}
