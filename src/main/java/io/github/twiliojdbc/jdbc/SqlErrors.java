package io.github.twiliojdbc.jdbc;

import io.github.twiliojdbc.catalog.Catalog;
import io.github.twiliojdbc.request.MissingConditionException;
import io.github.twiliojdbc.scan.RequestLimitException;
import io.github.twiliojdbc.scan.StatementCanceledException;
import io.github.twiliojdbc.sql.Nearest;
import io.github.twiliojdbc.sql.SqlException;
import io.github.twiliojdbc.transport.RequestFailure;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLInvalidAuthorizationSpecException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLNonTransientException;
import java.sql.SQLSyntaxErrorException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.sql.SQLTransientException;
import java.util.List;
import java.util.Optional;

/** The one place that goes from a failure to a SQLException, its SQLState and its class. */
public final class SqlErrors {
  private SqlErrors() {}

  /** Returns the error of a connection that cannot be opened as asked. */
  public static SQLException connectionRefused(String message) {
    return new SQLNonTransientConnectionException(message, "08001");
  }

  /** Returns the error of credentials that are not there. */
  public static SQLException credentialsMissing(String message) {
    return new SQLInvalidAuthorizationSpecException(message, "28000");
  }

  /** Returns the error of using what is closed: a connection, a statement or a result set. */
  static SQLException closed(String what) {
    String message = "The " + what + " is closed.";
    return what.equals("connection")
        ? new SQLNonTransientConnectionException(message, "08003")
        : new SQLNonTransientException(message, "HY010");
  }

  /** Returns the error of threads that use one statement at a time. */
  static SQLException inUse(String problem) {
    return new SQLException(
        "The statement is in use: " + problem + ". Give each thread a statement of its own.",
        "55006");
  }

  /** Returns the error of choosing a schema that there is not. */
  static SQLException noSuchSchema(String name, List<String> names) {
    return new SQLSyntaxErrorException(
        "There is no schema '%s'; the nearest name is \"%s\"."
            .formatted(name, Nearest.of(name, names).orElse(Catalog.DEFAULT_SCHEMA)),
        "3F000");
  }

  /** Returns the error of a result that scrolls and has more rows than are kept. */
  static SQLException tooManyToScroll(int most) {
    return new SQLNonTransientException(
        ("A result that scrolls keeps its rows, at most %,d: ask for fewer, by LIMIT or setMaxRows, or"
                + " for a statement that does not scroll.")
            .formatted(most),
        "54000");
  }

  /** Returns the error of asking a result for a column that it does not have. */
  static SQLException noSuchColumn(int column, int count) {
    return new SQLSyntaxErrorException(
        "The result has no column %d; it has %d.".formatted(column, count), "42S22");
  }

  /** Returns the error of asking a result for a column that it does not have. */
  static SQLException noSuchColumn(String label, List<String> labels) {
    return new SQLSyntaxErrorException(
        "The result has no column '%s'; it has %s.".formatted(label, labels), "42S22");
  }

  /** Returns the error of a parameter that a statement does not have. */
  static SQLException noSuchParameter(int parameter, int count) {
    return new SQLSyntaxErrorException(
        "The statement has no parameter %d; it has %d.".formatted(parameter, count), "07009");
  }

  /** Returns the error of asking for a value before the first row or after the last. */
  static SQLException noRow() {
    return new SQLNonTransientException(
        "There is no row here: call next(), and ask for values while it returns true.", "24000");
  }

  /** Returns the error of a statement that is run as if it changed something. */
  static SQLException noUpdate() {
    return new SQLException(
        "The driver only reads: run queries with executeQuery or execute.", "25006");
  }

  /** Returns the error of giving a prepared statement another SQL to run. */
  static SQLException alreadyPrepared() {
    return new SQLNonTransientException(
        "A prepared statement runs the SQL that it was prepared with: use createStatement() for"
            + " another.",
        "HY010");
  }

  /** Refuses a number that is to be zero or more. */
  static void checkNotNegative(String what, long number) throws SQLException {
    checkNotNegative(what, number, "");
  }

  /**
   * Refuses a number that is to be zero or more.
   *
   * @param unit unit of the number with a space before it
   */
  static void checkNotNegative(String what, long number, String unit) throws SQLException {
    if (number < 0) {
      throw wrongArgument("The " + what + " is " + number + unit + ", which is negative.");
    }
  }

  /** Returns the error of an argument that no connection can accept. */
  static SQLException wrongArgument(String message) {
    return new SQLNonTransientException(message, "22023");
  }

  /** Returns an object as what it is, or refuses to if it is none. */
  static <T> T unwrap(Object object, Class<T> type) throws SQLException {
    if (!type.isInstance(object)) {
      throw new SQLNonTransientException("There is no " + type.getName() + " in here.", "22023");
    }
    return type.cast(object);
  }

  /** Returns the error of what JDBC lets a driver leave out. */
  static SQLException unsupported(String what) {
    return new SQLFeatureNotSupportedException("The driver has no " + what + ".", "0A000");
  }

  /** Does some work, whose failure is made an error with a SQLState. */
  static <T> T translate(Work<T> work) throws SQLException {
    try {
      return work.run();
    } catch (SQLException | RuntimeException | Error e) {
      // Errors too: generated code has constants that fail when its classes are loaded.
      throw of(e);
    }
  }

  /** Returns the error that a throwable is, or has as its deepest known cause. */
  public static SQLException of(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof RequestFailure failure) {
        return of(failure);
      }
      if (cause instanceof SqlException sql) {
        return of(sql);
      }
      if (cause instanceof RequestLimitException) {
        return new SQLException(cause.getMessage(), "54000", thrown);
      }
      if (cause instanceof MissingConditionException) {
        return new SQLSyntaxErrorException(cause.getMessage(), "42000", thrown);
      }
      if (cause instanceof StatementCanceledException canceled) {
        return of(canceled);
      }
      if (cause instanceof OutOfMemoryError) {
        return new SQLNonTransientException(
            "The query needs more memory than the JVM has: narrow the query, or raise -Xmx.",
            "53200",
            thrown);
      }
      Optional<SQLException> expression = ExpressionErrors.of(cause);
      if (expression.isPresent()) {
        return expression.get();
      }
    }
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && sql.getSQLState() != null) {
        return sql;
      }
    }
    String message = thrown.getMessage();
    return new SQLException(message == null ? thrown.toString() : message, "HY000", thrown);
  }

  private static SQLException of(StatementCanceledException canceled) {
    return switch (canceled.reason()) {
      case CANCELED -> new SQLException(canceled.getMessage(), "HY008", canceled);
      case DISCONNECTED ->
          new SQLNonTransientConnectionException(canceled.getMessage(), "08003", canceled);
      case TIMED_OUT -> new SQLTimeoutException(canceled.getMessage(), "HYT00", canceled);
    };
  }

  private static SQLException of(RequestFailure failure) {
    String message = failure.getMessage();
    int code = failure.twilioCode().orElse(0);
    return switch (failure.reason()) {
      case CREDENTIALS -> new SQLInvalidAuthorizationSpecException(message, "28000", code, failure);
      case NOT_FOUND, GONE -> new SQLException(message, "42S02", code, failure);
      case BAD_REQUEST -> new SQLException(message, "22023", code, failure);
      case RATE_LIMITED, SERVER -> new SQLTransientException(message, "08S01", code, failure);
      case UNREACHABLE -> new SQLTransientConnectionException(message, "08001", code, failure);
      case UNTRUSTED -> new SQLNonTransientConnectionException(message, "08001", code, failure);
      case BROKEN -> new SQLTransientConnectionException(message, "08S01", code, failure);
      case TIMED_OUT -> new SQLTimeoutException(message, "HYT00", code, failure);
      case MALFORMED, PROXY ->
          new SQLNonTransientConnectionException(message, "08S01", code, failure);
    };
  }

  private static SQLException of(SqlException sql) {
    String message = sql.getMessage();
    return switch (sql.kind()) {
      case SYNTAX -> new SQLSyntaxErrorException(message, "42000", sql);
      case NO_SUCH_TABLE -> new SQLSyntaxErrorException(message, "42S02", sql);
      case NO_SUCH_COLUMN -> new SQLSyntaxErrorException(message, "42S22", sql);
      case READ_ONLY -> new SQLException(message, "25006", sql);
      case TOO_COMPLEX -> new SQLSyntaxErrorException(message, "54001", sql);
      case UNSUPPORTED -> new SQLFeatureNotSupportedException(message, "0A000", sql);
    };
  }

  /** Something that may fail. */
  interface Work<T> {
    T run() throws SQLException;
  }
}
