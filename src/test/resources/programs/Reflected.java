import java.sql.DriverManager;

/**
 * Looks at the members of JDBC's objects, as languages do that call Java by name: JPype, Groovy,
 * Jython.
 */
class Reflected {
  public static void main(String[] args) throws Exception {
    try (var connection = DriverManager.getConnection("jdbc:twilio:sandbox=true");
        var statement = connection.createStatement();
        var prepared = connection.prepareStatement("SELECT ?");
        var rows = statement.executeQuery("SELECT 1")) {
      for (Object each :
          new Object[] {
            connection, connection.getMetaData(), statement, prepared, rows, rows.getMetaData()
          }) {
        int members = 0;
        for (Class<?> type = each.getClass(); type != null; type = type.getSuperclass()) {
          members +=
              type.getDeclaredMethods().length
                  + type.getDeclaredFields().length
                  + type.getDeclaredConstructors().length;
        }
        System.out.println(members > 0 && each.getClass().getMethods().length > 0);
      }
    }
  }
}
