package io.github.twiliojdbc.planner;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import com.google.common.collect.Maps;
import io.github.twiliojdbc.catalog.Catalog;
import io.github.twiliojdbc.catalog.Report;
import io.github.twiliojdbc.catalog.Reports;
import io.github.twiliojdbc.sql.TwilioTypeFactory;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.calcite.plan.RelOptTable;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.schema.Table;
import org.apache.calcite.schema.TranslatableTable;
import org.apache.calcite.schema.impl.AbstractSchema;
import org.apache.calcite.schema.impl.AbstractTable;

/** The schema of views, which queries look through. */
final class ReportSchema extends AbstractSchema {
  private final Supplier<Map<String, Table>> tables =
      Suppliers.memoize(
          () ->
              Map.copyOf(
                  Maps.transformValues(
                      Maps.uniqueIndex(Reports.bundled().all(), Report::name), View::new)));

  @Override
  protected Map<String, Table> getTableMap() {
    return Objects.requireNonNull(tables.get());
  }

  private static final class View extends AbstractTable implements TranslatableTable {
    private final Report report;

    View(Report report) {
      this.report = report;
    }

    @Override
    public RelDataType getRowType(RelDataTypeFactory factory) {
      return TwilioTypeFactory.rowType(factory, report.columns());
    }

    @Override
    public RelNode toRel(RelOptTable.ToRelContext context, RelOptTable table) {
      RelNode rows =
          context
              .expandView(
                  table.getRowType(),
                  report.sql(),
                  List.of(Catalog.DEFAULT_SCHEMA),
                  table.getQualifiedName())
              .project();
      return RelOptUtil.createCastRel(rows, table.getRowType(), /* rename= */ true);
    }
  }
}
