package io.github.twiliojdbc.sql.functions;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a method a function of SQL, as PostgreSQL writes its signature: {@code round(numeric, int)
 * numeric}.
 *
 * <p>The types are those of {@link ValueKind}. Several methods may have signatures of one name, and
 * the one that fits the operands best is called. A method is not called with NULL: its result is
 * then NULL.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Signature {
  /** The signature. */
  String value();

  /** Whether the method yields NULL for some operands that are not. */
  boolean mayBeNull() default false;
}
