package io.github.twiliojdbc.scan;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * An order in which rows are wanted, and how many of them.
 *
 * @param column date column that comes first in the order
 * @param isDescending whether the latest come first
 * @param isNullsFirst whether rows without a date come first
 * @param comparator the whole order
 * @param wanted how many rows are likely to be enough
 */
public record Ordering(
    String column,
    boolean isDescending,
    boolean isNullsFirst,
    Comparator<@Nullable Object[]> comparator,
    long wanted) {}
