import org.jooq.impl.DSL;

/** jOOQ: plain SQL, and its reader of metadata with keys. */
class JooqTables {
  public static void main(String[] args) {
    try (var context = DSL.using("jdbc:twilio:sandbox=true")) {
      System.out.println(
          context.fetch("SELECT sid, price FROM messages WHERE price IS NOT NULL LIMIT 3").size()
              + " rows");
      var table = context.meta().getTables(DSL.name("twilio", "conference_participants")).get(0);
      System.out.println(
          "key " + table.getPrimaryKey().getFields().stream().map(f -> f.getName()).toList());
      table
          .getReferences()
          .forEach(
              key ->
                  System.out.println(
                      key.getFields().get(0).getName()
                          + " of "
                          + key.getKey().getTable().getName()));
    }
  }
}
