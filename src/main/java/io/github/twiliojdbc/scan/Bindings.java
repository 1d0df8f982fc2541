package io.github.twiliojdbc.scan;

import com.google.common.collect.Iterators;
import io.github.twiliojdbc.catalog.TableDefinition;
import io.github.twiliojdbc.request.MissingConditionException;
import io.github.twiliojdbc.request.PathSource;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The values of a path's parameters, one map for each path to read, found as they are asked for.
 */
final class Bindings {
  private Bindings() {}

  static Iterator<Map<String, String>> of(ListScan scan, PathSource source) {
    if (source instanceof PathSource.Known known) {
      return known.bindings().iterator();
    }
    if (source instanceof PathSource.Missing missing) {
      throw new MissingConditionException(scan.plan().table(), missing.columns());
    }
    return source instanceof PathSource.EachAccount each
        ? eachAccount(scan, each)
        : new ParentBindings(scan, (PathSource.EachParent) source);
  }

  /** Returns the accounts that are read, found as they are asked for. */
  static Iterator<String> accounts(ListScan scan, PathSource.EachAccount each) {
    return Iterators.filter(new Accounts(scan.execution(), scan.plan().table()), each::reads);
  }

  /** Returns the same values and one more. */
  static Map<String, String> with(Map<String, String> binding, String parameter, String value) {
    return with(binding, Map.of(parameter, value));
  }

  private static Map<String, String> with(Map<String, String> binding, Map<String, String> more) {
    Map<String, String> whole = new LinkedHashMap<>(binding);
    whole.putAll(more);
    return whole;
  }

  private static Iterator<Map<String, String>> eachAccount(
      ListScan scan, PathSource.EachAccount each) {
    Iterator<String> accounts = accounts(scan, each);
    return Stream.iterate(accounts, Iterator::hasNext, same -> same)
        .map(Iterator::next)
        .flatMap(
            account ->
                each.bindings().stream().map(binding -> with(binding, each.parameter(), account)))
        .iterator();
  }

  /** One binding for each row of the parent that may have children. */
  private static final class ParentBindings implements Iterator<Map<String, String>> {
    private final PathSource.EachParent each;
    private final List<String> names;
    private final Iterator<@Nullable Object[]> rows;
    private Iterator<Map<String, String>> upcoming = Collections.emptyIterator();

    ParentBindings(ListScan scan, PathSource.EachParent each) {
      this.each = each;
      TableDefinition parent = each.parent().table();
      Set<String> needed = new LinkedHashSet<>(each.columns().values());
      needed.addAll(each.rows().columns().keySet());
      this.names = List.copyOf(needed);
      this.rows =
          scan.execution()
              .onBehalfOf(scan.plan().table())
              .rows(scan.requests(), each.parent(), names.stream().map(parent::column).toList());
    }

    @Override
    public boolean hasNext() {
      while (!upcoming.hasNext() && rows.hasNext()) {
        upcoming = binding(rows.next()).iterator();
      }
      return upcoming.hasNext();
    }

    @Override
    public Map<String, String> next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return upcoming.next();
    }

    private List<Map<String, String>> binding(@Nullable Object[] row) {
      if (!each.rows().admits(column -> row[names.indexOf(column)])) {
        return List.of();
      }
      Map<String, String> binding = new LinkedHashMap<>();
      each.columns()
          .forEach(
              (parameter, column) -> {
                Object value = row[names.indexOf(column)];
                if (value != null) {
                  binding.put(parameter, value.toString());
                }
              });
      // A parent without an identifier has no list of children to ask for.
      return binding.size() == each.columns().size()
          ? each.given().stream().map(given -> with(binding, given)).toList()
          : List.of();
    }
  }
}
