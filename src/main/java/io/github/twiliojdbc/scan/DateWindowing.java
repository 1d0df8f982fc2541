package io.github.twiliojdbc.scan;

import com.google.common.collect.AbstractIterator;
import com.google.common.collect.Range;
import io.github.twiliojdbc.request.BalancedWindows;
import io.github.twiliojdbc.request.DateSpan;
import io.github.twiliojdbc.request.Read;
import io.github.twiliojdbc.transport.Target;
import io.github.twiliojdbc.value.Page;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a list that is narrowed by dates: what the cache holds of it from there, and the rest in
 * several windows at once if it has many pages.
 */
final class DateWindowing implements Windowing {
  /** Requests that windows may take besides twice as many as there are pages. */
  private static final int SPARE_REQUESTS = 16;

  /** Pages that are planned for what is not to be divided. */
  private static final double UNDIVIDED = Double.MAX_VALUE;

  private final ListScan scan;
  private final Read whole;
  private final Map<String, String> binding;
  private final DateSpan span;
  private final Range<Long> asked;
  private final int place;
  private final double planned;
  private final Optional<Parts> parts;

  /** Dates of the rows so far, where there may be more than can be listed. */
  private final List<Long> listed = new ArrayList<>();

  /**
   * Creates the windowing of one chain.
   *
   * @param whole the read that the chain is a part of
   * @param span dates that rows are wanted of
   * @param asked dates that rows are asked for of
   * @param planned how many pages the chain is thought to have
   * @param parts what the chain is one window of, if it is one
   */
  private DateWindowing(
      ListScan scan,
      Read whole,
      Map<String, String> binding,
      DateSpan span,
      Range<Long> asked,
      double planned,
      Optional<Parts> parts) {
    this.scan = scan;
    this.whole = whole;
    this.binding = binding;
    this.span = span;
    this.asked = asked;
    this.place = scan.place(span.column());
    this.planned = planned;
    this.parts = parts;
  }

  /** Returns chains that bring a list's rows. */
  static Iterator<PageChain> chains(ListScan scan, Read read, Map<String, String> binding) {
    Optional<DateSpan> found = scan.requests().span(scan.plan().table(), read);
    if (found.isEmpty()) {
      return List.of(
              new PageChain(scan, read, List.of(binding).iterator(), NONE, new SeenRows(scan)))
          .iterator();
    }
    DateSpan span = found.get();
    return scan
        .execution()
        .session()
        .knownWindows()
        .pieces(anytime(scan, read, binding, span.column()), span)
        .stream()
        .map(
            piece ->
                new DateWindowing(
                        scan,
                        read,
                        binding,
                        span.within(piece.range()),
                        piece.asked(),
                        piece.isWhole() ? 0 : UNDIVIDED,
                        Optional.empty())
                    .chain())
        .iterator();
  }

  private PageChain chain() {
    return chain(new SeenRows(scan));
  }

  private PageChain chain(SeenRows seen) {
    return new PageChain(scan, read(), List.of(binding).iterator(), this, seen);
  }

  @Override
  public Optional<Iterator<PageChain>> halves(SeenRows seen) {
    if (listed.isEmpty()) {
      return Optional.empty();
    }
    // Whatever the order of the rows is, each half has half of those that were listed.
    long median = listed.stream().sorted().skip(listed.size() / 2).findFirst().orElseThrow();
    long middle = median - Math.floorMod(median, span.grain());
    if (middle <= span.start()) {
      middle += span.grain();
    }
    if (middle >= span.end()) {
      return Optional.empty();
    }
    parts.ifPresent(all -> all.budget.end());
    return Optional.of(
        Stream.of(Range.atLeast(middle), Range.lessThan(middle))
            .map(half -> part(half.intersection(asked), UNDIVIDED, Optional.empty()).chain(seen))
            .iterator());
  }

  /**
   * Returns the windowing of a part of the chain.
   *
   * @param range dates of the part
   */
  private DateWindowing part(Range<Long> range, double pages, Optional<Parts> of) {
    return new DateWindowing(scan, whole, binding, span.within(range), range, pages, of);
  }

  private Read read() {
    return scan.requests().within(scan.plan().table(), whole, span.column(), span.range(), asked);
  }

  /** Returns the first page of a list without any dates. */
  private static Target anytime(
      ListScan scan, Read read, Map<String, String> binding, String column) {
    return scan.plan()
        .target(
            scan.requests().within(scan.plan().table(), read, column, Range.all(), Range.all()),
            binding);
  }

  @Override
  public boolean admits(@Nullable Object[] row) {
    return row[place] instanceof Number date && span.range().contains(date.longValue());
  }

  @Override
  public boolean maySplit() {
    return planned == 0 && scan.execution().readsAhead(scan.plan());
  }

  @Override
  public void arrived(Page page) {
    if (scan.plan().table().mostRows().isPresent()) {
      dates(page).forEach(listed::add);
    }
    parts.ifPresent(
        all ->
            all.budget.saw(
                (double) dates(page).count() / scan.plan().pageSize(), page.next().isPresent()));
  }

  /** A window is split again only if it is seen to be far larger than planned. */
  @Override
  public Optional<WindowChains> split(Page first) {
    LongSummaryStatistics dates = dates(first).summaryStatistics();
    if (planned == UNDIVIDED
        || !scan.execution().readsAhead(scan.plan())
        || dates.getCount() == 0) {
      return Optional.empty();
    }
    return BalancedWindows.of(
            span,
            dates.getMin(),
            dates.getMax(),
            planned > 0
                ? planned * scan.plan().pageSize()
                : scan.requests().estimator().rowsOfList(scan.plan().table(), read()),
            3 * planned,
            scan.plan().pageSize(),
            scan.execution().session().concurrency().most())
        .filter(split -> scan.execution().canSend((long) (2 * split.pagesLeft()) + SPARE_REQUESTS))
        .filter(split -> parts.map(Parts::budget).map(WindowBudget::allowsSplit).orElse(true))
        .map(this::chains);
  }

  private LongStream dates(Page page) {
    return page.rows().stream()
        .filter(this::admits)
        .mapToLong(row -> ((Number) Objects.requireNonNull(row[place])).longValue());
  }

  private WindowChains chains(BalancedWindows split) {
    parts.ifPresent(all -> all.budget.end());
    return new Windows(
        new Parts(
            split, parts.map(Parts::budget).orElseGet(() -> new WindowBudget(span.overlaps()))));
  }

  @Override
  public void ended(List<Target> pages, long rows) {
    parts.ifPresent(
        all -> {
          all.windows.held(asked, rows);
          all.budget.end();
        });
    scan.execution()
        .session()
        .knownWindows()
        .remember(
            anytime(scan, whole, binding, span.column()),
            asked,
            scan.requests().covered(scan.plan().table(), span.column(), asked),
            pages);
  }

  /** What a list is taken apart into, and how many windows of it there may be. */
  private record Parts(BalancedWindows windows, WindowBudget budget) {}

  /** The chains of the windows; when no other one is allowed, of all that is left. */
  private final class Windows extends AbstractIterator<PageChain> implements WindowChains {
    private final Parts all;

    Windows(Parts all) {
      this.all = all;
    }

    @Override
    public boolean isReady() {
      return all.budget.isIdle() || all.budget.allowsOneMore();
    }

    @Override
    protected @Nullable PageChain computeNext() {
      boolean isOneOfMany = all.budget.allowsOneMore();
      double pages =
          isOneOfMany ? all.windows.pages(all.budget.left(all.windows.pagesLeft())) : UNDIVIDED;
      Optional<Range<Long>> window = isOneOfMany ? all.windows.next(pages) : all.windows.rest();
      if (window.isEmpty()) {
        return endOfData();
      }
      all.budget.begin();
      return part(window.get(), pages, Optional.of(all)).chain();
    }
  }
}
