/**
 * What tables there are: one YAML file a table, read into records and checked.
 *
 * <p>In come the files under {@code tables/}; out goes a {@link
 * io.github.twiliojdbc.catalog.Catalog}, the ground on which every other package stands.
 */
@NullMarked
package io.github.twiliojdbc.catalog;

import org.jspecify.annotations.NullMarked;
