/**
 * Random queries whose condition stands outside, compared with the same condition at the scan.
 *
 * <p>A {@link io.github.twiliojdbc.pushdown.Recipe} draws a scan, wrappers around it and a
 * condition; {@link io.github.twiliojdbc.pushdown.DrawnQuery} is its SQL in both forms; {@link
 * io.github.twiliojdbc.pushdown.TwoForms} runs and compares them.
 */
@NullMarked
package io.github.twiliojdbc.pushdown;

import org.jspecify.annotations.NullMarked;
