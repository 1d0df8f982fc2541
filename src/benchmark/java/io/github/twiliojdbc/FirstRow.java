package io.github.twiliojdbc;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Reads the first row of a query. */
public final class FirstRow {
  private FirstRow() {}

  /**
   * Reads the row.
   *
   * @param arguments URL and query
   */
  public static void main(String... arguments) throws SQLException {
    try (Connection connection = DriverManager.getConnection(arguments[0]);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(arguments[1])) {
      if (!rows.next()) {
        throw new IllegalStateException("no row");
      }
    }
  }
}
