/**
 * One request, reliably: credentials, time-outs, retries, and errors that say what to do.
 *
 * <p>In comes a {@link io.github.twiliojdbc.transport.Target}; out goes a {@link
 * io.github.twiliojdbc.transport.Response} or a {@link
 * io.github.twiliojdbc.transport.RequestFailure}.
 */
@NullMarked
package io.github.twiliojdbc.transport;

import org.jspecify.annotations.NullMarked;
