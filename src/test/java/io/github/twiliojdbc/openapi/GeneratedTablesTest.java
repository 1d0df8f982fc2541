package io.github.twiliojdbc.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.github.twiliojdbc.StoriesTest;
import io.github.twiliojdbc.catalog.Catalog;
import io.github.twiliojdbc.catalog.OpenApiFacts;
import io.github.twiliojdbc.catalog.TableName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Generates the declarations again, where Twilio's files are at hand; what differs fails, and
 * -Dupdate accepts it.
 */
class GeneratedTablesTest {
  private static final Path COVERAGE = Path.of("docs/coverage.md");
  private static final Pattern FIGURE = Pattern.compile("(\\d+) of the (\\d+) list resources");

  @TestFactory
  Stream<DynamicTest> declarationsAreAsTheFilesSay() throws IOException {
    if (!OpenApiFacts.areAtHand()) {
      return Stream.empty();
    }
    if (StoriesTest.isUpdate()) {
      Generator.main(OpenApiFacts.FOLDER.toString());
    }
    Generator generator = new Generator(OpenApiFacts.FOLDER);
    return Stream.concat(
        Stream.of(
            DynamicTest.dynamicTest(
                "no file is left over", () -> assertThat(generator.stale()).isEmpty())),
        generator.files().entrySet().stream()
            .map(
                file ->
                    DynamicTest.dynamicTest(
                        file.getKey().toString(),
                        () -> assertThat(file.getKey()).content().isEqualTo(file.getValue()))));
  }

  @Test
  void tablesAreCalledAsTheListOfNamesSays() throws IOException {
    Map<String, List<String>> names =
        new ObjectMapper(new YAMLFactory())
            .readValue(
                Path.of("src/test/resources/openapi/names.yaml").toFile(),
                new TypeReference<>() {});
    Mapping mapping = Mapping.read(Path.of("src/test/resources/openapi/mapping.yaml"));
    Set<TableName> listed = new LinkedHashSet<>();
    names.forEach(
        (resource, all) -> {
          String schema = mapping.schema(resource.substring(0, resource.indexOf(' ')));
          all.forEach(
              name ->
                  assertThat(listed.add(new TableName(schema, name)))
                      .as("%s.%s names one table", schema, name)
                      .isTrue());
        });
    Set<TableName> known = new LinkedHashSet<>();
    for (String schema : Catalog.bundled().schemas()) {
      if (!schema.equals(Catalog.DEFAULT_SCHEMA)) {
        Catalog.bundled()
            .tables(schema)
            .keySet()
            .forEach(name -> known.add(new TableName(schema, name)));
      }
    }
    assertThat(known).containsExactlyInAnyOrderElementsOf(listed);
  }

  @Test
  void nearlyAllListsAreTables() throws IOException {
    Matcher figure = FIGURE.matcher(Files.readString(COVERAGE));
    assertThat(figure.find()).isTrue();
    System.out.printf("Coverage: %s are tables.%n", figure.group());
    assertThat(Integer.parseInt(figure.group(1))).isGreaterThanOrEqualTo(345);
    assertThat(Integer.parseInt(figure.group(2))).isGreaterThanOrEqualTo(358);
  }
}
