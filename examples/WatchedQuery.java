import io.github.twiliojdbc.TwilioConnection;
import java.sql.DriverManager;

class WatchedQuery {
  public static void main(String[] args) throws Exception {
    try (var connection = DriverManager.getConnection("jdbc:twilio:sandbox=true");
        var statement = connection.createStatement()) {
      var twilio = connection.unwrap(TwilioConnection.class);
      twilio.setProgressListener(
          (sql, soFar) -> System.err.println(soFar.pages() + " pages, " + soFar.rows() + " rows"));
      try (var rows = statement.executeQuery("SELECT count(*), sum(price) FROM calls")) {
        rows.next();
        System.out.println(rows.getLong(1) + " calls for " + rows.getBigDecimal(2));
      }
      System.out.println(twilio.activity().requests() + " requests");
    }
  }
}
