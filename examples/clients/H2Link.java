import java.sql.DriverManager;

/** H2: a table of its own that is linked to a table of the driver's. */
class H2Link {
  public static void main(String[] args) throws Exception {
    try (var connection = DriverManager.getConnection("jdbc:h2:mem:");
        var statement = connection.createStatement()) {
      statement.execute(
          "CREATE LINKED TABLE calls('io.github.twiliojdbc.TwilioDriver', 'jdbc:twilio:sandbox=true', '', '',"
              + " 'twilio', 'calls') READONLY");
      try (var rows =
          statement.executeQuery("SELECT count(*) FROM calls WHERE \"status\" = 'busy'")) {
        rows.next();
        System.out.println(rows.getInt(1) > 0 ? "rows" : "no rows");
      }
    }
  }
}
