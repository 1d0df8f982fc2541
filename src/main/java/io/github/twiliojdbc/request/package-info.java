/**
 * Which requests a query takes: pure functions from a table and conditions to addresses.
 *
 * <p>In come a {@link io.github.twiliojdbc.catalog.TableDefinition} and {@link
 * io.github.twiliojdbc.request.Predicate}; out goes a {@link
 * io.github.twiliojdbc.request.RequestPlan}.
 */
@NullMarked
package io.github.twiliojdbc.request;

import org.jspecify.annotations.NullMarked;
