package io.github.twiliojdbc.request;

import com.google.common.collect.ImmutableRangeSet;
import com.google.common.collect.Range;
import io.github.twiliojdbc.catalog.ColumnDefinition;
import io.github.twiliojdbc.catalog.ColumnType;
import io.github.twiliojdbc.catalog.FilterDefinition;
import io.github.twiliojdbc.catalog.FilterDefinition.Format;
import io.github.twiliojdbc.catalog.FilterDefinition.Grain;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Turns bounds on a date column into the parameters of its filter.
 *
 * <p>Twilio's resources read an upper bound in three ways: as the instant, as the whole day named,
 * and as midnight at the start of that day. A window is widened until it holds every wanted row
 * under all three; the rows are checked again.
 */
final class DateWindow {
  private static final Duration DAY = Duration.ofDays(1);

  private final String name;
  private final FilterDefinition.Range filter;
  private final ColumnType type;
  private final Instant now;

  DateWindow(ColumnDefinition column, FilterDefinition.Range filter, Instant now) {
    this.name = column.name();
    this.filter = filter;
    this.type = column.type();
    this.now = now;
  }

  /** Returns the parameters that ask for at least the rows of all ranges. */
  List<QueryParameter> parameters(Values.Within values) {
    Range<Long> span = values.ranges().span();
    List<QueryParameter> parameters = new ArrayList<>();
    Optional.of(span)
        .filter(Range::hasLowerBound)
        .map(this::from)
        .filter(this::isWithinReach)
        .or(this::otherwise)
        .ifPresent(
            from -> parameters.add(new QueryParameter(filter.after(), text(from, "T00:00:00Z"))));
    if (span.hasUpperBound()) {
      Instant until = until(span);
      if (isWithinReach(until)) {
        parameters.add(new QueryParameter(filter.before(), text(until, "T23:59:59Z")));
      }
    }
    return parameters;
  }

  /** Returns the lower bound that is asked for where there is none, if one must be. */
  private Optional<Instant> otherwise() {
    return filter.otherwise().map(back -> now.minus(back).truncatedTo(unit()));
  }

  /**
   * Returns the span in which rows can be asked for in windows, if it has a start.
   *
   * @param since when the account was made, if that is known
   * @param settled time before which rows change no more
   */
  Optional<DateSpan> span(Values.Within values, Optional<Instant> since, Instant settled) {
    Range<Long> range = values.ranges().span();
    // A window whose bounds are both out of reach would be the whole list.
    Optional<Long> reach =
        filter.reach().map(reached -> number(now.minus(reached).plus(DAY).plus(DAY)));
    Optional<Long> given =
        range.hasLowerBound() ? Optional.of(range.lowerEndpoint()) : since.map(this::number);
    long today = number(now) + 1;
    long end = range.hasUpperBound() ? Math.min(today, range.upperEndpoint()) : today;
    return Stream.concat(reach.stream(), given.stream())
        .max(Comparator.naturalOrder())
        .map(
            start ->
                new DateSpan(
                    name,
                    range,
                    start,
                    end,
                    grain(),
                    number(settled.minus(DAY).minus(DAY).truncatedTo(ChronoUnit.DAYS)),
                    filter.grain() == Grain.DAY));
  }

  /** Returns dates that the answer to the parameters for a range holds all rows of. */
  Range<Long> covered(Range<Long> range) {
    Range<Long> covered = Range.all();
    if (range.hasLowerBound() && isWithinReach(from(range))) {
      covered = covered.intersection(Range.atLeast(number(from(range))));
    }
    return range.hasUpperBound() && isWithinReach(until(range))
        ? covered.intersection(Range.lessThan(number(until(range))))
        : covered;
  }

  /** Returns the ranges in groups, of which each is worth a window of its own. */
  List<Values.Within> separate(Values.Within values) {
    List<Values.Within> windows = new ArrayList<>();
    List<Range<Long>> group = new ArrayList<>();
    for (Range<Long> range : values.ranges().asRanges()) {
      boolean isApart = !group.isEmpty() && from(range).isAfter(until(group.get(group.size() - 1)));
      if (isApart) {
        windows.add(new Values.Within(ImmutableRangeSet.copyOf(group)));
        group.clear();
      }
      group.add(range);
    }
    windows.add(new Values.Within(ImmutableRangeSet.copyOf(group)));
    return windows;
  }

  /** Returns whether the parameters let through no row that is not wanted. */
  boolean isExact(Values.Within values) {
    Range<Long> span = values.ranges().span();
    return values.ranges().asRanges().size() == 1
        && !span.hasUpperBound()
        && span.hasLowerBound()
        && from(span).equals(instant(span.lowerEndpoint()))
        && isWithinReach(from(span));
  }

  /** Returns whether the parameters let through no row of a time or later. */
  boolean isBefore(Values.Within values, Instant time) {
    Range<Long> span = values.ranges().span();
    // The day that is added for resources which read the bound otherwise counts as well.
    return span.hasUpperBound()
        && isWithinReach(until(span))
        && until(span).plus(DAY).isBefore(time);
  }

  private Instant from(Range<Long> range) {
    return instant(range.lowerEndpoint()).truncatedTo(unit());
  }

  private Instant until(Range<Long> range) {
    return instant(range.upperEndpoint()).minusMillis(1).truncatedTo(unit()).plus(1, unit());
  }

  /** A bound that Twilio would refuse is left out; a day is kept free for clocks that differ. */
  private boolean isWithinReach(Instant bound) {
    return filter.reach().map(reach -> bound.isAfter(now.minus(reach).plus(DAY))).orElse(true);
  }

  private Instant instant(long bound) {
    return type == ColumnType.DATE
        ? Instant.EPOCH.plus(bound, ChronoUnit.DAYS)
        : Instant.ofEpochMilli(bound);
  }

  private long number(Instant time) {
    return type == ColumnType.DATE
        ? Math.floorDiv(time.getEpochSecond(), DAY.toSeconds())
        : time.toEpochMilli();
  }

  private long grain() {
    return type == ColumnType.DATE ? 1 : unit().getDuration().toMillis();
  }

  private ChronoUnit unit() {
    return filter.grain() == Grain.SECOND ? ChronoUnit.SECONDS : ChronoUnit.DAYS;
  }

  private String text(Instant bound, String edge) {
    if (filter.grain() == Grain.SECOND) {
      return bound.toString();
    }
    String day = bound.toString().substring(0, bound.toString().indexOf('T'));
    return filter.format() == Format.DAY_EDGES ? day + edge : day;
  }
}
