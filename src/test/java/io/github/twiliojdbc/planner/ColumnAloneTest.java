package io.github.twiliojdbc.planner;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twiliojdbc.request.TimeFunction;
import io.github.twiliojdbc.sql.functions.DateFunctions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How far an age of months of 30 days can be from the time between. */
class ColumnAloneTest {
  private static final long FIRST = LocalDate.of(2023, 1, 1).toEpochDay() * TimeFunction.DAY;
  private static final long HOURS = TimeFunction.DAY / 4;
  private static final long STEP = TimeFunction.DAY + HOURS;

  @Test
  void aDistanceIsWithinTheBoundsThatFollowFromItsAge() {
    List<Long> outside = new ArrayList<>();
    for (long day = 0; day < 2 * 365; day++) {
      long start = FIRST + day * TimeFunction.DAY;
      for (long distance = HOURS; distance < 400 * TimeFunction.DAY; distance += STEP) {
        if (!isWithin(start + distance, start, distance)
            || !isWithin(start, start + distance, -distance)) {
          outside.add(distance);
        }
      }
    }
    assertThat(outside).isEmpty();
  }

  private static boolean isWithin(long end, long start, long distance) {
    double length = DateFunctions.lengthOf(DateFunctions.age(end, start));
    double one = length * ColumnAlone.LONGEST.doubleValue();
    double other = length * ColumnAlone.SHORTEST.doubleValue();
    return Math.min(one, other) <= distance && distance <= Math.max(one, other);
  }
}
