/**
 * A JDBC driver that presents a Twilio account as a read-only SQL database.
 *
 * <p>The packages below, in the order in which a query travels:
 *
 * <ol>
 *   <li>catalog: what tables there are
 *   <li>shell: statements typed at a terminal, and their rows as text
 *   <li>connect: from a URL to an open connection
 *   <li>jdbc: connections, statements and results as JDBC has them
 *   <li>metadata: what DatabaseMetaData tells
 *   <li>sql: what SQL means
 *   <li>planner: what part of the SQL the API can do
 *   <li>request: which requests that takes
 *   <li>scan: running the plan, page by page
 *   <li>transport: one request, reliably
 *   <li>value: from JSON to typed rows
 * </ol>
 */
@NullMarked
package io.github.twiliojdbc;

import org.jspecify.annotations.NullMarked;
