package io.github.twiliojdbc.jdbc;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.Collections;
import java.util.TimeZone;
import org.apache.calcite.avatica.AvaticaResultSet;
import org.apache.calcite.avatica.AvaticaStatement;
import org.apache.calcite.avatica.Meta;
import org.apache.calcite.avatica.QueryState;
import org.jspecify.annotations.Nullable;

/** A result that goes from row to row, and back if its statement asks for one that scrolls. */
abstract class RowMoves extends RefusedFeatures {
  private final Run run;
  private RowCursor rows;
  private @Nullable SQLException failure;
  private volatile boolean isClosed;

  RowMoves(
      AvaticaStatement statement,
      QueryState state,
      Meta.Signature signature,
      ResultSetMetaData metaData,
      TimeZone timeZone,
      Meta.@Nullable Frame firstFrame)
      throws SQLException {
    super(statement, state, signature, metaData, timeZone, firstFrame);
    this.run = ((Running) statement).run();
    this.rows = new RowCursor(run, Collections.emptyIterator(), /* scrolls= */ false);
  }

  @Override
  protected AvaticaResultSet execute() throws SQLException {
    rows =
        new RowCursor(
            run,
            ((SessionConnection) statement.getConnection())
                .rows(statement.handle, state, signature, firstFrame)
                .iterator(),
            getType() == ResultSet.TYPE_SCROLL_INSENSITIVE);
    return this;
  }

  /** Returns the run that the rows are of. */
  Run run() {
    return run;
  }

  /** Returns the row that the result is on, which of a single column may be its value. */
  @Nullable Object row() throws SQLException {
    if (!rows.isOnRow()) {
      throw SqlErrors.noRow();
    }
    return rows.row();
  }

  /** Ends the requests in flight for rows that nobody wants any more. */
  @Override
  public void close() {
    if (!isClosed) {
      isClosed = true;
      run.finish(rows.read());
      run.cancel();
      super.close();
    }
  }

  @Override
  public boolean isClosed() {
    return isClosed;
  }

  @Override
  protected void checkOpen() throws SQLException {
    if (isClosed()) {
      throw SqlErrors.closed("result set");
    }
  }

  @Override
  public boolean next() throws SQLException {
    checkOpen();
    return moveTo(rows.place() + 1L);
  }

  @Override
  public boolean previous() throws SQLException {
    checkScrolls();
    return moveTo(rows.place() - 1L);
  }

  @Override
  public boolean first() throws SQLException {
    checkScrolls();
    return moveTo(1);
  }

  @Override
  public boolean last() throws SQLException {
    checkScrolls();
    return moveTo(count());
  }

  /** Goes to the row of a number, or of one that is counted from the last row, which is -1. */
  @Override
  public boolean absolute(int row) throws SQLException {
    checkScrolls();
    return moveTo(row < 0 ? count() + 1L + row : row);
  }

  @Override
  public boolean relative(int distance) throws SQLException {
    checkScrolls();
    return moveTo((long) rows.place() + distance);
  }

  @Override
  public void beforeFirst() throws SQLException {
    checkScrolls();
    moveTo(0);
  }

  @Override
  public void afterLast() throws SQLException {
    checkScrolls();
    moveTo(count() + 1L);
  }

  @Override
  public int getRow() throws SQLException {
    checkOpen();
    return rows.isOnRow() ? rows.place() : 0;
  }

  /** Returns whether there are rows and none was taken, which may take a request. */
  @Override
  public boolean isBeforeFirst() throws SQLException {
    checkOpen();
    return rows.place() == 0 && rows.hasRows();
  }

  @Override
  public boolean isFirst() throws SQLException {
    return getRow() == 1;
  }

  /** Returns whether there is no row after this one, which may take a request. */
  @Override
  public boolean isLast() throws SQLException {
    checkOpen();
    return rows.isOnRow() && rows.place() == rows.read() && !rows.hasNext();
  }

  /** Returns whether all rows were taken, which of an empty result is false. */
  @Override
  public boolean isAfterLast() throws SQLException {
    checkOpen();
    return rows.place() > rows.read() && rows.read() > 0;
  }

  private void checkScrolls() throws SQLException {
    checkOpen();
    if (!rows.scrolls()) {
      throw SqlErrors.unsupported(
          "scrolling here: use next(), or a statement of TYPE_SCROLL_INSENSITIVE");
    }
  }

  private int count() throws SQLException {
    return unlessFailed(rows::count);
  }

  private boolean moveTo(long row) throws SQLException {
    return unlessFailed(() -> rows.moveTo(row));
  }

  /** Reads rows, unless that has failed already: then it fails alike. */
  private <T> T unlessFailed(Reading<T> reading) throws SQLException {
    if (failure != null) {
      throw failure;
    }
    try {
      return reading.run();
    } catch (SQLException e) {
      failure = e;
      throw e;
    } catch (RuntimeException | Error e) {
      failure = SqlErrors.of(e);
      throw failure;
    }
  }

  private interface Reading<T> {
    T run() throws SQLException;
  }
}
