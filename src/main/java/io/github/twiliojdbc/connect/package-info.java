/**
 * From a URL to an open connection, and JDBC's objects on top of it.
 *
 * <p>In come a URL and properties; out goes a {@link java.sql.Connection}.
 */
@NullMarked
package io.github.twiliojdbc.connect;

import org.jspecify.annotations.NullMarked;
