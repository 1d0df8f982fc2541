package io.github.twiliojdbc.scan;

import org.jspecify.annotations.Nullable;

/** Rows, one after another, read as they are asked for. */
interface RowSource {

  /**
   * Returns the next row, or null at the end.
   *
   * @throws io.github.twiliojdbc.transport.RequestFailure if a request brought no usable answer
   */
  @Nullable Object @Nullable [] next();
}
