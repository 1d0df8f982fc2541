/**
 * From JSON to typed rows: a page's bytes, read once, straight into the columns that are needed.
 *
 * <p>In come the body of a page and the columns; out go rows and the link to the next page. A value
 * is what Calcite computes with: String, Integer, Long, BigDecimal, Double and Boolean, a TIMESTAMP
 * as a Long of milliseconds since 1970 in UTC, a DATE as an Integer of days since 1970.
 */
@NullMarked
package io.github.twiliojdbc.value;

import org.jspecify.annotations.NullMarked;
