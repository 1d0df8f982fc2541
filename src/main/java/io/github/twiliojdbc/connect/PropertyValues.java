package io.github.twiliojdbc.connect;

import io.github.twiliojdbc.jdbc.SqlErrors;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What each property was set to, read as what it must be.
 *
 * @param given values of the properties that were set
 * @param environment answers the value of an environment variable, or null
 */
record PropertyValues(
    Map<ConnectionProperty, String> given, Function<String, @Nullable String> environment) {

  /** Returns the value of a property that was set to one. */
  Optional<String> of(ConnectionProperty property) {
    return Optional.ofNullable(given.get(property)).filter(value -> !value.isEmpty());
  }

  /** Returns the value of a property, or of the environment variable that stands in for it. */
  Optional<String> orEnvironment(ConnectionProperty property) {
    return of(property)
        .or(() -> property.environmentVariable().map(environment))
        .filter(value -> !value.isEmpty());
  }

  /** Returns the value of a property, which may be its default. */
  String text(ConnectionProperty property) {
    return of(property).orElse(property.defaultText());
  }

  boolean flag(ConnectionProperty property) throws SQLException {
    String text = text(property);
    if (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")) {
      return Boolean.parseBoolean(text);
    }
    throw wrong(property, "true or false");
  }

  OptionalInt optionalNumber(ConnectionProperty property) throws SQLException {
    return text(property).isEmpty() ? OptionalInt.empty() : OptionalInt.of(number(property, 1));
  }

  int number(ConnectionProperty property, int least) throws SQLException {
    String text = text(property);
    try {
      int number = Integer.parseInt(text);
      if (number >= least) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Said below, together with numbers that are too small.
    }
    throw wrong(property, "a whole number of at least " + least);
  }

  /** Returns the file that a property names. */
  Optional<Path> file(ConnectionProperty property) throws SQLException {
    try {
      return Optional.of(text(property)).filter(text -> !text.isEmpty()).map(PropertyValues::path);
    } catch (InvalidPathException e) {
      throw wrong(property, "a file");
    }
  }

  /** Returns the file of a name, in which ~ is the user's home. */
  static Path path(String name) {
    return name.startsWith("~/")
        ? Path.of(System.getProperty("user.home"), name.substring(2))
        : Path.of(name);
  }

  /** Returns an error without the value, which may be a secret that stands in a wrong place. */
  static SQLException wrong(ConnectionProperty property, String expected) {
    return problem(property, "its value is not " + expected);
  }

  /** Returns the error of a property with which something is wrong. */
  static SQLException problem(ConnectionProperty property, String problem) {
    return SqlErrors.connectionRefused(
        "Property %s is wrong: %s.".formatted(property.key(), problem));
  }
}
