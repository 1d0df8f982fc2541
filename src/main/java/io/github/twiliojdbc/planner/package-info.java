/**
 * What part of the SQL the API can do: from text to a plan that reads as little as it can.
 *
 * <p>In comes SQL; out goes a {@link io.github.twiliojdbc.planner.PlannedQuery}, in which every
 * table is a {@link io.github.twiliojdbc.planner.TwilioScan} with the columns and conditions that
 * its requests can carry.
 */
@NullMarked
package io.github.twiliojdbc.planner;

import org.jspecify.annotations.NullMarked;
