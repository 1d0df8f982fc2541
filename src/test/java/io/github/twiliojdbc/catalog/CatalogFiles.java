package io.github.twiliojdbc.catalog;

import java.util.function.UnaryOperator;

/** Reads catalogs from texts in YAML. */
public final class CatalogFiles {
  private CatalogFiles() {}

  /**
   * Reads and checks a catalog.
   *
   * @param texts answers the text of a file by its name
   */
  public static Catalog read(UnaryOperator<String> texts) {
    CatalogReader reader = new CatalogReader(CatalogCompiler.files(texts));
    reader.check();
    return reader.read();
  }
}
