package io.github.twiliojdbc.jdbc;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place among the rows of a run, which are read when it comes to them: before the first row, on a
 * row, or behind the last.
 *
 * <p>Rows are numbered from 1. Those of a result that scrolls are kept, up to a number.
 */
final class RowCursor {
  static final int MOST_KEPT = 100_000;

  private final Run run;
  private final Iterator<Object> rows;
  private final boolean scrolls;
  private final List<@Nullable Object> kept = new ArrayList<>();
  private @Nullable Object latest;
  private int read;
  private boolean isEnd;
  private int place;

  /**
   * Creates the place before the first row.
   *
   * @param scrolls whether it can go back
   */
  RowCursor(Run run, Iterator<Object> rows, boolean scrolls) {
    this.run = run;
    this.rows = rows;
    this.scrolls = scrolls;
  }

  boolean scrolls() {
    return scrolls;
  }

  /** Returns how many rows were read. */
  int read() {
    return read;
  }

  /** Returns the number of the row, 0 before the first one, and one more than there are at last. */
  int place() {
    return place;
  }

  boolean isOnRow() {
    return place > 0 && place <= read;
  }

  /** Returns the row that this is on. */
  @Nullable Object row() {
    return scrolls ? kept.get(place - 1) : latest;
  }

  /** Goes to a row, or behind the last one if there are fewer; returns whether it is on a row. */
  boolean moveTo(long number) throws SQLException {
    while (read < number && readNext()) {}
    place = (int) Math.min(Math.max(number, 0), (long) read + 1);
    return isOnRow();
  }

  /** Reads all rows and returns how many there are. */
  int count() throws SQLException {
    while (readNext()) {}
    return read;
  }

  /** Returns whether there is a row at all. */
  boolean hasRows() throws SQLException {
    return read > 0 || hasNext();
  }

  /** Returns whether there are rows that were not read. */
  boolean hasNext() throws SQLException {
    return !isEnd && SqlErrors.translate(rows::hasNext);
  }

  private boolean readNext() throws SQLException {
    run.cancellation().check();
    if (isEnd || !rows.hasNext()) {
      isEnd = true;
      run.finish(read);
      return false;
    }
    if (scrolls && read == MOST_KEPT) {
      throw SqlErrors.tooManyToScroll(MOST_KEPT);
    }
    latest = rows.next();
    if (scrolls) {
      kept.add(latest);
    }
    read++;
    return true;
  }
}
