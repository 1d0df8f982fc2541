package io.github.twiliojdbc.catalog;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How the API narrows a list by one column.
 *
 * <p>A filter only ever narrows: the driver checks every condition again on the rows, so a filter
 * may let more rows through than its condition, never fewer.
 */
public sealed interface FilterDefinition {

  /**
   * A parameter that keeps the rows whose column has the value.
   *
   * @param parameter name of the query parameter
   * @param each what a list without the parameter leaves out, if it does not hold all rows
   */
  record Equals(String parameter, Optional<Each> each) implements FilterDefinition {}

  /**
   * The values of a parameter each of which must be asked for in a request of its own.
   *
   * @param values all values, in the order in which a row takes them: one that moves on while they
   *     are asked for is then seen at least once
   * @param otherwise the value whose rows a list without the parameter holds
   */
  record Each(List<String> values, String otherwise) {}

  /**
   * A pair of parameters that bound a date.
   *
   * @param after parameter of the lower bound, which Twilio reads as inclusive
   * @param before parameter of the upper bound, which some resources read as inclusive, some as
   *     exclusive, and some as midnight of the day named
   * @param grain smallest step that both parameters understand
   * @param format how a bound is written
   * @param reach how far back the API accepts a bound, if there is a limit
   * @param otherwise how far back rows are asked for where no lower bound is, if a list without one
   *     holds the latest rows alone
   */
  record Range(
      String after,
      String before,
      Grain grain,
      Format format,
      Optional<Duration> reach,
      Optional<Duration> otherwise)
      implements FilterDefinition {}

  /** The smallest step of a date filter. */
  enum Grain {
    DAY,
    SECOND
  }

  /** How a bound of a date filter is written. */
  enum Format {
    /** {@code 2026-01-31}, or {@code 2026-01-31T10:20:30Z} where the grain is a second. */
    PLAIN,
    /** {@code 2026-01-31T00:00:00Z} for a lower and {@code 2026-01-31T23:59:59Z} for an upper. */
    DAY_EDGES
  }
}
