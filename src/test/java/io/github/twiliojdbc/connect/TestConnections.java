package io.github.twiliojdbc.connect;

import io.github.twiliojdbc.catalog.Catalog;
import io.github.twiliojdbc.planner.PushDown;
import io.github.twiliojdbc.transport.TwilioClient;
import io.github.twiliojdbc.transport.sandbox.Sandbox;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.function.UnaryOperator;

/** Opens connections at a fixed time, for tests. */
public final class TestConnections {
  /** Time of all tests. */
  public static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-06-30T12:00:00Z"), ZoneOffset.UTC);

  /** Account of the sandbox. */
  public static final String ACCOUNT = SettingsReader.SANDBOX_ACCOUNT;

  private TestConnections() {}

  /** Opens a connection to the sandbox whose client is wrapped, to see or change its answers. */
  public static Connection sandbox(String properties, UnaryOperator<TwilioClient> wrapper)
      throws SQLException {
    Sandbox sandbox = new Sandbox(Catalog.bundled(), ACCOUNT, 1, CLOCK);
    return to(wrapper.apply(sandbox), properties, PushDown.ALL);
  }

  /** Opens a connection to the sandbox of a time, which is the time of its queries as well. */
  public static Connection sandbox(String properties, Clock clock) throws SQLException {
    return new ConnectionOpener(Catalog.bundled(), clock, 1)
        .open("jdbc:twilio:sandbox=true;" + inUtc(properties), new Properties());
  }

  /** Opens a connection to a client. */
  public static Connection to(TwilioClient client, String properties, PushDown pushDown)
      throws SQLException {
    return to(client, properties, pushDown, CLOCK);
  }

  /** Opens a connection to a client whose queries run at the time of a clock. */
  public static Connection to(
      TwilioClient client, String properties, PushDown pushDown, Clock clock) throws SQLException {
    String url = "jdbc:twilio:sandbox=true;" + inUtc(properties);
    ConnectionSettings settings =
        new SettingsReader(ConnectionUrl.parse(url, new Properties()), name -> null).read();
    return new ConnectionOpener(Catalog.bundled(), clock, 1).open(settings, client, pushDown);
  }

  /** Opens a connection to a stand-in for Twilio on this machine. */
  public static Connection standIn(int port, String properties) throws SQLException {
    return opener()
        .open(
            "jdbc:twilio:accountSid="
                + ACCOUNT
                + ";authToken='"
                + PlantedSecrets.SECRET
                + "';endpoint=http://127.0.0.1:"
                + port
                + "/{product};"
                + inUtc(properties),
            new Properties());
  }

  /** Returns the texts in the first column of what a query brings, in its order. */
  public static List<String> firstColumn(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      return firstColumn(rows);
    }
  }

  /** Returns the texts in the first column of a result, in its order. */
  public static List<String> firstColumn(ResultSet rows) throws SQLException {
    List<String> texts = new ArrayList<>();
    while (rows.next()) {
      texts.add(rows.getString(1));
    }
    return texts;
  }

  /** A clock in UTC shows the same wherever a test runs. */
  private static String inUtc(String properties) {
    return properties.contains("timeZone=") ? properties : "timeZone=UTC;" + properties;
  }

  private static ConnectionOpener opener() {
    return new ConnectionOpener(Catalog.bundled(), CLOCK, 1);
  }
}
