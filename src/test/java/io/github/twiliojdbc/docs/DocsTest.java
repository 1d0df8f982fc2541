package io.github.twiliojdbc.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twiliojdbc.StoriesTest;
import io.github.twiliojdbc.catalog.Catalog;
import io.github.twiliojdbc.catalog.Report;
import io.github.twiliojdbc.catalog.Reports;
import io.github.twiliojdbc.catalog.TableDefinition;
import io.github.twiliojdbc.connect.ConnectionProperty;
import io.github.twiliojdbc.connect.TestConnections;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Writes the generated parts of the documentation again; a stale page fails, -Dupdate accepts. */
class DocsTest {
  private static final Path TABLE_PAGES = Path.of("docs/tables");
  private static final Pattern SECTION =
      Pattern.compile("<!-- begin (\\S+) ?(\\S*) -->\\n.*?<!-- end -->", Pattern.DOTALL);
  private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#]+)[^)]*\\)");

  private final Catalog catalog = Catalog.bundled();

  @TestFactory
  Stream<DynamicTest> pages() throws IOException {
    Map<Path, String> pages = new TreeMap<>();
    for (Path file : writtenPages()) {
      pages.put(file, withSections(Files.readString(file)));
    }
    pages.put(Path.of("docs/properties.md"), "# Properties\n\n" + properties());
    pages.put(TABLE_PAGES.resolve("index.md"), "# Tables\n\n" + schemas(""));
    pages.put(TABLE_PAGES.resolve("products.svg"), ProductMap.svg(catalog));
    for (String schema : catalog.schemas()) {
      pages.put(TABLE_PAGES.resolve(schema + ".md"), new SchemaPage(catalog, schema).text());
    }
    Reports reports = Reports.bundled();
    pages.put(TABLE_PAGES.resolve("reports.md"), ReportPage.index(reports));
    for (Report report : reports.all()) {
      pages.put(
          TABLE_PAGES.resolve("reports").resolve(report.name() + ".md"), ReportPage.text(report));
    }
    for (TableDefinition table : catalog.tables()) {
      pages.put(
          TABLE_PAGES.resolve(table.id().schema()).resolve(table.name() + ".md"),
          new TablePage(catalog, table).text());
    }
    return pages.entrySet().stream()
        .map(
            page ->
                DynamicTest.dynamicTest(
                    page.getKey().toString(), () -> check(page.getKey(), page.getValue())));
  }

  @TestFactory
  Stream<DynamicTest> queriesOfPages() throws SQLException {
    Connection connection = TestConnections.sandbox("accounts=own", client -> client);
    return catalog.tables().stream()
        .map(
            table ->
                DynamicTest.dynamicTest(
                    table.id().toString(),
                    () ->
                        assertThat(
                                TestConnections.firstColumn(
                                    connection, TablePage.query(catalog, table)))
                            .isNotEmpty()))
        .onClose(() -> close(connection));
  }

  private static void close(Connection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void noPageIsLeftOver() throws IOException {
    try (Stream<Path> files = Files.walk(TABLE_PAGES)) {
      assertThat(files.filter(Files::isRegularFile))
          .hasSize(
              catalog.tables().size()
                  + catalog.schemas().size()
                  + Reports.bundled().all().size()
                  + 3);
    }
  }

  @Test
  void everyLinkLeadsSomewhere() throws IOException {
    for (Path page : pagesWithLinks()) {
      for (MatchResult link : LINK.matcher(Files.readString(page)).results().toList()) {
        assertThat(page.resolveSibling(link.group(1))).as("link in %s", page).exists();
      }
    }
  }

  /** Returns the pages that people write, parts of which are taken from elsewhere. */
  private static List<Path> writtenPages() throws IOException {
    try (Stream<Path> docs = Files.list(Path.of("docs"))) {
      return Stream.concat(
              Stream.of("README.md", "CONTRIBUTING.md", "SECURITY.md").map(Path::of),
              docs.filter(file -> file.toString().endsWith(".md")))
          .toList();
    }
  }

  private static List<Path> pagesWithLinks() throws IOException {
    try (Stream<Path> docs = Files.walk(Path.of("docs"))) {
      return Stream.concat(
              Stream.of("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md")
                  .map(Path::of),
              docs.filter(file -> file.toString().endsWith(".md")))
          .toList();
    }
  }

  private static void check(Path file, String expected) throws IOException {
    if (StoriesTest.isUpdate()) {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, expected);
    }
    assertThat(file).content().isEqualTo(expected);
  }

  private String withSections(String text) throws IOException {
    StringBuilder written = new StringBuilder();
    Matcher matcher = SECTION.matcher(text);
    while (matcher.find()) {
      String name = matcher.group(2);
      String content =
          switch (matcher.group(1)) {
            case "properties" -> properties();
            case "schemas" -> schemas("docs/tables/");
            case "example" ->
                "```java\n" + Files.readString(Path.of("examples", name + ".java")) + "```\n";
            case "file" -> file(Path.of(name));
            case "story" ->
                Files.readString(Path.of("src/test/resources/stories", name + ".md"))
                    .replaceFirst("# (.*)\n", "**$1**\n");
            default -> throw new AssertionError("no section " + matcher.group());
          };
      String begin = matcher.group().substring(0, matcher.group().indexOf('\n') + 1);
      matcher.appendReplacement(
          written, Matcher.quoteReplacement(begin + "\n" + content + "\n<!-- end -->"));
    }
    return matcher.appendTail(written).toString();
  }

  private static String file(Path file) throws IOException {
    String language =
        file.toString().endsWith(".py") ? "python" : file.toString().replaceFirst(".*\\.", "");
    return "```" + language + "\n" + Files.readString(file) + "```\n";
  }

  private static String properties() {
    return "| property | default | meaning |\n|---|---|---|\n"
        + Stream.of(ConnectionProperty.values())
            .map(
                property ->
                    "| %s | %s | %s |\n"
                        .formatted(
                            property.key(),
                            property.defaultText().isEmpty()
                                ? ""
                                : "`" + property.defaultText() + "`",
                            property.about()))
            .collect(Collectors.joining());
  }

  private String schemas(String folder) {
    return "| schema | tables | what they are |\n|---|---|---|\n"
        + catalog.schemas().stream()
            .map(
                schema ->
                    "| [%s](%s%s.md) | %d | %s |\n"
                        .formatted(
                            schema,
                            folder,
                            schema,
                            catalog.tables(schema).size(),
                            catalog.schema(schema).about()))
            .collect(Collectors.joining())
        + "| [reports](%sreports.md) | %d | %s |\n"
            .formatted(folder, Reports.bundled().all().size(), Reports.bundled().about());
  }
}
