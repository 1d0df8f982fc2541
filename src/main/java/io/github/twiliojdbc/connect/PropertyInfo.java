package io.github.twiliojdbc.connect;

import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

/** Describes the connection properties to tools. */
public final class PropertyInfo {
  private PropertyInfo() {}

  /**
   * Returns every property with the value that a URL and properties give it, secrets masked.
   *
   * @throws SQLException if the URL cannot be read, or a property is unknown
   */
  public static DriverPropertyInfo[] of(String url, Properties properties) throws SQLException {
    Map<ConnectionProperty, String> values = ConnectionUrl.parse(url, properties);
    return Stream.of(ConnectionProperty.values())
        .map(
            property -> {
              String value = values.getOrDefault(property, property.defaultText());
              DriverPropertyInfo info =
                  new DriverPropertyInfo(property.key(), property.masked(value));
              info.description = property.about();
              info.required = false;
              if (!property.choices().isEmpty()) {
                info.choices = property.choices().toArray(new String[0]);
              }
              return info;
            })
        .toArray(DriverPropertyInfo[]::new);
  }
}
