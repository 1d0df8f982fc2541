package io.github.twiliojdbc.postgresql;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL that holds the rows of the sandbox's tables, and whose clock stands still. */
final class Postgresql implements AutoCloseable {
  private static final Pattern NOW =
      Pattern.compile(
          "\\b(?:(now|clock_timestamp|transaction_timestamp|statement_timestamp)\\s*\\(\\s*\\)"
              + "|(current_date|current_timestamp|localtimestamp|current_time|localtime)\\b)",
          Pattern.CASE_INSENSITIVE);

  private static final Map<Integer, String> TYPES =
      Map.of(
          Types.VARCHAR, "text",
          Types.INTEGER, "integer",
          Types.BIGINT, "bigint",
          Types.DECIMAL, "numeric",
          Types.DOUBLE, "double precision",
          Types.BOOLEAN, "boolean",
          Types.TIMESTAMP, "timestamp",
          Types.DATE, "date");

  private final EmbeddedPostgres server;
  private final Connection connection;
  private final String now;

  /**
   * Starts a server with the tables of a connection's schema.
   *
   * @param tables the tables, of which all others may be left out
   * @param now time of its clock, as SQL writes it, in the time zone of the connection
   */
  Postgresql(Connection twilio, Collection<String> tables, String now)
      throws IOException, SQLException {
    this.now = now;
    server = EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
    connection = server.getPostgresDatabase().getConnection();
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET TIME ZONE 'UTC'");
      statement.execute("CREATE SCHEMA twilio");
      statement.execute("SET search_path = twilio, pg_catalog");
    }
    for (String table : tables) {
      if (table.contains(".")) {
        try (Statement statement = connection.createStatement()) {
          statement.execute(
              "CREATE SCHEMA IF NOT EXISTS " + table.substring(0, table.indexOf('.')));
        }
      }
      load(twilio, table);
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute("ANALYZE");
    }
  }

  /** Returns what a statement brings, with labels of the statement as it is written. */
  Answer answer(String sql, List<String> parameters) throws SQLException {
    String atNow = atNow(sql);
    try (PreparedStatement statement = connection.prepareStatement(atNow)) {
      Parameters.set(statement, parameters, ZoneOffset.UTC);
      Answer answer = Answer.of(statement);
      return atNow.equals(sql) ? answer : answer.withLabels(labels(sql));
    }
  }

  /** Returns the objects of the array that a query yields, and the array as a text. */
  List<@Nullable Object> elements(String sql) throws SQLException {
    return elements(connection, sql);
  }

  static List<@Nullable Object> elements(Connection connection, String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet row = statement.executeQuery()) {
      row.next();
      List<@Nullable Object> elements =
          new ArrayList<>(Arrays.asList((Object[]) ((Array) row.getObject(1)).getArray()));
      elements.add(row.getString(1));
      return elements;
    }
  }

  /** Returns the rows of a query in a result that scrolls, and whose statement it closes. */
  ResultSet scrolling(String sql) throws SQLException {
    return scrolling(connection, sql);
  }

  static ResultSet scrolling(Connection connection, String sql) throws SQLException {
    Statement statement =
        connection.createStatement(ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_READ_ONLY);
    statement.closeOnCompletion();
    return statement.executeQuery(sql);
  }

  private List<String> labels(String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      return Answer.labels(statement.getMetaData());
    }
  }

  /** Returns a statement in which the time is this server's. */
  private String atNow(String sql) {
    return NOW.matcher(sql)
        .replaceAll(
            match -> {
              String word =
                  match.group(2) == null ? "now" : match.group(2).toLowerCase(Locale.ROOT);
              return Matcher.quoteReplacement(
                  switch (word) {
                    case "current_date" -> "DATE '" + now.substring(0, 10) + "'";
                    case "localtimestamp" -> "TIMESTAMP '" + now + "'";
                    case "current_time", "localtime" -> "TIME '" + now.substring(11) + "'";
                    default -> "TIMESTAMPTZ '" + now + "+00'";
                  });
            });
  }

  /** Returns all tables of a connection's schema. */
  static List<String> tables(Connection twilio) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (ResultSet found =
        twilio.getMetaData().getTables(null, "twilio", "%", new String[] {"TABLE"})) {
      while (found.next()) {
        tables.add(found.getString("TABLE_NAME"));
      }
    }
    return tables;
  }

  private void load(Connection twilio, String table) throws SQLException {
    try (Statement statement = twilio.createStatement();
        ResultSet rows = statement.executeQuery("SELECT * FROM " + table)) {
      ResultSetMetaData columns = rows.getMetaData();
      List<String> definitions = new ArrayList<>();
      List<String> marks = new ArrayList<>();
      for (int i = 1; i <= columns.getColumnCount(); i++) {
        definitions.add(
            "\"" + columns.getColumnName(i) + "\" " + TYPES.get(columns.getColumnType(i)));
        marks.add("?");
      }
      try (Statement create = connection.createStatement()) {
        create.execute("CREATE TABLE " + table + " (" + String.join(", ", definitions) + ")");
      }
      connection.setAutoCommit(false);
      try (PreparedStatement insert =
          connection.prepareStatement(
              "INSERT INTO " + table + " VALUES (" + String.join(", ", marks) + ")")) {
        while (rows.next()) {
          for (int i = 1; i <= columns.getColumnCount(); i++) {
            insert.setObject(
                i,
                columns.getColumnType(i) == Types.TIMESTAMP
                    ? rows.getObject(i, LocalDateTime.class)
                    : rows.getObject(i));
          }
          insert.addBatch();
        }
        insert.executeBatch();
      }
      connection.commit();
      connection.setAutoCommit(true);
    }
  }

  @Override
  public void close() throws SQLException, IOException {
    connection.close();
    server.close();
  }
}
