import java.sql.DriverManager;

/** Reads every row of every column, one after another, and prints how many there were. */
class ReadAll {
  public static void main(String[] args) throws Exception {
    long rows = 0;
    try (var connection = DriverManager.getConnection(args[0]);
        var statement = connection.createStatement();
        var results = statement.executeQuery(args[1])) {
      int columns = results.getMetaData().getColumnCount();
      while (results.next()) {
        for (int i = 1; i <= columns; i++) {
          results.getObject(i);
        }
        rows++;
      }
    }
    System.out.println(rows);
  }
}
