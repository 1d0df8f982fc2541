package io.github.twiliojdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twiliojdbc.connect.TestConnections;
import io.github.twiliojdbc.pushdown.UnmovedConditions;
import io.github.twiliojdbc.transport.Response;
import io.github.twiliojdbc.transport.Target;
import io.github.twiliojdbc.transport.TwilioClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs each story under src/test/resources/stories against the sandbox and writes it again: SQL,
 * plan, requests and rows. Parameters, if any, are given as texts, a line each. A story passes if
 * what is written is what it was; -Dupdate accepts.
 */
public class StoriesTest {
  private static final Path STORIES = Path.of("src/test/resources/stories");
  private static final Pattern SQL = Pattern.compile("```sql\\n(.*?)\\n```", Pattern.DOTALL);
  private static final Pattern PROPERTIES = Pattern.compile("```properties\\n(.*?)\\n```");
  private static final Pattern PARAMETERS =
      Pattern.compile("```parameters\\n(.*?)\\n```", Pattern.DOTALL);
  private static final Pattern TOTAL =
      Pattern.compile(
          "≈ (\\d+) requests?(?<only> per account)?(?: and ≈ (\\d+) per account)?(;.*)?");
  private static final int MOST_LINES = 12;

  /** Accounts of the sandbox. */
  private static final int ACCOUNTS = 3;

  /** How many times as many requests there may be as EXPLAIN says, as docs/pushdown.md has it. */
  private static final int MOST_MISSED = 3;

  @TestFactory
  Stream<DynamicTest> stories() throws IOException {
    List<Path> files;
    try (Stream<Path> found = Files.walk(STORIES)) {
      files = found.filter(file -> file.toString().endsWith(".md")).sorted().toList();
    }
    assertThat(files).hasSizeGreaterThanOrEqualTo(60);
    return files.stream()
        .map(
            file ->
                DynamicTest.dynamicTest(STORIES.relativize(file).toString(), () -> check(file)));
  }

  private static void check(Path file) throws IOException, SQLException {
    String story = Files.readString(file);
    String told = tell(story);
    if (isUpdate()) {
      Files.writeString(file, told);
    } else {
      assertThat(told).isEqualTo(story);
    }
  }

  public static boolean isUpdate() {
    String update = System.getProperty("update", "false");
    return update.isEmpty() || update.equals("true");
  }

  private static String tell(String story) throws SQLException {
    Matcher sql = SQL.matcher(story);
    assertThat(sql.find()).as("the story has a sql block").isTrue();
    Matcher properties = PROPERTIES.matcher(story);
    Matcher given = PARAMETERS.matcher(story);
    List<String> parameters = given.find() ? given.group(1).lines().toList() : List.of();
    List<String> requests = new ArrayList<>();
    int end = parameters.isEmpty() ? sql.end() : given.end();
    StringBuilder told = new StringBuilder(story.substring(0, end)).append('\n');
    try (Connection connection =
        TestConnections.sandbox(
            inOrder(properties.find() ? properties.group(1) : ""),
            client -> new Listener(client, requests))) {
      try {
        connection.prepareStatement(sql.group(1)).close();
        List<String> plan = List.of();
        if (!sql.group(1).startsWith("EXPLAIN")) {
          plan = lines(connection, "EXPLAIN " + sql.group(1), List.of(), false);
          block(told, "plan", plan);
          assertThat(UnmovedConditions.in(plan)).isEmpty();
        }
        List<String> rows = lines(connection, sql.group(1), parameters, true);
        if (!plan.isEmpty()) {
          assertThat(requests.size()).isLessThanOrEqualTo(MOST_MISSED * explained(plan));
        }
        block(told, "requests", requests.isEmpty() ? List.of("none") : brief(requests));
        block(told, "rows", plan.isEmpty() ? rows : brief(rows));
      } catch (SQLException e) {
        block(told, "error", List.of(e.getSQLState() + ": " + e.getMessage()));
      }
    }
    return told.toString();
  }

  /** Returns how many requests a plan says there are in the sandbox. */
  private static int explained(List<String> plan) {
    String last = plan.get(plan.size() - 1);
    Matcher total = TOTAL.matcher(last);
    assertThat(total.matches()).as(last).isTrue();
    int first = Integer.parseInt(total.group(1));
    if (total.group("only") != null) {
      return first * ACCOUNTS + 1;
    }
    return total.group(3) == null ? first : first + Integer.parseInt(total.group(3)) * ACCOUNTS + 1;
  }

  /** One request at a time, so that their order is always the same. */
  private static String inOrder(String properties) {
    return properties.contains("maxConcurrency") ? properties : "maxConcurrency=1;" + properties;
  }

  private static void block(StringBuilder told, String name, List<String> lines) {
    told.append("```").append(name).append('\n');
    lines.forEach(line -> told.append(line).append('\n'));
    told.append("```\n");
  }

  private static List<String> lines(
      Connection connection, String sql, List<String> parameters, boolean header)
      throws SQLException {
    List<String> lines = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.size(); i++) {
        statement.setString(i + 1, parameters.get(i));
      }
      ResultSet rows = statement.executeQuery();
      int count = rows.getMetaData().getColumnCount();
      if (header) {
        List<String> labels = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
          labels.add(rows.getMetaData().getColumnLabel(i));
        }
        lines.add(String.join(" | ", labels));
      }
      while (rows.next()) {
        List<String> values = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
          values.add(rows.getString(i));
        }
        lines.add(String.join(" | ", values));
      }
    }
    return lines;
  }

  private static List<String> brief(List<String> lines) {
    if (lines.size() <= MOST_LINES) {
      return lines;
    }
    List<String> brief = new ArrayList<>(lines.subList(0, MOST_LINES));
    brief.add("… " + (lines.size() - MOST_LINES) + " more");
    return brief;
  }

  /** Writes down each request that passes. */
  private record Listener(TwilioClient client, List<String> requests) implements TwilioClient {
    @Override
    public Response get(Target target) throws IOException {
      requests.add("GET " + target.subdomain() + " " + target.pathAndQuery());
      return client.get(target);
    }

    @Override
    public void close() {
      client.close();
    }
  }
}
