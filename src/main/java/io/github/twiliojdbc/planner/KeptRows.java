package io.github.twiliojdbc.planner;

import com.google.common.collect.AbstractIterator;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows that are read once, as far as any iteration went, and kept for the next iteration. */
final class KeptRows implements Iterable<@Nullable Object[]> {
  private final Iterable<@Nullable Object[]> source;
  private final List<@Nullable Object[]> kept = new ArrayList<>();
  private @Nullable Iterator<@Nullable Object[]> unread;

  KeptRows(Iterable<@Nullable Object[]> source) {
    this.source = source;
  }

  @Override
  public Iterator<@Nullable Object[]> iterator() {
    Iterator<@Nullable Object[]> rest = unread == null ? source.iterator() : unread;
    unread = rest;
    return new AbstractIterator<>() {
      private int next;

      @Override
      protected @Nullable Object @Nullable [] computeNext() {
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
