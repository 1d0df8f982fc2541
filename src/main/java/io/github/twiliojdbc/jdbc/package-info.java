/**
 * JDBC's objects: connections, statements and results.
 *
 * <p>In come calls of {@code java.sql}; out go rows, as the objects that JDBC has for them, or a
 * {@link java.sql.SQLException} that says what is wrong.
 */
@NullMarked
package io.github.twiliojdbc.jdbc;

import org.jspecify.annotations.NullMarked;
