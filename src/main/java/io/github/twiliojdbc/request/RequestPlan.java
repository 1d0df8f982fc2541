package io.github.twiliojdbc.request;

import io.github.twiliojdbc.catalog.TableDefinition;
import io.github.twiliojdbc.transport.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * How the rows of one table are asked for.
 *
 * @param table table
 * @param reads what is asked for; none if there can be no wanted row
 * @param pageSize rows to ask for at a time
 * @param wanted how many rows are enough, if not all are needed
 */
public record RequestPlan(
    TableDefinition table, List<Read> reads, int pageSize, OptionalLong wanted) {
  /** The most reads, and paths of a read, that are described one by one. */
  private static final int MOST_DESCRIBED = 5;

  /** Returns the target of the row, or of the first page of the list, that a path names. */
  public Target target(Read read, Map<String, String> binding) {
    return target(
        read, name -> QueryParameter.encode(Objects.requireNonNull(binding.get(name), name)));
  }

  /** Returns whether rows are asked for by values that a row may go through in the meantime. */
  public boolean isListedByValue() {
    return table.isListedByValue() && reads.size() > 1;
  }

  /** Returns whether the cache may answer all of its requests. */
  public boolean areAnswersCached() {
    return !isListedByValue()
        && reads.stream()
            .allMatch(
                read ->
                    !(read.source() instanceof PathSource.EachParent each)
                        || each.parent().areAnswersCached());
  }

  /** Returns whether rows of every account are read. */
  public boolean readsEveryAccount() {
    return reads.stream()
        .anyMatch(
            read ->
                read.source() instanceof PathSource.EachAccount
                    || (read.source() instanceof PathSource.EachParent each
                        && each.parent().readsEveryAccount()));
  }

  /** Returns whether the requests of two plans, and so their answers, are the same. */
  public boolean hasSameRequests(RequestPlan other) {
    return pageSize == other.pageSize
        && wanted.equals(other.wanted)
        && requests().equals(other.requests());
  }

  private List<List<Object>> requests() {
    return reads.stream()
        .map(
            read ->
                List.<Object>of(
                    table.product(), read.path(), read.isList(), read.source(), read.parameters()))
        .toList();
  }

  /** Returns whether all values are there that only the query can give. */
  public boolean isPossible() {
    return reads.stream().noneMatch(read -> read.source() instanceof PathSource.Missing);
  }

  /** Returns the number of requests that the plan needs whatever the answers are. */
  public long leastRequests() {
    return reads.stream()
        .mapToLong(
            read -> read.source() instanceof PathSource.Known known ? known.bindings().size() : 1)
        .sum();
  }

  /**
   * Returns the requests in words, a line each; a parameter whose value is not known yet stays in
   * braces, and the line below says where it comes from.
   *
   * @param url returns the URL of a target
   */
  public List<String> describe(Function<Target, String> url) {
    List<String> lines = new ArrayList<>();
    reads.stream().limit(MOST_DESCRIBED).forEach(read -> describe(read, url, lines));
    if (reads.size() > MOST_DESCRIBED) {
      lines.add("… and " + (reads.size() - MOST_DESCRIBED) + " more such reads");
    }
    if (leastRequests() == 0) {
      lines.add("no request: the conditions exclude each other");
    }
    return lines;
  }

  private void describe(Read read, Function<Target, String> url, List<String> lines) {
    if (read.source() instanceof PathSource.Known known) {
      describe(read, known.bindings(), url, lines);
      if (table.addsUpAccounts()) {
        lines.add("  which adds up the account and its sub-accounts");
      }
    } else if (read.source() instanceof PathSource.EachAccount each) {
      describe(read, each.bindings(), url, lines);
      lines.add(
          "  for each "
              + each.parameter()
              + " of the account and its sub-accounts"
              + each.accounts().map(values -> " that " + values.describe()).orElse("")
              + (read.isList() ? "" : " until the row is found"));
    } else if (read.source() instanceof PathSource.EachParent each) {
      lines.add(line(read, url, Map.of()));
      lines.add(
          "  for each "
              + each.columns().entrySet().stream()
                  .map(entry -> entry.getKey() + " = " + entry.getValue())
                  .collect(Collectors.joining(", "))
              + " of "
              + each.parent().table().id()
              + (each.rows().columns().isEmpty() ? "" : " where " + text(each.rows()))
              + ":");
      each.parent().describe(url).forEach(line -> lines.add("  " + line));
    } else if (read.source() instanceof PathSource.Missing missing) {
      lines.add("no request: " + MissingConditionException.message(table, missing.columns()));
    }
  }

  private void describe(
      Read read,
      List<Map<String, String>> bindings,
      Function<Target, String> url,
      List<String> lines) {
    bindings.stream().limit(MOST_DESCRIBED).forEach(binding -> lines.add(line(read, url, binding)));
    if (bindings.size() > MOST_DESCRIBED) {
      lines.add("… and " + (bindings.size() - MOST_DESCRIBED) + " more such requests");
    }
  }

  private String line(Read read, Function<Target, String> url, Map<String, String> binding) {
    return "GET "
        + url.apply(
            target(
                read,
                name -> {
                  String value = binding.get(name);
                  return value == null ? "{" + name + "}" : QueryParameter.encode(value);
                }));
  }

  private Target target(Read read, UnaryOperator<String> value) {
    List<String> query =
        new ArrayList<>(read.parameters().stream().map(QueryParameter::encoded).toList());
    if (read.isList()) {
      table.sizeParameter().ifPresent(name -> query.add(name + "=" + pageSize));
    }
    String path = read.path().expand(value);
    String separator = query.isEmpty() ? "" : path.contains("?") ? "&" : "?";
    return new Target(
        table.product().subdomain(), path + separator + String.join("&", query), read.isSettled());
  }

  private static String text(Conjunction rows) {
    return rows.columns().entrySet().stream()
        .map(condition -> condition.getKey() + " " + condition.getValue().describe())
        .collect(Collectors.joining(" and "));
  }
}
