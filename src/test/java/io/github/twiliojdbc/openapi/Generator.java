package io.github.twiliojdbc.openapi;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.github.twiliojdbc.catalog.Catalog;
import io.github.twiliojdbc.catalog.CatalogFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the declarations of all tables that are not written by hand. */
public final class Generator {
  private static final Path MAPPING = Path.of("src/test/resources/openapi/mapping.yaml");
  private static final Path NAMES = Path.of("src/test/resources/openapi/names.yaml");
  private static final Path TABLES = Path.of("src/main/resources/io/github/twiliojdbc/tables");
  private static final Path SANDBOX =
      Path.of("src/main/resources/io/github/twiliojdbc/transport/sandbox");
  private static final Path COVERAGE = Path.of("docs/coverage.md");

  private final Mapping mapping;
  private final Tables tables;
  private final Map<String, List<String>> names;
  private final int lists;
  private final List<Resource> leftOut = new ArrayList<>();

  /**
   * Reads the files.
   *
   * @param folder Twilio's OpenAPI files
   */
  Generator(Path folder) throws IOException {
    OpenApi api = OpenApi.read(folder);
    Resources resources = new Resources(api);
    this.mapping = Mapping.read(MAPPING);
    this.names = names();
    List<Resource> all = new ArrayList<>();
    List<Resource> found = resources.lists();
    this.lists = found.size();
    for (Resource list : found) {
      if (mapping.leftOut().containsKey(list.id())) {
        leftOut.add(list);
      } else if (!mapping.singles().contains(list.id())) {
        all.add(list);
      }
    }
    for (String single : mapping.singles()) {
      int space = single.indexOf(' ');
      all.add(resources.single(single.substring(0, space), single.substring(space + 1)));
    }
    this.tables = new Tables(mapping, new Names(api), Catalog.bundled(), all);
  }

  /**
   * Writes the declarations.
   *
   * @param arguments the folder that holds Twilio's OpenAPI files
   */
  public static void main(String... arguments) throws IOException {
    Generator generator = new Generator(Path.of(arguments[0]));
    for (Path file : generator.stale()) {
      Files.delete(file);
    }
    for (Map.Entry<Path, String> file : generator.files().entrySet()) {
      Files.createDirectories(file.getKey().getParent());
      Files.writeString(file.getKey(), file.getValue());
    }
  }

  /** Returns all files that are generated, with their texts. */
  Map<Path, String> files() {
    Map<Path, String> files = new TreeMap<>();
    Map<Resource, String> declarations = new LinkedHashMap<>();
    for (Resource resource : tables.all()) {
      if (tables.byHand(resource).isEmpty()) {
        declarations.put(resource, new Declarations(tables, mapping, resource).text());
      }
    }
    declarations.forEach(
        (resource, text) ->
            files.put(
                TABLES
                    .resolve(mapping.schema(resource.spec()))
                    .resolve(tables.name(resource) + ".yaml"),
                text));
    files.put(TABLES.resolve("_catalog.yaml"), catalog());
    for (String schema : mapping.schemas().keySet()) {
      files.put(TABLES.resolve(schema).resolve("_schema.yaml"), schema(schema));
    }
    files.put(NAMES, namesText());
    files.putAll(samples(files));
    files.put(COVERAGE, coverage());
    return files;
  }

  /** Returns the files that are there and would not be generated. */
  List<Path> stale() throws IOException {
    Map<Path, String> files = files();
    try (Stream<Path> there = Files.walk(TABLES)) {
      return there
          .filter(file -> file.toString().endsWith(".yaml"))
          .filter(file -> !file.startsWith(TABLES.resolve(Catalog.DEFAULT_SCHEMA)))
          .filter(file -> !files.containsKey(file))
          .toList();
    }
  }

  private Map<Path, String> samples(Map<Path, String> declarations) {
    Catalog catalog =
        CatalogFiles.read(
            name -> {
              String generated = declarations.get(TABLES.resolve(name));
              try {
                return generated == null ? Files.readString(TABLES.resolve(name)) : generated;
              } catch (IOException e) {
                throw new AssertionError(e);
              }
            });
    Map<Path, String> samples = new TreeMap<>();
    for (String schema : mapping.schemas().keySet()) {
      String text =
          sorted(schema)
              .filter(resource -> tables.byHand(resource).isEmpty())
              .map(
                  resource ->
                      new Samples(
                              resource,
                              catalog.table(schema + "." + tables.name(resource)),
                              mapping)
                          .text())
              .collect(Collectors.joining());
      samples.put(SANDBOX.resolve(schema + ".yaml"), text);
    }
    return samples;
  }

  private String catalog() {
    StringBuilder text =
        new StringBuilder("# Schemas besides \"twilio\", which comes first.\nschemas:\n");
    mapping.schemas().keySet().forEach(schema -> text.append("  - ").append(schema).append('\n'));
    text.append("products:\n");
    Map<String, String> products = new TreeMap<>();
    for (Resource resource : tables.all()) {
      boolean isCore = resource.spec().equals("api_v2010");
      products.putIfAbsent(
          resource.spec(),
          isCore
              ? "{ subdomain: api, paging: next_page_uri, timestamps: rfc2822, account: account_sid }"
              : "{ subdomain: %s }".formatted(resource.subdomain()));
    }
    products.forEach(
        (spec, product) ->
            text.append("  ").append(spec).append(": ").append(product).append('\n'));
    return text.toString();
  }

  private String schema(String schema) {
    Mapping.Schema known = Objects.requireNonNull(mapping.schemas().get(schema));
    StringBuilder text = new StringBuilder("about: \"" + known.about() + "\"\n");
    if (known.note() != null) {
      text.append("notes:\n  - \"").append(known.note()).append("\"\n");
    }
    text.append("tables:\n");
    sorted(schema)
        .filter(resource -> tables.byHand(resource).isEmpty())
        .forEach(resource -> text.append("  - ").append(tables.name(resource)).append('\n'));
    StringBuilder others = new StringBuilder();
    sorted(schema)
        .forEach(
            resource -> {
              tables
                  .byHand(resource)
                  .ifPresent(
                      hand ->
                          others.append(
                              "  %s: twilio.%s\n".formatted(tables.name(resource), hand.name())));
              olderNames(resource)
                  .forEach(
                      old -> others.append("  %s: %s\n".formatted(old, tables.name(resource))));
            });
    return text + (others.isEmpty() ? "" : "others:\n" + others);
  }

  private Stream<Resource> sorted(String schema) {
    return tables.all().stream()
        .filter(resource -> mapping.schema(resource.spec()).equals(schema))
        .sorted(Comparator.comparing(tables::name));
  }

  private List<String> olderNames(Resource resource) {
    return names.getOrDefault(resource.id(), List.of()).stream()
        .filter(name -> !name.equals(tables.name(resource)))
        .toList();
  }

  /** Returns the names that tables have and had, by resource. */
  private static Map<String, List<String>> names() throws IOException {
    if (Files.notExists(NAMES)) {
      return Map.of();
    }
    return new ObjectMapper(new YAMLFactory())
        .readValue(NAMES.toFile(), new TypeReference<Map<String, List<String>>>() {});
  }

  private String namesText() {
    StringBuilder text = new StringBuilder();
    text.append(
        "# What each resource is called, the present name first; older names stay in use.\n");
    Map<String, Resource> sorted = new TreeMap<>();
    tables.all().forEach(resource -> sorted.put(resource.id(), resource));
    sorted.forEach(
        (id, resource) -> {
          List<String> all = new ArrayList<>(List.of(tables.name(resource)));
          all.addAll(olderNames(resource));
          text.append('"').append(id).append("\": ").append(all).append('\n');
        });
    return text.toString();
  }

  private String coverage() {
    long singles = mapping.singles().size();
    StringBuilder text = new StringBuilder("# Coverage\n\n");
    text.append(
        "%d of the %d list resources in Twilio's OpenAPI files are tables (%.1f %%); so are %d resources that are one object.\n\n"
            .formatted(
                lists - leftOut.size(), lists, 100.0 * (lists - leftOut.size()) / lists, singles));
    text.append("| product | lists | tables | single objects |\n|---|---|---|---|\n");
    for (Map.Entry<String, List<Resource>> product : products().entrySet()) {
      long out = leftOut.stream().filter(r -> r.spec().equals(product.getKey())).count();
      long single =
          mapping.singles().stream().filter(id -> id.startsWith(product.getKey() + " ")).count();
      text.append(
          "| %s | %d | %d | %d |\n"
              .formatted(
                  product.getKey(),
                  product.getValue().size() - single + out,
                  product.getValue().size() - single,
                  single));
    }
    text.append("\n## Lists that are no tables\n\n| list | reason |\n|---|---|\n");
    mapping.leftOut().forEach((id, reason) -> text.append("| `%s` | %s |\n".formatted(id, reason)));
    text.append(
        "\n## Tables that need a value\n\nTwilio lists these for given values alone; a query without them says so.\n\n");
    for (Resource resource : tables.all()) {
      List<String> required = mapping.special(resource).required();
      if (!required.isEmpty()) {
        text.append(
            "- `%s.%s`: %s\n"
                .formatted(
                    mapping.schema(resource.spec()),
                    tables.name(resource),
                    String.join(", ", required)));
      }
    }
    return text.toString();
  }

  private Map<String, List<Resource>> products() {
    return tables.all().stream()
        .collect(Collectors.groupingBy(Resource::spec, TreeMap::new, Collectors.toList()));
  }
}
