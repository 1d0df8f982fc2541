package io.github.twiliojdbc.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.Maps;
import io.github.twiliojdbc.catalog.Catalog;
import io.github.twiliojdbc.catalog.ColumnType;
import io.github.twiliojdbc.catalog.TableDefinition;
import io.github.twiliojdbc.connect.TestConnections;
import io.github.twiliojdbc.planner.PushDown;
import io.github.twiliojdbc.transport.Response;
import io.github.twiliojdbc.transport.Target;
import io.github.twiliojdbc.transport.TwilioClient;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values of SQL lead to no other path than the table's, whatever is written in them. */
class ValuesInPathsTest {
  private static final List<String> VALUES =
      List.of(
          "../../Accounts",
          "..",
          ".",
          "",
          "a/b",
          "a\\b",
          "%2e%2e",
          "%2e%2e%2fAccounts",
          "x?PageSize=1",
          "x&To=1",
          "x#y",
          "x;y",
          "x y\n\tz",
          "\u0000",
          "é😀",
          "@evil.example");

  private static final RequestPlanner PLANNER =
      new RequestPlanner(
          Catalog.bundled(),
          OptionalInt.empty(),
          Statistics.TYPICAL,
          Instant.parse("2026-06-30T12:00:00Z"),
          Duration.ofDays(7));

  static Stream<TableDefinition> tables() {
    return Catalog.bundled().tables().stream();
  }

  @ParameterizedTest
  @MethodSource("tables")
  void everyTargetIsOnItsTablesPath(TableDefinition table) {
    for (String value : VALUES) {
      Conjunction rows =
          new Conjunction(Maps.toMap(parameters(table), name -> Values.oneOf(List.of(value))));
      assertOnPaths(PLANNER.plan(table, new Predicate.Is(rows), OptionalLong.empty()));
    }
  }

  private static void assertOnPaths(RequestPlan plan) {
    for (Read read : plan.reads()) {
      if (read.source() instanceof PathSource.EachParent each) {
        assertOnPaths(each.parent());
      } else {
        assertThat(read.source()).isInstanceOf(PathSource.Known.class);
        ((PathSource.Known) read.source())
            .bindings()
            .forEach(binding -> assertOnPath(plan.table(), plan.target(read, binding)));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"conference_participants", "step", "usage_records"})
  void nothingElseIsAskedFor(String name) throws SQLException {
    TableDefinition table = Catalog.bundled().table(name);
    Recorder recorder = new Recorder();
    String sql =
        parameters(table).stream()
            .map(column -> column + " = ?")
            .collect(Collectors.joining(" AND ", "SELECT 1 FROM " + name + " WHERE ", ""));
    try (Connection connection = TestConnections.to(recorder, "accounts=all", PushDown.ALL);
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (String value : VALUES) {
        for (int i = 1; i <= parameters(table).size(); i++) {
          statement.setString(i, value);
        }
        assertNoRow(statement);
      }
    }
    assertThat(recorder.targets).isNotEmpty().allSatisfy(target -> assertOnPath(table, target));
  }

  /** Returns the columns of which a path takes texts. */
  private static List<String> parameters(TableDefinition table) {
    return Stream.concat(
            table.list().parameters().stream(),
            table.get().stream().flatMap(path -> path.parameters().stream()))
        .distinct()
        .filter(name -> table.column(name).type() == ColumnType.VARCHAR)
        .toList();
  }

  /** Tells where the HTTP library sends it, which takes dots for directories. */
  private static void assertOnPath(TableDefinition table, Target target) {
    HttpUrl url = HttpUrl.get("https://x.example" + target.pathAndQuery());
    String sent = url.encodedPath() + (url.query() == null ? "" : "?" + url.encodedQuery());
    assertThat(Stream.concat(Stream.of(table.list()), table.get().stream()))
        .anyMatch(
            path -> {
              String expected = path.expand(name -> "([^/?&]+)").replace("?", "\\?");
              return sent.matches(expected + "([?&].*)?");
            });
  }

  private static void assertNoRow(PreparedStatement statement) {
    try (ResultSet rows = statement.executeQuery()) {
      assertThat(rows.next()).isFalse();
    } catch (SQLException e) {
      // A path with one value in the place of several is none, which is an error at times.
      assertThat(e.getMessage()).startsWith("GET https://");
    }
  }

  /** Has nothing anywhere. */
  private static final class Recorder implements TwilioClient {
    private final List<Target> targets = Collections.synchronizedList(new ArrayList<>());

    @Override
    public Response get(Target target) {
      targets.add(target);
      return new Response(404, Map.of(), "{\"code\":20404}".getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
      // There is nothing to close.
    }
  }
}
