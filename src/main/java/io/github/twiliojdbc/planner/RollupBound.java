package io.github.twiliojdbc.planner;

import io.github.twiliojdbc.request.TimeFunction;
import java.time.LocalDate;
import java.util.Optional;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.type.SqlTypeName;
import org.jspecify.annotations.Nullable;

/**
 * A value that a date is compared with, which divides the days into those before and those from one
 * day on.
 *
 * @param value DATE or TIMESTAMP that is the same for all rows
 * @param isAfter whether the day of the value belongs to the days before even if it is midnight, as
 *     for {@code >} and {@code <=}
 */
record RollupBound(RexNode value, boolean isAfter) {

  /** Returns whether a value is one that can divide days. */
  static boolean isTime(RexNode value) {
    SqlTypeName type = value.getType().getSqlTypeName();
    return type == SqlTypeName.DATE || type == SqlTypeName.TIMESTAMP;
  }

  /**
   * Returns the first of the days behind the bound, or empty if the value is not known.
   *
   * @param known the value: days of a DATE, milliseconds of a TIMESTAMP
   */
  Optional<LocalDate> firstDay(@Nullable Object known) {
    if (!(known instanceof Number number)) {
      return Optional.empty();
    }
    long time = number.longValue();
    boolean isDate = value.getType().getSqlTypeName() == SqlTypeName.DATE;
    long day = isDate ? time : Math.floorDiv(time, TimeFunction.DAY);
    boolean isMidnight = isDate || day * TimeFunction.DAY == time;
    return Optional.of(LocalDate.ofEpochDay(isMidnight && !isAfter ? day : day + 1));
  }
}
