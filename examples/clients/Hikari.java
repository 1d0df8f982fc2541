import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

/** A connection pool: HikariCP checks its connections, and finds none that was not given back. */
class Hikari {
  public static void main(String[] args) throws Exception {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl("jdbc:twilio:sandbox=true");
    config.setMaximumPoolSize(2);
    try (HikariDataSource pool = new HikariDataSource(config)) {
      for (int i = 0; i < 20; i++) {
        try (var connection = pool.getConnection();
            var statement =
                connection.prepareStatement("SELECT count(*) FROM calls WHERE status = ?")) {
          statement.setString(1, "busy");
          try (var rows = statement.executeQuery()) {
            rows.next();
            if (i == 0) {
              System.out.println(rows.getInt(1) > 0 ? "rows" : "no rows");
              System.out.println("valid " + connection.isValid(5));
            }
          }
        }
      }
      System.out.println("active " + pool.getHikariPoolMXBean().getActiveConnections());
    }
  }
}
