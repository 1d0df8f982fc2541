package io.github.twiliojdbc.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twiliojdbc.StoriesTest;
import io.github.twiliojdbc.TwilioConnection;
import io.github.twiliojdbc.connect.TestConnections;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Runs each query of the cookbook on the sandbox, and writes below it what it answers and what that
 * takes; -Dupdate accepts. That the answers are right is asked of PostgreSQL elsewhere.
 */
class CookbookTest {
  private static final Path CHARTS = Path.of("docs/cookbook");
  private static final int MOST_ROWS = 12;

  @Test
  void thePageHasTheAnswers() throws IOException, SQLException {
    List<Recipe> recipes = Recipe.all();
    assertThat(recipes).hasSizeGreaterThanOrEqualTo(25);
    StringBuilder page = new StringBuilder(Recipe.introduction());
    Map<Path, String> files = new TreeMap<>();
    for (Recipe recipe : recipes) {
      page.append(recipe.text()).append('\n').append(answer(recipe, files)).append('\n');
    }
    files.put(Recipe.PAGE, page.toString().strip() + "\n");
    for (Map.Entry<Path, String> file : files.entrySet()) {
      if (StoriesTest.isUpdate()) {
        Files.createDirectories(CHARTS);
        Files.writeString(file.getKey(), file.getValue());
      }
      assertThat(file.getKey()).content().isEqualTo(file.getValue());
    }
    try (Stream<Path> charts = Files.list(CHARTS)) {
      assertThat(charts).hasSize(files.size() - 1);
    }
  }

  private static String answer(Recipe recipe, Map<Path, String> files) throws SQLException {
    try (Connection connection =
            TestConnections.sandbox("", Clock.fixed(Recipe.NOW, ZoneOffset.UTC));
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(recipe.sql())) {
      List<String> labels = labels(rows.getMetaData());
      List<BarChart.Bar> bars = new ArrayList<>();
      StringBuilder table = new StringBuilder(row(labels)).append(row(underlines(labels)));
      int count = 0;
      while (rows.next()) {
        if (count++ < MOST_ROWS) {
          table.append(row(values(rows, labels.size())));
        }
        if (recipe.chart().isPresent()) {
          Recipe.Chart chart = recipe.chart().get();
          bars.add(
              new BarChart.Bar(
                  Objects.requireNonNull(rows.getString(chart.label())),
                  rows.getBigDecimal(chart.value())));
        }
      }
      assertThat(count).as(recipe.title()).isPositive();
      assertThat((Throwable) rows.getWarnings()).as(recipe.title()).isNull();
      if (recipe.chart().isPresent()) {
        files.put(CHARTS.resolve(recipe.chartFile()), BarChart.svg(bars));
        table.insert(0, "![%s](cookbook/%s)\n\n".formatted(recipe.title(), recipe.chartFile()));
      }
      long requests = connection.unwrap(TwilioConnection.class).activity().requests();
      return table
          + (count > MOST_ROWS ? "\n%d rows in all; ".formatted(count) : "\n")
          + "%d request%s.\n".formatted(requests, requests == 1 ? "" : "s");
    }
  }

  private static List<String> labels(ResultSetMetaData columns) throws SQLException {
    List<String> labels = new ArrayList<>();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      labels.add(columns.getColumnLabel(i));
    }
    return labels;
  }

  private static List<String> underlines(List<String> labels) {
    return labels.stream().map(label -> "---").toList();
  }

  private static List<String> values(ResultSet rows, int columns) throws SQLException {
    List<String> values = new ArrayList<>();
    for (int i = 1; i <= columns; i++) {
      String text = rows.getString(i);
      values.add(text == null ? "" : text.replace("|", "\\|"));
    }
    return values;
  }

  private static String row(List<String> cells) {
    return cells.stream().collect(Collectors.joining(" | ", "| ", " |\n"));
  }
}
