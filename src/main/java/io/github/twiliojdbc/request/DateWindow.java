package io.github.twiliojdbc.request;

import io.github.twiliojdbc.catalog.ColumnDefinition;
import io.github.twiliojdbc.catalog.ColumnType;
import io.github.twiliojdbc.catalog.FilterDefinition;
import io.github.twiliojdbc.catalog.FilterDefinition.Format;
import io.github.twiliojdbc.catalog.FilterDefinition.Grain;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * Turns bounds on a date column into the parameters of its filter.
 *
 * <p>Twilio's resources read an upper bound in three ways: as the instant, as the whole day named,
 * and as midnight at the start of that day. A window is widened until it holds every wanted row
 * under all three; the rows are checked again.
 */
final class DateWindow {
  private static final Duration DAY = Duration.ofDays(1);

  private final FilterDefinition.Range filter;
  private final ColumnType type;
  private final Instant now;

  DateWindow(ColumnDefinition column, FilterDefinition.Range filter, Instant now) {
    this.filter = filter;
    this.type = column.type();
    this.now = now;
  }

  /**
   * Returns the parameters that ask for at least the rows from {@code lower} to below {@code
   * upper}, both in the column's own unit.
   */
  List<QueryParameter> parameters(OptionalLong lower, OptionalLong upper) {
    List<QueryParameter> parameters = new ArrayList<>();
    lower.ifPresent(
        bound -> {
          Instant from = instant(bound).truncatedTo(unit());
          if (isWithinReach(from)) {
            parameters.add(new QueryParameter(filter.after(), text(from, "T00:00:00Z")));
          }
        });
    upper.ifPresent(
        bound -> {
          Instant last = instant(bound).minusMillis(1);
          Instant until = last.truncatedTo(unit()).plus(1, unit());
          if (isWithinReach(until)) {
            parameters.add(new QueryParameter(filter.before(), text(until, "T23:59:59Z")));
          }
        });
    return parameters;
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
