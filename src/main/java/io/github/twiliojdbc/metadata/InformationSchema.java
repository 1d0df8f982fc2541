package io.github.twiliojdbc.metadata;

import static io.github.twiliojdbc.metadata.MetadataResult.row;

import io.github.twiliojdbc.catalog.Catalog;
import io.github.twiliojdbc.catalog.ColumnDefinition;
import io.github.twiliojdbc.catalog.ColumnType;
import io.github.twiliojdbc.catalog.Report;
import io.github.twiliojdbc.catalog.Reports;
import io.github.twiliojdbc.catalog.TableName;
import io.github.twiliojdbc.planner.DriverTable;
import io.github.twiliojdbc.planner.SqlPlanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the SQL standard has every database tell of its tables, as far as there is an answer. */
public final class InformationSchema {
  private static final String NAME = SqlPlanner.INFORMATION_SCHEMA;
  private static final String CATALOG = "twilio";
  private static final String PRIMARY = "PRIMARY KEY";
  private static final String FOREIGN = "FOREIGN KEY";

  private final Relations relations;

  private InformationSchema(Relations relations) {
    this.relations = relations;
  }

  /** Returns the tables of the schema. */
  public static List<DriverTable> of(Catalog catalog, List<DriverTable> driverTables) {
    InformationSchema schema = new InformationSchema(new Relations(catalog, driverTables));
    return List.of(
        table(
            "schemata",
            "Schemas.",
            schema::schemata,
            text("catalog_name"),
            text("schema_name"),
            text("schema_owner")),
        table(
            "tables",
            "Tables.",
            schema::tables,
            text("table_catalog"),
            text("table_schema"),
            text("table_name"),
            text("table_type"),
            text("is_insertable_into")),
        table(
            "columns",
            "Columns of tables.",
            schema::columns,
            text("table_catalog"),
            text("table_schema"),
            text("table_name"),
            text("column_name"),
            number("ordinal_position"),
            text("column_default"),
            text("is_nullable"),
            text("data_type"),
            number("character_maximum_length"),
            number("numeric_precision"),
            number("numeric_scale"),
            number("datetime_precision"),
            text("udt_name"),
            text("is_updatable")),
        table(
            "table_constraints",
            "Keys, and columns that name rows of other tables.",
            schema::tableConstraints,
            text("constraint_catalog"),
            text("constraint_schema"),
            text("constraint_name"),
            text("table_catalog"),
            text("table_schema"),
            text("table_name"),
            text("constraint_type")),
        table(
            "key_column_usage",
            "Columns of keys.",
            schema::keyColumnUsage,
            text("constraint_catalog"),
            text("constraint_schema"),
            text("constraint_name"),
            text("table_catalog"),
            text("table_schema"),
            text("table_name"),
            text("column_name"),
            number("ordinal_position"),
            number("position_in_unique_constraint")),
        table(
            "referential_constraints",
            "Which key columns that name rows of other tables refer to.",
            schema::referentialConstraints,
            text("constraint_catalog"),
            text("constraint_schema"),
            text("constraint_name"),
            text("unique_constraint_catalog"),
            text("unique_constraint_schema"),
            text("unique_constraint_name"),
            text("update_rule"),
            text("delete_rule")),
        table(
            "sequences",
            "Sequences, of which there are none.",
            List::of,
            text("sequence_catalog"),
            text("sequence_schema"),
            text("sequence_name"),
            text("data_type"),
            text("start_value"),
            text("minimum_value"),
            text("maximum_value"),
            text("increment"),
            text("cycle_option")),
        table(
            "views",
            "Views and their queries.",
            InformationSchema::views,
            text("table_catalog"),
            text("table_schema"),
            text("table_name"),
            text("view_definition")));
  }

  private List<@Nullable Object[]> schemata() {
    return Stream.concat(all().map(Relation::schema).distinct(), Stream.of(NAME))
        .map(name -> row(CATALOG, name, CATALOG))
        .toList();
  }

  private static List<@Nullable Object[]> views() {
    return Reports.bundled().all().stream()
        .map(report -> row(CATALOG, Report.SCHEMA, report.name(), report.sql()))
        .toList();
  }

  private List<@Nullable Object[]> tables() {
    return all()
        .map(
            table ->
                row(
                    CATALOG,
                    table.schema(),
                    table.name(),
                    table.type().equals(Relation.TABLE) ? "BASE TABLE" : table.type(),
                    "NO"))
        .toList();
  }

  private List<@Nullable Object[]> columns() {
    List<@Nullable Object[]> rows = new ArrayList<>();
    all()
        .forEach(
            table ->
                table
                    .columns()
                    .forEach(
                        column ->
                            rows.add(
                                row(
                                    CATALOG,
                                    table.schema(),
                                    table.name(),
                                    column.name(),
                                    table.position(column),
                                    null,
                                    table.key().contains(column.name()) ? "NO" : "YES",
                                    typeName(column.type()),
                                    null,
                                    digits(column.type()),
                                    column.type() == ColumnType.INTEGER
                                            || column.type() == ColumnType.BIGINT
                                        ? 0
                                        : null,
                                    digitsOfSecond(column.type()),
                                    shortName(column.type()),
                                    "NO"))));
    return rows;
  }

  private static String typeName(ColumnType type) {
    return switch (type) {
      case VARCHAR, JSON -> "text";
      case INTEGER -> "integer";
      case BIGINT -> "bigint";
      case DECIMAL -> "numeric";
      case DOUBLE -> "double precision";
      case BOOLEAN -> "boolean";
      case TIMESTAMP -> "timestamp with time zone";
      case DATE -> "date";
    };
  }

  private static String shortName(ColumnType type) {
    return switch (type) {
      case VARCHAR, JSON -> "text";
      case INTEGER -> "int4";
      case BIGINT -> "int8";
      case DECIMAL -> "numeric";
      case DOUBLE -> "float8";
      case BOOLEAN -> "bool";
      case TIMESTAMP -> "timestamptz";
      case DATE -> "date";
    };
  }

  private static @Nullable Integer digits(ColumnType type) {
    return switch (type) {
      case INTEGER -> 32;
      case BIGINT -> 64;
      case DOUBLE -> 53;
      default -> null;
    };
  }

  private static @Nullable Integer digitsOfSecond(ColumnType type) {
    return switch (type) {
      case TIMESTAMP -> 3;
      case DATE -> 0;
      default -> null;
    };
  }

  private List<@Nullable Object[]> tableConstraints() {
    return constraints()
        .map(each -> each.row(each.table.name(), each.references == null ? PRIMARY : FOREIGN))
        .toList();
  }

  private List<@Nullable Object[]> keyColumnUsage() {
    List<@Nullable Object[]> rows = new ArrayList<>();
    constraints()
        .forEach(
            each -> {
              for (int i = 0; i < each.columns.size(); i++) {
                rows.add(
                    each.row(
                        each.table.name(),
                        each.columns.get(i),
                        i + 1,
                        each.references == null ? null : i + 1));
              }
            });
    return rows;
  }

  private List<@Nullable Object[]> referentialConstraints() {
    return constraints()
        .flatMap(each -> Optional.ofNullable(each.references).map(each::referential).stream())
        .toList();
  }

  /**
   * A key of a table.
   *
   * @param references the table whose rows its columns name, if it is not the table's own
   */
  private record Constraint(
      Relation table, String name, List<String> columns, @Nullable TableName references) {

    /**
     * Returns a row that begins with what the constraint is called, and with where its table is.
     */
    @Nullable Object[] row(@Nullable Object... more) {
      return Stream.concat(
              Stream.of(CATALOG, table.schema(), name, CATALOG, table.schema()), Stream.of(more))
          .toArray();
    }

    /** Returns a row that says which key of another table the constraint refers to. */
    @Nullable Object[] referential(TableName other) {
      return MetadataResult.row(
          CATALOG,
          table.schema(),
          name,
          CATALOG,
          other.schema(),
          Relation.keyName(other.name()),
          "NO ACTION",
          "NO ACTION");
    }
  }

  private Stream<Constraint> constraints() {
    return all()
        .flatMap(
            table ->
                Stream.concat(
                    table.key().isEmpty()
                        ? Stream.empty()
                        : Stream.of(new Constraint(table, table.keyName(), table.key(), null)),
                    table.references().stream()
                        .map(
                            each ->
                                new Constraint(table, each.name(), each.columns(), each.table()))));
  }

  private Stream<Relation> all() {
    return relations.like(null, null).filter(relation -> !relation.type().equals(Relation.SYNONYM));
  }

  private static DriverTable table(
      String name,
      String about,
      Supplier<List<@Nullable Object[]>> rows,
      ColumnDefinition... columns) {
    return new DriverTable(NAME, name, about, List.of(columns), rows);
  }

  private static ColumnDefinition text(String name) {
    return ColumnDefinition.of(name, ColumnType.VARCHAR, "As in the SQL standard.");
  }

  private static ColumnDefinition number(String name) {
    return ColumnDefinition.of(name, ColumnType.INTEGER, "As in the SQL standard.");
  }
}
