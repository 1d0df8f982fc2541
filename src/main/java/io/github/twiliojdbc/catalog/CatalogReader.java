package io.github.twiliojdbc.catalog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the catalog's files. */
final class CatalogReader {
  private final Function<String, CatalogFile> source;

  /**
   * Creates a reader.
   *
   * @param source answers a file by its name, such as {@code api_v2010/messages.yaml}
   */
  CatalogReader(Function<String, CatalogFile> source) {
    this.source = source;
  }

  /** Returns the catalog as it is written. */
  Catalog read() {
    return new Catalog(List.copyOf(tables().keySet()));
  }

  /**
   * Checks that the tables fit together.
   *
   * @throws CatalogException if they do not
   */
  void check() {
    Map<TableDefinition, CatalogFile> files = tables();
    Map<String, TableDefinition> byName =
        files.keySet().stream().collect(Collectors.toMap(TableDefinition::name, table -> table));
    files.forEach((table, file) -> new TableCheck(table, file, byName).run());
  }

  private Map<TableDefinition, CatalogFile> tables() {
    CatalogFile index = source.apply("_catalog.yaml");
    Map<TableDefinition, CatalogFile> files = new LinkedHashMap<>();
    for (String folder : index.require("products", index.read(Index.class).products())) {
      CatalogFile file = source.apply(folder + "/_product.yaml");
      ProductEntry entry = file.read(ProductEntry.class);
      Product product = entry.product(file);
      for (String name : file.require("tables", entry.tables())) {
        CatalogFile tableFile = source.apply(folder + "/" + name + ".yaml");
        files.put(tableFile.read(TableEntry.class).table(product, tableFile), tableFile);
      }
    }
    return files;
  }

  /** The file that lists the products. */
  record Index(@Nullable List<String> products) {}

  /** A product's file as it is written. */
  record ProductEntry(
      @Nullable String product,
      @Nullable String about,
      @Nullable String subdomain,
      @Nullable String paging,
      @Nullable String timestamps,
      @Nullable String account,
      @Nullable Integer page_size,
      @Nullable List<String> tables) {

    Product product(CatalogFile file) {
      return new Product(
          file.require("product", product),
          file.require("about", about),
          file.require("subdomain", subdomain),
          word(file, "paging", Product.Paging.class, file.require("paging", paging)),
          word(
              file,
              "timestamps",
              Product.TimestampFormat.class,
              file.require("timestamps", timestamps)),
          Optional.ofNullable(account),
          file.require("page_size", page_size));
    }
  }

  static <E extends Enum<E>> E word(CatalogFile file, String key, Class<E> type, String text) {
    return Stream.of(type.getEnumConstants())
        .filter(constant -> constant.name().equalsIgnoreCase(text))
        .findFirst()
        .orElseThrow(
            () ->
                file.error(
                    key,
                    "'%s' is not one of %s"
                        .formatted(
                            text,
                            Stream.of(type.getEnumConstants())
                                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(", ")))));
  }
}
