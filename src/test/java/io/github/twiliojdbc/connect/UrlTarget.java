package io.github.twiliojdbc.connect;

import java.sql.SQLException;
import java.util.Properties;

/** Whatever is given for a URL, it is one of the driver or an error. */
public final class UrlTarget {
  private UrlTarget() {}

  /** Reads a URL. */
  public static void read(String text) {
    try {
      new SettingsReader(
              ConnectionUrl.parse(ConnectionUrl.PREFIX + text, new Properties()), name -> null)
          .read();
    } catch (SQLException e) {
      // It is none.
    }
  }
}
