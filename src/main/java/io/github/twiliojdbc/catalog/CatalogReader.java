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
  /** Names the schemas and the products. */
  static final String INDEX = "_catalog.yaml";

  private final Function<String, CatalogFile> source;

  /**
   * Creates a reader.
   *
   * @param source answers a file by its name, such as {@code twilio/messages.yaml}
   */
  CatalogReader(Function<String, CatalogFile> source) {
    this.source = source;
  }

  /** Returns the catalog as it is written. */
  Catalog read() {
    CatalogFile file = source.apply(INDEX);
    Index index = file.read(Index.class);
    Map<String, Product> products = new LinkedHashMap<>();
    file.require("products", index.products())
        .forEach((name, entry) -> products.put(name, entry.product(name, file)));
    List<String> schemas =
        Stream.concat(
                Stream.of(Catalog.DEFAULT_SCHEMA),
                file.require("schemas", index.schemas()).stream())
            .toList();
    return new Catalog(schemas, schema -> schema(schema, products));
  }

  /**
   * Checks that the tables fit together.
   *
   * @throws CatalogException if they do not
   */
  void check() {
    Catalog catalog = read();
    for (TableDefinition table : catalog.tables()) {
      CatalogFile file = source.apply(table.id().schema() + "/" + table.name() + ".yaml");
      new TableCheck(table, file, catalog).run();
    }
    for (String schema : catalog.schemas()) {
      catalog
          .schema(schema)
          .others()
          .forEach(
              (name, other) -> {
                if (catalog.find(other).isEmpty()) {
                  throw source
                      .apply(schema + "/_schema.yaml")
                      .error("others." + name, "there is no table " + other);
                }
              });
    }
  }

  private CatalogSchema schema(String schema, Map<String, Product> products) {
    CatalogFile file = source.apply(schema + "/_schema.yaml");
    SchemaEntry entry = file.read(SchemaEntry.class);
    Map<String, TableDefinition> tables = new LinkedHashMap<>();
    for (String name : Optional.ofNullable(entry.tables()).orElse(List.of())) {
      CatalogFile table = source.apply(schema + "/" + name + ".yaml");
      tables.put(name, table.read(TableEntry.class).table(schema, products, table));
    }
    Map<String, TableName> others = new LinkedHashMap<>();
    Optional.ofNullable(entry.others())
        .orElse(Map.of())
        .forEach((name, other) -> others.put(name, TableName.of(other, schema)));
    return new CatalogSchema(
        schema,
        file.require("about", entry.about()),
        Optional.ofNullable(entry.notes()).orElse(List.of()),
        tables,
        others);
  }

  /** The file that lists the schemas and the products. */
  record Index(@Nullable List<String> schemas, @Nullable Map<String, ProductEntry> products) {}

  /** A schema's file as it is written. */
  record SchemaEntry(
      @Nullable String about,
      @Nullable List<String> notes,
      @Nullable List<String> tables,
      @Nullable Map<String, String> others) {}

  /** A product as it is written. */
  record ProductEntry(
      @Nullable String subdomain,
      @Nullable String paging,
      @Nullable String timestamps,
      @Nullable String account) {

    Product product(String name, CatalogFile file) {
      String key = "products." + name;
      return new Product(
          name,
          file.require(key + ".subdomain", subdomain),
          word(file, key + ".paging", Paging.class, Optional.ofNullable(paging).orElse("meta")),
          word(
              file,
              key + ".timestamps",
              Product.TimestampFormat.class,
              Optional.ofNullable(timestamps).orElse("iso8601")),
          Optional.ofNullable(account));
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
