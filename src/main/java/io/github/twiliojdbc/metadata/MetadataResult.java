package io.github.twiliojdbc.metadata;

import java.sql.DatabaseMetaData;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.avatica.ColumnMetaData;
import org.apache.calcite.avatica.SqlType;
import org.jspecify.annotations.Nullable;

/**
 * The answer to one metadata call.
 *
 * @param columns columns as JDBC specifies them
 * @param rows one array of values for each row
 */
public record MetadataResult(List<ColumnMetaData> columns, List<@Nullable Object[]> rows) {

  /** Returns a result without rows. */
  public static MetadataResult none(MetadataColumns columns) {
    return of(columns, List.of());
  }

  static MetadataResult of(MetadataColumns columns, List<@Nullable Object[]> rows) {
    List<ColumnMetaData> described = new ArrayList<>();
    for (MetadataColumns.Column column : columns.columns()) {
      String name = column.name();
      SqlType type = column.type();
      described.add(
          new ColumnMetaData(
              described.size(),
              /* autoIncrement= */ false,
              /* caseSensitive= */ true,
              /* searchable= */ true,
              /* currency= */ false,
              DatabaseMetaData.columnNullable,
              /* signed= */ true,
              /* displaySize= */ 0,
              name,
              name,
              "",
              /* precision= */ 0,
              /* scale= */ 0,
              "",
              "",
              ColumnMetaData.scalar(
                  type.id, type.name(), ColumnMetaData.Rep.nonPrimitiveRepOf(type)),
              /* readOnly= */ true,
              /* writable= */ false,
              /* definitelyWritable= */ false,
              type.boxedClass().getName()));
    }
    return new MetadataResult(described, rows);
  }

  static @Nullable Object[] row(@Nullable Object... values) {
    return values;
  }
}
