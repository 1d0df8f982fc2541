package io.github.twiliojdbc.request;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something that every wanted row fulfils, in terms that a request can be made of.
 *
 * <p>Conditions of one query are joined by AND. Values are what a decoded row holds: a TIMESTAMP as
 * milliseconds and a DATE as days since 1970.
 */
public sealed interface Condition {

  /** Returns the column that is compared. */
  String column();

  /** Returns whether a row with this value fulfils the condition; NULL never does. */
  boolean admits(@Nullable Object value);

  /** The column holds one of these values. */
  record OneOf(String column, Set<Object> values) implements Condition {
    @Override
    public boolean admits(@Nullable Object value) {
      return value != null && values.contains(value);
    }
  }

  /** The column holds a number or time of at least this. */
  record AtLeast(String column, long bound) implements Condition {
    @Override
    public boolean admits(@Nullable Object value) {
      return value instanceof Number number && number.longValue() >= bound;
    }
  }

  /** The column holds a number or time below this. */
  record Before(String column, long bound) implements Condition {
    @Override
    public boolean admits(@Nullable Object value) {
      return value instanceof Number number && number.longValue() < bound;
    }
  }
}
