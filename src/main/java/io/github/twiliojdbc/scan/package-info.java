/**
 * Runs a plan: page by page, parent by parent, as rows are asked for.
 *
 * <p>In comes a {@link io.github.twiliojdbc.request.RequestPlan}; out go rows.
 */
@NullMarked
package io.github.twiliojdbc.scan;

import org.jspecify.annotations.NullMarked;
