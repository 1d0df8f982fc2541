package io.github.twiliojdbc.catalog;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** A table's file as it is written, key by key. */
record TableEntry(
    @Nullable String table,
    @Nullable String about,
    @Nullable String docs,
    @Nullable String product,
    @Nullable String list,
    @Nullable String get,
    @Nullable String paging,
    @Nullable String rows,
    @Nullable List<String> key,
    @Nullable String size_parameter,
    @Nullable Integer page_size,
    @Nullable Integer typical_rows,
    @Nullable Integer most_rows,
    @Nullable String account,
    @Nullable String cursor,
    @Nullable String since,
    @Nullable Map<String, String> parents,
    @Nullable Map<String, List<String>> values,
    @Nullable List<String> required,
    @Nullable Map<String, Object> parents_where,
    @Nullable Map<String, String> references,
    @Nullable Map<String, String> send,
    @Nullable RollupEntry rollup,
    @Nullable String missing,
    @Nullable String next_page,
    @Nullable List<String> notes,
    @Nullable Map<String, String> differs,
    @Nullable Map<String, ColumnEntry> columns) {

  private static final int USUAL_PAGE_SIZE = 1000;

  /**
   * Returns the table.
   *
   * @param schema schema that the file is of
   * @param products the products by name
   */
  TableDefinition table(String schema, Map<String, Product> products, CatalogFile file) {
    Product of = products.get(file.require("product", product));
    if (of == null) {
      throw file.error("product", "there is no product " + product);
    }
    Paging pages =
        paging == null ? of.paging() : CatalogReader.word(file, "paging", Paging.class, paging);
    return new TableDefinition(
        new TableName(schema, file.require("table", table)),
        of,
        file.require("about", about),
        file.require("docs", docs),
        new PathTemplate(file.require("list", list)),
        Optional.ofNullable(get).map(PathTemplate::new),
        pages,
        pages == Paging.ROW ? "" : file.require("rows", rows),
        key == null ? List.of() : key,
        Optional.of(size_parameter == null ? "PageSize" : size_parameter)
            .filter(name -> pages.hasPages() && !name.equals("none")),
        page_size == null ? USUAL_PAGE_SIZE : page_size,
        file.require("typical_rows", typical_rows),
        most_rows == null ? OptionalInt.empty() : OptionalInt.of(most_rows),
        Optional.ofNullable(account).or(this::usualAccount),
        Optional.ofNullable(cursor),
        Optional.ofNullable(since),
        links(parents, "parents", ParentLink::new, schema, file),
        values == null ? Map.of() : values,
        required == null ? List.of() : required,
        parentConditions(file),
        links(references, "references", ReferenceDefinition::new, schema, file),
        orEmpty(send),
        Optional.ofNullable(rollup).map(entry -> entry.rollup(file)),
        is("missing", missing, "empty", file),
        is("next_page", next_page, "optional", file),
        notes == null ? List.of() : notes,
        orEmpty(differs),
        columnDefinitions(file));
  }

  /** Returns whether a key is there, which can have one value alone. */
  private static boolean is(String key, @Nullable String value, String only, CatalogFile file) {
    if (value != null && !value.equals(only)) {
      throw file.error(key, "'%s' is not one of %s".formatted(value, only));
    }
    return value != null;
  }

  private Optional<String> usualAccount() {
    return Optional.ofNullable(columns)
        .filter(named -> named.containsKey("account_sid"))
        .map(named -> "account_sid");
  }

  /**
   * Returns links of columns to those of other tables, written as table.column, or as
   * schema.table.column where the other table is not in the schema.
   */
  private static <T> List<T> links(
      @Nullable Map<String, String> targets,
      String key,
      Link<T> link,
      String schema,
      CatalogFile file) {
    List<T> links = new ArrayList<>();
    orEmpty(targets)
        .forEach(
            (column, target) -> {
              int dot = target.lastIndexOf('.');
              if (dot < 0) {
                throw file.error(key + "." + column, "'%s' is not table.column".formatted(target));
              }
              TableName other = TableName.of(target.substring(0, dot), schema);
              links.add(link.of(column, other, target.substring(dot + 1)));
            });
    return List.copyOf(links);
  }

  private interface Link<T> {
    T of(String column, TableName table, String target);
  }

  private List<ParentCondition> parentConditions(CatalogFile file) {
    List<ParentCondition> conditions = new ArrayList<>();
    Objects.requireNonNullElse(parents_where, Map.<String, Object>of())
        .forEach((column, value) -> conditions.add(parentCondition(column, value, file)));
    return List.copyOf(conditions);
  }

  private static ParentCondition parentCondition(String column, Object value, CatalogFile file) {
    if (value instanceof List<?> values) {
      return new ParentCondition.AnyOf(column, values.stream().map(String::valueOf).toList());
    }
    if (value instanceof Map<?, ?> map
        && map.size() == 1
        && map.get("at_least") instanceof String text
        && text.matches("\\d{1,18}")) {
      return new ParentCondition.AtLeast(column, Long.parseLong(text));
    }
    throw file.error(
        "parents_where." + column, "is neither a list of values nor { at_least: number }");
  }

  private List<ColumnDefinition> columnDefinitions(CatalogFile file) {
    List<ColumnDefinition> definitions = new ArrayList<>();
    file.require("columns", columns)
        .forEach((name, entry) -> definitions.add(entry.column(name, file)));
    return List.copyOf(definitions);
  }

  private static Map<String, String> orEmpty(@Nullable Map<String, String> map) {
    return map == null ? Map.of() : map;
  }

  /** A column as it is written. */
  record ColumnEntry(
      @Nullable String type,
      @Nullable String field,
      @Nullable Integer length,
      @Nullable Integer scale,
      @Nullable String about,
      @Nullable FilterEntry filter,
      @Nullable Boolean secret) {

    ColumnDefinition column(String name, CatalogFile file) {
      String key = "columns." + name;
      return new ColumnDefinition(
          name,
          field == null ? name : field,
          CatalogReader.word(
              file, key + ".type", ColumnType.class, file.require(key + ".type", type)),
          length == null ? ColumnDefinition.USUAL_LENGTH : length,
          scale == null ? ColumnDefinition.USUAL_SCALE : scale,
          file.require(key + ".about", about),
          Optional.ofNullable(filter).map(entry -> entry.filter(key + ".filter", file)),
          Boolean.TRUE.equals(secret));
    }
  }

  /** Lists of added up rows as they are written. */
  record RollupEntry(
      @Nullable String date,
      @Nullable List<String> sums,
      @Nullable List<String> same,
      @Nullable Map<String, String> lists,
      @Nullable Map<String, String> sub_accounts) {

    Rollup rollup(CatalogFile file) {
      Map<Rollup.Period, PathTemplate> paths = new EnumMap<>(Rollup.Period.class);
      file.require("rollup.lists", lists)
          .forEach(
              (period, path) ->
                  paths.put(
                      CatalogReader.word(
                          file, "rollup.lists." + period, Rollup.Period.class, period),
                      new PathTemplate(path)));
      return new Rollup(
          file.require("rollup.date", date),
          file.require("rollup.sums", sums),
          file.require("rollup.same", same),
          paths,
          sub_accounts == null ? Map.of() : Map.copyOf(sub_accounts));
    }
  }

  /**
   * A filter as it is written: {@code equals}, with {@code each} and {@code otherwise} where every
   * value must be asked for, or {@code after} and {@code before}, with {@code otherwise} where a
   * lower bound must be given.
   */
  record FilterEntry(
      @Nullable String equals,
      @Nullable List<String> each,
      @Nullable String otherwise,
      @Nullable String after,
      @Nullable String before,
      @Nullable String grain,
      @Nullable String format,
      @Nullable Integer reach) {

    FilterDefinition filter(String key, CatalogFile file) {
      if (equals != null) {
        if (after != null || before != null || grain != null || format != null || reach != null) {
          throw file.error(key + ".equals", "stands in a filter without a range");
        }
        return new FilterDefinition.Equals(equals, each(key, file));
      }
      if (each != null) {
        throw file.error(key + ".each", "belongs to equals");
      }
      return new FilterDefinition.Range(
          file.require(key + ".after", after),
          file.require(key + ".before", before),
          CatalogReader.word(
              file, key + ".grain", FilterDefinition.Grain.class, grain == null ? "day" : grain),
          CatalogReader.word(
              file,
              key + ".format",
              FilterDefinition.Format.class,
              format == null ? "plain" : format),
          Optional.ofNullable(reach).map(Duration::ofDays),
          Optional.ofNullable(otherwise).map(days -> days(days, key, file)));
    }

    private static Duration days(String text, String key, CatalogFile file) {
      if (!text.matches("\\d{1,5}")) {
        throw file.error(key + ".otherwise", "'%s' is no number of days".formatted(text));
      }
      return Duration.ofDays(Integer.parseInt(text));
    }

    private Optional<FilterDefinition.Each> each(String key, CatalogFile file) {
      if (each == null) {
        return Optional.empty();
      }
      String listed = file.require(key + ".otherwise", otherwise);
      if (!each.contains(listed)) {
        throw file.error(key + ".otherwise", listed + " is none of " + each);
      }
      return Optional.of(new FilterDefinition.Each(List.copyOf(each), listed));
    }
  }
}
