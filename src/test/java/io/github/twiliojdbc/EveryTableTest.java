package io.github.twiliojdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twiliojdbc.catalog.Catalog;
import io.github.twiliojdbc.catalog.TableDefinition;
import io.github.twiliojdbc.connect.TestConnections;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each table that is declared by the generator, read from the sandbox with SQL. */
class EveryTableTest {
  private static Connection connection;

  @BeforeAll
  static void open() throws SQLException {
    connection = TestConnections.sandbox("accounts=own;", UnaryOperator.identity());
  }

  @AfterAll
  static void close() throws SQLException {
    connection.close();
  }

  static Stream<TableDefinition> tables() {
    return Catalog.bundled().tables().stream()
        .filter(table -> !table.id().schema().equals(Catalog.DEFAULT_SCHEMA));
  }

  @ParameterizedTest
  @MethodSource("tables")
  void rowsHaveTheirParentsAndAKeyOfTheirOwn(TableDefinition table) throws SQLException {
    List<List<@Nullable Object>> rows = rows(table);
    assertThat(rows).isNotEmpty();
    for (String parameter : table.list().parameters()) {
      assertThat(values(table, rows, List.of(parameter)))
          .as(parameter)
          .allSatisfy(values -> assertThat(values).doesNotContainNull());
    }
    if (!table.key().isEmpty()) {
      List<List<@Nullable Object>> keys = values(table, rows, table.key());
      assertThat(keys).allSatisfy(key -> assertThat(key).doesNotContainNull());
      assertThat(keys).doesNotHaveDuplicates();
    }
  }

  private static List<List<@Nullable Object>> values(
      TableDefinition table, List<List<@Nullable Object>> rows, List<String> columns) {
    return rows.stream()
        .map(
            row ->
                columns.stream()
                    .<@Nullable Object>map(column -> row.get(table.columnIndex(column)))
                    .collect(Collectors.toList()))
        .toList();
  }

  private static List<List<@Nullable Object>> rows(TableDefinition table) throws SQLException {
    String conditions =
        Catalog.bundled().required(table).stream()
            .map(column -> '"' + column + "\" = 'X1'")
            .collect(Collectors.joining(" AND "));
    String sql =
        "SELECT * FROM " + table.id() + (conditions.isEmpty() ? "" : " WHERE " + conditions);
    List<List<@Nullable Object>> rows = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet results = statement.executeQuery()) {
      while (results.next()) {
        List<@Nullable Object> row = new ArrayList<>();
        for (int i = 1; i <= table.columns().size(); i++) {
          row.add(results.getObject(i));
        }
        rows.add(row);
      }
      assertThat((Throwable) results.getWarnings()).isNull();
    }
    return rows;
  }
}
