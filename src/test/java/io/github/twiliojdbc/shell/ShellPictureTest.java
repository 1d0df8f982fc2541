package io.github.twiliojdbc.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.html.HtmlEscapers;
import io.github.twiliojdbc.Activity;
import io.github.twiliojdbc.StoriesTest;
import io.github.twiliojdbc.connect.TestConnections;
import io.github.twiliojdbc.docs.Recipe;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Draws the shell for the README: a query, its progress and its rows; -Dupdate accepts. */
class ShellPictureTest {
  private static final Path PICTURE = Path.of("docs/shell.svg");
  private static final int LINE = 17;
  private static final int MARGIN = 16;
  private static final int WIDTH = 760;

  private static final List<String> QUERY =
      List.of(
          "SELECT error_code, max(error_message) AS error, count(*) AS messages",
          "FROM messages",
          "WHERE date_sent >= current_date - 30 AND error_code IS NOT NULL",
          "GROUP BY error_code ORDER BY messages DESC;");

  @Test
  void thePictureIsWhatTheShellShows() throws SQLException, IOException {
    List<Line> lines = new ArrayList<>();
    lines.add(new Line("$ java -jar twilio-jdbc.jar", "#7ee787"));
    lines.add(new Line("twilio> " + QUERY.get(0), "#e6edf3"));
    QUERY
        .subList(1, QUERY.size())
        .forEach(line -> lines.add(new Line("      > " + line, "#e6edf3")));
    lines.add(
        new Line(
            Progress.line(new Activity(4, 2, 2, 1731, 0, 0, 0, 0), "≈ 4 requests"), "#8b949e"));
    answer().lines().forEach(line -> lines.add(new Line(line, "#a5d6ff")));
    String svg = svg(lines);
    if (StoriesTest.isUpdate()) {
      Files.writeString(PICTURE, svg);
    }
    assertThat(PICTURE).content().isEqualTo(svg);
  }

  private static String answer() throws SQLException, IOException {
    StringWriter out = new StringWriter();
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    try (Connection connection =
        TestConnections.sandbox("", Clock.fixed(Recipe.NOW, ZoneOffset.UTC))) {
      new Runner(connection, Format.TABLE, out, nowhere, false, false)
          .run(Script.of(String.join("\n", QUERY)).statements().get(0));
    }
    return out.toString();
  }

  private record Line(String text, String color) {}

  private static String svg(List<Line> lines) {
    int height = lines.size() * LINE + 2 * MARGIN;
    StringBuilder svg =
        new StringBuilder(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" font-family=\"monospace\" font-size=\"13\">\n"
                .formatted(WIDTH, height, WIDTH));
    svg.append(
        "<rect width=\"%d\" height=\"%d\" rx=\"8\" fill=\"#0d1117\"/>\n".formatted(WIDTH, height));
    for (int i = 0; i < lines.size(); i++) {
      svg.append(
          "<text x=\"%d\" y=\"%d\" fill=\"%s\" xml:space=\"preserve\">%s</text>\n"
              .formatted(
                  MARGIN,
                  MARGIN + (i + 1) * LINE - 5,
                  lines.get(i).color,
                  HtmlEscapers.htmlEscaper().escape(lines.get(i).text)));
    }
    return svg.append("</svg>\n").toString();
  }
}
