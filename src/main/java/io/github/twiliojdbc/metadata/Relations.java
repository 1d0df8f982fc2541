package io.github.twiliojdbc.metadata;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import io.github.twiliojdbc.catalog.Catalog;
import io.github.twiliojdbc.planner.DriverTable;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All tables by schema and name; they are put together when a tool first asks. */
final class Relations {
  private final Supplier<List<Relation>> all;

  Relations(Catalog catalog, List<DriverTable> driverTables) {
    this.all = Suppliers.memoize(() -> Relation.all(catalog, driverTables));
  }

  /** Returns the tables that are like the patterns; null is like every name. */
  Stream<Relation> like(@Nullable String schemaPattern, @Nullable String tablePattern) {
    NamePattern schema = NamePattern.of(schemaPattern);
    NamePattern table = NamePattern.of(tablePattern);
    return Objects.requireNonNull(all.get()).stream()
        .filter(relation -> schema.matches(relation.schema()) && table.matches(relation.name()));
  }
}
