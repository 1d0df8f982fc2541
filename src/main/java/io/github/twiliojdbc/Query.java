package io.github.twiliojdbc;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Runs one query from the command line and prints its rows as a table.
 *
 * <p>The account comes from TWILIO_ACCOUNT_SID and its companions in the environment; without them
 * the sandbox answers.
 */
public final class Query {
  private static final String SAMPLE =
      """
      SELECT CAST(date_sent AS DATE) AS "day", count(*) AS messages, sum(price) AS price
      FROM messages
      WHERE date_sent >= CURRENT_TIMESTAMP - INTERVAL '7' DAY
      GROUP BY CAST(date_sent AS DATE)
      ORDER BY 1 DESC""";

  private static final int WIDEST = 60;

  private final PrintStream out;

  private Query(PrintStream out) {
    this.out = out;
  }

  /**
   * Runs the query that the arguments are, or a sample without any.
   *
   * @throws SQLException if the query fails
   */
  public static void main(String... arguments) throws SQLException {
    // Maven passes an empty argument as null.
    String given =
        Stream.of(arguments).filter(Objects::nonNull).collect(Collectors.joining(" ")).strip();
    String sql = given.isEmpty() ? SAMPLE : given;
    TwilioDataSource account = new TwilioDataSource();
    account.setSandbox(System.getenv("TWILIO_ACCOUNT_SID") == null);
    try (Connection connection = account.getConnection();
        Statement statement = connection.createStatement()) {
      new Query(System.out).print(sql, statement);
    } catch (SQLException e) {
      // A mistake in the query is no reason for a stack trace.
      System.err.println("Error " + e.getSQLState() + ": " + e.getMessage());
      System.exit(1);
    }
  }

  private void print(String sql, Statement statement) throws SQLException {
    out.println(sql + System.lineSeparator());
    try (ResultSet rows = statement.executeQuery(sql)) {
      print(rows);
      for (SQLWarning warning = rows.getWarnings();
          warning != null;
          warning = warning.getNextWarning()) {
        out.println("Warning: " + warning.getMessage());
      }
    }
  }

  private void print(ResultSet rows) throws SQLException {
    ResultSetMetaData columns = rows.getMetaData();
    List<List<String>> lines = new ArrayList<>();
    List<String> header = new ArrayList<>();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      header.add(columns.getColumnLabel(i));
    }
    lines.add(header);
    boolean isText = columns.getColumnCount() == 1;
    while (rows.next()) {
      List<String> line = new ArrayList<>();
      for (int i = 1; i <= columns.getColumnCount(); i++) {
        line.add(shown(rows.getString(i), isText));
      }
      lines.add(line);
    }
    print(lines);
    out.println("(" + (lines.size() - 1) + (lines.size() == 2 ? " row)" : " rows)"));
  }

  private void print(List<List<String>> lines) {
    int[] widths = new int[lines.get(0).size()];
    for (List<String> line : lines) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], line.get(i).length());
      }
    }
    for (int row = 0; row < lines.size(); row++) {
      StringBuilder text = new StringBuilder();
      StringBuilder rule = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        String gap = i == 0 ? "" : " | ";
        text.append(gap)
            .append(lines.get(row).get(i))
            .append(" ".repeat(widths[i] - lines.get(row).get(i).length()));
        rule.append(i == 0 ? "" : "-+-").append("-".repeat(widths[i]));
      }
      out.println(text.toString().stripTrailing());
      if (row == 0) {
        out.println(rule);
      }
    }
  }

  /** Returns a value as a cell; a result of one column is not cut, since it may be a plan. */
  private static String shown(@Nullable String value, boolean whole) {
    if (value == null) {
      return "null";
    }
    String line = value.replace('\n', ' ');
    return whole || line.length() <= WIDEST ? line : line.substring(0, WIDEST - 1) + "…";
  }
}
