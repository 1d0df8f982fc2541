import java.sql.DriverManager;
import org.apache.calcite.avatica.jdbc.JdbcMeta;
import org.apache.calcite.avatica.remote.Driver.Serialization;
import org.apache.calcite.avatica.remote.LocalService;
import org.apache.calcite.avatica.server.HttpServer;

/**
 * The driver behind Avatica's HTTP server, for clients that speak its protocol: on this machine
 * alone, and for those alone who know a password.
 */
class RemoteQueries {
  public static void main(String[] args) throws Exception {
    String users = java.nio.file.Path.of("users.properties").toAbsolutePath().toString();
    HttpServer server =
        new HttpServer.Builder<>()
            .withHandler(
                new LocalService(new JdbcMeta("jdbc:twilio:sandbox=true")), Serialization.JSON)
            .withBasicAuthentication(users, new String[] {"reader"})
            .withPort(0)
            .build();
    server.start();
    String url = "jdbc:avatica:remote:url=http://127.0.0.1:" + server.getPort();
    try (var connection =
            DriverManager.getConnection(
                url + ";authentication=BASIC;avatica_user=ada;avatica_password=analyst");
        var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT status, count(*) FROM calls GROUP BY status")) {
      int count = 0;
      while (rows.next()) {
        count++;
      }
      System.out.println("Avatica: " + count + " rows");
    }
    try (var connection = DriverManager.getConnection(url)) {
      System.out.println("Avatica: open to all");
      connection.isValid(1);
    } catch (java.sql.SQLException | RuntimeException e) {
      System.out.println("Avatica: nobody without a password");
    }
    server.stop();
  }
}
