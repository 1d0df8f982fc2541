package io.github.twiliojdbc.scan;

import io.github.twiliojdbc.catalog.TableDefinition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rows that earlier pages of a list had.
 *
 * <p>Where pages are counted in rows, a row that is new at the front moves all others on, so that
 * the last of a page come again as the first of the next.
 */
final class SeenRows {
  /** Keys that are remembered: new rows would have to arrive faster than pages are read. */
  private static final int MOST = 20_000;

  /** Keys that are remembered where a list is read in halves, each of which brings rows again. */
  private static final int MOST_OF_HALVES = 200_000;

  private final int[] key;
  private final Set<List<@Nullable Object>> earlier;

  /** Creates the memory of a list. */
  SeenRows(ListScan scan) {
    TableDefinition table = scan.plan().table();
    this.key = table.key().stream().mapToInt(scan::place).toArray();
    int most = table.mostRows().isPresent() ? MOST_OF_HALVES : MOST;
    this.earlier =
        Collections.newSetFromMap(
            new LinkedHashMap<>() {
              @Override
              protected boolean removeEldestEntry(
                  Map.Entry<List<@Nullable Object>, Boolean> eldest) {
                return size() > most;
              }
            });
  }

  /**
   * Returns the rows of the next page that no earlier page had; one whose key is not whole counts
   * as new.
   */
  List<@Nullable Object[]> unseen(List<@Nullable Object[]> rows) {
    List<@Nullable Object[]> unseen = new ArrayList<>();
    List<List<@Nullable Object>> keys = new ArrayList<>();
    for (@Nullable Object[] row : rows) {
      List<@Nullable Object> own = key(row);
      keys.add(own);
      if (own.contains(null) || !earlier.contains(own)) {
        unseen.add(row);
      }
    }
    earlier.addAll(keys);
    return unseen;
  }

  private List<@Nullable Object> key(@Nullable Object[] row) {
    List<@Nullable Object> values = new ArrayList<>(key.length);
    for (int place : key) {
      values.add(row[place]);
    }
    return values;
  }
}
