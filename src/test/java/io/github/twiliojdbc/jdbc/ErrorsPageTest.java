package io.github.twiliojdbc.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/jdbc.md names every SQLState and class of error that the code has, and no other. */
class ErrorsPageTest {
  private static final Path SOURCES = Path.of("src/main/java");
  private static final Path PAGE = Path.of("docs/jdbc.md");

  /** An error that is made, and the first of its texts that looks like a SQLState. */
  private static final Pattern ERROR =
      Pattern.compile(
          "(?:new (SQL\\w+)|throw unfit)\\([^\"]*(?:\"(?:[^\"]{0,4}|[^\"]{6,})\"[^\"]*)*?\"([0-9A-Z]{5})\"");

  private static final Pattern ROW =
      Pattern.compile("^\\| ([0-9A-Z]{5}) \\| (SQL\\w+) \\|", Pattern.MULTILINE);

  @Test
  void everyError() throws IOException {
    Set<String> documented =
        ROW.matcher(Files.readString(PAGE))
            .results()
            .map(row -> row.group(1) + " " + row.group(2))
            .collect(Collectors.toCollection(TreeSet::new));
    try (Stream<Path> files = Files.walk(SOURCES)) {
      Set<String> thrown = new TreeSet<>();
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        ERROR
            .matcher(Files.readString(file))
            .results()
            .map(ErrorsPageTest::name)
            .forEach(thrown::add);
      }
      assertThat(documented).isEqualTo(thrown);
    }
  }

  private static String name(MatchResult error) {
    String type = error.group(1) == null ? "SQLDataException" : error.group(1);
    return error.group(2) + " " + type;
  }
}
