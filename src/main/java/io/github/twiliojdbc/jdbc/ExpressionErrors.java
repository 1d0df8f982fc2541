package io.github.twiliojdbc.jdbc;

import java.sql.SQLDataException;
import java.sql.SQLException;
import java.sql.SQLNonTransientException;
import java.time.DateTimeException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.calcite.runtime.CalciteException;

/** What is wrong with an expression that has no value, which is known only when it is computed. */
final class ExpressionErrors {
  /** What was thrown, or was once by a class of generated code that cannot be used since. */
  private static final Pattern THROWN =
      Pattern.compile("(?s)^(?:Exception )?[\\w.$]+: (.*?)(?: \\[in thread \".*\"])?$");

  private static final Pattern DATE = Pattern.compile("Invalid (?:DATE|TIME|TIMESTAMP) value");

  private ExpressionErrors() {}

  /** Returns the error of a failure of generated code, or empty if it is another failure. */
  static Optional<SQLException> of(Throwable failure) {
    if (failure instanceof DateTimeException) {
      return Optional.of(
          new SQLDataException(
              "A value could not be computed: " + failure.getMessage(), "22007", failure));
    }
    if (failure instanceof ArithmeticException
        || failure instanceof IllegalArgumentException
        || failure instanceof CalciteException) {
      return Optional.of(notComputed(failure.toString(), failure));
    }
    if (failure instanceof ClassCastException) {
      return Optional.of(
          new SQLDataException(
              "A value could not be computed: one that it takes is of another type. Convert it with"
                  + " CAST or TRY_CAST.",
              "22018",
              failure));
    }
    if (failure instanceof ExceptionInInitializerError && failure.getMessage() != null) {
      return Optional.of(notComputed(failure.getMessage(), failure));
    }
    boolean isSubQuery =
        failure instanceof IllegalStateException
            && String.valueOf(failure.getMessage()).contains("SINGLE_VALUE");
    return isSubQuery
        ? Optional.of(
            new SQLNonTransientException(
                "A sub-query that stands for a value has more than one row: limit or aggregate"
                    + " it.",
                "21000",
                failure))
        : Optional.empty();
  }

  /**
   * Returns the error of a value that cannot be computed.
   *
   * @param thrown class and message of what was thrown
   */
  private static SQLException notComputed(String thrown, Throwable cause) {
    String message = "A value could not be computed: " + THROWN.matcher(thrown).replaceFirst("$1");
    if (message.contains("out of range") || message.contains("overflow")) {
      return new SQLDataException(message, "22003", cause);
    }
    if (message.contains("by zero")) {
      return new SQLDataException(message, "22012", cause);
    }
    if (thrown.contains("NumberFormatException")) {
      return new SQLDataException(message, "22018", cause);
    }
    return DATE.matcher(message).find()
        ? new SQLDataException(message, "22007", cause)
        : new SQLDataException(message, "22000", cause);
  }
}
