package io.github.twiliojdbc.metadata;

import io.github.twiliojdbc.catalog.ColumnDefinition;
import java.sql.DatabaseMetaData;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Answers calls about keys, references and what stands in for indexes: filters of the API. */
public final class KeyMetadata {
  private final List<Relation> relations;

  KeyMetadata(List<Relation> relations) {
    this.relations = relations;
  }

  /** Returns the key of a table, by column name. */
  public MetadataResult primaryKeys(@Nullable String schema, @Nullable String table) {
    return MetadataResult.of(
        MetadataColumns.PRIMARY_KEYS,
        named(schema, table)
            .flatMap(
                relation ->
                    relation.key().stream()
                        .sorted()
                        .map(
                            column ->
                                row(
                                    null,
                                    relation.schema(),
                                    relation.name(),
                                    column,
                                    relation.key().indexOf(column) + 1,
                                    relation.keyName())))
            .toList());
  }

  /** Returns the columns that identify a row best: those of the key. */
  public MetadataResult bestRowIdentifier(@Nullable String schema, @Nullable String table) {
    return MetadataResult.of(
        MetadataColumns.BEST_ROW_IDENTIFIER,
        named(schema, table)
            .flatMap(
                relation ->
                    relation.columns().stream()
                        .filter(column -> relation.key().contains(column.name()))
                        .map(KeyMetadata::identifier))
            .toList());
  }

  private static @Nullable Object[] identifier(ColumnDefinition column) {
    TypeSize size = TypeSize.of(column.type());
    return row(
        DatabaseMetaData.bestRowSession,
        column.name(),
        column.type().jdbcType(),
        column.type().sqlName(),
        size.size(),
        null,
        size.digits(),
        DatabaseMetaData.bestRowNotPseudo);
  }

  /** Returns the columns of a table that name rows of others. */
  public MetadataResult importedKeys(@Nullable String schema, @Nullable String table) {
    return keys(
        List.of("PKTABLE_SCHEM", "PKTABLE_NAME"),
        parent -> true,
        child -> is(child, schema, table));
  }

  /** Returns the columns of other tables that name rows of a table. */
  public MetadataResult exportedKeys(@Nullable String schema, @Nullable String table) {
    return keys(
        List.of("FKTABLE_SCHEM", "FKTABLE_NAME"),
        parent -> is(parent, schema, table),
        child -> true);
  }

  /** Returns the columns of one table that name rows of another. */
  public MetadataResult crossReference(
      @Nullable String parentSchema,
      @Nullable String parentTable,
      @Nullable String childSchema,
      @Nullable String childTable) {
    return keys(
        List.of("FKTABLE_SCHEM", "FKTABLE_NAME"),
        parent -> is(parent, parentSchema, parentTable),
        child -> is(child, childSchema, childTable));
  }

  private MetadataResult keys(
      List<String> order, Predicate<Relation> isParent, Predicate<Relation> isChild) {
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (Relation child : relations.stream().filter(isChild).toList()) {
      for (Relation.Reference reference : child.references()) {
        relations.stream()
            .filter(relation -> relation.schema().equals(child.schema()))
            .filter(relation -> relation.name().equals(reference.table()))
            .filter(isParent)
            .forEach(parent -> addKey(rows, child, reference, parent));
      }
    }
    List<String> names =
        MetadataColumns.KEYS.columns().stream().map(MetadataColumns.Column::name).toList();
    Comparator<@Nullable Object[]> comparator =
        Comparator.comparing(row -> String.valueOf(row[names.indexOf(order.get(0))]));
    rows.sort(
        comparator
            .thenComparing(row -> String.valueOf(row[names.indexOf(order.get(1))]))
            .thenComparing(row -> String.valueOf(row[names.indexOf("FK_NAME")]))
            .thenComparing(row -> String.valueOf(row[names.indexOf("KEY_SEQ")])));
    return MetadataResult.of(MetadataColumns.KEYS, rows);
  }

  private static void addKey(
      List<@Nullable Object[]> rows,
      Relation child,
      Relation.Reference reference,
      Relation parent) {
    for (int i = 0; i < reference.columns().size(); i++) {
      rows.add(
          row(
              null,
              parent.schema(),
              parent.name(),
              reference.names().get(i),
              null,
              child.schema(),
              child.name(),
              reference.columns().get(i),
              i + 1,
              DatabaseMetaData.importedKeyNoAction,
              DatabaseMetaData.importedKeyNoAction,
              child.name() + "_" + parent.name(),
              parent.keyName(),
              DatabaseMetaData.importedKeyNotDeferrable));
    }
  }

  /**
   * Returns the key and the columns that the API can filter, which are as good as indexes: a
   * condition on them brings fewer rows.
   *
   * @param isUnique whether to return the key alone
   */
  public MetadataResult indexInfo(
      @Nullable String schema, @Nullable String table, boolean isUnique) {
    List<@Nullable Object[]> rows = new ArrayList<>();
    named(schema, table)
        .forEach(
            relation -> {
              for (String column : relation.key()) {
                rows.add(index(relation, relation.keyName(), column, /* isUnique= */ true));
              }
              relation.columns().stream()
                  .filter(column -> !isUnique && column.filter().isPresent())
                  .map(ColumnDefinition::name)
                  .sorted()
                  .forEach(
                      column ->
                          rows.add(
                              index(
                                  relation,
                                  relation.name() + "_" + column + "_filter",
                                  column,
                                  /* isUnique= */ false)));
            });
    return MetadataResult.of(MetadataColumns.INDEX_INFO, rows);
  }

  private static @Nullable Object[] index(
      Relation relation, String name, String column, boolean isUnique) {
    return row(
        null,
        relation.schema(),
        relation.name(),
        !isUnique,
        null,
        name,
        DatabaseMetaData.tableIndexOther,
        isUnique ? relation.key().indexOf(column) + 1 : 1,
        column,
        null,
        (long) relation.rows(),
        0L,
        null);
  }

  private Stream<Relation> named(@Nullable String schema, @Nullable String table) {
    return relations.stream().filter(relation -> is(relation, schema, table));
  }

  /** Names may be patterns: JDBC has no such thing here, but tools ask for all keys of a schema. */
  private static boolean is(Relation relation, @Nullable String schema, @Nullable String table) {
    return NamePattern.of(schema).matches(relation.schema())
        && NamePattern.of(table).matches(relation.name());
  }

  private static @Nullable Object[] row(@Nullable Object... values) {
    return values;
  }
}
