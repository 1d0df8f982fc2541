import java.sql.DriverManager;

/** Asks another release of Calcite and the driver the same question, in one JVM. */
class TwoDrivers {
  public static void main(String[] args) throws Exception {
    for (String url : new String[] {"jdbc:calcite:", "jdbc:twilio:sandbox=true"}) {
      try (var connection = DriverManager.getConnection(url);
          var statement = connection.createStatement();
          var rows = statement.executeQuery("SELECT x FROM (VALUES 1, 2) AS t (x) WHERE x > 1")) {
        while (rows.next()) {
          String driver = connection.getMetaData().getDriverName();
          System.out.println(driver + " " + rows.getInt("x"));
        }
      }
    }
    try (var connection = DriverManager.getConnection("jdbc:twilio:sandbox=true");
        var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT count(*) FROM messages")) {
      rows.next();
      System.out.println(rows.getInt(1) + " messages");
    }
  }
}
