package io.github.twiliojdbc.request;

import com.google.common.collect.ImmutableRangeSet;
import com.google.common.collect.Range;
import com.google.common.collect.RangeSet;
import com.google.common.collect.TreeRangeSet;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalField;

/** A number that comes back every year or month: the month or the day of a date. */
public enum CalendarPart {
  QUARTER(IsoFields.QUARTER_OF_YEAR),
  MONTH(ChronoField.MONTH_OF_YEAR),
  DAY(ChronoField.DAY_OF_MONTH);

  /** Twilio was founded in 2008; before that, and after next year, every day is let through. */
  private static final LocalDate FIRST_DAY = LocalDate.of(2008, 1, 1);

  private final TemporalField field;

  CalendarPart(TemporalField field) {
    this.field = field;
  }

  /** Returns days since 1970, at least those for which a comparison holds. */
  public Values.Within days(Comparison comparison, long value, Instant now) {
    LocalDate end = LocalDate.ofInstant(now, ZoneOffset.UTC).withDayOfYear(1).plusYears(2);
    RangeSet<Long> days = TreeRangeSet.create();
    days.add(Range.lessThan(FIRST_DAY.toEpochDay()));
    days.add(Range.atLeast(end.toEpochDay()));
    for (LocalDate day = FIRST_DAY; day.isBefore(end); day = day.plusDays(1)) {
      if (comparison.holds(day.get(field), value)) {
        days.add(Range.closedOpen(day.toEpochDay(), day.toEpochDay() + 1));
      }
    }
    return new Values.Within(ImmutableRangeSet.copyOf(days));
  }
}
