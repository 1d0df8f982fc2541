package io.github.twiliojdbc.metadata;

import static io.github.twiliojdbc.metadata.MetadataResult.row;

import io.github.twiliojdbc.catalog.ColumnDefinition;
import java.sql.DatabaseMetaData;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Answers calls about keys, references and what stands in for indexes: filters of the API.
 *
 * <p>Names may be patterns: JDBC has no such thing here, but tools ask for all keys of a schema.
 */
public final class KeyMetadata {
  private final Relations relations;

  KeyMetadata(Relations relations) {
    this.relations = relations;
  }

  /** Returns the key of a table, by column name. */
  public MetadataResult primaryKeys(@Nullable String schema, @Nullable String table) {
    return MetadataResult.of(
        MetadataColumns.PRIMARY_KEYS,
        relations
            .like(schema, table)
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
        relations
            .like(schema, table)
            .flatMap(
                relation ->
                    relation.columns().stream()
                        .filter(column -> relation.key().contains(column.name()))
                        .map(KeyMetadata::identifier))
            .toList());
  }

  private static @Nullable Object[] identifier(ColumnDefinition column) {
    TypeSize size = TypeSize.of(column);
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
        relations.like(null, null).toList(), relations.like(schema, table).toList(), Link::parent);
  }

  /** Returns the columns of other tables that name rows of a table. */
  public MetadataResult exportedKeys(@Nullable String schema, @Nullable String table) {
    return keys(
        relations.like(schema, table).toList(), relations.like(null, null).toList(), Link::child);
  }

  /** Returns the columns of one table that name rows of another. */
  public MetadataResult crossReference(
      @Nullable String parentSchema,
      @Nullable String parentTable,
      @Nullable String childSchema,
      @Nullable String childTable) {
    return keys(
        relations.like(parentSchema, parentTable).toList(),
        relations.like(childSchema, childTable).toList(),
        Link::child);
  }

  /**
   * Returns the references from children to parents.
   *
   * @param first table of a reference that they are sorted by
   */
  private static MetadataResult keys(
      List<Relation> parents, List<Relation> children, Function<Link, Relation> first) {
    return MetadataResult.of(
        MetadataColumns.KEYS,
        children.stream()
            .flatMap(
                child ->
                    child.references().stream()
                        .flatMap(
                            reference ->
                                parents.stream()
                                    .filter(parent -> reference.isTo(parent))
                                    .map(parent -> new Link(child, reference, parent))))
            .sorted(
                Comparator.comparing((Link link) -> first.apply(link).schema())
                    .thenComparing(link -> first.apply(link).name())
                    .thenComparing(Link::name))
            .flatMap(Link::rows)
            .toList());
  }

  /** A reference of one table to another. */
  private record Link(Relation child, Relation.Reference reference, Relation parent) {
    String name() {
      return reference.name();
    }

    Stream<@Nullable Object[]> rows() {
      return IntStream.range(0, reference.columns().size()).mapToObj(this::row);
    }

    private @Nullable Object[] row(int place) {
      return MetadataResult.row(
          null,
          parent.schema(),
          parent.name(),
          reference.names().get(place),
          null,
          child.schema(),
          child.name(),
          reference.columns().get(place),
          place + 1,
          DatabaseMetaData.importedKeyNoAction,
          DatabaseMetaData.importedKeyNoAction,
          name(),
          parent.keyName(),
          DatabaseMetaData.importedKeyNotDeferrable);
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
    relations
        .like(schema, table)
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
}
