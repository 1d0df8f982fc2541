package io.github.twiliojdbc.catalog;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Checks the YAML files and makes JSON of them, while the driver is built; it is not in the jar.
 *
 * <p>The files of a schema become one, for {@link CompiledCatalog}. Each other YAML file becomes a
 * JSON file of the same name in the same place.
 */
public final class CatalogCompiler {
  private static final YAMLFactory YAML = new YAMLFactory();

  private CatalogCompiler() {}

  /**
   * Compiles the files.
   *
   * @param folders where the YAML files are, and where the JSON files go
   * @throws CatalogException if a table's file is wrong
   */
  public static void main(String... folders) throws IOException {
    Path from = Path.of(folders[0]);
    Path to = Path.of(folders[1]);
    Path tables = from.resolve("io/github/twiliojdbc/tables");
    new CatalogReader(files(name -> read(tables.resolve(name)))).check();
    for (Path schema : folders(tables)) {
      try (JsonGenerator json = open(to.resolve(from.relativize(schema) + ".json"))) {
        json.writeStartObject();
        for (Path file : yaml(schema)) {
          json.writeFieldName(schema.relativize(file).toString());
          copy(file, json);
        }
        json.writeEndObject();
      }
    }
    for (Path file : yaml(from)) {
      if (folders(tables).stream().noneMatch(file::startsWith)) {
        String name = from.relativize(file).toString().replaceFirst("yaml$", "json");
        try (JsonGenerator json = open(to.resolve(name))) {
          copy(file, json);
        }
      }
    }
  }

  /** Returns the files of these texts, each with the lines that its keys stand on. */
  static Function<String, CatalogFile> files(UnaryOperator<String> texts) {
    return name -> {
      try (YAMLParser parser = YAML.createParser(texts.apply(name))) {
        return new CatalogFile(name, parser);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    };
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new CatalogException(file + " is named in the catalog, but cannot be read: " + e);
    }
  }

  private static List<Path> folders(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isDirectory).sorted().toList();
    }
  }

  private static List<Path> yaml(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  private static JsonGenerator open(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    OutputStream out = Files.newOutputStream(file);
    return Json.FACTORY.createGenerator(out);
  }

  private static void copy(Path yaml, JsonGenerator json) throws IOException {
    try (YAMLParser parser = YAML.createParser(Files.readString(yaml))) {
      parser.nextToken();
      json.copyCurrentStructure(parser);
    }
  }
}
