package io.github.twiliojdbc.transport.sandbox;

import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One row of the sample account.
 *
 * @param values value of each column: String, Integer, BigDecimal, Boolean, Instant, LocalDate, a
 *     map for an object, or null
 */
record SampleRow(Map<String, @Nullable Object> values) {

  @Nullable Object get(String column) {
    return values.get(column);
  }

  /** Returns a column's time, or else the first time that the row tells of. */
  Optional<Instant> first(String column) {
    return values.get(column) instanceof Instant time
        ? Optional.of(time)
        : values.values().stream()
            .filter(Instant.class::isInstance)
            .map(Instant.class::cast)
            .min(Comparator.naturalOrder());
  }

  /** Returns whether some of what the row tells of is yet to come. */
  boolean isAfter(Instant time) {
    return values.values().stream()
        .anyMatch(value -> value instanceof Instant instant && instant.isAfter(time));
  }

  /** Returns whether a column's value, written as a parameter, is this text. */
  boolean says(String column, @Nullable String text) {
    return text != null && text.equals(Objects.toString(values.get(column), null));
  }
}
