/**
 * What SQL means: its parser, its types, its operators and functions, and what is said of errors.
 *
 * <p>In comes the text of a statement; out goes a {@link org.apache.calcite.sql.SqlNode}, and the
 * {@link io.github.twiliojdbc.sql.Dialect} by which it is validated and converted.
 */
@NullMarked
package io.github.twiliojdbc.sql;

import org.jspecify.annotations.NullMarked;
