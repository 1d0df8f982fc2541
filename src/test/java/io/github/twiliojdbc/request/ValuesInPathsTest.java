package io.github.twiliojdbc.request;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Values of SQL lead to no other path than the table's, whatever is written in them. */
@Execution(ExecutionMode.CONCURRENT)
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

  static Stream<TableDefinition> tables() {
    return Catalog.bundled().tables().stream();
  }

  @ParameterizedTest
  @MethodSource("tables")
  void nothingElseIsAskedFor(TableDefinition table) throws SQLException {
    Recorder recorder = new Recorder();
    List<String> parameters =
        Stream.concat(
                table.list().parameters().stream(),
                table.get().stream().flatMap(path -> path.parameters().stream()))
            .distinct()
            .filter(name -> table.column(name).type() == ColumnType.VARCHAR)
            .toList();
    List<String> paths =
        Stream.concat(Stream.of(table.list()), table.get().stream())
            .map(path -> path.expand(name -> "([^/?&]+)").replace("?", "\\?") + "([?&].*)?")
            .toList();
    String sql =
        "SELECT 1 FROM %s%s"
            .formatted(
                table.id(),
                parameters.isEmpty()
                    ? ""
                    : parameters.stream()
                        .map(name -> '"' + name + "\" = ?")
                        .collect(Collectors.joining(" AND ", " WHERE ", "")));
    try (Connection connection = TestConnections.to(recorder, "accounts=own", PushDown.ALL);
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (String value : VALUES) {
        for (int i = 1; i <= parameters.size(); i++) {
          statement.setString(i, value);
        }
        assertNoRow(statement);
      }
    }
    for (String target : recorder.targets) {
      // As the HTTP library sends it, which takes dots for directories.
      HttpUrl url = HttpUrl.get("https://x.example" + target);
      String sent = url.encodedPath() + (url.query() == null ? "" : "?" + url.encodedQuery());
      assertThat(paths).anyMatch(sent::matches);
    }
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
    private final List<String> targets = Collections.synchronizedList(new ArrayList<>());

    @Override
    public Response get(Target target) {
      targets.add(target.pathAndQuery());
      return new Response(404, Map.of(), "{\"code\":20404}".getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
      // There is nothing to close.
    }
  }
}
