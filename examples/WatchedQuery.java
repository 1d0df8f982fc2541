import io.github.twiliojdbc.TwilioConnection;
import java.sql.DriverManager;

class WatchedQuery {
  public static void main(String[] args) throws Exception {
    try (var connection = DriverManager.getConnection("jdbc:twilio:sandbox=true");
        var statement = connection.createStatement()) {
      var twilio = connection.unwrap(TwilioConnection.class);
      twilio.setProgressListener(
          (sql, soFar) -> System.err.println(soFar.pages() + " pages, " + soFar.rows() + " rows"));
      try (var rows = statement.executeQuery("SELECT status, count(*) FROM calls GROUP BY 1")) {
        while (rows.next()) {
          System.out.println(rows.getString(1) + " " + rows.getLong(2));
        }
      }
      System.out.println(twilio.activity().requests() + " requests");
    }
  }
}
