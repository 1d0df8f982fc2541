package io.github.twiliojdbc.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The driver's name and version. */
public final class DriverInfo {
  /** Name of the driver. */
  public static final String NAME = "twilio-jdbc";

  /** Version of the driver, such as 1.2.3. */
  public static final String VERSION = readVersion();

  /** Name of the driver's logger in java.util.logging. */
  public static final String LOGGER = "io.github.twiliojdbc";

  private DriverInfo() {}

  /** Returns the first number of the version. */
  public static int majorVersion() {
    return Integer.parseInt(VERSION.split("\\.", -1)[0]);
  }

  /** Returns the second number of the version. */
  public static int minorVersion() {
    return Integer.parseInt(VERSION.split("\\.", -1)[1]);
  }

  private static String readVersion() {
    Properties properties = new Properties();
    try (InputStream in = DriverInfo.class.getResourceAsStream("version.properties")) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty("version");
  }
}
