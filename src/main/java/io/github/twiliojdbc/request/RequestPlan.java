package io.github.twiliojdbc.request;

import io.github.twiliojdbc.catalog.TableDefinition;
import io.github.twiliojdbc.transport.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * How the rows of one table are asked for.
 *
 * @param table table
 * @param source where the values of the path's parameters come from
 * @param parameters filters and fixed parameters of every request
 * @param pageSize rows to ask for at a time
 */
public record RequestPlan(
    TableDefinition table, PathSource source, List<QueryParameter> parameters, int pageSize) {

  /** Returns the target of the first page of the list with these values in its path. */
  public Target firstPage(Map<String, String> binding) {
    return target(name -> QueryParameter.encode(Objects.requireNonNull(binding.get(name), name)));
  }

  /**
   * Returns the requests in words, a line each; a parameter whose value is not known yet stays in
   * braces, and the line below says where it comes from.
   *
   * @param url returns the URL of a target
   */
  public List<String> describe(Function<Target, String> url) {
    List<String> lines = new ArrayList<>();
    if (source instanceof PathSource.Known known) {
      known.bindings().forEach(binding -> lines.add(line(url, binding)));
      if (lines.isEmpty()) {
        lines.add("no request: the conditions exclude each other");
      }
    } else if (source instanceof PathSource.EachAccount each) {
      each.bindings().forEach(binding -> lines.add(line(url, binding)));
      lines.add("  for each " + each.parameter() + " of the account and its sub-accounts");
    } else if (source instanceof PathSource.EachParent each) {
      lines.add(line(url, Map.of()));
      lines.add(
          "  for each "
              + each.columns().entrySet().stream()
                  .map(entry -> entry.getKey() + " = " + entry.getValue())
                  .collect(Collectors.joining(", "))
              + " of "
              + each.parent().table().name()
              + each.conditions().stream()
                  .map(condition -> " where " + text(condition))
                  .collect(Collectors.joining(" and"))
              + ":");
      each.parent().describe(url).forEach(line -> lines.add("  " + line));
    }
    return lines;
  }

  private String line(Function<Target, String> url, Map<String, String> binding) {
    return "GET "
        + url.apply(
            target(
                name -> {
                  String value = binding.get(name);
                  return value == null ? "{" + name + "}" : QueryParameter.encode(value);
                }));
  }

  private Target target(UnaryOperator<String> value) {
    String query =
        parameters.stream().map(QueryParameter::encoded).collect(Collectors.joining("&"));
    return new Target(
        table.product().subdomain(),
        table.list().expand(value)
            + "?"
            + (query.isEmpty() ? "" : query + "&")
            + "PageSize="
            + pageSize);
  }

  private static String text(Condition condition) {
    if (condition instanceof Condition.OneOf oneOf) {
      return oneOf.column()
          + " in "
          + oneOf.values().stream().map(String::valueOf).sorted().toList();
    }
    return condition instanceof Condition.AtLeast atLeast
        ? atLeast.column() + " >= " + atLeast.bound()
        : condition.column() + " < " + ((Condition.Before) condition).bound();
  }
}
