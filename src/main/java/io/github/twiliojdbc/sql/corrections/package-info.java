/**
 * What plans get that Calcite makes otherwise than PostgreSQL would answer: exact sums, whole
 * windows, totals of no rows, recursion.
 */
@NullMarked
package io.github.twiliojdbc.sql.corrections;

import org.jspecify.annotations.NullMarked;
