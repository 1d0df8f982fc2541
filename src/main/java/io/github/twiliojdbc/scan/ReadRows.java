package io.github.twiliojdbc.scan;

import com.google.common.collect.Iterators;
import io.github.twiliojdbc.catalog.ColumnDefinition;
import io.github.twiliojdbc.request.PathSource;
import io.github.twiliojdbc.request.Read;
import io.github.twiliojdbc.request.RequestPlan;
import io.github.twiliojdbc.value.PageDecoder;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one read: those of each of its paths, in turn.
 *
 * <p>While the rows of one path are taken, the first pages of the next ones are read already. How
 * many doubles with each path that was needed, so that little is read in vain if few rows suffice.
 */
final class ReadRows implements RowSource {
  private final Read read;
  private final int mostAhead;
  private final Iterator<RowSource> paths;
  private final Deque<RowSource> ahead = new ArrayDeque<>();
  private int wantedAhead = 0;

  ReadRows(
      Execution execution,
      RequestPlan plan,
      Read read,
      PageDecoder decoder,
      List<ColumnDefinition> columns) {
    this.read = read;
    this.mostAhead = execution.session().concurrency().most() - 1;
    PathRows rows =
        binding ->
            new ListRows(execution, plan, read, binding, decoder, defaults(columns, binding));
    this.paths =
        !read.isList() && read.source() instanceof PathSource.EachAccount each
            ? Iterators.transform(
                each.bindings().iterator(),
                binding ->
                    new FetchedRow(
                        Iterators.transform(
                            new Accounts(execution),
                            account -> rows.of(Bindings.with(binding, each.parameter(), account)))))
            : Iterators.transform(Bindings.of(execution, read.source()), rows::of);
  }

  Read read() {
    return read;
  }

  @Override
  public @Nullable Object @Nullable [] next() {
    while (true) {
      fill();
      RowSource current = ahead.peekFirst();
      if (current == null) {
        return null;
      }
      @Nullable Object[] row = current.next();
      if (row != null) {
        return row;
      }
      ahead.removeFirst();
      wantedAhead = Math.min(mostAhead, 2 * wantedAhead + 1);
    }
  }

  private void fill() {
    while (ahead.size() <= wantedAhead && paths.hasNext()) {
      RowSource path = paths.next();
      if (!ahead.isEmpty() && path instanceof ListRows list) {
        list.begin();
      }
      ahead.addLast(path);
    }
  }

  /** A path parameter is a column; where the row itself does not say, the path's value stands. */
  private static @Nullable Object[] defaults(
      List<ColumnDefinition> columns, Map<String, String> binding) {
    return columns.stream().map(column -> binding.get(column.name())).toArray();
  }

  /** Makes the rows of a path from the values of its parameters. */
  private interface PathRows {
    ListRows of(Map<String, String> binding);
  }
}
