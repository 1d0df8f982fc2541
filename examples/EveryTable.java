import java.sql.DriverManager;

/** Counts the rows of every table that the driver's metadata lists. */
class EveryTable {
  public static void main(String[] args) throws Exception {
    try (var connection = DriverManager.getConnection("jdbc:twilio:sandbox=true;accounts=own");
        var statement = connection.createStatement();
        var tables = connection.getMetaData().getTables(null, "twilio", "%", null)) {
      while (tables.next()) {
        String table = tables.getString("TABLE_NAME");
        try (var count = statement.executeQuery("SELECT count(*) FROM " + table)) {
          count.next();
          System.out.println(table + " " + count.getLong(1));
        }
      }
    }
  }
}
