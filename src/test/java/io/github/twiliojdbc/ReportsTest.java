package io.github.twiliojdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twiliojdbc.catalog.Report;
import io.github.twiliojdbc.catalog.Reports;
import io.github.twiliojdbc.connect.TestConnections;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each report is what its file says it is. */
class ReportsTest {
  private static Connection connection;

  @BeforeAll
  static void open() throws SQLException {
    connection = TestConnections.sandbox("accounts=own", UnaryOperator.identity());
  }

  @AfterAll
  static void close() throws SQLException {
    connection.close();
  }

  static List<Report> reports() {
    return Reports.bundled().all();
  }

  @ParameterizedTest
  @MethodSource("reports")
  void columnsAreThoseOfTheQuery(Report report) throws SQLException {
    List<String> declared =
        report.columns().stream()
            .map(column -> column.name() + " " + column.type().sqlName())
            .toList();
    assertThat(columns(report.sql())).isEqualTo(declared);
    assertThat(columns("SELECT * FROM reports." + report.name())).isEqualTo(declared);
    assertThat(report.columns()).allMatch(column -> column.about().endsWith("."));
  }

  private static List<String> columns(String sql) throws SQLException {
    List<String> columns = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      ResultSetMetaData found = statement.getMetaData();
      for (int i = 1; i <= found.getColumnCount(); i++) {
        columns.add(found.getColumnLabel(i) + " " + found.getColumnTypeName(i));
      }
    }
    return columns;
  }

  @ParameterizedTest
  @MethodSource("reports")
  void aReportHasRowsWhateverSchemaIsChosen(Report report) throws SQLException {
    String count = "SELECT count(*) FROM reports." + report.name();
    List<String> rows = TestConnections.firstColumn(connection, count);
    assertThat(Integer.parseInt(rows.get(0))).isPositive();
    connection.setSchema("messaging");
    assertThat(TestConnections.firstColumn(connection, count)).isEqualTo(rows);
    connection.setSchema(null);
  }
}
