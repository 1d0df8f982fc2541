/**
 * What {@link java.sql.DatabaseMetaData} tells about the catalog.
 *
 * <p>In come the catalog and the patterns that a tool asks with; out go rows of tables, columns and
 * keys, in the columns that JDBC specifies.
 */
@NullMarked
package io.github.twiliojdbc.metadata;

import org.jspecify.annotations.NullMarked;
