package io.github.twiliojdbc.connect;

import io.github.twiliojdbc.jdbc.SqlErrors;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Splits {@code jdbc:twilio:key=value;…} into properties. */
final class ConnectionUrl {
  static final String PREFIX = "jdbc:twilio:";

  private static final Pattern NEEDS_QUOTES = Pattern.compile("^[\\s'\"]|;|\\s$");

  private final String text;
  private final Map<ConnectionProperty, String> values = new EnumMap<>(ConnectionProperty.class);
  private int position = PREFIX.length();

  private ConnectionUrl(String text) {
    this.text = text;
  }

  static boolean accepts(String url) {
    return url.regionMatches(true, 0, PREFIX, 0, PREFIX.length());
  }

  /**
   * Returns the properties of a URL and of what came with it; the URL wins.
   *
   * @throws SQLException if the URL cannot be read, or a property is unknown or given twice
   */
  static Map<ConnectionProperty, String> parse(String url, Properties properties)
      throws SQLException {
    Map<ConnectionProperty, String> values = new EnumMap<>(ConnectionProperty.class);
    for (String key : properties.stringPropertyNames()) {
      values.put(
          property(key, "one of the properties has an unknown name"), properties.getProperty(key));
    }
    values.putAll(new ConnectionUrl(url).parse());
    return values;
  }

  /** Returns the URL that says what properties are set to. */
  static String of(Map<ConnectionProperty, String> values) {
    return values.entrySet().stream()
        .map(e -> e.getKey().key() + "=" + quoted(e.getValue()))
        .collect(Collectors.joining(";", PREFIX, ""));
  }

  private static String quoted(String value) {
    return NEEDS_QUOTES.matcher(value).find() ? "'" + value.replace("'", "''") + "'" : value;
  }

  private Map<ConnectionProperty, String> parse() throws SQLException {
    while (position < text.length()) {
      if (text.charAt(position) == ';' || Character.isWhitespace(text.charAt(position))) {
        position++;
      } else {
        parseEntry();
      }
    }
    return values;
  }

  private void parseEntry() throws SQLException {
    int equals = text.indexOf('=', position);
    int semicolon = text.indexOf(';', position);
    if (equals < 0 || (semicolon >= 0 && semicolon < equals)) {
      String part = text.substring(position, semicolon < 0 ? text.length() : semicolon).strip();
      // It may be a secret, or the end of one, unless it is a property's name.
      throw error(
          ConnectionProperty.named(part).isPresent()
              ? "property " + part + " has no value"
              : "what begins at character %d is not key=value".formatted(position + 1));
    }
    String key = text.substring(position, equals).strip();
    ConnectionProperty property =
        property(key, "what begins at character %d is no property".formatted(position + 1));
    position = equals + 1;
    if (values.put(property, parseValue(property)) != null) {
      throw error("property " + property.key() + " is given twice");
    }
  }

  private String parseValue(ConnectionProperty property) throws SQLException {
    while (position < text.length() && text.charAt(position) == ' ') {
      position++;
    }
    char quote = position < text.length() ? text.charAt(position) : ';';
    if (quote != '\'' && quote != '"') {
      int end = text.indexOf(';', position);
      String value = text.substring(position, end < 0 ? text.length() : end).strip();
      position = end < 0 ? text.length() : end;
      return value;
    }
    StringBuilder value = new StringBuilder();
    for (position++; position < text.length(); position++) {
      char c = text.charAt(position);
      if (c != quote) {
        value.append(c);
      } else if (position + 1 < text.length() && text.charAt(position + 1) == quote) {
        value.append(quote);
        position++;
      } else {
        position++;
        return value.toString();
      }
    }
    throw error("the value of " + property.key() + " has no closing " + quote);
  }

  /**
   * Returns the property of a name.
   *
   * @param problem what to say if the name is not even near one, since it may be part of a secret
   */
  private static ConnectionProperty property(String key, String problem) throws SQLException {
    Optional<ConnectionProperty> property = ConnectionProperty.named(key);
    if (property.isEmpty()) {
      throw error(
          ConnectionProperty.nearest(key)
              .map(near -> "there is no property '%s'; did you mean %s?".formatted(key, near.key()))
              .orElse(problem));
    }
    return property.get();
  }

  private static SQLException error(String problem) {
    return SqlErrors.connectionRefused(
        "The connection URL or its properties are wrong: "
            + problem
            + (problem.endsWith("?") ? "" : ".")
            + " The form is jdbc:twilio:key=value;key=value.");
  }
}
