import com.mchange.v2.c3p0.ComboPooledDataSource;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalPropertiesReader;
import java.sql.Connection;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.commons.dbcp2.BasicDataSource;
import org.apache.tomcat.jdbc.pool.PoolProperties;

/** Connection pools: each sets isolation as it is used to, tests its connections, and is closed. */
class Pools {
  private static final String URL = "jdbc:twilio:sandbox=true";
  private static final String DRIVER = "io.github.twiliojdbc.TwilioDriver";

  public static void main(String[] args) throws Exception {
    PoolProperties properties = new PoolProperties();
    properties.setUrl(URL);
    properties.setDriverClassName(DRIVER);
    properties.setTestOnBorrow(true);
    properties.setDefaultTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
    var tomcat = new org.apache.tomcat.jdbc.pool.DataSource(properties);
    use("Tomcat", tomcat);
    tomcat.close();

    try (BasicDataSource dbcp = new BasicDataSource()) {
      dbcp.setUrl(URL);
      dbcp.setDefaultTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
      dbcp.setDefaultSchema("twilio");
      dbcp.setDefaultQueryTimeout(java.time.Duration.ofSeconds(30));
      use("DBCP2", dbcp);
    }

    try (ComboPooledDataSource c3p0 = new ComboPooledDataSource()) {
      c3p0.setJdbcUrl(URL);
      c3p0.setDriverClass(DRIVER);
      c3p0.setTestConnectionOnCheckout(true);
      use("c3p0", c3p0);
    }

    var agroal =
        new AgroalPropertiesReader()
            .readProperties(
                Map.of(
                    "jdbcUrl", URL,
                    "maxSize", "2",
                    "jdbcTransactionIsolation", "READ_COMMITTED",
                    "validateOnBorrow", "true"));
    try (AgroalDataSource pool = AgroalDataSource.from(agroal)) {
      use("Agroal", pool);
    }
  }

  private static void use(String name, DataSource pool) throws Exception {
    int rows = 0;
    for (int i = 0; i < 10; i++) {
      try (var connection = pool.getConnection();
          var statement = connection.prepareStatement("SELECT sid FROM calls WHERE status = ?")) {
        statement.setString(1, "busy");
        statement.setMaxRows(3);
        try (var result = statement.executeQuery()) {
          while (result.next()) {
            rows++;
          }
        }
      }
    }
    System.out.println(name + ": " + rows + " rows");
  }
}
