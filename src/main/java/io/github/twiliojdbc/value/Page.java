package io.github.twiliojdbc.value;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param rows decoded rows
 * @param next link to the next page as Twilio wrote it, or the parameter that tells it from this
 *     one, such as {@code ?Page=2}; empty if there is none
 */
public record Page(List<@Nullable Object[]> rows, Optional<String> next) {
  /** A page without rows and without a next one. */
  public static final Page EMPTY = new Page(List.of(), Optional.empty());
}
