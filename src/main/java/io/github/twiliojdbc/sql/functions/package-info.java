/**
 * What the functions of SQL compute: texts, numbers, dates and JSON in, values out.
 *
 * <p>Nothing in here knows of plans or statements; {@code sql} makes operators of the methods that
 * have a {@code @Signature}.
 */
@NullMarked
package io.github.twiliojdbc.sql.functions;

import org.jspecify.annotations.NullMarked;
