package io.github.twiliojdbc.jdbc;

import io.github.twiliojdbc.Activity;
import io.github.twiliojdbc.scan.Session;
import io.github.twiliojdbc.transport.HttpTwilioClient;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** What a connection is told of its client, and tells of itself. */
final class ClientInfo {
  /** What requests tell. */
  static final String APPLICATION_NAME = "ApplicationName";

  private final Session session;
  private final Warnings warnings;
  private volatile String applicationName = "";

  ClientInfo(Session session, Warnings warnings) {
    this.session = session;
    this.warnings = warnings;
  }

  /** Returns what the connection was told, and how many requests it has sent and spared. */
  Properties properties() {
    Activity activity = session.activity();
    Properties info = new Properties();
    info.setProperty(APPLICATION_NAME, applicationName);
    info.setProperty("requests", String.valueOf(activity.requests()));
    info.setProperty("cacheHits", String.valueOf(activity.cacheHits()));
    return info;
  }

  /** Keeps the name of the application, and warns of what else it is told. */
  void set(String name, @Nullable String value) {
    String text = value == null ? "" : value;
    if (!name.equalsIgnoreCase(APPLICATION_NAME)) {
      warnings.add("The driver keeps no client info '" + name + "', so that it was not set.");
    } else if (!HttpTwilioClient.canBeTold(text)) {
      warnings.add("ApplicationName is not in plain ASCII, so that it was not set.");
    } else {
      applicationName = text;
      session.setApplicationName(text);
    }
  }
}
