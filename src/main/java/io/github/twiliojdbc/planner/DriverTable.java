package io.github.twiliojdbc.planner;

import io.github.twiliojdbc.catalog.ColumnDefinition;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A table whose rows the driver has itself, so that no request is sent for it.
 *
 * @param schema name of the schema that it is in
 * @param name name of the table
 * @param about one line that says what the rows are
 * @param columns the columns in order
 * @param rows returns the rows as they are now
 */
public record DriverTable(
    String schema,
    String name,
    String about,
    List<ColumnDefinition> columns,
    Supplier<List<@Nullable Object[]>> rows) {}
