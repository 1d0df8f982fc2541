/**
 * The movement of conditions from where a statement has them to the scans that they narrow.
 *
 * <p>It knows Calcite's logical nodes and nothing of Twilio.
 */
@NullMarked
package io.github.twiliojdbc.planner.pushdown;

import org.jspecify.annotations.NullMarked;
