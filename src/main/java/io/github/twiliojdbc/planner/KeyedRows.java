package io.github.twiliojdbc.planner;

import com.google.common.collect.Iterators;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the rows that have keys, by look-ups or in the list of all rows, when the number of either
 * is not known beforehand: an online algorithm.
 *
 * <p>With k keys and a list of p pages it sends at most 2 × min(k, p) + 2 requests, if a look-up is
 * one request. It looks keys up only while their number, those looked up before included, is at
 * most two more than the pages that the list surely has: those that were read, and at least one.
 * Otherwise it reads the list on, a page at a time. So look-ups are at most p + 2 and, with a page
 * for each look-up beyond the first two, all pages at most k. When the list ends, its rows have all
 * keys, and nothing more is sent.
 *
 * <p>Estimates choose only what comes first within that bound. The rows of the pages that were read
 * are kept: no more pages than keys, and in the end the list, which a join without look-ups would
 * keep, too.
 *
 * @param <K> type of keys
 * @param <R> type of rows
 */
final class KeyedRows<K, R> {
  /** How many more look-ups than pages there may be. */
  private static final double SPARE = 2;

  private final Source<K, R> source;
  private final Map<K, List<R>> kept = new HashMap<>();
  private final Set<K> asked = new HashSet<>();
  private double planned;
  private boolean isListRead;

  KeyedRows(Source<K, R> source) {
    this.source = source;
  }

  /**
   * Returns the rows that have one of some keys.
   *
   * @param areLast whether there will be no other keys
   */
  Iterator<R> rows(Collection<K> keys, boolean areLast) {
    asked.addAll(keys);
    List<K> missing = missing(keys);
    while (!missing.isEmpty() && !isListRead && !mayLookUp(missing.size(), areLast)) {
      Optional<List<R>> page = source.nextPage();
      isListRead = page.isEmpty();
      page.ifPresent(
          rows ->
              rows.forEach(
                  row -> kept.computeIfAbsent(source.key(row), key -> new ArrayList<>()).add(row)));
      missing = missing(keys);
    }
    if (missing.isEmpty() || isListRead) {
      return kept(keys);
    }
    planned += missing.size() * source.requestsOfKey();
    List<K> found = new ArrayList<>(keys);
    found.removeAll(new HashSet<>(missing));
    return Iterators.concat(kept(found), source.lookUp(missing));
  }

  private Iterator<R> kept(Collection<K> keys) {
    return keys.stream().flatMap(key -> kept.getOrDefault(key, List.of()).stream()).iterator();
  }

  /** Returns the keys whose rows are not all kept. */
  private List<K> missing(Collection<K> keys) {
    if (isListRead) {
      return List.of();
    }
    return source.isUnique()
        ? keys.stream().filter(key -> !kept.containsKey(key)).toList()
        : List.copyOf(keys);
  }

  private boolean mayLookUp(int count, boolean areLast) {
    double read = source.requestsOfList();
    double before = Math.max(planned, source.requestsOfKeys());
    double more = count * source.requestsOfKey();
    double least = Math.max(read, source.leastPages());
    double most = areLast ? 2 * least + SPARE - read : least + SPARE;
    double rest = source.likelyPages() - read;
    boolean isListCheaper = rest > 0 && rest < more;
    // The list may yet prove longer than the keys.
    boolean mayRead = read + before + more + 1 <= 2 * asked.size() * source.requestsOfKey() + SPARE;
    return before + more <= most && !(isListCheaper && mayRead);
  }

  /**
   * The ways to get rows.
   *
   * @param <K> type of keys
   * @param <R> type of rows
   */
  interface Source<K, R> {
    /** Looks the rows with some keys up. */
    Iterator<R> lookUp(List<K> keys);

    /** Reads the next page of the list of all rows; returns empty at its end. */
    Optional<List<R>> nextPage();

    /** Returns the key of a row. */
    K key(R row);

    /** Returns whether no two rows have the same key. */
    boolean isUnique();

    /** Returns how many requests the look-ups have sent. */
    double requestsOfKeys();

    /** Returns how many requests the list has sent. */
    double requestsOfList();

    /** Returns how many requests a look-up is likely to send. */
    double requestsOfKey();

    /** Returns how many requests the list takes at least. */
    double leastPages();

    /** Returns how many requests the list is likely to take. */
    double likelyPages();
  }
}
