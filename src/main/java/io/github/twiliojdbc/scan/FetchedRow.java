package io.github.twiliojdbc.scan;

import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** A row that is in one of several places, such as accounts: looked for until it is found. */
final class FetchedRow implements RowSource {
  private final Iterator<ListRows> places;
  private boolean isFound;

  FetchedRow(Iterator<ListRows> places) {
    this.places = places;
  }

  @Override
  public @Nullable Object @Nullable [] next() {
    while (!isFound && places.hasNext()) {
      @Nullable Object[] row = places.next().next();
      if (row != null) {
        isFound = true;
        return row;
      }
    }
    return null;
  }
}
