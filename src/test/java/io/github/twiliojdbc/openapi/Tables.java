package io.github.twiliojdbc.openapi;

import io.github.twiliojdbc.catalog.Catalog;
import io.github.twiliojdbc.catalog.Paging;
import io.github.twiliojdbc.catalog.TableDefinition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** All resources that are tables: what they are called, and how they hang together. */
final class Tables {
  private static final Pattern VERSION = Pattern.compile(".*_v(\\d+)");
  private static final Pattern LAST = Pattern.compile("/\\{\\w+}[^{}]*$");

  private final Mapping mapping;
  private final Names names;
  private final Catalog catalog;
  private final Map<String, Resource> lists = new LinkedHashMap<>();
  private final Map<Resource, String> tableNames = new LinkedHashMap<>();

  /**
   * Puts the tables together.
   *
   * @param catalog declarations that are written by hand
   */
  Tables(Mapping mapping, Names names, Catalog catalog, List<Resource> resources) {
    this.mapping = mapping;
    this.names = names;
    this.catalog = catalog;
    resources.forEach(resource -> lists.put(shape(resource.spec(), resource.path()), resource));
    Map<String, Integer> newest = new HashMap<>();
    for (Resource resource : resources) {
      newest.merge(plainName(resource), version(resource), Math::max);
    }
    for (Resource resource : resources) {
      boolean isNewest = Objects.equals(newest.get(plainName(resource)), version(resource));
      String name = ownName(resource) + (isNewest ? "" : "_v" + version(resource));
      tableNames.put(resource, name);
    }
  }

  Names names() {
    return names;
  }

  /** Returns all tables. */
  Set<Resource> all() {
    return tableNames.keySet();
  }

  /** Returns the name of a table in its schema. */
  String name(Resource resource) {
    return Optional.ofNullable(tableNames.get(resource)).orElseThrow();
  }

  /** Returns the table that is declared by hand for the same list, if one is. */
  Optional<TableDefinition> byHand(Resource resource) {
    return catalog.schema(Catalog.DEFAULT_SCHEMA).tables().values().stream()
        .filter(table -> table.product().name().equals(resource.spec()))
        .filter(table -> OpenApi.shape(table.list().text()).equals(OpenApi.shape(resource.path())))
        .findFirst();
  }

  /** Returns the list that the last parameter of a path names a row of, if there is one. */
  Optional<Resource> parent(Resource resource) {
    String path = LAST.matcher(resource.path()).replaceFirst("");
    if (resource.pathParameters().isEmpty() || path.equals("/2010-04-01/Accounts")) {
      return Optional.empty();
    }
    return Optional.ofNullable(lists.get(shape(resource.spec(), path)))
        .or(() -> Optional.ofNullable(lists.get(shape(resource.spec(), path + ".json"))));
  }

  /** Returns what one row of a table is called in sentences. */
  String thing(Resource resource) {
    return Words.lower(Names.singular(names.ofOne(resource.spec(), resource.path())));
  }

  /** Returns where a table's path parameters come from, as they are declared. */
  Map<String, String> links(Resource resource) {
    List<String> parameters = OpenApi.parameters(template(resource, resource.path()));
    Map<String, String> links = new LinkedHashMap<>();
    if (parameters.equals(List.of("account_sid")) && parent(resource).isEmpty()) {
      links.put("account_sid", "twilio.accounts.sid");
      return links;
    }
    Optional<Resource> parent = parent(resource);
    if (parent.isEmpty()) {
      return links;
    }
    String table =
        byHand(parent.get())
            .map(hand -> Catalog.DEFAULT_SCHEMA + "." + hand.name())
            .orElseGet(() -> name(parent.get()));
    List<String> above = OpenApi.parameters(template(parent.get(), parent.get().path()));
    for (int i = 0; i < parameters.size(); i++) {
      String column =
          i < above.size()
              ? above.get(i)
              : keyColumn(parent.get(), resource.pathParameters().get(i));
      links.put(parameters.get(i), table + "." + column);
    }
    return links;
  }

  /** Returns the column of a list that a path parameter of its children holds. */
  private static String keyColumn(Resource list, String parameter) {
    String named = OpenApi.snake(parameter);
    Set<String> fields = list.fields().keySet();
    boolean isSid = named.endsWith("sid");
    if (fields.contains(named) && !(isSid && fields.contains("sid"))) {
      return named;
    }
    return fields.contains("sid") ? "sid" : fields.contains("id") ? "id" : named;
  }

  /** Returns a path of a table with its parameters named as columns. */
  String template(Resource resource, String path) {
    Map<String, String> special = mapping.special(resource).parameters();
    return Pattern.compile("\\{(\\w+)}")
        .matcher(path)
        .replaceAll(
            match ->
                "{" + special.getOrDefault(match.group(1), OpenApi.snake(match.group(1))) + "}");
  }

  /** Returns the path of one row, its last parameter named as the column that identifies it. */
  String instance(Resource resource, String path, Set<String> columns) {
    List<String> above = OpenApi.parameters(template(resource, resource.path()));
    List<String> parameters = OpenApi.parameters(path);
    String last = parameters.get(parameters.size() - 1);
    String key = OpenApi.snake(last);
    String column =
        key.endsWith("sid") && columns.contains("sid") && !above.contains("sid") ? "sid" : key;
    List<String> named = new ArrayList<>(above);
    named.add(column);
    String template = path;
    for (int i = 0; i < parameters.size(); i++) {
      template = template.replaceFirst("\\{" + parameters.get(i) + "}", "{=" + named.get(i) + "}");
    }
    return template.replace("{=", "{");
  }

  /** Returns the columns that identify a row, as far as the paths tell. */
  List<String> key(Resource resource, Set<String> columns) {
    List<String> above =
        OpenApi.parameters(template(resource, resource.path())).stream()
            .filter(parameter -> !parameter.equals("account_sid"))
            .toList();
    if (resource.paging() == Paging.ROW) {
      return above.isEmpty() && columns.contains("account_sid") ? List.of("account_sid") : above;
    }
    Optional<String> last =
        resource
            .instance()
            .map(path -> instance(resource, path, columns))
            .map(OpenApi::parameters)
            .map(parameters -> parameters.get(parameters.size() - 1))
            .filter(columns::contains);
    if (last.isPresent() && !last.get().equals("sid") && !last.get().equals("id")) {
      List<String> key = new ArrayList<>(above);
      key.add(last.get());
      return key;
    }
    return columns.contains("sid")
        ? List.of("sid")
        : columns.contains("id") ? List.of("id") : List.of();
  }

  private String plainName(Resource resource) {
    return mapping.schema(resource.spec()) + "." + ownName(resource);
  }

  private String ownName(Resource resource) {
    String given = mapping.names().get(resource.id());
    return given == null ? names.of(resource.spec(), resource.path()) : given;
  }

  private static int version(Resource resource) {
    var matcher = VERSION.matcher(resource.spec());
    return matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
  }

  private static String shape(String spec, String path) {
    return spec + " " + OpenApi.shape(path);
  }
}
