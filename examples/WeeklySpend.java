import io.github.twiliojdbc.TwilioDataSource;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Sums what calls of the last week cost, through a data source and with a parameter. */
class WeeklySpend {
  public static void main(String[] args) throws Exception {
    TwilioDataSource account = new TwilioDataSource();
    account.setSandbox(true);
    account.setMaxRequests(100);
    try (var connection = account.getConnection();
        var statement =
            connection.prepareStatement(
                "SELECT direction, sum(price) AS price FROM calls"
                    + " WHERE start_time >= ? GROUP BY direction ORDER BY direction")) {
      statement.setTimestamp(1, Timestamp.from(Instant.now().minus(7, ChronoUnit.DAYS)));
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          System.out.println(rows.getString("direction") + " " + rows.getBigDecimal("price"));
        }
      }
    }
  }
}
