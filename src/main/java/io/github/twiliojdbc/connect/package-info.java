/**
 * From a URL and properties to an open connection.
 *
 * <p>In come a URL and properties; out goes a {@link java.sql.Connection}.
 */
@NullMarked
package io.github.twiliojdbc.connect;

import org.jspecify.annotations.NullMarked;
