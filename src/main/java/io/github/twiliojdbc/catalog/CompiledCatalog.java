package io.github.twiliojdbc.catalog;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/**
 * The catalog that the driver carries: one JSON file that {@link CatalogCompiler} makes of the YAML
 * files while the driver is built.
 *
 * <p>To load a YAML parser and to run it over all tables would be half a second of every JVM's
 * first query.
 */
final class CompiledCatalog {
  /** Where the file is, beside the classes. */
  static final String RESOURCE = "/io/github/twiliojdbc/tables.json";

  private CompiledCatalog() {}

  static Catalog read() {
    Map<String, CatalogFile> files = new HashMap<>();
    try (InputStream in = CompiledCatalog.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new CatalogException("there is no " + RESOURCE + "; 'mvn compile' makes it");
      }
      try (JsonParser parser = Json.FACTORY.createParser(in)) {
        parser.nextToken();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
          String name = parser.currentName();
          files.put(name, new CatalogFile(name, parser));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new CatalogReader(files::get).read();
  }
}
