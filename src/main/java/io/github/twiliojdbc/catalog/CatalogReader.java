package io.github.twiliojdbc.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the catalog's files and checks that they fit together. */
final class CatalogReader {
  private final UnaryOperator<String> source;

  /**
   * Creates a reader.
   *
   * @param source answers the text of a file by its name, such as {@code api_v2010/messages.yaml}
   */
  CatalogReader(UnaryOperator<String> source) {
    this.source = source;
  }

  /** Returns the files that the driver carries. */
  static UnaryOperator<String> resources() {
    return name -> {
      try (InputStream in =
          CatalogReader.class.getResourceAsStream("/io/github/twiliojdbc/tables/" + name)) {
        if (in == null) {
          throw new CatalogException(name + " is named in the catalog, but there is no such file");
        }
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    };
  }

  Catalog read() {
    CatalogFile index = open("_catalog.yaml");
    Map<TableDefinition, CatalogFile> files = new LinkedHashMap<>();
    for (String folder : index.require("products", index.read(Index.class).products())) {
      CatalogFile file = open(folder + "/_product.yaml");
      ProductEntry entry = file.read(ProductEntry.class);
      Product product = entry.product(file);
      for (String name : file.require("tables", entry.tables())) {
        CatalogFile tableFile = open(folder + "/" + name + ".yaml");
        files.put(tableFile.read(TableEntry.class).table(product, tableFile), tableFile);
      }
    }
    Map<String, TableDefinition> byName =
        files.keySet().stream().collect(Collectors.toMap(TableDefinition::name, table -> table));
    files.forEach((table, file) -> new TableCheck(table, file, byName).run());
    return new Catalog(List.copyOf(files.keySet()));
  }

  private CatalogFile open(String name) {
    return new CatalogFile(name, source.apply(name));
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
