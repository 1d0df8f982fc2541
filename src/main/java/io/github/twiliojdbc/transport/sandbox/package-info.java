/**
 * A sample account that answers like Twilio, without network or credentials.
 *
 * <p>In come the targets that the driver would send to Twilio; out go pages of rows that depend on
 * a seed and a clock alone. What a table's rows look like stands in {@code sandbox.yaml}.
 */
@NullMarked
package io.github.twiliojdbc.transport.sandbox;

import org.jspecify.annotations.NullMarked;
