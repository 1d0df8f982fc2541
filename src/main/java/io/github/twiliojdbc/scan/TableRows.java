package io.github.twiliojdbc.scan;

import com.google.common.collect.Iterators;
import io.github.twiliojdbc.catalog.ColumnDefinition;
import io.github.twiliojdbc.request.Conjunction;
import io.github.twiliojdbc.request.PathSource;
import io.github.twiliojdbc.request.Read;
import io.github.twiliojdbc.request.RequestPlan;
import io.github.twiliojdbc.value.PageDecoder;
import io.github.twiliojdbc.value.RowDecoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one table: those of each read of its plan, in turn.
 *
 * <p>Where several reads could bring the same row, each keeps only those that belong to it, which
 * takes the columns of the reads' conditions behind those that are wanted.
 */
final class TableRows implements RowSource {
  private final Execution execution;
  private final RequestPlan plan;
  private final int width;
  private final List<ColumnDefinition> columns;
  private final List<String> names;
  private final PageDecoder decoder;
  private final ReadAhead rows;

  TableRows(Execution execution, RequestPlan plan, List<ColumnDefinition> wanted) {
    this.execution = execution;
    this.plan = plan;
    this.width = wanted.size();
    this.columns = withConditions(plan, wanted);
    this.names = columns.stream().map(ColumnDefinition::name).toList();
    this.decoder =
        new PageDecoder(
            plan.table(),
            new RowDecoder(
                columns,
                execution.session().exposeSecrets(),
                (column, text) -> execution.warnUnfit(plan.table(), column, text)));
    boolean areAllNeeded =
        execution.readsAhead(plan)
            && plan.reads().stream().allMatch(read -> read.source() instanceof PathSource.Known);
    this.rows =
        new ReadAhead(
            Iterators.concat(Iterators.transform(plan.reads().iterator(), this::paths)),
            execution.session().concurrency().most() - 1,
            areAllNeeded);
  }

  @Override
  public @Nullable Object @Nullable [] next() {
    while (true) {
      @Nullable Object[] row = rows.next();
      if (row == null || plan.reads().size() == 1) {
        return row;
      }
      if (belongs(row, rows.read())) {
        return columns.size() == width ? row : Arrays.copyOf(row, width);
      }
    }
  }

  private Iterator<ReadAhead.Path> paths(Read read) {
    if (!read.isList() && read.source() instanceof PathSource.EachAccount each) {
      return Iterators.transform(
          each.bindings().iterator(),
          binding ->
              new ReadAhead.Path(
                  read,
                  new FetchedRow(
                      Iterators.transform(
                          new Accounts(execution),
                          account ->
                              list(read, Bindings.with(binding, each.parameter(), account))))));
    }
    return Iterators.transform(
        Bindings.of(execution, read.source()),
        binding -> new ReadAhead.Path(read, list(read, binding)));
  }

  /** A path parameter is a column; where the row itself does not say, the path's value stands. */
  private ListRows list(Read read, Map<String, String> binding) {
    @Nullable Object[] defaults =
        columns.stream().map(column -> binding.get(column.name())).toArray();
    return new ListRows(execution, plan, read, binding, decoder, defaults);
  }

  private boolean belongs(@Nullable Object[] row, Read read) {
    return holds(read.rows(), row)
        && read.earlier().stream().noneMatch(conjunction -> holds(conjunction, row));
  }

  private boolean holds(Conjunction conjunction, @Nullable Object[] row) {
    return conjunction.admits(column -> row[names.indexOf(column)]);
  }

  private static List<ColumnDefinition> withConditions(
      RequestPlan plan, List<ColumnDefinition> wanted) {
    if (plan.reads().size() < 2) {
      return wanted;
    }
    Set<ColumnDefinition> all = new LinkedHashSet<>(wanted);
    plan.reads().stream()
        .flatMap(read -> Stream.concat(Stream.of(read.rows()), read.earlier().stream()))
        .flatMap(conjunction -> conjunction.columns().keySet().stream())
        .forEach(name -> all.add(plan.table().column(name)));
    return new ArrayList<>(all);
  }
}
