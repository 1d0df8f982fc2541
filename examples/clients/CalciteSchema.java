import io.github.twiliojdbc.TwilioDataSource;
import java.sql.DriverManager;
import org.apache.calcite.adapter.jdbc.JdbcSchema;
import org.apache.calcite.jdbc.CalciteConnection;

/** Calcite's own adapter over the driver: a database among others of a federation. */
class CalciteSchema {
  public static void main(String[] args) throws Exception {
    TwilioDataSource source = new TwilioDataSource();
    source.setSandbox(true);
    try (var connection = DriverManager.getConnection("jdbc:calcite:")) {
      var root = connection.unwrap(CalciteConnection.class).getRootSchema();
      root.add("tw", JdbcSchema.create(root, "tw", source, null, "twilio"));
      try (var statement = connection.createStatement();
          var rows =
              statement.executeQuery(
                  "SELECT count(*) FROM \"tw\".\"calls\" WHERE \"status\" = 'busy'")) {
        rows.next();
        System.out.println(rows.getInt(1) > 0 ? "rows" : "no rows");
      }
    }
  }
}
