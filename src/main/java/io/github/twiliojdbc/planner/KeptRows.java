package io.github.twiliojdbc.planner;

import com.google.common.collect.AbstractIterator;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows that are read once, as far as any iteration went, and kept for the next iteration. */
final class KeptRows implements Iterable<@Nullable Object[]> {
  private final Iterable<@Nullable Object[]> source;
  private final Runnable check;
  private final List<@Nullable Object[]> kept = new ArrayList<>();
  private @Nullable Iterator<@Nullable Object[]> unread;

  /**
   * Creates the rows of a source.
   *
   * @param check fails if the rows are no longer wanted, which a join in memory learns from nobody
   *     else
   */
  KeptRows(Iterable<@Nullable Object[]> source, Runnable check) {
    this.source = source;
    this.check = check;
  }

  @Override
  public Iterator<@Nullable Object[]> iterator() {
    Iterator<@Nullable Object[]> rest = unread == null ? source.iterator() : unread;
    unread = rest;
    return new AbstractIterator<>() {
      private int next;

      @Override
      protected @Nullable Object @Nullable [] computeNext() {
        check.run();
        if (next == kept.size()) {
          if (!rest.hasNext()) {
            return endOfData();
          }
          kept.add(rest.next());
        }
        return kept.get(next++);
      }
    };
  }
}
