import java.sql.DriverManager;

class FirstRows {
  public static void main(String[] args) throws Exception {
    try (var connection = DriverManager.getConnection("jdbc:twilio:sandbox=true");
        var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT sid, date_sent, price FROM messages LIMIT 3")) {
      while (rows.next()) {
        System.out.println(rows.getString("sid") + " " + rows.getBigDecimal("price"));
      }
    }
  }
}
