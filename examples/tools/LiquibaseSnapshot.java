import java.sql.DriverManager;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.snapshot.SnapshotControl;
import liquibase.snapshot.SnapshotGeneratorFactory;
import liquibase.structure.core.Column;
import liquibase.structure.core.PrimaryKey;
import liquibase.structure.core.Table;

/** Liquibase: a snapshot of the schema, which its diffs begin with. */
class LiquibaseSnapshot {
  public static void main(String[] args) throws Exception {
    try (var connection = DriverManager.getConnection("jdbc:twilio:sandbox=true")) {
      var database =
          DatabaseFactory.getInstance()
              .findCorrectDatabaseImplementation(new JdbcConnection(connection));
      database.setDefaultSchemaName(connection.getSchema());
      var snapshot =
          SnapshotGeneratorFactory.getInstance()
              .createSnapshot(
                  database.getDefaultSchema(),
                  database,
                  new SnapshotControl(database, Table.class, Column.class, PrimaryKey.class));
      System.out.println(
          "Liquibase: "
              + snapshot.get(Table.class).size()
              + " tables, "
              + snapshot.get(PrimaryKey.class).size()
              + " keys, sid of "
              + snapshot.get(Column.class).stream()
                  .filter(column -> column.getName().equals("sid"))
                  .map(column -> column.getType().toString())
                  .distinct()
                  .toList());
    }
  }
}
