package io.github.twiliojdbc.scan;

import io.github.twiliojdbc.transport.Target;
import io.github.twiliojdbc.value.Page;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is done about windows of dates while a chain is read. */
interface Windowing {
  /** Nothing: the list has no filter by date. */
  Windowing NONE = new Windowing() {};

  /** Returns whether a row of the chain belongs to its window. */
  default boolean admits(@Nullable Object[] row) {
    return true;
  }

  /** Returns whether other chains may be read in place of this one. */
  default boolean maySplit() {
    return false;
  }

  /** Takes note of a page of the chain. */
  default void arrived(Page page) {}

  /** Returns chains to read in place of one whose first page this is, if that is quicker. */
  default Optional<WindowChains> split(Page first) {
    return Optional.empty();
  }

  /**
   * Returns chains that bring the rows of a chain in smaller ranges, or empty if there are none.
   *
   * @param seen rows that were brought already
   */
  default Optional<Iterator<PageChain>> halves(SeenRows seen) {
    return Optional.empty();
  }

  /** Takes note of what the whole chain asked for and how many rows that brought. */
  default void ended(List<Target> asked, long rows) {}
}
