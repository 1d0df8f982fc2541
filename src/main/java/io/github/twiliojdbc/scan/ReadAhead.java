package io.github.twiliojdbc.scan;

import io.github.twiliojdbc.request.Read;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one path after another.
 *
 * <p>While the rows of one path are taken, the first pages of the next ones are read already.
 */
final class ReadAhead implements RowSource {
  private final Iterator<Path> paths;
  private final Deque<Path> ahead = new ArrayDeque<>();
  private final int mostAhead;
  private int wantedAhead;

  /**
   * Creates the rows.
   *
   * @param mostAhead how many paths may be read besides the one whose rows are taken
   * @param areAllNeeded whether all paths are sure to be needed; otherwise how many are read ahead
   *     doubles with each one that was, so that little is read in vain if few rows suffice
   */
  ReadAhead(Iterator<Path> paths, int mostAhead, boolean areAllNeeded) {
    this.paths = paths;
    this.mostAhead = mostAhead;
    this.wantedAhead = areAllNeeded ? mostAhead : 0;
  }

  @Override
  public @Nullable Object @Nullable [] next() {
    while (true) {
      fill();
      Path current = ahead.peekFirst();
      if (current == null) {
        return null;
      }
      @Nullable Object[] row = current.rows.next();
      if (row != null) {
        return row;
      }
      ahead.removeFirst();
      wantedAhead = Math.min(mostAhead, 2 * wantedAhead + 1);
    }
  }

  /** Returns the read that brought the last row. */
  Read read() {
    return ahead.getFirst().read;
  }

  private void fill() {
    while (ahead.size() <= wantedAhead && paths.hasNext()) {
      Path path = paths.next();
      ahead.addLast(path);
      if ((ahead.size() > 1 || wantedAhead > 0) && path.rows instanceof ListRows list) {
        list.begin();
      }
    }
  }

  /**
   * One path of a read.
   *
   * @param rows its rows
   */
  record Path(Read read, RowSource rows) {}
}
