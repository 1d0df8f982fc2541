package io.github.twiliojdbc.catalog;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The catalog that the driver carries: a JSON file a schema, which {@link CatalogCompiler} makes of
 * the YAML files while the driver is built, and one that lists the schemas.
 *
 * <p>To load a YAML parser and to run it over all tables would be half a second of every JVM's
 * first query.
 */
final class CompiledCatalog {
  private static final String FOLDER = "/io/github/twiliojdbc/tables/";

  private CompiledCatalog() {}

  static Catalog read() {
    return new CatalogReader(new CompiledCatalog.Files()::file).read();
  }

  /** The files of the schemas that were asked for; those of the latest one are kept. */
  private static final class Files {
    private String schema = "";
    private Map<String, CatalogFile> files = Map.of();

    /** Returns the file of a name such as {@code twilio/messages.yaml}. */
    synchronized CatalogFile file(String name) {
      int slash = name.indexOf('/');
      if (slash < 0) {
        return parse(name.replaceFirst("yaml$", "json"), parser -> new CatalogFile(name, parser));
      }
      if (!name.substring(0, slash).equals(schema)) {
        schema = name.substring(0, slash);
        files = parse(schema + ".json", Files::files);
      }
      return Objects.requireNonNull(files.get(name.substring(slash + 1)), name);
    }

    private static Map<String, CatalogFile> files(JsonParser parser) throws IOException {
      Map<String, CatalogFile> files = new HashMap<>();
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        files.put(name, new CatalogFile(name, parser));
      }
      return files;
    }

    private static <T> T parse(String resource, Contents<T> contents) {
      try (InputStream in = CompiledCatalog.class.getResourceAsStream(FOLDER + resource)) {
        if (in == null) {
          throw new CatalogException("there is no " + resource + "; 'mvn compile' makes it");
        }
        try (JsonParser parser = Json.FACTORY.createParser(in)) {
          return contents.of(parser);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private interface Contents<T> {
    T of(JsonParser parser) throws IOException;
  }
}
