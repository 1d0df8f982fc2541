package io.github.twiliojdbc;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.apache.calcite.DataContext;
import org.apache.calcite.jdbc.CalciteConnection;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.Linq4j;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.schema.ScannableTable;
import org.apache.calcite.schema.impl.AbstractTable;
import org.apache.calcite.sql.type.SqlTypeName;

/** Reads a row of a list through Calcite's own driver. */
public final class PlainCalcite {
  private PlainCalcite() {}

  /** Reads the row. */
  public static void main(String... arguments) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:calcite:")) {
      connection.unwrap(CalciteConnection.class).getRootSchema().add("T", new ListTable());
      try (Statement statement = connection.createStatement();
          ResultSet rows = statement.executeQuery("SELECT * FROM T LIMIT 1")) {
        if (!rows.next()) {
          throw new IllegalStateException("no row");
        }
      }
    }
  }

  private static final class ListTable extends AbstractTable implements ScannableTable {
    @Override
    public RelDataType getRowType(RelDataTypeFactory types) {
      return types
          .builder()
          .add("SID", SqlTypeName.VARCHAR)
          .add("DATE_SENT", SqlTypeName.TIMESTAMP)
          .build();
    }

    @Override
    public Enumerable<Object[]> scan(DataContext context) {
      return Linq4j.asEnumerable(List.<Object[]>of(new Object[] {"SM1", 0L}));
    }
  }
}
