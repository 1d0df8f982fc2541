package io.github.twiliojdbc.scan;

import com.google.common.collect.Iterators;
import com.google.common.collect.Lists;
import io.github.twiliojdbc.catalog.ColumnDefinition;
import io.github.twiliojdbc.request.Conjunction;
import io.github.twiliojdbc.request.DateSpan;
import io.github.twiliojdbc.request.PathSource;
import io.github.twiliojdbc.request.Read;
import io.github.twiliojdbc.request.RequestPlan;
import io.github.twiliojdbc.request.RequestPlanner;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one table: those of each read of its plan, in turn.
 *
 * <p>Where several reads could bring the same row, each keeps only those that belong to it, which
 * takes the columns of the reads' conditions, and those that tell rows apart, behind those that are
 * wanted.
 *
 * <p>Where a list holds the rows of one value alone, the lists are read one after another, so that
 * a row which moves on from one value to the next in the meantime is brought by one at least, and
 * is left out where it comes again.
 */
final class TableRows implements RowSource {
  private final ListScan scan;
  private final IntConsumer counter;
  private final boolean isListedByValue;
  private final int width;
  private final List<String> names;
  private final Iterator<PageFlow> flows;
  private final Set<List<@Nullable Object>> seen = new HashSet<>();
  private PageFlow flow;
  private Iterator<@Nullable Object[]> rows = Collections.emptyIterator();

  TableRows(
      Execution execution,
      RequestPlanner requests,
      RequestPlan plan,
      List<ColumnDefinition> wanted,
      IntConsumer counter) {
    this.counter = counter;
    this.isListedByValue = plan.isListedByValue();
    this.width = wanted.size();
    this.scan = ListScan.of(execution, requests, plan, withConditions(requests, plan, wanted));
    this.names = scan.columns().stream().map(ColumnDefinition::name).toList();
    this.flows =
        (isListedByValue ? Lists.partition(plan.reads(), 1) : List.of(plan.reads()))
            .stream().map(reads -> flow(execution, reads)).iterator();
    this.flow = flows.next();
  }

  private PageFlow flow(Execution execution, List<Read> reads) {
    boolean readsAhead = execution.readsAhead(scan.plan());
    return new PageFlow(
        execution,
        Iterators.concat(Iterators.transform(reads.iterator(), this::chains)),
        readsAhead,
        readsAhead && reads.stream().allMatch(read -> read.source() instanceof PathSource.Known));
  }

  @Override
  public @Nullable Object @Nullable [] next() {
    while (!rows.hasNext()) {
      PageFlow.Arrival page = flow.next();
      if (page == null && flows.hasNext()) {
        flow = flows.next();
        continue;
      }
      if (page == null) {
        return null;
      }
      rows = admitted(page);
    }
    @Nullable Object[] row = rows.next();
    return row.length == width ? row : Arrays.copyOf(row, width);
  }

  /** Returns the rows of a page that no other page or read brings, and counts them. */
  private Iterator<@Nullable Object[]> admitted(PageFlow.Arrival page) {
    Predicate<@Nullable Object[]> wanted = wanted(page.chain());
    List<@Nullable Object[]> admitted =
        page.page().rows().stream().filter(row -> wanted.test(row) && isNew(row)).toList();
    counter.accept(admitted.size());
    return admitted.iterator();
  }

  private boolean isNew(@Nullable Object[] row) {
    if (!isListedByValue) {
      return true;
    }
    List<@Nullable Object> key = new ArrayList<>();
    scan.plan().table().key().forEach(column -> key.add(row[names.indexOf(column)]));
    return flows.hasNext() ? seen.add(key) : !seen.contains(key);
  }

  private Predicate<@Nullable Object[]> wanted(PageChain chain) {
    return scan.plan().reads().size() == 1
        ? chain.windowing()::admits
        : row -> chain.windowing().admits(row) && belongs(row, chain.read());
  }

  private Iterator<PageChain> chains(Read read) {
    if (!read.isList() && read.source() instanceof PathSource.EachAccount each) {
      return Iterators.concat(
          Iterators.transform(
              each.bindings().iterator(),
              binding -> {
                Iterator<String> accounts = Bindings.accounts(scan, each);
                return accounts.hasNext()
                    ? Iterators.singletonIterator(
                        new PageChain(
                            scan,
                            read,
                            Iterators.transform(
                                accounts,
                                account -> Bindings.with(binding, each.parameter(), account)),
                            Windowing.NONE,
                            new SeenRows(scan)))
                    : Collections.emptyIterator();
              }));
    }
    return Iterators.concat(
        Iterators.transform(
            Bindings.of(scan, read.source()),
            binding -> DateWindowing.chains(scan, read, binding)));
  }

  private boolean belongs(@Nullable Object[] row, Read read) {
    // What an earlier read would have brought may have become such only after it.
    return holds(read.rows(), row)
        && (isListedByValue
            || read.earlier().stream().noneMatch(conjunction -> holds(conjunction, row)));
  }

  private boolean holds(Conjunction conjunction, @Nullable Object[] row) {
    return conjunction.admits(column -> row[names.indexOf(column)]);
  }

  private static List<ColumnDefinition> withConditions(
      RequestPlanner requests, RequestPlan plan, List<ColumnDefinition> wanted) {
    Stream<String> windowed =
        plan.reads().stream()
            .flatMap(read -> requests.span(plan.table(), read).stream())
            .map(DateSpan::column);
    Stream<String> checked =
        plan.reads().size() < 2
            ? Stream.empty()
            : plan.reads().stream()
                .flatMap(read -> Stream.concat(Stream.of(read.rows()), read.earlier().stream()))
                .flatMap(conjunction -> conjunction.columns().keySet().stream());
    Stream<String> keys = plan.table().key().stream();
    Set<ColumnDefinition> all = new LinkedHashSet<>(wanted);
    Stream.of(windowed, checked, keys)
        .flatMap(names -> names)
        .forEach(name -> all.add(plan.table().column(name)));
    return List.copyOf(all);
  }
}
