package io.github.twiliojdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.twiliojdbc.catalog.Catalog;
import io.github.twiliojdbc.catalog.ColumnDefinition;
import io.github.twiliojdbc.catalog.FilterDefinition;
import io.github.twiliojdbc.catalog.PathTemplate;
import io.github.twiliojdbc.catalog.TableDefinition;
import io.github.twiliojdbc.catalog.TableName;
import io.github.twiliojdbc.connect.TestConnections;
import io.github.twiliojdbc.planner.PushDown;
import io.github.twiliojdbc.transport.Response;
import io.github.twiliojdbc.transport.Target;
import io.github.twiliojdbc.transport.TwilioClient;
import io.github.twiliojdbc.transport.sandbox.Sandbox;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each table that is declared by the generator, read from the sandbox with SQL. */
@Execution(ExecutionMode.CONCURRENT)
class EveryTableTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Recorder RECORDER = new Recorder();

  /** The rows of each table that was read. */
  private static final Map<TableName, List<List<@Nullable Object>>> ALL = new ConcurrentHashMap<>();

  private static Connection connection;

  @BeforeAll
  static void open() throws SQLException {
    connection = TestConnections.to(RECORDER, "accounts=own", PushDown.ALL);
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
  void rowsHaveTheirParentsAndAKeyOfTheirOwn(TableDefinition table) {
    List<List<@Nullable Object>> rows = all(table);
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

  static Stream<Arguments> filters() {
    return tables()
        .flatMap(
            table ->
                table.columns().stream()
                    .filter(column -> column.filter().isPresent())
                    .map(column -> Arguments.of(table, column)));
  }

  /** A filter is sent by its name, and what comes are the rows that it names. */
  @Execution(ExecutionMode.SAME_THREAD)
  @ParameterizedTest
  @MethodSource("filters")
  void aFilterNarrows(TableDefinition table, ColumnDefinition column) {
    List<List<@Nullable Object>> all = all(table);
    int place = table.columnIndex(column.name());
    Object value =
        all.stream().map(row -> row.get(place)).filter(Objects::nonNull).findFirst().orElseThrow();
    boolean isRange = column.filter().orElseThrow() instanceof FilterDefinition.Range;
    List<List<@Nullable Object>> some =
        rows(table, "\"%s\" %s ?".formatted(column.name(), isRange ? ">=" : "="), value);
    assertThat(some)
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(
            all.stream()
                .filter(
                    row ->
                        isRange
                            ? row.get(place) != null
                                && row.get(place).toString().compareTo(value.toString()) >= 0
                            : value.equals(row.get(place)))
                .toList());
    boolean isFetched = table.get().isPresent() && table.key().equals(List.of(column.name()));
    if (column.filter().get() instanceof FilterDefinition.Equals equals && !isFetched) {
      String sent =
          equals.parameter() + "=" + value.toString().replace(" ", "%20").replace("+", "%2B");
      String path = table.list().text().replaceFirst("\\?.*", "");
      Pattern list = Pattern.compile(new PathTemplate(path).expand(name -> "[^/?]+") + "\\?.*");
      List<Response> filtered =
          RECORDER.answers.entrySet().stream()
              .filter(answer -> answer.getKey().subdomain().equals(table.product().subdomain()))
              .filter(answer -> (answer.getKey().pathAndQuery() + "&").contains(sent + "&"))
              .filter(answer -> list.matcher(answer.getKey().pathAndQuery()).matches())
              .map(Map.Entry::getValue)
              .toList();
      assertThat(filtered).as(sent).isNotEmpty();
      assertThat(filtered.stream().mapToInt(answer -> count(table, answer)).sum())
          .as("%s %s", table.id(), sent)
          .isEqualTo(some.size());
    }
  }

  private static int count(TableDefinition table, Response response) {
    try {
      return MAPPER.readTree(response.body()).path(table.rows()).size();
    } catch (IOException e) {
      throw new AssertionError(e);
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

  private static List<List<@Nullable Object>> all(TableDefinition table) {
    return ALL.computeIfAbsent(table.id(), id -> rows(table, "TRUE", null));
  }

  private static List<List<@Nullable Object>> rows(
      TableDefinition table, String condition, @Nullable Object parameter) {
    String sql =
        "SELECT * FROM "
            + table.id()
            + " WHERE "
            + Catalog.bundled().required(table).stream()
                .map(column -> '"' + column + "\" = 'X1' AND ")
                .collect(Collectors.joining())
            + condition;
    List<List<@Nullable Object>> rows = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      if (parameter != null) {
        statement.setObject(1, parameter);
      }
      try (ResultSet results = statement.executeQuery()) {
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
    } catch (SQLException e) {
      throw new AssertionError(sql, e);
    }
  }

  /** The sandbox, which remembers what was asked for and answered. */
  private static final class Recorder implements TwilioClient {
    private final Sandbox sandbox =
        new Sandbox(Catalog.bundled(), TestConnections.ACCOUNT, 1, TestConnections.CLOCK);
    private final Map<Target, Response> answers = new ConcurrentHashMap<>();

    @Override
    public Response get(Target target) {
      Response response = sandbox.get(target);
      answers.put(target, response);
      return response;
    }

    @Override
    public void close() {
      sandbox.close();
    }
  }
}
