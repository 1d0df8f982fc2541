package io.github.twiliojdbc.shell;

import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs statements of a connection and writes what they bring. */
final class Runner {
  private final Connection connection;
  private final Format format;
  private final Writer out;
  private final PrintStream err;
  private final boolean showsProgress;
  private final boolean isApart;
  private volatile @Nullable Statement running;

  /**
   * Creates a runner.
   *
   * @param err where warnings and progress are written
   * @param showsProgress whether somebody looks at {@code err}
   * @param isApart whether rows go elsewhere, so that progress can be told while they do
   */
  Runner(
      Connection connection,
      Format format,
      Writer out,
      PrintStream err,
      boolean showsProgress,
      boolean isApart) {
    this.connection = connection;
    this.format = format;
    this.out = out;
    this.err = err;
    this.showsProgress = showsProgress;
    this.isApart = isApart;
  }

  /** Cancels the statement that is running, if one is. */
  void cancel() {
    Statement statement = running;
    if (statement != null) {
      try {
        statement.cancel();
      } catch (SQLException e) {
        // It has ended meanwhile.
      }
    }
  }

  /** Runs one statement. */
  void run(String sql) throws SQLException, IOException {
    try (Statement statement = connection.createStatement();
        Progress progress = Progress.of(connection, sql, err, showsProgress)) {
      running = statement;
      try (ResultSet rows = statement.executeQuery(sql)) {
        write(rows, progress);
        Shell.warn(err, rows.getWarnings());
      }
    } finally {
      running = null;
    }
  }

  private void write(ResultSet rows, Progress progress) throws SQLException, IOException {
    ResultSetMetaData columns = rows.getMetaData();
    List<String> labels = new ArrayList<>();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      labels.add(columns.getColumnLabel(i));
    }
    RowWriter writer = format.to(out);
    writer.begin(labels);
    while (rows.next()) {
      if (!isApart) {
        progress.hide();
      }
      List<@Nullable Object> row = new ArrayList<>();
      for (int i = 1; i <= labels.size(); i++) {
        row.add(value(rows, i, columns.getColumnType(i)));
      }
      writer.row(row);
    }
    progress.hide();
    writer.end();
  }

  /** Returns a value as the formats write it: numbers and truth values by themselves. */
  private static @Nullable Object value(ResultSet rows, int column, int type) throws SQLException {
    return switch (type) {
      case Types.BOOLEAN,
          Types.SMALLINT,
          Types.INTEGER,
          Types.BIGINT,
          Types.DECIMAL,
          Types.NUMERIC ->
          rows.getObject(column);
      default -> rows.getString(column);
    };
  }
}
