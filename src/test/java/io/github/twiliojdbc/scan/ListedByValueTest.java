package io.github.twiliojdbc.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twiliojdbc.connect.TestConnections;
import io.github.twiliojdbc.planner.PushDown;
import io.github.twiliojdbc.transport.Response;
import io.github.twiliojdbc.transport.Target;
import io.github.twiliojdbc.transport.TwilioClient;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * A list of conferences holds those of one status alone: all that are there are found, each once,
 * even while they move on from one status to the next.
 */
class ListedByValueTest {
  private static final String ALL = "SELECT sid FROM conferences ORDER BY sid";

  private final Conferences conferences = new Conferences();

  @Test
  void allConferencesAreFound() throws SQLException {
    assertThat(found(ALL)).containsExactly("CF1", "CF2", "CF3", "CF4");
    assertThat(conferences.asked).containsExactly("init", "in-progress", "completed");
  }

  @Test
  void oneThatMovesOnIsFoundOnce() throws SQLException {
    conferences.movesOnAfter = "init";
    assertThat(found(ALL)).containsExactly("CF1", "CF2", "CF3", "CF4");
    conferences.movesOnAfter = "in-progress";
    assertThat(found(ALL)).containsExactly("CF1", "CF2", "CF3", "CF4");
  }

  @Test
  void oneThatMovesOnFromOneAlternativeToAnotherIsFoundOnce() throws SQLException {
    conferences.movesOnAfter = "completed";
    assertThat(
            found(
                "SELECT sid FROM conferences WHERE status = 'completed' OR sid <> 'x' ORDER BY 1"))
        .containsExactly("CF1", "CF2", "CF3", "CF4");
    conferences.movesOnAfter = "completed";
    assertThat(
            found(
                "SELECT sid FROM conferences WHERE status = 'completed' OR friendly_name IS NULL"
                    + " ORDER BY 1"))
        .containsExactly("CF1", "CF2", "CF3", "CF4");
  }

  @Test
  void oneThatHasMovedOnSinceAnotherQueryIsFound() throws SQLException {
    try (Connection connection = connect()) {
      assertThat(
              TestConnections.firstColumn(
                  connection, "SELECT sid FROM conferences WHERE status = 'completed'"))
          .containsExactly("CF1");
      conferences.moveOn();
      assertThat(TestConnections.firstColumn(connection, ALL))
          .containsExactly("CF1", "CF2", "CF3", "CF4");
    }
  }

  @Test
  void onlyWantedValuesAreAskedFor() throws SQLException {
    assertThat(found("SELECT sid FROM conferences WHERE status = 'init'")).containsExactly("CF4");
    assertThat(found("SELECT sid FROM conferences WHERE status <> 'completed' ORDER BY sid"))
        .containsExactly("CF2", "CF3", "CF4");
    assertThat(found("SELECT sid FROM conferences WHERE status NOT IN ('completed', 'init')"))
        .containsExactly("CF2", "CF3");
    assertThat(conferences.asked).containsExactly("init", "init", "in-progress", "in-progress");
  }

  @Test
  void aStatusThatIsNotKnownYetIsAskedForByName() throws SQLException {
    conferences.statuses.put("CF5", "archived");
    assertThat(found("SELECT sid FROM conferences WHERE status IN ('archived', 'completed')"))
        .containsExactly("CF1", "CF5");
  }

  private List<String> found(String sql) throws SQLException {
    try (Connection connection = connect()) {
      return TestConnections.firstColumn(connection, sql);
    }
  }

  private Connection connect() throws SQLException {
    return TestConnections.to(conferences, "accounts=own", PushDown.ALL);
  }

  /** An account whose conferences may go on whenever those of a status have been listed. */
  private static final class Conferences implements TwilioClient {
    private static final Pattern STATUS = Pattern.compile("[?&]Status=([^&]+)");

    private final Map<String, String> statuses = new LinkedHashMap<>();
    private final List<String> asked = new ArrayList<>();
    private String movesOnAfter = "";

    Conferences() {
      statuses.put("CF1", "completed");
      statuses.put("CF2", "in-progress");
      statuses.put("CF3", "in-progress");
      statuses.put("CF4", "init");
    }

    @Override
    public synchronized Response get(Target target) {
      Matcher parameter = STATUS.matcher(target.pathAndQuery());
      String status = parameter.find() ? parameter.group(1) : "in-progress";
      asked.add(status);
      String rows =
          statuses.entrySet().stream()
              .filter(each -> each.getValue().equals(status))
              .map(each -> "{\"sid\":\"%s\",\"status\":\"%s\"}".formatted(each.getKey(), status))
              .collect(Collectors.joining(","));
      if (status.equals(movesOnAfter)) {
        moveOn();
      }
      String page = "{\"conferences\":[" + rows + "],\"next_page_uri\":null}";
      return new Response(200, Map.of(), page.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {}

    void moveOn() {
      statuses.replaceAll((sid, status) -> status.equals("init") ? "in-progress" : "completed");
    }
  }
}
