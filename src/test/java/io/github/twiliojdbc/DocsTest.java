package io.github.twiliojdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twiliojdbc.catalog.Catalog;
import io.github.twiliojdbc.catalog.ColumnDefinition;
import io.github.twiliojdbc.catalog.FilterDefinition;
import io.github.twiliojdbc.catalog.TableDefinition;
import io.github.twiliojdbc.connect.ConnectionProperty;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    for (String name : List.of("README.md", "docs/pushdown.md")) {
      Path file = Path.of(name);
      pages.put(file, withSections(Files.readString(file)));
    }
    pages.put(Path.of("docs/properties.md"), "# Properties\n\n" + properties());
    pages.put(TABLE_PAGES.resolve("index.md"), "# Tables\n\n" + tables(""));
    catalog
        .tables()
        .forEach(table -> pages.put(TABLE_PAGES.resolve(table.name() + ".md"), page(table)));
    return pages.entrySet().stream()
        .map(
            page ->
                DynamicTest.dynamicTest(
                    page.getKey().toString(), () -> check(page.getKey(), page.getValue())));
  }

  @Test
  void everyPageOfATableHasItsTable() throws IOException {
    try (Stream<Path> files = Files.list(TABLE_PAGES)) {
      assertThat(files).hasSize(catalog.tables().size() + 1);
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

  private static List<Path> pagesWithLinks() throws IOException {
    try (Stream<Path> docs = Files.walk(Path.of("docs"))) {
      return Stream.concat(
              Stream.of("README.md", "CONTRIBUTING.md", "CHANGELOG.md").map(Path::of),
              docs.filter(file -> file.toString().endsWith(".md")))
          .toList();
    }
  }

  private static void check(Path file, String expected) throws IOException {
    if (StoriesTest.isUpdate()) {
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
            case "tables" -> tables("docs/tables/");
            case "example" ->
                "```java\n" + Files.readString(Path.of("examples", name + ".java")) + "```\n";
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

  private String tables(String folder) {
    return "| table | rows are | filters of the API |\n|---|---|---|\n"
        + catalog.tables().stream()
            .sorted((one, other) -> one.name().compareTo(other.name()))
            .map(
                table ->
                    "| [%s](%s%s.md) | %s | %s |\n"
                        .formatted(
                            table.name(),
                            folder,
                            table.name(),
                            table.about(),
                            table.columns().stream()
                                .filter(column -> column.filter().isPresent())
                                .map(ColumnDefinition::name)
                                .collect(Collectors.joining(", "))))
            .collect(Collectors.joining());
  }

  private static String page(TableDefinition table) {
    StringBuilder page = new StringBuilder("# ").append(table.name()).append("\n\n");
    page.append(table.about()).append("\n\n");
    page.append("- List: `GET ").append(table.list().text()).append("` of ");
    page.append(table.product().subdomain()).append(", at most ").append(table.pageSize());
    page.append(" rows a page ([Twilio's page](").append(table.docs()).append("))\n");
    page.append("- Key: ").append(String.join(", ", table.key())).append('\n');
    table.cursor().ifPresent(cursor -> page.append("- Cursor: ").append(cursor).append('\n'));
    table
        .parents()
        .forEach(
            link ->
                page.append(
                    "- `%s` is `%s` of [%s](%s.md)\n"
                        .formatted(link.parameter(), link.column(), link.table(), link.table())));
    table.notes().forEach(note -> page.append("\n").append(note).append('\n'));
    page.append("\n| column | type | filter | meaning |\n|---|---|---|---|\n");
    table.columns().forEach(column -> page.append(row(column)));
    return page.toString();
  }

  private static String row(ColumnDefinition column) {
    return "| %s | %s | %s | %s%s |\n"
        .formatted(
            column.name(),
            column.type().sqlName(),
            column.filter().map(DocsTest::parameters).orElse(""),
            column.about(),
            column.secret() ? " NULL unless exposeSecrets is set." : "");
  }

  private static String parameters(FilterDefinition filter) {
    if (filter instanceof FilterDefinition.Range range) {
      return "`" + range.after() + "`, `" + range.before() + "`";
    }
    FilterDefinition.Equals equals = (FilterDefinition.Equals) filter;
    return "`%s`%s"
        .formatted(
            equals.parameter(), equals.each().isPresent() ? ", a request for each value" : "");
  }
}
