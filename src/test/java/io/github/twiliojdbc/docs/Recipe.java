package io.github.twiliojdbc.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A question of the cookbook and the query that answers it.
 *
 * @param text the question and its query, as they are written
 * @param title the question
 * @param sql the query
 * @param chart columns that a chart shows, if there is one
 */
public record Recipe(String text, String title, String sql, Optional<Chart> chart) {
  /** The page that holds all recipes. */
  static final Path PAGE = Path.of("docs/cookbook.md");

  /** Time of the answers. */
  public static final Instant NOW = Instant.parse("2026-11-25T02:00:00Z");

  private static final Pattern RECIPE =
      Pattern.compile(
          "## ([^\\n]+)\\n(?:(?!\\n## ).)*?```sql\\n(.*?)\\n```\\n(?:\\n<!-- chart (\\w+) (\\w+) -->\\n)?",
          Pattern.DOTALL);

  /**
   * What a chart shows.
   *
   * @param label column that names the bars
   * @param value column that is their length
   */
  record Chart(String label, String value) {}

  /** Returns the recipes in their order. */
  public static List<Recipe> all() throws IOException {
    return RECIPE.matcher(Files.readString(PAGE)).results().map(Recipe::of).toList();
  }

  private static Recipe of(MatchResult match) {
    return new Recipe(
        match.group(),
        match.group(1),
        match.group(2),
        Optional.ofNullable(match.group(3))
            .map(label -> new Chart(label, Objects.requireNonNull(match.group(4)))));
  }

  /** Returns what stands before the first recipe. */
  static String introduction() throws IOException {
    String page = Files.readString(PAGE);
    Matcher first = RECIPE.matcher(page);
    return first.find() ? page.substring(0, first.start()) : page;
  }

  /** Returns the name of the chart's file. */
  String chartFile() {
    return title.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-").replaceAll("^-|-$", "")
        + ".svg";
  }
}
